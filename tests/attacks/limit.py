"""A limit of time for a process that tries what may never end."""

from __future__ import annotations

import signal


def end_after(seconds: float) -> None:
    """Have a signal end this process after so many seconds, unless this is called again before."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    # Not a timer of CPU time: while one runs, some kernels count that time in ticks alone.
    signal.setitimer(signal.ITIMER_REAL, seconds)
