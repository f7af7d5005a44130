"""LD004: a Git LFS pointer where content is expected, or content where a pointer belongs.

The form of a pointer is exact: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
"""

from __future__ import annotations

from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim
    from langdetect_hook.files.content import Content

FIRST_LINE = "version https://"
MOST_CHARACTERS = 1024  # the specification's limit
MOST_OF_TWO = 4 * MOST_CHARACTERS  # of two pointers that a merge put into one file
POINTER = (
    r"version https://(?:git-lfs\.github\.com|hawser\.github\.com)/spec/v1\n"
    r"(?:ext-\d-[\w.-]+ \w+:[0-9a-f]+\n)*"
    r"oid sha256:[0-9a-f]{64}\n"
    r"size \d+\n*"
)
ABOUT_POINTERS = frozenset({"lfs", "pointer", "pointers"})  # tests of these hold pointers


def is_pointer(content: Content) -> bool:
    """Whether the whole content is a Git LFS pointer."""
    text = content.text
    if text is None or len(text) > MOST_CHARACTERS or not text.startswith(FIRST_LINE):
        return False
    import re

    return re.fullmatch(POINTER, text) is not None


def is_broken_pointer(content: Content) -> bool:
    """Whether the content is a pointer with the markers of a merge in it, which Git LFS does not know for one."""
    if not content.text or not content.text.startswith((FIRST_LINE, "<<<<<<< ")):
        return False
    from langdetect_hook.evidence import conflicts

    return conflicts.is_broken_pointer(content.text)


def evidence(case: Case) -> Evidence | None:
    """The pointer that git would not replace by its content, or None."""
    if not is_pointer(case.content):
        return _against_broken(case) if is_broken_pointer(case.content) else None
    from langdetect_hook.overrides import said_of

    if not _expects_content(case.claim) or said_of(case).filter == "lfs":
        return None
    return Evidence(
        "LD004",
        1,
        "looks like a Git LFS pointer",
        "its content",
        "put the content in its place; if it belongs to Git LFS: "
        f"git lfs track {_pattern(case.claim)} && git add .gitattributes && git lfs pull",
    )


def _against_broken(case: Case) -> Evidence | None:
    """The evidence against a pointer that a merge has broken: git never replaces it, whatever its attributes say."""
    if not _expects_content(case.claim):
        return None
    from shlex import quote

    path = quote(case.path) if case.path.isprintable() else "PATH"
    advice = (
        "keep one of the two pointers and delete the other with the markers, or while the merge is unfinished: "
        f"git checkout --ours -- {path} (or --theirs); then git lfs pull"
    )
    return Evidence("LD004", 1, "looks like a Git LFS pointer that a merge has broken", "its content", advice)


def misplaced(path: str) -> Evidence | None:
    """The evidence against content in the *index* where git attributes give the file to Git LFS.

    In the working tree the content is where it belongs, so that only the index can tell. Asked only where a
    `.gitattributes` speaks of Git LFS, see files/git_lfs.
    """
    from langdetect_hook.files import git
    from langdetect_hook.files.content import content_from_bytes

    known = git.attributes(path)
    if known.get("filter") != "lfs":  # before the index is read: most files have nothing to do with Git LFS
        return None
    start = git.start_of_staged(path, MOST_OF_TWO + 1)
    return content_where_a_pointer_belongs(path, content_from_bytes(start), known) if start is not None else None


def content_where_a_pointer_belongs(path: str, content: Content, attributes: Mapping[str, str]) -> Evidence | None:
    """The evidence against content in the *index* of a file that git attributes give to Git LFS.

    Only for content from the index: in the working tree the content is where it belongs.
    """
    if content.problem == "empty" or is_pointer(content) or is_broken_pointer(content):
        return None  # Git LFS leaves an empty file as it is; a broken pointer is told as one
    if attributes.get("filter") != "lfs" or attributes.get("langdetect") == "unset":
        return None
    from shlex import quote

    again = f": git lfs install && git add --renormalize -- {quote(path)}" if path.isprintable() else ""
    advice = f"have Git LFS take it{again}"
    return Evidence("LD004", 1, "looks like content", "a Git LFS pointer", advice)


def _expects_content(claim: Claim) -> bool:
    from langdetect_hook.evidence.made_for_tests import is_made_for_tests_of  # only what would be a finding needs it

    if is_made_for_tests_of(claim.path, ABOUT_POINTERS):
        return False
    if not claim:
        return claim.extension not in ("", ".txt")
    return not claim.has("documentation")


def _pattern(claim: Claim) -> str:
    """What git lfs track is told: all files of a kind that is never text, else this one."""
    from shlex import quote

    if not claim and claim.extension:
        return quote(f"*{claim.extension}")
    return f"--filename {quote(claim.path)}" if claim.path.isprintable() else "PATH"
