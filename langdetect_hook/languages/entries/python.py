"""Python and its dialects."""

from __future__ import annotations

from langdetect_hook.languages.comments import HASHES, PAST_COMMENTS
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.quotes import TRIPLED
from langdetect_hook.languages.traits import CARRIES_CODE, DOCUMENTATION, NEVER_RUN, PREPROCESSED

ENTRIES = (
    Language(
        "Cython",
        "cython",
        ".pyx",
        accepts="Python",
        why="Python with C declarations",
        comments=(HASHES,),
        traits=(PREPROCESSED,),
        told_apart=(
            Construct(
                "Python",
                r"^[ \t]*(?:cdef|cpdef|cimport|ctypedef)\b|^[ \t]*from\s+[\w.]+\s+cimport\b",
                why="Python is nearly Cython",
                proof=r"^[ \t]*(?:cdef|cpdef|cimport|ctypedef)\b|^[ \t]*from\s+[\w.]+\s+cimport\b",
            ),
        ),
        passes_for=(
            Construct(
                "Python",
                (
                    r"\b(?:cdef|cpdef|cimport|ctypedef|nogil|gil|sizeof|inline|NULL|Py_ssize_t|size_t|u?int\d+_t)\b"
                    r"|<[A-Za-z_ ]+\*?>[\w(&]|&\w"
                    r"|\b(?:int|double|float|long|char|bint|object|str|void)[ \t*]+\w+[ \t]*[,)=:]"
                ),
                why="Python is nearly Cython",
            ),
        ),
    ),
    Language(
        "Meson",
        "meson",
        "meson.build",
        comments=(HASHES,),
        traits=(NEVER_RUN,),
        told_apart=(
            Construct(
                "Starlark",
                (
                    r"^[ \t]*project\([ \t]*\n?[ \t]*'|\b(?:dependency|declare_dependency|executable|find_program"
                    r"|static_library)\([ \t]*\n?[ \t]*'|^[ \t]*end(?:foreach|if)\b"
                ),
                why="short build files read as either",
            ),
        ),
    ),
    Language(
        "Mojo",
        "mojo",
        ".mojo",
        accepts="Python",
        why="Mojo grew out of Python; a file of functions is both",
        comments=(HASHES,),
        sign=r"\b(?:alias|comptime|def|fn|from|import|struct|trait|var)\b",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "Python",
                (
                    r"^[ \t]*(?:fn|struct|trait)[ \t]+\w+|^[ \t]*(?:alias|comptime|var)[ \t]+\w+\s*[:=]"
                    r"|\b(?:inout|owned|raises)[ \t]+\w"
                ),
                why="Mojo grew out of Python",
            ),
        ),
        passes_for=(
            Construct(
                "Python",
                (
                    r"\b(?:fn|struct|trait|alias|comptime|var|inout|owned|borrowed|mut|raises|SIMD|DType"
                    r"|UnsafePointer|StringLiteral)\b"
                    r"|\b(?:U?Int|Float)(?:8|16|32|64)\b|@(?:always_inline|parameter|value"
                    r"|register_passable|fieldwise_init)\b"
                ),
                why="Mojo grew out of Python",
            ),
        ),
    ),
    Language(
        "Python",
        "python",
        ".py",
        accepts="Starlark",
        why="build scripts are Python as well",
        comments=(HASHES,),
        traits=(PREPROCESSED,),
        editor_names="python3",
        parser="python",
        mark=(
            r"^[ \t]*def\s+\w+\s*\([^)\n]*\)\s*(?:->[^:\n]+)?:[ \t]*(?:#.*)?$|^from\s+[\w.]+\s+import\s"
            # A string over several lines has a name, whatever it holds.
            r"|^[A-Za-z_]\w*[ \t]*=[ \t]*[rRbBuUfF]{0,2}(?:\"{3}|'{3})(?!.*(?:\"{3}|'{3}))"
        ),
        mark_shared_by=(
            DOCUMENTATION,
            CARRIES_CODE,
            "CoffeeScript",
            "Crystal",
            "Cython",
            "Elixir",
            "Groovy",
            "Julia",
            "Mojo",
            "Nim",
            "Swift",
            "TOML",
            "GDScript",
            "HTML",
            "Jinja",
            "Shell",
            "Starlark",
            "Vim script",
            "YAML",
        ),
        # One large value, more than is read of a file.
        begins=PAST_COMMENTS + r"\w+\s*(?::[^=\n]+)?=\s*[\[{(]",
        carries=("CSV", "JSON", "YAML"),
        # A module's documentation, and patches that its tests must make.
        holds=r"\A(?:#[^\n]*\n)*[rRuU]?(?:\"\"\"|''')[\s\S]*?^@@ -\d",
        told_apart=(
            Construct(
                "Meson, Starlark",
                (
                    r"^[ \t]*(?:from[ \t]+[\w.]+[ \t]+import|import[ \t]+[\w.]+|class[ \t]+\w+|while[ \t]|try:"
                    r"|raise\b|with[ \t]|yield\b|async[ \t])"
                ),
                why="Starlark has no classes and no modules of its own",
            ),
        ),
    ),
    Language(
        "Starlark",
        "",
        ".bzl",
        comments=(HASHES,),
        quoted=TRIPLED,
        traits=(NEVER_RUN,),
        told_apart=(
            Construct(
                "Meson",
                r"^load\(|^[ \t]*def[ \t]+\w+",
                why="short build files read as either",
            ),
            Construct(
                "Python",
                r"^load\(\s*[\"']|^[ \t]*(?:cc|py|java|go)_(?:library|binary|test)\(",
                why="Starlark is Python without classes",
                decisive=True,
            ),
        ),
        passes_for=(
            Construct(
                "Python",
                (
                    r"^load\(|^[a-z_]+\($|\b(?:srcs|deps|visibility|hdrs|copts|testonly)[ \t]*=|\bctx\b"
                    r"|\b(?:native|attr|repository_ctx)\."
                    r"|\b(?:rule|glob|select|depset|struct|provider|Label|filegroup|package)\(|\"//|\":"
                ),
                why="functions of a dialect of Python",
            ),
        ),
    ),
)
