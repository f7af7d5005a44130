"""A project's own convention: what it has committed under such names is no accident.

One page saved as users.json is a mistake; a folder of .d files that all hold an assembler's listings is how somebody
names them, whatever the rest of the world does. The folder is asked first: a part of a project has its own ways. Asked
only before a finding is given out.
"""

from __future__ import annotations

from langdetect_hook.suspicion import Suspicion, relatives, suspicion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from langdetect_hook.claims import Claim
    from langdetect_hook.files.content import Content
    from langdetect_hook.network.assets import Model

    # The content of files committed under names of the same extension: beside a path, then elsewhere.
    Committed = Callable[[str], Iterable[Iterable[Content]]]

# One neighbour may be the same accident twice.
LEAST_ALIKE = 2


def is_convention(path: str, claim: Claim, doubt: Suspicion, model: Model, committed: Committed) -> bool:
    """Whether at least LEAST_ALIKE of the files committed near `path`, and more than look like what they claim, look
    foreign in the same way as `doubt` says of this one."""
    near = relatives(doubt.language, model.thresholds.accepts_many)
    alike = native = 0
    for circle in committed(path):
        for content in circle:
            if content.text is None:
                continue
            other = suspicion(model, content.text, claim)
            if isinstance(other, Suspicion):
                alike += other.language in near
            else:
                native += not other
        if alike >= LEAST_ALIKE and alike > native:
            return True
    return False
