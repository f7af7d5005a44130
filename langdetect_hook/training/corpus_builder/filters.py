"""Which files are no example of how people write a language: vendored, generated, minified, unreadable, too short."""

from __future__ import annotations

import codecs
import re

from langdetect_hook.evidence.ld004_lfs_pointer import POINTER

FILE_BYTES = 64 << 10  # what is kept of a longer file
LEAST_BYTES = 60
LONGEST_LINE = 4096
MEAN_LINE = 300

# Folders that hold another project's files, or what a build made. A source's `allow` makes exceptions.
ELSEWHERE = re.compile(
    r"/(?:\.git|\.pc|__pycache__|bower_components|build|dist|extern|external|externals|missing-sources"
    r"|node_modules|site-packages/[^/]+\.dist-info|[^/]+\.egg-info|third-?party|third_party|thirdparty|vendor|vendored|_vendor)/"
)

# A package is what somebody chose to publish; a repository also holds what its tools brought: other projects' code and
# settings, and single files that each of a thousand repositories has a copy of.
ELSEWHERE_IN_REPOSITORIES = re.compile(
    r"/(?:\.(?:bundle|eggs|gradle|idea|mvn|nuget|settings|venv|vs|vscode|yarn)|3rd-?party|3rd_party|__generated__"
    r"|_build|bower|carthage|ckeditor|codemirror|deps|elm-stuff|font-?awesome|generated|godeps|googletest|gtest"
    r"|jspm_packages|mathjax|packages/[^/]+\.\d+(?:\.\d+)+|pods|site-packages|submodules|subprojects|tiny_?mce|venv"
    r"|vendors|virtualenv|wp-admin|wp-includes|xcuserdata|[^/]+\.(?:xcodeproj|xcworkspace)|gradle/wrapper)/"
    r"|\.(?:class|extension|package|trait)/(?:method)?properties\.json$"  # Smalltalk's browsers keep them
    r"|/(?:gradlew|mvnw)(?:\.bat|\.cmd)?$"
    r"|/(?:\.terraform\.lock\.hcl|bun\.lock|deno\.lock|flake\.lock|go\.sum|mix\.lock|move\.lock|npm-shrinkwrap\.json"
    r"|packages\.lock\.json|pdm\.lock|pipfile\.lock|podfile\.lock|pubspec\.lock|scarb\.lock|shard\.lock|uv\.lock)$"
    r"|/(?:bootstrap|font-?awesome|jquery)(?:[-._][\w.-]+)?\.(?:css|js|less|scss)$"
    r"|/(?:angular|animate|backbone|d3|ember|handlebars|highlight|html5shiv|knockout|leaflet|lodash|modernizr|moment"
    r"|mootools|mustache|normalize|prettify|prototype|raphael|react|require|reset|respond|swfobject|three|underscore"
    r"|vue|zepto)(?:[-._](?:\d[\w.]*|all|bundle|core|custom|full|pack|slim))*\.(?:css|js|less|scss)$"
    r"|/(?:catch\.hpp|cjson\.[ch]|doctest\.h|imgui(?:_\w+)?\.(?:cpp|h)|json\.hpp|khash\.h|lodepng\.(?:cpp|h)"
    r"|miniz\.[ch]|pugixml\.[ch]pp|sqlite3(?:ext)?\.[ch]|stb_\w+\.h|tinyxml2?\.(?:cpp|h)|uthash\.h)$"
)

# Files that are made by a tool although they may not say so.
MADE_BY_TOOLS = re.compile(
    r"(?:/|^)(?:aclocal\.m4|cargo\.lock|composer\.lock|config\.(?:guess|rpath|sub)|configure|depcomp|gemfile\.lock"
    r"|install-sh|libtool\.m4|lt[a-z~]+\.m4|ltmain\.sh|makefile\.in\.in|missing|mkinstalldirs|package-lock\.json"
    r"|pkg-info|pnpm-lock\.yaml|poetry\.lock|yarn\.lock|ylwrap|[^/]+[.-]min\.[a-z]+|[^/]+\.bundle\.[a-z]+"
    r"|[^/]+_pb2(?:_grpc)?\.py|[^/]+\.pb\.(?:cc|go|h)|[^/]+\.designer\.(?:cs|vb)|[^/]+\.g\.(?:cs|dart))$"
)

# What generated files say near the top. "Generated" alone is a word of ordinary prose.
SAYS_GENERATED = re.compile(
    r"@generated\b|auto-?matically generated|auto-?generated|do not (?:edit|modify)"
    r"|generated (?:automatically|by|from)|don't edit|machine[- ]generated|this file (?:is|was) generated",
    re.I,
)
TOP_LINES = 12

# Here one long line is how the language is written, or what the files are for.
LONG_LINES = frozenset({"CSV", "Diff", "Gettext Catalog", "JSON", "Markdown", "PostScript", "SVG", "Text", "XML"})

# Tags of Jinja, Django, Liquid, ERB and their like: such a file is as much a template as what its name says.
TEMPLATE_TAG = re.compile(r"\{%-?\s*\w[^%\n]*%\}|<%[-=#]?[^%\n]*%>")
TEMPLATED = frozenset(
    {"CSV", "HTML", "INI", "JSON", "Markdown", "SVG", "Text", "TOML", "XML", "YAML", "reStructuredText"}
)


def is_elsewhere(path: str, allow: tuple[str, ...], in_repository: bool = False) -> bool:
    """Whether the path lies in a folder of vendored or built files that the source doesn't allow."""
    whole = "/" + path.lower()
    is_foreign = ELSEWHERE.search(whole) or (in_repository and ELSEWHERE_IN_REPOSITORIES.search(whole))
    return bool(is_foreign) and not is_allowed(path, allow)


def is_allowed(path: str, allow: tuple[str, ...]) -> bool:
    """Whether the source says that the path is its own, whatever it looks like."""
    return any(part.lower() in f"/{path.lower()}" for part in allow)


def text_of(raw: bytes) -> str | None:
    """The text of a file, cut at a line's end within FILE_BYTES; None if it is binary."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            raw = raw.decode("utf-16").encode()
        except UnicodeError:
            return None
    if b"\0" in raw:
        return None
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    is_cut = len(raw) > FILE_BYTES
    if is_cut:
        raw = raw[: raw.rfind(b"\n", 0, FILE_BYTES) + 1 or FILE_BYTES]
    try:
        # where a line is longer than that, the character that the cut divides is left out
        text = codecs.getincrementaldecoder("utf-8")().decode(raw, final=not is_cut)
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
        if sum(not character.isprintable() and character not in "\t\n\f\r" for character in text) > len(text) / 100:
            return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def fault_of(language: str, path: str, text: str) -> str:
    """Why a file is no good example of its language; "" if it may be one."""
    if len(text.strip()) < LEAST_BYTES:
        return "too short"
    if re.fullmatch(POINTER, text):
        return "a Git LFS pointer"
    if MADE_BY_TOOLS.search(path.lower()):
        return "generated (its name)"
    lines = text.split("\n")
    if SAYS_GENERATED.search("\n".join(lines[:TOP_LINES])):
        return "generated (says so)"
    if language not in LONG_LINES and (
        max(map(len, lines)) > LONGEST_LINE or len(text) / max(1, sum(map(bool, lines))) > MEAN_LINE
    ):
        return "minified or with very long lines"
    if language in TEMPLATED and TEMPLATE_TAG.search(text):
        return "a template"
    return ""
