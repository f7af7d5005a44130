"""Evidence: exact facts in the bytes, found before the network is asked.

Each rule is a file of its own that begins with a cheap look at the first bytes: a healthy file costs
microseconds. Git attributes are a function that is called only where a rule would speak otherwise, and
tables that few files need are loaded by the first that does.
"""

from __future__ import annotations

from langdetect_hook.evidence import ld002_shebang as shebang
from langdetect_hook.evidence import ld003_error_page as error_page
from langdetect_hook.evidence import ld004_lfs_pointer as lfs_pointer
from langdetect_hook.evidence import ld005_merge_residue as merge_residue
from langdetect_hook.evidence import ld006_code_fence as code_fence
from langdetect_hook.evidence import ld007_wide_encoding as wide_encoding
from langdetect_hook.evidence import ld008_magic as magic
from langdetect_hook.evidence.fact import Evidence, is_left_out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claims import Claim
    from langdetect_hook.evidence.fact import Attributes
    from langdetect_hook.files.content import Content

__all__ = ["Evidence", "excuses", "findings"]

# What a file is as a whole: the first that speaks is the finding, the others would only say it again.
WHOLE_FILE_RULES = (
    ("LD004", lfs_pointer.finding),
    ("LD003", error_page.finding),
    ("LD008", magic.finding),
    ("LD002", shebang.finding),
    ("LD006", code_fence.finding),
)
# What may stand in any file besides.
PART_RULES = (
    ("LD005", merge_residue.finding),
    ("LD007", wide_encoding.finding),
)


def findings(
    path: str,
    claim: Claim | None,
    content: Content,
    selected: frozenset[str],
    attributes: Attributes | None = None,
) -> list[Evidence]:
    """Return what the exact rules in `selected` (ids) have against `content` under the name `path`.

    `attributes` maps a path to its git attributes and is called only for a file that would be reported
    otherwise.
    """
    if content.problem == "empty":
        return []
    found = []
    for rule, finding in WHOLE_FILE_RULES:
        if rule in selected:
            evidence = finding(path, claim, content, attributes)
            if evidence:
                found.append(evidence)
                break
    for rule, finding in PART_RULES:
        if rule in selected:
            evidence = finding(path, claim, content, attributes)
            if evidence:
                found.append(evidence)
    if not found:
        return found
    from langdetect_hook.claims.declared import IGNORE, pragma

    said = pragma(content)
    if said == IGNORE or is_left_out(attributes, path):
        return []
    return [one for one in found if one.language is None or one.language != said]


def excuses(path: str, claim: Claim | None, content: Content) -> str | None:
    """Return why LD001 must not be raised against this file, or None: see the module `excuse`."""
    from langdetect_hook.claims.declared import excuse

    return excuse(path, claim, content)
