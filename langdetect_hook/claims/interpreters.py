"""Interpreters that a shebang names, and the languages of the scripts that each runs.

Names are whole: `tclsh` is not `sh`. A version at the end (`python3.12`, `lua5.4`) is taken off before the
look-up. An interpreter that is not here says nothing. csh and tcsh are left out: they are shells whose
scripts are often named .sh. So are those of fish, which Shell therefore accepts.
"""

from __future__ import annotations

# So far down a script may hand itself over to its real interpreter.
HAND_OVER_LINES = 40
MOST_IN_LINE = 1000  # characters of one that are looked at
SHELL = ("Shell",)
SCRIPT = ("JavaScript", "TypeScript", "CoffeeScript", "PureScript")

INTERPRETERS: dict[str, tuple[str, ...]] = {
    "abcl": ("Common Lisp",),
    "amm": ("Scala",),
    "ash": SHELL,
    "awk": ("Awk",),
    "babashka": ("Clojure",),
    "bash": SHELL,
    "bats": SHELL,
    "bb": ("Clojure",),
    "bigloo": ("Scheme",),
    "bmake": ("Makefile",),
    "bun": SCRIPT,
    "ccl": ("Common Lisp",),
    "chez": ("Scheme",),
    "chezscheme": ("Scheme",),
    "cl-launch": ("Common Lisp",),
    "clisp": ("Common Lisp",),
    "clj": ("Clojure",),
    "clojure": ("Clojure",),
    "coffee": ("CoffeeScript",),
    "crystal": ("Crystal",),
    "cython": ("Cython", "Python"),
    "dart": ("Dart",),
    "dash": SHELL,
    "deno": SCRIPT,
    "dotnet-script": ("C#",),
    "dub": ("D",),
    "ecl": ("Common Lisp",),
    "elixir": ("Elixir",),
    "emacs": ("Emacs Lisp",),
    "emacsclient": ("Emacs Lisp",),
    "escript": ("Erlang",),
    "expect": ("Tcl",),
    "fish": ("fish",),
    "fsharpi": ("F#",),
    "gawk": ("Awk",),
    "gdc": ("D",),
    "gforth": ("Forth",),
    "gjs": ("JavaScript",),
    "gmake": ("Makefile",),
    "gorun": ("Go",),
    "gosh": ("Scheme",),
    "gprolog": ("Prolog",),
    "gracket": ("Racket", "Scheme"),
    "groovy": ("Groovy",),
    "gsi": ("Scheme",),
    "gst": ("Smalltalk",),
    "guile": ("Scheme",),
    "haxe": ("Haxe",),
    "hhvm": ("PHP", "HTML"),
    "iex": ("Elixir",),
    "instantfpc": ("Pascal",),
    "iojs": SCRIPT,
    "ipython": ("Python",),
    "irb": ("Ruby", "Crystal"),
    "itclsh": ("Tcl",),
    "itkwish": ("Tcl",),
    "java": ("Java",),
    "jbang": ("Java",),
    "jimsh": ("Tcl",),
    "joker": ("Clojure",),
    "jruby": ("Ruby",),
    "julia": ("Julia",),
    "jython": ("Python",),
    "kotlin": ("Kotlin",),
    "kotlinc": ("Kotlin",),
    "kscript": ("Kotlin",),
    "ksh": SHELL,
    "lein": ("Clojure",),
    "littler": ("R",),
    "lua": ("Lua",),
    "luajit": ("Lua",),
    "luau": ("Lua",),
    "lune": ("Lua",),
    "macruby": ("Ruby", "Crystal"),
    "make": ("Makefile",),
    "mawk": ("Awk",),
    "micropython": ("Python",),
    "mix": ("Elixir",),
    "mksh": SHELL,
    "mlton": ("Standard ML",),
    "mruby": ("Ruby", "Crystal"),
    "mzscheme": ("Scheme", "Racket"),
    "nawk": ("Awk",),
    "nim": ("Nim",),
    "nimrun": ("Nim",),
    "node": SCRIPT,
    "nodejs": SCRIPT,
    "nu": ("Nushell",),
    "nvim": ("Vim script", "Lua"),
    "ocaml": ("OCaml",),
    "octave": ("MATLAB",),
    "openrc-run": SHELL,
    "original-awk": ("Awk",),
    "pdksh": SHELL,
    "perl": ("Perl", "Raku"),  # Raku was Perl 6: its files still say perl here and there
    "perl6": ("Raku", "Perl"),
    "petite": ("Scheme",),
    "phantomjs": SCRIPT,
    "php": ("PHP", "HTML"),
    "plackup": ("Perl",),
    "poly": ("Standard ML",),
    "polyml": ("Standard ML",),
    "powershell": ("PowerShell",),
    "psql": ("SQL",),
    "puppet": ("Puppet",),
    "pwsh": ("PowerShell",),
    "pypy": ("Python",),
    "python": ("Python", "Cython", "Starlark"),
    "pythonw": ("Python",),
    "qjs": ("JavaScript",),
    "racket": ("Racket", "Scheme"),
    "rake": ("Ruby",),
    "raku": ("Raku",),
    "rakudo": ("Raku",),
    "rbash": SHELL,
    "rbx": ("Ruby", "Crystal"),
    "rdmd": ("D",),
    "rhino": ("JavaScript",),
    "rscript": ("R",),
    "ruby": ("Ruby", "Crystal"),  # Crystal's own samples began as Ruby
    "runghc": ("Haskell",),
    "runhaskell": ("Haskell",),
    "runhugs": ("Haskell",),
    "rust-script": ("Rust",),
    "sage": ("Python",),
    "sbcl": ("Common Lisp",),
    "scala": ("Scala",),
    "scala-cli": ("Scala",),
    "scheme": ("Scheme",),
    "scsh": ("Scheme",),
    "sh": SHELL,
    "sml": ("Standard ML",),
    "sqlite3": ("SQL",),
    "stack": ("Haskell",),
    "swift": ("Swift",),
    "swipl": ("Prolog",),
    "tclsh": ("Tcl",),
    "texlua": ("Lua",),
    "truffleruby": ("Ruby", "Crystal"),
    "ts-node": SCRIPT,
    "tsx": SCRIPT,
    "utop": ("OCaml",),
    "vala": ("Vala",),
    "vim": ("Vim script",),
    "vite-node": SCRIPT,
    "wish": ("Tcl",),
    "yap": ("Prolog",),
    "yash": SHELL,
    "zsh": SHELL,
    "zx": SCRIPT,
}


