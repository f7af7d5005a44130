"""What editors call languages: the identifiers of the protocol, where they are not the name in lower case."""

from __future__ import annotations

# https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocumentItem
IDS = {
    "Batchfile": "bat",
    "C#": "csharp",
    "C++": "cpp",
    "F#": "fsharp",
    "HTML+ERB": "erb",
    "Shell": "shellscript",
    "TeX": "latex",
    "Vim script": "vim",
    "Visual Basic .NET": "vb",
}


def language_id(language: str) -> str:
    """The identifier of a language for an editor."""
    return IDS.get(language, language.lower().replace(" ", "-"))
