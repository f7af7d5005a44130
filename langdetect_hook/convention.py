"""A project's own convention: what lies committed beside a file under such a name is no accident.

One page saved as users.json is a mistake; a folder of .d files that all hold an assembler's listings is how somebody
names them, whatever the rest of the world does. Asked only before a finding is given out.
"""

from __future__ import annotations

from langdetect_hook.suspicion import Suspicion, relatives, suspicion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from langdetect_hook.assets import Model
    from langdetect_hook.claim import Claim
    from langdetect_hook.content import Content

    # The content of files committed beside a path under names of the same extension.
    Committed = Callable[[str], Iterable[Content]]

# One neighbour may be the same accident twice.
LEAST_ALIKE = 2


def is_convention(path: str, claim: Claim, doubt: Suspicion, model: Model, committed: Committed) -> bool:
    """Whether at least LEAST_ALIKE of the files committed beside `path`, and more than look like what they claim, look
    foreign in the same way as `doubt` says of this one."""
    near = relatives(doubt.language)
    alike = native = 0
    for content in committed(path):
        if content.text is None:
            continue
        other = suspicion(model, content.text, claim.accepts)
        if isinstance(other, Suspicion):
            alike += other.language in near
        else:
            native += not other
    return alike >= LEAST_ALIKE and alike > native
