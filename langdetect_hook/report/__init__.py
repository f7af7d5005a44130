"""The words of the tool: verdicts and classifications in every format, and the exit status they amount to."""

from __future__ import annotations

import os

from langdetect_hook.failure import CLEAN, FAILED, FOUND

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, TextIO

    from langdetect_hook.commands.answer import Answer
    from langdetect_hook.network import Prediction
    from langdetect_hook.verdict import Verdict

KEYS = (
    *("path", "line", "verdict", "rule", "reason", "expected", "predicted", "probability", "message"),
    *("advice", "digest", "excuse", "refused"),
)

HINT = (
    "If a file is right as it is, say so in .gitattributes: PATH linguist-language=NAME, or PATH -langdetect\n"
    "To {does} once without this check: {variable}=langdetect-hook git {does} ...\n"
)

# Less than this would be printed as 0.0%.
LEAST_SHOWN = 0.0005
RUNNERS_UP = 3
# What an answer is by that the first lines do not prove.
BY_CONTENT = "content"


class TextWriter:
    """A writer of lines for people, which editors split as `path:line:column: `."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._colors = _has_colors(stream)

    def write(self, text: str, mapping: dict[str, Any]) -> None:
        if self._colors and mapping.get("rule"):
            text = _colored(text, mapping["rule"])
        self._stream.write(text + "\n")
        # A finding is written at once: those of several processes never mix within one.
        self._stream.flush()

    def close(self, hint: str) -> None:
        if hint:  # to write nothing would be an error where the disk is full
            self._stream.write(hint)


def _has_colors(stream: TextIO) -> bool:
    """Whether the stream shows colors: a terminal does, unless NO_COLOR or its TERM says otherwise; FORCE_COLOR says
    that anything does (https://no-color.org, https://force-color.org)."""
    import os

    if os.environ.get("NO_COLOR"):
        return False
    return os.environ.get("FORCE_COLOR", "0") not in ("", "0", "false") or (
        stream.isatty() and os.environ.get("TERM") not in (None, "dumb")
    )


def _colored(text: str, rule: str) -> str:
    """A finding whose place is bold and whose rule is red, in the escapes of ECMA-48."""
    line, separator, rest = text.partition("\n")
    place, found, message = line.partition(f": {rule} ")
    return f"\x1b[1m{place}\x1b[0m: \x1b[31m{rule}\x1b[0m {message}{separator}{rest}" if found else text


class JsonWriter:
    """A writer of one array that grows: an object a line, and valid JSON when there is none."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._separator = "[\n"

    def write(self, text: str, mapping: dict[str, Any]) -> None:
        self._stream.write(self._separator + as_json(mapping))
        self._separator = ",\n"

    def close(self, hint: str) -> None:
        self._stream.write("[]\n" if self._separator == "[\n" else "\n]\n")


class JsonLinesWriter:
    """A writer of one object a line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str, mapping: dict[str, Any]) -> None:
        self._stream.write(as_json(mapping) + "\n")

    def close(self, hint: str) -> None:
        """Do nothing: a list of lines has no end."""


# How `--format` writes. A new format is a row here, or below.
FORMATS: dict[str, Callable[[TextIO], Any]] = {
    "json": JsonWriter,
    "jsonl": JsonLinesWriter,
    "text": TextWriter,
}
# What other programs read findings in: each in a module of its own, of that name, with a class Writer.
STATISTICS = "statistics"
CHECK_FORMATS = (*FORMATS, "checkstyle", "github", "gitlab", "junit", "sarif")
LEVELED = ("checkstyle", "github", "gitlab", "sarif")


def _writer(format_name: str, stream: TextIO) -> Any:
    if format_name in FORMATS:
        return FORMATS[format_name](stream)
    from importlib import import_module

    return import_module(f"{__name__}.{format_name}").Writer(stream)


class Report:
    """What takes verdicts, writes those that matter, and knows the exit status."""

    def __init__(
        self,
        format_name: str,
        stream: TextIO,
        errors: TextIO,
        verbose: bool = False,
        exit_zero: bool = False,
        severities: Mapping[str, str] | None = None,
    ) -> None:
        """`severities`: of the findings of rules, by their ids, for the formats that have levels."""
        self._writer = _writer(format_name, stream)
        self._severities = severities if format_name in LEVELED else None
        self._errors = errors if format_name in ("text", STATISTICS) else None
        self._verbose = verbose
        self._exit_zero = exit_zero
        self._found = False
        self._failed = False

    def add(self, verdict: Verdict) -> None:
        """Write a finding or an error at once; the other verdicts only if all are wanted."""
        if verdict.verdict == "mismatch":
            self._found = True
        elif verdict.verdict == "error":
            self._failed = True
            if self._errors is not None:
                complain(unreadable_line(verdict.path, verdict.reason), self._errors)
                return
        elif not self._verbose:
            return
        row = {key: getattr(verdict, key) for key in KEYS}
        if self._severities and verdict.rule and verdict.rule in self._severities:
            row["severity"] = self._severities[verdict.rule]
        self._writer.write(verdict_text(verdict), row)

    def close(self) -> int:
        """The exit status, once the output is finished: findings before unreadable files before nothing."""
        self._writer.close(hint() if self._found else "")
        if self._found and not self._exit_zero:
            return FOUND
        return FAILED if self._failed else CLEAN


