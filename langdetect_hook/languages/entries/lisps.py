"""Lists in parentheses."""

from __future__ import annotations

from langdetect_hook.languages.comments import SEMICOLONS
from langdetect_hook.languages.language import Language
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
