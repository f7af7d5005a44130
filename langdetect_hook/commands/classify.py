"""The language of a file from its content alone: the name is never looked at."""

from __future__ import annotations

import sys

from langdetect_hook import commands
from langdetect_hook.commands.answer import Answer, answer
from langdetect_hook.network import assets
from langdetect_hook.report import ClassificationReport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from langdetect_hook.files.sources import Source
    from langdetect_hook.network.assets import Model


def classify_files(sources: Iterable[Source], model: Model | None = None) -> Generator[tuple[str, Answer | OSError]]:
    """(path, answer) for each file, in place of the answer an OSError where it can't be read."""
    from langdetect_hook.files.sources import Skipped

    model = model or assets.load()
    for number, source in enumerate(sources, 1):
        if number == assets.MANY_FILES:
            model.prepare_for_many()
        try:
            content = source.read()
        except Skipped as skipped:
            yield source.path, Answer(None, None, str(skipped), None)
        except OSError as error:
            yield source.path, error
        else:
            yield source.path, answer(model, content)


def classify(
    sources: Iterable[Source], format_name: str = "text", model: Model | None = None, streamed: bool = False
) -> int:
    """The exit status of telling the language of each source from its content alone. `streamed`: as commands.watched
    has it."""
    report = ClassificationReport(format_name, sys.stdout, sys.stderr)
    answers = commands.watched(
        sources,
        lambda listed: classify_files(listed, model),
        lambda answer: isinstance(answer[1], OSError),
        verbose=True,
        streamed=streamed,
    )
    for path, found in answers:
        report.add(path, found)
    return report.close()
