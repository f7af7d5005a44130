"""How many processes a run uses, known without importing what starts them."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from langdetect_hook.files.sources import Source


def default_jobs() -> int:
    """One job a core that we may use; one under pre-commit, which itself starts as many of us where its configuration
    does not say `require_serial`."""
    return 1 if os.environ.get("PRE_COMMIT") else cores()


def cores() -> int:
    """How many cores we may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def split_off_few(sources: Iterable[Source], enough: int) -> tuple[bool, Iterator[Source]]:
    """Whether there are `enough` sources for several processes (and they can be sent to one), and all of them again."""
    from itertools import chain, islice

    remaining = iter(sources)
    first = list(islice(remaining, enough))
    return len(first) == enough and _can_be_sent(first[0]), chain(first, remaining)


def _can_be_sent(source: Source) -> bool:
    import pickle

    try:
        pickle.dumps(source)
    except Exception:  # pickle raises what it likes: TypeError, AttributeError, PicklingError
        return False
    return True
