"""ML and its descendants, and what is as far from C as they are."""

from __future__ import annotations

from langdetect_hook.languages.comments import BRACES, HASHES, HYPHENS, PARENTHESES, PERCENTS, SLASHES, STARS
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.quotes import BRACED, QUASI, TRIPLED
from langdetect_hook.languages.traits import CARRIES_CODE, DOCUMENTATION, PREPROCESSED

ENTRIES = (
    Language(
        "Agda",
        "agda",
        ".agda",
        comments=(HYPHENS, BRACES),
        sign=r"\b(?:data|import|module|open|postulate|record|where)\b|→",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "Haskell",
                r"[→∀λ≡∷⟨⟩₁₂]|\bopen import\b|\bpostulate\b|:\s*Set\b|^[ \t]*(?:infix[lr]?[ \t]+\d+[ \t]+_|field$)",
                why="Agda grew out of Haskell",
            ),
        ),
    ),
    Language("Elixir", "elixir", ".ex", comments=(HASHES,), sign=r"\b(?:do|use|import|config|def\w*)\b"),
    Language(
        "Elm",
        "elm",
        ".elm",
        comments=(HYPHENS, BRACES),
        quoted=TRIPLED,
        sign=r"^module\s|^import\s|=",
        comments_are_signs=True,
    ),
    Language(
        "Erlang",
        "erlang",
        ".erl",
        comments=(PERCENTS,),
        quoted=TRIPLED,
        sign=r"^[ \t]*-\w+|->",
        comments_are_signs=True,
    ),
    Language(
        "F#",
        "fsharp",
        ".fs",
        comments=(SLASHES, PARENTHESES),
        editor_names="fsharp",
        quoted=TRIPLED,
        sign=r"\b(?:let|module|namespace|open|type|member)\b|/\*",
        mark=r"^#(?:I|load|r)[ \t]+@?\"",
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE),
        comments_are_signs=True,
    ),
    Language(
        "Gleam",
        "gleam",
        ".gleam",
        comments=(SLASHES,),
        sign=r"\b(?:const|fn|import|pub|type)\b",
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
        quoted=QUASI,
        # The type of a function, with its name at the margin.
        mark=r"^[a-z_][\w']*[ \t]+::(?:[ \t]|$)",
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE, "Fortran", "PureScript"),
        told_apart=(
            Construct(
                "Agda",
                r"^import[ \t]+qualified\b|^[a-z]\w*[ \t]+::[ \t]|\bderiving\b|^(?:newtype|class)[ \t]+[A-Z]",
                why="Agda grew out of Haskell",
            ),
        ),
    ),
    # Lean 3 and Lean 4: Linguist has a name for each, but their files share names and look alike.
    Language(
        "Lean",
        "lean",
        ".lean",
        comments=(HYPHENS,),
        editor_names="lean3 lean4",
        sign=(
            r"\b(?:abbrev|axiom|class|constant|def|elab|end|example|import|inductive|instance|lemma|macro"
            r"|namespace|open"
            r"|section|structure|syntax|theorem|universe|variable)s?\b|^#\w|/-"
        ),
        comments_are_signs=True,
    ),
    Language(
        "OCaml",
        "ocaml",
        ".ml",
        comments=(PARENTHESES,),
        editor_names="ml tuareg",
        quoted=BRACED,
        sign=r"\b(?:and|exception|include|let|module|open|type|val)\b",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "Standard ML",
                (
                    r"^let[ \t]+(?:rec[ \t]+)?\w[^\n=]*=|;;[ \t]*$|\bmatch\b[^\n]*\bwith\b"
                    r"|^module[ \t]+[A-Z]\w*[ \t]*=[ \t]*struct"
                ),
                why="ML dialects; short files read as either",
                proof=(
                    r"^let[ \t]+(?:rec[ \t]+)?\w[^\n=]*=|;;[ \t]*$|\bmatch\b[^\n]*\bwith\b"
                    r"|^module[ \t]+[A-Z]\w*[ \t]*=[ \t]*struct"
                ),
            ),
        ),
    ),
    Language("Prolog", "prolog", ".prolog", comments=(STARS, PERCENTS), sign=r":-|\.\s*$"),
    Language("PureScript", "purescript", ".purs", comments=(HYPHENS, BRACES)),
    Language(
        "Rocq Prover",
        "coq",
        ".v",
        comments=(PARENTHESES,),
        editor_names="coq rocq",
        sign=(
            r"\b(?:axiom|class|declare|definition|example|export|fixpoint|goal|hint|import|inductive|instance"
            r"|lemma|ltac"
            r"|module|notation|parameter|proof|record|require|section|set|theorem|variable)s?\b"
        ),
        comments_are_signs=True,
    ),
    Language(
        "Standard ML",
        "sml",
        ".sml",
        comments=(PARENTHESES,),
        editor_names="ml sml",
    ),
)