def interpreter(text: str) -> str:
    """The name of the interpreter in the first line (or nix-shell's, in the next ones), or ""."""
    if not text.startswith("#!"):
        return ""
    end = text.find("\n")
    line = text[2:] if end < 0 else text[2:end]
    name = _name_of(line)
    if name == "nix-shell":
        return _name_in_nix_shell(text)
    return name


def languages_of(name: str) -> tuple[str, ...]:
    """The languages that the interpreter `name` runs; () where it is not known."""
    name = name.lower()
    if name.endswith(".exe"):
        name = name[:-4]
    return INTERPRETERS.get(name) or INTERPRETERS.get(name.rstrip("0123456789.-_"), ())


def handed_over_to(text: str) -> str | None:
    """The interpreter to which a shell script hands itself over: `exec tclsh "$0"`, or a script in its first line.

    None: it does not; "": to something that cannot be told.
    """
    import re

    line, _, below = text[2:].partition("\n")
    words = line.split()[1:]
    if words and words[0].startswith("/") and not line.strip().startswith("/usr/bin/env"):
        return _name_of(words[0])
    start = "\n".join(line[:MOST_IN_LINE] for line in below.split("\n", HAND_OVER_LINES)[:HAND_OVER_LINES])
    found = re.search(r"^(?![ \t]*#)[^\n]*?(?<![\w.-])exec[\"']?[ \t]+[\"']?([^\n]*?)\$\{?0(?!\w)", start, re.MULTILINE)
    if not found or not found[1].strip(" \"'"):
        return None
    command = re.sub(r"\$\{\w+:?-([^}]*)\}", r"\1", found[1])  # ${GUILE-guile}
    return _name_of(command) if "$" not in command else ""


def _name_of(line: str) -> str:
    """The base name of the program that a shebang line runs, through `env` and its options."""
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
    """The program among the words after `env`: the first that is no option, value or variable."""
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
    """The interpreter that `#! nix-shell -i NAME` gives in one of the lines after the first."""
    for line in text.split("\n", 6)[1:6]:
        words = line.replace("#!", " ").split()
        if "nix-shell" in words and "-i" in words[:-1]:
            return words[words.index("-i") + 1].rsplit("/", 1)[-1]
    return ""
