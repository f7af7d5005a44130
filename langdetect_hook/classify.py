"""The language of a file from its content alone: the name is never looked at."""

from __future__ import annotations

from langdetect_hook import assets
from langdetect_hook.check import MANY_FILES
from langdetect_hook.prediction import predict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from langdetect_hook.assets import Model
    from langdetect_hook.prediction import Prediction
    from langdetect_hook.sources import Source


def classify_files(
    sources: Iterable[Source], model: Model | None = None
) -> Iterator[tuple[str, Prediction | None, str | OSError | None]]:
    """(path, prediction, None) for each file; where there is none, None and why, an OSError if it can't be read."""
    from langdetect_hook.sources import Skipped

    model = model or assets.load()
    for number, source in enumerate(sources, 1):
        if number == MANY_FILES:
            model.prepare_for_many()
        try:
            content = source.read()
        except Skipped as skipped:
            yield source.path, None, str(skipped)
        except OSError as error:
            yield source.path, None, error
        else:
            if content.text is None:
                yield source.path, None, f"the file is {content.problem}"
            else:
                yield source.path, predict(model, content.text), None
