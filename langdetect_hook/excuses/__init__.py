"""Excuses: reasons not to report a file of which the network is sure that it is not what its name says.

They stand in one table (table.py), cheapest first; the first that holds ends the questions. An excuse never accuses.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.suspicion import Suspicion


class Answer:
    """What came of asking for excuses.

    `id`: of the excuse that holds, "" where none does; `sentence`: what it says, in the words of the verdict;
    `refused`: the ids of those that were asked and do not hold, in order.
    """

    __slots__ = ("id", "refused", "sentence")

    def __init__(self, id: str = "", sentence: str = "", refused: tuple[str, ...] = ()) -> None:
        self.id = id
        self.sentence = sentence
        self.refused = refused


def for_(case: Case, suspicion: Suspicion) -> Answer:
    """The first excuse that a strong suspicion about a file has; all are asked only where none holds."""
    from langdetect_hook.excuses.table import EXCUSES

    refused: list[str] = []
    for excuse in EXCUSES:
        answer = excuse.question(case, suspicion)
        if answer:
            return Answer(excuse.id, said(excuse.sentence, answer), tuple(refused))
        refused.append(excuse.id)
    return Answer(refused=tuple(refused))


def said(sentence: str, answer: bool | str | tuple[str, ...]) -> str:
    """The sentence of an excuse, its gaps filled with the words of an answer."""
    words = () if answer is True else (answer,) if isinstance(answer, str) else answer
    return sentence.format(*words)  # type: ignore[misc]
