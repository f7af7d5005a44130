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
        comments=(SEMICOLONS,),
        sign=r"\(",
        comments_are_signs=True,
    ),
    Language(
        "Common Lisp",
        "common-lisp",
        ".lisp",
        comments=(SEMICOLONS,),
        editor_names="cl lisp",
        sign=r"\(",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "Clojure, Emacs Lisp, Racket, Scheme, WebAssembly",
                r"\((?:in-package|defpackage|defgeneric|defmethod|asdf:\w+|declaim)\b|\(loop[ \t]+for\b",
                why="data in parentheses reads as any Lisp",
            ),
        ),
    ),
    Language(
        "Emacs Lisp",
        "emacs-lisp",
        ".el",
        comments=(SEMICOLONS,),
        editor_names="elisp lisp",
        sign=r"\(",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "Common Lisp, Racket, Scheme, WebAssembly",
                (
                    r"\((?:provide|require)[ \t]+'|\((?:defcustom|defgroup|define-minor-mode|define-derived-mode"
                    r"|interactive|add-hook|setq-default)\b"
                ),
                why="short files read as any Lisp",
                proof=(
                    r"\((?:provide|require)[ \t]+'|\((?:defcustom|defgroup|define-minor-mode|define-derived-mode"
                    r"|interactive|add-hook|setq-default)\b"
                ),
            ),
        ),
    ),
    Language(
        "Racket",
        "racket",
        ".rkt",
        accepts="Scheme, Text",
        why="a family of Schemes; Scribble documents are prose",
        comments=(SEMICOLONS,),
        traits=(BARE_WORDS,),
        sign=r"\(",
        comments_are_signs=True,
        passes_for=(
            Construct(
                "Scheme",
                (
                    r"#lang\b|#:\w|\[|λ|\((?:require|provide|module[+*]?|struct|match\*?|for/?\w*|define-syntax-rule"
                    r"|define/\w+|contract-out"
                    r"|check-\w+|send|new|class|with-handlers|define-values|parameterize|place|all-defined-out)[ \t)*]"
                ),
                why="Racket grew out of Scheme",
            ),
        ),
        opens=r"\A(?:;[^\n]*\n|\s)*(#lang) [\w/+-]",
        told_apart=(
            Construct(
                "WebAssembly",
                r"^#lang\b",
                why="lists of lists read as any Lisp",
            ),
        ),
    ),
    Language(
        "Scheme",
        "scheme",
        ".scm",
        accepts="Racket",
        why="what racket runs; tree-sitter's queries are lists",
        comments=(SEMICOLONS,),
        editor_names="lisp",
        sign=r"\(",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "Common Lisp, Emacs Lisp, WebAssembly",
                (
                    r"\(define[ \t]+\(|\(define[ \t]+[\w?!-]+[ \t\n]|\(define-(?:library|module|record-type|syntax)\b"
                    r"|#[tf]\b|\(call/cc\b"
                ),
                why="short files read as any Lisp",
            ),
        ),
    ),
    Language(
        "WebAssembly",
        "wast",
        ".wat",
        spoken="WebAssembly text",
        comments=(SEMICOLONS,),
    ),
)
