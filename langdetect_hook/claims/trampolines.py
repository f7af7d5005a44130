"""Whether a script hands itself over to the interpreter that its name speaks of; needed only for a first line that runs
another."""

from __future__ import annotations

import re

from langdetect_hook.claims.interpreters import HAND_OVER_LINES, MOST_IN_LINE, languages_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claims import Claim

# How a script calls itself, by the language of its first line.
OWN_NAME = {
    "JavaScript": r"__filename\b|argv\[1\]",
    "Lua": r"\barg\[0\]",
    "PHP": r"__FILE__\b|argv\[0\]",
    "Perl": r"\$0\b|__FILE__\b",
    "Python": r"__file__\b|argv\[0\]",
    "Ruby": r"\$0\b|__FILE__\b|\$PROGRAM_NAME\b",
    "Shell": r"\$(?:0\b|\{0\b|\{?BASH_SOURCE\b|\{?ZSH_ARGZERO\b)",
    "Tcl": r"\$\{?argv0\b|\binfo script\b",
}
# Its folder and the like are something else.
_PART_OF_IT = r"\b(?:abspath|basename|cd|dirname|join|parent|readlink|realpath|resolve)\b[^|;&]*?"
# What ends the words of a command, besides the end of a line.
_CONDITION = r"[ \t](?:if|unless)[ \t]|[=!]~|=="
_SAYS = re.compile(r"[ \t]*(?:echo|printf|print|puts)\b")
_RUNS = re.compile(
    r"(?<![\w.-])(?:exec\b(?!\()|execFileSync|execlp?|execvp?|spawn(?:Sync)?|subprocess|system)(?![\w-])|\bos\.exec"
)
# Programs that make or run a file of these languages, and are no interpreters.
_COMPILERS = {
    "C": ("cc", "clang", "gcc", "tcc"),
    "C++": ("c++", "clang++", "g++"),
    "Go": ("go",),
    "Haskell": ("ghc",),
    "Java": ("javac",),
    "Rust": ("cargo", "rustc"),
    "Scheme": ("csc", "csi"),
}
_WORD = re.compile(r"[\w.+-]+")
# A batch file's own path.
_OWN_NAME_IN_BATCH = re.compile(r"%(?:~\w*)?0")


def is_trampoline(text: str, language: str, claim: Claim) -> bool:
    """Whether the first lines of a script, whose first line runs `language`, hand it over to what its name claims."""
    start = "\n".join(text.split("\n", HAND_OVER_LINES)[1:HAND_OVER_LINES])
    if "Batchfile" in claim.languages and _OWN_NAME_IN_BATCH.search(start):
        return True
    own_name = OWN_NAME.get(language)
    lines = re.sub(r"\\\n", " ", start).split("\n")
    return own_name is not None and any(_hands_over(line[:MOST_IN_LINE], own_name, language, claim) for line in lines)


def _hands_over(line: str, own_name: str, language: str, claim: Claim) -> bool:
    """Whether a line runs something with the script itself: instead of it, or by a program of a claimed language."""
    command = re.split(_CONDITION, line)[0]
    command = re.sub(rf"{_PART_OF_IT}(?:{own_name})", "", command)
    found = list(re.finditer(own_name, command))
    if not found or _SAYS.match(command):
        return False
    # Where a line has it several times, the last may be the one that is run.
    if _RUNS.search(command[: found[-1].start()]) or (
        language == "Shell" and command.lstrip().startswith(("//", "/*"))
    ):
        return True
    return any(_makes(word, claim) for word in _WORD.findall(command))


def _makes(word: str, claim: Claim) -> bool:
    """Whether a program is called so that runs or compiles a claimed language."""
    if not claim.accepts.isdisjoint(languages_of(word)):
        return True
    return any(word in _COMPILERS.get(language, ()) for language in claim.languages)
