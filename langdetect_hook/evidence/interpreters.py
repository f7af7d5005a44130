"""Interpreters that a shebang names, and the languages of the scripts that each runs.

Names are whole: `tclsh` is not `sh`. A version at the end (`python3.12`, `lua5.4`) is taken off before the
look-up. An interpreter that is not here says nothing. csh, tcsh and fish are left out: they are shells whose
scripts are often named .sh.
"""

from __future__ import annotations

SHELL = ("Shell",)
SCRIPT = ("JavaScript", "TypeScript", "CoffeeScript", "PureScript")

INTERPRETERS: dict[str, tuple[str, ...]] = {
    "ash": SHELL,
    "awk": ("Awk",),
    "bash": SHELL,
    "bats": SHELL,
    "bun": SCRIPT,
    "clisp": ("Common Lisp",),
    "clojure": ("Clojure",),
    "coffee": ("CoffeeScript",),
    "crystal": ("Crystal",),
    "cython": ("Cython", "Python"),
    "dart": ("Dart",),
    "dash": SHELL,
    "deno": SCRIPT,
    "ecl": ("Common Lisp",),
    "elixir": ("Elixir",),
    "emacs": ("Emacs Lisp",),
    "escript": ("Erlang",),
    "expect": ("Tcl",),
    "fsharpi": ("F#",),
    "gawk": ("Awk",),
    "gjs": ("JavaScript",),
    "gmake": ("Makefile",),
    "gosh": ("Scheme",),
    "groovy": ("Groovy",),
    "guile": ("Scheme",),
    "iojs": SCRIPT,
    "ipython": ("Python",),
    "java": ("Java",),
    "jruby": ("Ruby",),
    "julia": ("Julia",),
    "jython": ("Python",),
    "kotlin": ("Kotlin",),
    "kotlinc": ("Kotlin",),
    "kscript": ("Kotlin",),
    "ksh": SHELL,
    "lua": ("Lua",),
    "luajit": ("Lua",),
    "make": ("Makefile",),
    "mawk": ("Awk",),
    "micropython": ("Python",),
    "mksh": SHELL,
    "nawk": ("Awk",),
    "node": SCRIPT,
    "nodejs": SCRIPT,
    "ocaml": ("OCaml",),
    "octave": ("MATLAB",),
    "openrc-run": SHELL,
    "pdksh": SHELL,
    "perl": ("Perl", "Raku"),  # Raku was Perl 6: its files still say perl here and there
    "perl6": ("Raku", "Perl"),
    "php": ("PHP", "HTML"),
    "pwsh": ("PowerShell",),
    "pypy": ("Python",),
    "python": ("Python", "Cython", "Starlark"),
    "pythonw": ("Python",),
    "racket": ("Racket", "Scheme"),
    "rake": ("Ruby",),
    "raku": ("Raku",),
    "rakudo": ("Raku",),
    "rbash": SHELL,
    "rdmd": ("D",),
    "rscript": ("R",),
    "ruby": ("Ruby", "Crystal"),  # Crystal's own samples began as Ruby
    "runghc": ("Haskell",),
    "runhaskell": ("Haskell",),
    "sbcl": ("Common Lisp",),
    "scala": ("Scala",),
    "scheme": ("Scheme",),
    "sh": SHELL,
    "swift": ("Swift",),
    "swipl": ("Prolog",),
    "tclsh": ("Tcl",),
    "texlua": ("Lua",),
    "ts-node": SCRIPT,
    "tsx": SCRIPT,
    "wish": ("Tcl",),
    "yash": SHELL,
    "zsh": SHELL,
}


def interpreter(text: str) -> str:
    """Return the name of the interpreter in the first line (or nix-shell's, in the next ones), or ""."""
    if not text.startswith("#!"):
        return ""
    end = text.find("\n")
    line = text[2:] if end < 0 else text[2:end]
    name = _name_of(line)
    if name == "nix-shell":
        return _name_in_nix_shell(text)
    return name


def languages_of(name: str) -> tuple[str, ...]:
    """Return the languages that the interpreter `name` runs; () where it is not known."""
    name = name.lower()
    if name.endswith(".exe"):
        name = name[:-4]
    return INTERPRETERS.get(name) or INTERPRETERS.get(name.rstrip("0123456789.-_"), ())


def _name_of(line: str) -> str:
    """Return the base name of the program that a shebang line runs, through `env` and its options."""
    words = line.replace('"', " ").replace("'", " ").split()
    if not words:
        return ""
    name = words[0].replace("\\", "/").rsplit("/", 1)[-1]
    if name == "env":
        return _name_after_env(words[1:])
    if name == "busybox" and len(words) > 1:
        return words[1]
    return name


def _name_after_env(words: list[str]) -> str:
    """Return the program among the words after `env`: the first that is no option, value or variable."""
    value = False
    for word in words:
        if value:
            value = False
        elif word in ("-u", "--unset", "-C", "--chdir"):
            value = True
        elif word.startswith("-S") and len(word) > 2:
            return word[2:].rsplit("/", 1)[-1]
        elif not word.startswith("-") and "=" not in word:
            return word.rsplit("/", 1)[-1]
    return ""


def _name_in_nix_shell(text: str) -> str:
    """Return the interpreter that `#! nix-shell -i NAME` gives in one of the lines after the first."""
    for line in text.split("\n", 6)[1:6]:
        words = line.replace("#!", " ").split()
        if "nix-shell" in words and "-i" in words[:-1]:
            return words[words.index("-i") + 1].rsplit("/", 1)[-1]
    return ""
