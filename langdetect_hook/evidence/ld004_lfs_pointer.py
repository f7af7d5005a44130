"""LD004: a Git LFS pointer where content is expected, or content where a pointer belongs.

The form of a pointer is exact: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
"""

from __future__ import annotations

from langdetect_hook.evidence.fact import Evidence, attribute, extension, is_left_out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claims import Claim
    from langdetect_hook.evidence.fact import Attributes
    from langdetect_hook.files.content import Content

FIRST_LINE = "version https://"
MOST_CHARACTERS = 1024  # the specification's limit
POINTER = (
    r"version https://(?:git-lfs\.github\.com|hawser\.github\.com)/spec/v1\n"
    r"(?:ext-\d-[\w.-]+ \w+:[0-9a-f]+\n)*"
    r"oid sha256:[0-9a-f]{64}\n"
    r"size \d+\n*"
)
ABOUT_POINTERS = frozenset({"lfs", "pointer", "pointers"})  # tests of these hold pointers


def is_pointer(content: Content) -> bool:
    """Return whether the whole content is a Git LFS pointer."""
    text = content.text
    if text is None or len(text) > MOST_CHARACTERS or not text.startswith(FIRST_LINE):
        return False
    import re

    return re.fullmatch(POINTER, text) is not None


def finding(path: str, claim: Claim | None, content: Content, attributes: Attributes | None) -> Evidence | None:
    """Return the pointer that git would not replace by its content, or None."""
    if not is_pointer(content) or not _expects_content(path, claim):
        return None
    if attribute(attributes, path, "filter") == "lfs":
        return None
    return Evidence(
        "LD004",
        1,
        "looks like a Git LFS pointer",
        "its content",
        "fetch the content with git lfs pull; if it belongs to Git LFS: "
        f"git lfs track {_pattern(path)} and commit .gitattributes",
    )


def content_where_a_pointer_belongs(path: str, content: Content, attributes: Attributes | None) -> Evidence | None:
    """Return the finding for content in the *index* of a file that git attributes give to Git LFS.

    Only for content from the index: in the working tree the content is where it belongs. See git_lfs.
    """
    if content.problem == "empty" or is_pointer(content):
        return None  # Git LFS leaves an empty file as it is
    if attribute(attributes, path, "filter") != "lfs" or is_left_out(attributes, path):
        return None
    return Evidence(
        "LD004",
        1,
        "looks like content",
        "a Git LFS pointer",
        "run git lfs install, then git add --renormalize for this file",
    )


def _expects_content(path: str, claim: Claim | None) -> bool:
    from langdetect_hook.evidence.made_for_tests import is_made_for_tests_of  # only what would be a finding needs it

    if is_made_for_tests_of(path, ABOUT_POINTERS):
        return False
    if claim is None:
        return extension(path) not in ("", ".txt")
    from langdetect_hook.claims.kinds import DOCUMENTATION

    return not DOCUMENTATION.intersection(claim.languages)


def _pattern(path: str) -> str:
    from shlex import quote

    return quote(f"*{extension(path)}" if extension(path) else path)
