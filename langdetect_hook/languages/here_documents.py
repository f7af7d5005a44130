"""How here documents open in more than one language: expressions whose last group is the word with which one ends.

In Ruby `list << item` and `class << self` are none.
"""

from __future__ import annotations

AFTER_BLANKS = r"(?<![<\w)])<<-?[ \t]*(['\"]?)\\?([A-Za-z_]\w*)\1"
AT_ONCE = r"(?<!<)<<[-~]?([`'\"]?)([A-Za-z_]\w*)\1"
