"""ML and its descendants, and what is as far from C as they are."""

from __future__ import annotations

from langdetect_hook.languages.comments import BRACES, HASHES, HYPHENS, PARENTHESES, PERCENTS, SLASHES, STARS
from langdetect_hook.languages.language import Language
from langdetect_hook.languages.traits import CARRIES_CODE, DOCUMENTATION, PREPROCESSED

ENTRIES = (
    Language("Elixir", "elixir", ".ex", comments=(HASHES,), sign=r"\b(?:do|use|import|config|def\w*)\b"),
    Language(
        "Elm",
        "elm",
        ".elm",
        comments=(HYPHENS, BRACES),
        sign=r"^module\s|^import\s|=",
        comments_are_signs=True,
    ),
    Language(
        "Erlang",
        "erlang",
        ".erl",
        comments=(PERCENTS,),
        sign=r"^[ \t]*-\w+|->",
        comments_are_signs=True,
    ),
    Language(
        "F#",
        "fsharp",
        ".fs",
        comments=(SLASHES, PARENTHESES),
        editor_names="fsharp",
        sign=r"\b(?:let|module|namespace|open|type|member)\b|/\*",
        comments_are_signs=True,
    ),
    Language(
        "Haskell",
        "haskell",
        ".hs",
        comments=(HYPHENS, BRACES),
        traits=(PREPROCESSED,),
        sign=r"::|=|->|\bmodule\b|\bimport\b",
        comments_are_signs=True,
        # The type of a function, with its name at the margin.
        mark=r"^[a-z_][\w']*[ \t]+::(?:[ \t]|$)",
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE, "Fortran", "PureScript"),
    ),
    Language(
        "OCaml",
        "ocaml",
        ".ml",
        comments=(PARENTHESES,),
        editor_names="ml tuareg",
        sign=r"\b(?:and|exception|include|let|module|open|type|val)\b",
        comments_are_signs=True,
    ),
    Language("Prolog", "prolog", ".prolog", comments=(STARS, PERCENTS), sign=r":-|\.\s*$"),
    Language("PureScript", "purescript", ".purs", comments=(HYPHENS, BRACES)),
    Language(
        "Standard ML",
        "sml",
        ".sml",
        accepts="OCaml",
        why="ML dialects; short files read as either",
        comments=(PARENTHESES,),
        editor_names="ml sml",
    ),
)
