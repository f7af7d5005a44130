"""What the module was that is now `signs`: until its users ask that."""

from __future__ import annotations

from langdetect_hook.languages.signs import lacks_sign as lacks_signature

__all__ = ["lacks_signature"]
