"""langdetect-hook: a commit-time check that a file's content is what its name says.

For programs: `check_bytes`, `classify_bytes` and `Detector` of langdetect_hook/detector.py, loaded when they are asked
for, so that the hook starts without them.
"""

from __future__ import annotations

__version__ = "0.2.0"
__all__ = ["Checked", "Classified", "Detector", "Failure", "Finding", "check_bytes", "classify_bytes"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from langdetect_hook.detector import (
        Checked,
        Classified,
        Detector,
        Failure,
        Finding,
        check_bytes,
        classify_bytes,
    )


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("langdetect_hook.detector"), name)