def hint() -> str:
    """What stands below all findings: how to say that a file is right, and how to go on once without us in the runner
    that has called us. prek reads SKIP as well, but its own variable comes first."""
    variable = "PREK_SKIP" if "PREK_HOOK_STAGE" in os.environ else "SKIP"
    pushes = "PRE_COMMIT_REMOTE_NAME" in os.environ or os.environ.get("PREK_HOOK_STAGE") == "pre-push"
    return HINT.format(variable=variable, does="push" if pushes else "commit")


class ClassificationReport:
    """What takes the language of each file, writes it, and knows the exit status."""

    def __init__(self, format_name: str, stream: TextIO, errors: TextIO) -> None:
        self._writer = FORMATS[format_name](stream)
        self._errors = errors if format_name == "text" else None
        self._failed = False

    def add(self, path: str, found: Answer | OSError) -> None:
        """Write one file; an OSError says why it could not be read."""
        if not isinstance(found, OSError):
            self._write(path, found)
            return
        from langdetect_hook.files.sources import reason_of

        self._failed = True
        reason = reason_of(found)
        if self._errors is not None:
            complain(unreadable_line(path, reason), self._errors)
        else:
            self._writer.write("", _row(path, None, None, reason, None))

    def _write(self, path: str, found: Answer) -> None:
        row = _row(path, found.language, found.by, found.reason, found.prediction)
        self._writer.write(classification_text(row), row)

    def close(self) -> int:
        """The exit status, once the output is finished."""
        self._writer.close("")
        return FAILED if self._failed else CLEAN


def verdict_text(verdict: Verdict) -> str:
    """A finding with what to do below it, or another verdict on one line."""
    path = escaped(verdict.path)
    if verdict.verdict != "mismatch":
        return line_of(f"{path}: {verdict.verdict}" + (f": {verdict.reason}" if verdict.reason else ""))
    lines = [line_of(f"{path}:{verdict.line or 1}:1: {verdict.rule} {verdict.message}")]  # a path may be a colon
    lines += [f"    {line_of(line)}" for line in (verdict.advice or "").splitlines()]
    return "\n".join(lines)


def _row(
    path: str, language: str | None, by: str | None, reason: str | None, prediction: Prediction | None
) -> dict[str, Any]:
    candidates = prediction.candidates(RUNNERS_UP) if prediction is not None else []
    proven = by not in (None, BY_CONTENT)  # which has no probability
    return {
        "path": path,
        "language": language,
        "by": by,
        "probability": prediction.probability if prediction is not None and not proven else None,
        "candidates": [{"language": name, "probability": share} for name, share in candidates],
        "reason": reason,
    }


def classification_text(row: dict[str, Any]) -> str:
    """A path, its language with how sure or by what, then the runners-up; or why there is none, and what it may be."""
    path, reason = line_of(row["path"]), escaped(row["reason"] or "")
    likely = [each for each in row["candidates"] if each["probability"] >= LEAST_SHOWN]
    shares = [(each["language"], percent(each["probability"])) for each in likely or row["candidates"][:1]]
    if row["language"] is None:
        perhaps = f" (perhaps {'; '.join(map(', '.join, shares))})" if shares else ""
        return f"{path}: {reason}{perhaps}" if shares else f"{path}: undecided: {reason}"
    if row["probability"] is None:
        return f"{path}: {row['language']} (by {reason})"
    others = [f"{name} ({share})" for name, share in shares[1:]]
    then = f", then {', '.join(others)}" if others else ""
    return f"{path}: {row['language']} ({percent(row['probability'])}){then}"


def percent(probability: float) -> str:
    """A probability as people read it: never 100%, which no network can know."""
    return f"{min(probability, 0.999):.1%}"


def complain(line: str, stream: TextIO | None = None) -> None:
    """Write a line to standard error, or another stream: where nothing can be written, what else a run has to say must
    not be lost with it."""
    import sys

    try:
        (stream or sys.stderr).write(line)
    except OSError:  # a full disk, a terminal or a reader that is gone
        pass


def unreadable_line(path: str, reason: str | None) -> str:
    """The line on standard error for a file that could not be read."""
    return f"langdetect-hook: {escaped(path)}: cannot be read: {escaped(reason or 'unknown reason')}\n"


def escaped(text: str) -> str:
    r"""The text with all that a terminal, or the log of a CI, could act on as escapes: \n, \x1b, \u202e; lone bytes as
    \xff; what begins commands to runners (`##[error]`, `##vso[...]`), which act on them anywhere in a line, as \x23."""
    if not text.isprintable():
        text = "".join(character if character.isprintable() else _escape(character) for character in text)
    return without_commands(text, r"\x23") if "##" in text else text


def line_of(text: str) -> str:
    """The text, escaped, as a line or its beginning, where two colons would begin a command to GitHub's runner."""
    text = escaped(text)
    return text.replace("::", r"\x3a:", 1) if text.lstrip().startswith("::") else text


def without_commands(text: str, number_sign: str) -> str:
    """The text with `number_sign` for the first of two that begin a command."""
    import re

    return re.sub(r"#(?=#\w*\[)", lambda _: number_sign, text)


def _escape(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that was not UTF-8, as os.fsdecode keeps it
        return f"\\x{code - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")


def as_json(mapping: dict[str, Any]) -> str:
    r"""One line of pure ASCII. Lone bytes of a name stand as \xff: strict readers refuse half surrogates."""
    import json

    line = json.dumps({key: _json_value(value) for key, value in mapping.items()})
    return without_commands(line, r"\u0023") if "##" in line else line


def _json_value(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, str):
        return "".join(_escape(c) if "\ud800" <= c <= "\udfff" else c for c in value)
    return value
