"""How many processes a run uses where nobody says, known without importing what starts them."""

from __future__ import annotations

import os


def default_jobs() -> int:
    """One job a core that we may use; one under pre-commit, which itself starts as many of us where its configuration
    does not say `require_serial`."""
    return 1 if os.environ.get("PRE_COMMIT") else cores()


def cores() -> int:
    """How many cores we may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
