"""What git attributes and the files near a file say for it: those that are committed, or without a repository those
beside it.

One page saved as users.json is a mistake; a folder of .d files that all hold an assembler's listings is how somebody
names them, whatever the rest of the world does. The folder is asked first: a part of a project has its own ways.
"""

from __future__ import annotations

from langdetect_hook.case import Case
from langdetect_hook.files.sources import beside
from langdetect_hook.languages import having
from langdetect_hook.languages.traits import PAGE
from langdetect_hook.overrides import said_of
from langdetect_hook.suspicion import NONE, WEAK, looked_at
from langdetect_hook.suspicion.relatives import relatives

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from langdetect_hook.files.content import Content
    from langdetect_hook.suspicion import Suspicion


# What neighbours looked like that other suspected files had, too: a folder has many suspected files or none.
_seen_before: dict[tuple[object, ...], Suspicion] = {}
_MOST_SEEN = 64  # the texts are kept as well


def is_left_out(case: Case, suspicion: Suspicion) -> bool:
    """Whether git attributes leave the file out of everything."""
    return said_of(case).is_left_out


def neighbours_look_the_same(case: Case, suspicion: Suspicion) -> bool:
    """Whether at least two neighbours, and more than look like what they claim, look foreign in the same way: a single
    neighbour may be the same accident twice."""
    thresholds = case.model.thresholds
    return _look_the_same(case, suspicion, case.committed_near(thresholds.most_neighbours), thresholds.alike_neighbours)


def others_look_the_same(case: Case, suspicion: Suspicion) -> bool:
    """Whether in a folder without a repository several files with the same extension, and more than look like what they
    claim, look foreign in the same way: nobody has committed them, so that more are needed. Not of pages, which a
    script saves by the dozen under a wrong name."""
    if suspicion.language in having(PAGE) or case.is_nowhere:
        return False
    thresholds = case.model.thresholds
    return _look_the_same(case, suspicion, [beside(case.path, thresholds.most_neighbours)], thresholds.alike_beside)


def _look_the_same(case: Case, suspicion: Suspicion, circles: Iterable[Iterable[Content]], enough: int) -> bool:
    """Whether `enough` neighbours, and more than look like what they claim, look foreign in the same way; no circle is
    asked beyond the first in which they do."""
    near = relatives(suspicion.language, case.model.thresholds.accepts_many)
    alike = native = 0
    for circle in circles:
        for other in (_seen(case, content) for content in circle if content.text is not None):
            alike += other.state == WEAK and other.language in near
            native += other.state == NONE
        if alike >= enough and alike > native:
            return True
    return False


def _seen(case: Case, neighbour: Content) -> Suspicion:
    """What the network holds against a neighbour under the claim of the file."""
    key = (case.model, case.claim.accepts, case.claim.languages, neighbour.text)
    if key not in _seen_before:
        if len(_seen_before) >= _MOST_SEEN:
            del _seen_before[next(iter(_seen_before))]
        _seen_before[key] = looked_at(Case(case.claim, neighbour, case.model))
    return _seen_before[key]
