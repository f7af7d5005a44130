"""Text to tokens: the one tokenizer that training and the hook share.

A token is a word, a number, a quoted string on one line, a run of up to three punctuation marks with the space that
touches it, or a line start with its depth of indentation. What varies without telling languages apart (digits, the
inside of strings, letters outside ASCII) is folded, so that `"users.json"` and `"a.txt"` are the same token.
"""

from __future__ import annotations

from langdetect_hook.network.compiled import compiled

# Raised whenever `tokens` or `shape` answers differently for any text: weights fit one version only.
TOKENIZER_VERSION = 4

LINE_START = "¶"

# After a change, `python -m langdetect_hook.training.compile_tokenizer` compiles it anew.
TOKEN = compiled(
    r"\n\s*"  # a line start, with the blank lines before it
    # Bounded, so that an unclosed quote in a long line does not take quadratic time.
    r'|"[^"\\\n]{0,400}(?:\\.[^"\\\n]{0,400}){0,40}"'
    # Neither the apostrophes of "don't" nor Rust's lifetimes begin a string.
    r"|(?<![\w'])'[^'\\\n]{0,400}(?:\\.[^'\\\n]{0,400}){0,40}'(?!\w)"
    r"|[A-Za-z_][A-Za-z0-9_]*"
    r"|[0-9][\w.]*"
    r"|[^\x00-\x7f]+(?: [^\x00-\x7f]+)*"
    r"|[\"']"
    r"|[ ]?[!#-&(-/:-@\[-^`{-~]{1,3}[ ]?"
)
_DIGITS = "0123456789"
_ALL_DIGITS_0 = str.maketrans(_DIGITS, "0" * len(_DIGITS))
_PRECISION = "-+." + _DIGITS  # what may stand between the % and the letter of a format

# Every answer of `shape`: each has a row of its own in the vocabulary, whatever the corpus.
_WORD_SHAPES = ("a", "A", "_", "aa", "AA", "Aa", "AaA", "aAa", "aa_a", "AA_A", "Aa_A", "_a")
# What a string holds: nothing, a character, a template mark, an interpolation, a format, an escape, a word, a name
# with dots, a path or address, words, anything else.
_INSIDES = ("", "c", "{{", "${", "%s", "\\", "w", "w.w", "w/w", "w w", "x")
_STRING_SHAPES = tuple(f"{quote}{inside}{quote}" for quote in "\"'" for inside in _INSIDES)
_LINE_SHAPES = tuple(LINE_START + depth for depth in ("", "1", "6", "8", "t"))
_OTHER_SHAPES = ("0", "0x", "é", *"!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~")
SHAPES = _WORD_SHAPES + _STRING_SHAPES + _LINE_SHAPES + _OTHER_SHAPES


def split(text: str) -> list[str]:
    """The raw tokens of `text` (decoded, with `\\n` line ends), in order; the first is always a line start."""
    return TOKEN.findall("\n" + text)


def canonical(token: str) -> str:
    """The raw token with all folded that varies within a language: a line start, string or number by its form."""
    first = token[0]
    if "\n" in token:
        return LINE_START + _indentation(token[token.rfind("\n") + 1 :])
    if first in "\"'" and len(token) > 1:
        return first + _inside(token[1:-1]) + first
    if "0" <= first <= "9":
        return "0x" if token[:2] in ("0x", "0X") else _with_numbers_0(token)[:8]
    return token if token.isascii() else "é"


def shape(token: str) -> str:
    """What a canonical token outside the vocabulary still tells: one of SHAPES."""
    first = token[0]
    if (first.isalpha() and token.isascii()) or first == "_":
        return _word_shape(token)
    if first in "\"'é¶":
        return token
    if "0" <= first <= "9":
        return "0"
    return token.strip()[0]


def _indentation(space: str) -> str:
    if not space:
        return ""
    if "\t" in space:
        return "t"
    # Columns 6 to 8 are where fixed-form Fortran and COBOL begin their statements.
    return "1" if len(space) < 6 else "6" if len(space) < 8 else "8"


def _with_numbers_0(token: str) -> str:
    """The token with a single 0 for each run of digits."""
    token = token.translate(_ALL_DIGITS_0)
    while "00" in token:
        token = token.replace("00", "0")
    return token


def _inside(string: str) -> str:
    """What a string holds, one of _INSIDES. No regular expression: to compile them took as long as to read a file."""
    if len(string) < 2:
        return "c" if string else ""
    if "{{" in string or "{%" in string or "<%" in string:
        return "{{"
    if ("$" in string and _interpolates(string)) or "#{" in string:
        return "${"
    if ("%" in string or "{" in string) and _has_format(string):
        return "%s"
    return "\\" if "\\" in string else _words_inside(string)


def _interpolates(string: str) -> bool:
    """Whether a $ stands before a brace, a parenthesis or a name."""
    return any(rest[:1].isalnum() or rest[:1] in ("{", "(", "_") for rest in string.split("$")[1:])


def _has_format(string: str) -> bool:
    """Whether there is a format such as %-5.2f, {} or {0}."""
    letters = [rest.lstrip(_PRECISION)[:1] for rest in string.split("%")[1:]]
    if any(letter.isascii() and letter.isalpha() for letter in letters):
        return True
    return any(rest.lstrip(_DIGITS)[:1] == "}" for rest in string.split("{")[1:])


def _words_inside(string: str) -> str:
    word = string.replace("-", "_").replace("_", "a")
    if word.isalnum():
        return "w"
    if word.replace(".", "a").isalnum():
        return "w.w"
    if "/" in string and string.split() == [string]:
        return "w/w"
    return "w w" if " " in string else "x"


def _word_shape(word: str) -> str:
    lower, upper = word.islower(), word.isupper()
    if len(word) == 1:
        return "a" if lower else "A" if upper else "_"
    if "_" in word.strip("_"):
        return "aa_a" if lower else "AA_A" if upper else "Aa_A"
    if word[0] == "_":
        return "_a"
    if lower or upper:
        return "aa" if lower else "AA"
    if word[0].isupper():
        return "Aa" if word[1:].islower() else "AaA"
    return "aAa"
