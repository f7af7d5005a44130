"""What git attributes and the files committed near a file say for it.

One page saved as users.json is a mistake; a folder of .d files that all hold an assembler's listings is how somebody
names them, whatever the rest of the world does. The folder is asked first: a part of a project has its own ways.
"""

from __future__ import annotations

from langdetect_hook.case import Case
from langdetect_hook.suspicion import NONE, WEAK, looked_at
from langdetect_hook.suspicion.relatives import relatives

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.suspicion import Suspicion


def is_left_out(case: Case, suspicion: Suspicion) -> bool:
    """Whether git attributes leave the file out of everything."""
    return case.is_left_out()


def says_its_language(case: Case, suspicion: Suspicion) -> str:
    """The language that git attributes give the file, whichever it is; or ""."""
    return case.override()


def neighbours_look_the_same(case: Case, suspicion: Suspicion) -> bool:
    """Whether at least two neighbours, and more than look like what they claim, look foreign in the same way: a single
    neighbour may be the same accident twice."""
    thresholds = case.model.thresholds
    near = relatives(suspicion.language, thresholds.accepts_many)
    alike = native = 0
    for circle in case.committed_near(thresholds.most_neighbours):
        for content in circle:
            if content.text is None:
                continue
            other = looked_at(Case(case.claim, content, case.model))
            alike += other.state == WEAK and other.language in near
            native += other.state == NONE
        if alike >= thresholds.alike_neighbours and alike > native:
            return True
    return False
