"""What the module was that is now `languages.constructs`: until its users ask that."""

from __future__ import annotations

from langdetect_hook.languages.constructs import holder as hosts
from langdetect_hook.languages.constructs import settled as marked

__all__ = ["hosts", "marked"]
