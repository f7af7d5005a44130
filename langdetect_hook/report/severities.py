"""How grave a finding is: to an editor, and in the formats that have levels. No severity changes the exit status."""

from __future__ import annotations

ERROR, WARNING, INFORMATION, HINT = "error", "warning", "information", "hint"
# In the order in which the language server protocol numbers them, from 1.
SEVERITIES = (ERROR, WARNING, INFORMATION, HINT)
