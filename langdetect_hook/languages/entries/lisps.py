"""Lists in parentheses."""

from __future__ import annotations

from langdetect_hook.languages.comments import SEMICOLONS
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.traits import BARE_WORDS

ENTRIES = (
    Language(
        "Clojure",
        "clojure",
        ".clj",
        accepts="Common Lisp",
        why="data in parentheses reads as either",
        comments=(SEMICOLONS,),
        sign=r"\(",
        comments_are_signs=True,
    ),
    Language(
        "Common Lisp",
        "common-lisp",
        ".lisp",
        accepts="Emacs Lisp, Scheme",
        why="short Lisp files read as any Lisp",
        comments=(SEMICOLONS,),
        editor_names="cl lisp",
        sign=r"\(",
        comments_are_signs=True,
    ),
    Language(
        "Emacs Lisp",
        "emacs-lisp",
        ".el",
        accepts="Common Lisp, Scheme",
        why="short Lisp files read as any Lisp",
        comments=(SEMICOLONS,),
        editor_names="elisp lisp",
        sign=r"\(",
        comments_are_signs=True,
    ),
    Language(
        "Racket",
        "racket",
        ".rkt",
        accepts="Common Lisp, Emacs Lisp, Scheme, Text",
        why="a family of Schemes; Scribble documents are prose",
        comments=(SEMICOLONS,),
        traits=(BARE_WORDS,),
        sign=r"\(",
        comments_are_signs=True,
        passes_for=(
            Construct(
                "Scheme",
                (
                    r"#lang\b|#:\w|\[|λ|\((?:require|provide|module[+*]?|struct|match\*?|for/?\w*|define-syntax-rule|define/\w+|contract-out"
                    r"|check-\w+|send|new|class|with-handlers|define-values|parameterize|place|all-defined-out)[ \t)*]"
                ),
                why="Racket grew out of Scheme",
            ),
        ),
        opens=r"\A(?:;[^\n]*\n|\s)*(#lang) [\w/+-]",
    ),
    Language(
        "Scheme",
        "scheme",
        ".scm",
        accepts="Common Lisp, Emacs Lisp, Racket",
        why="dialects; tree-sitter's queries are lists",
        comments=(SEMICOLONS,),
        editor_names="lisp",
        sign=r"\(",
        comments_are_signs=True,
    ),
    Language(
        "WebAssembly",
        "wast",
        ".wat",
        spoken="WebAssembly text",
        accepts="Common Lisp, Racket, Scheme",
        why="lists of lists; short modules read as Lisp",
        comments=(SEMICOLONS,),
    ),
)
