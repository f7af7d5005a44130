"""The verdict: what the tool says of a file, from a decision that keeps every step of its road."""

from __future__ import annotations

from langdetect_hook import suspicion
from langdetect_hook.suspicion import RULE as NETWORK_RULE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from langdetect_hook.case import Case
    from langdetect_hook.evidence import Evidence
    from langdetect_hook.excuses import Answer
    from langdetect_hook.suspicion import Suspicion

# What looks like these was saved, pasted or printed by mistake more often than it has the wrong name.
NO_NAME = ("HTML", "Diff", "Text")
OK, MISMATCH, UNSURE, SKIPPED, ERROR = "ok", "mismatch", "unsure", "skipped", "error"

_VERDICT_OF = {
    suspicion.NOT_ASKED: SKIPPED,
    suspicion.NONE: OK,
    suspicion.UNSURE: UNSURE,
    suspicion.WEAK: UNSURE,
}


class Decision:
    """What was asked about a file, and what was answered: the record that the verdict and `explain` read.

    `case`: the file, with its claim; `evidence`: what the exact rules have against it; `suspicion`: what the network
    has; `answer`: the excuses that were asked, None where none was.
    """

    __slots__ = ("answer", "case", "evidence", "suspicion")

    def __init__(self, case: Case, evidence: Sequence[Evidence], suspicion: Suspicion, answer: Answer | None) -> None:
        self.case = case
        self.evidence = evidence
        self.suspicion = suspicion
        self.answer = answer


class Verdict:
    """What the tool says of one file.

    `verdict`: one of OK, MISMATCH, UNSURE, SKIPPED, ERROR; `rule` and `line`: of a finding; `reason`: why, in neutral
    words; `expected`: what the name claims, in the words of the message; `predicted`: what the content looks like;
    `probability`: how sure the network is of that, None where it was not asked; `message` and `advice`: what a finding
    tells a person; `excuse`: the id of the excuse that holds, None where none does; `refused`: the ids of the excuses
    that were asked and do not hold; `digest`: of a finding, the SHA-256 of the content, in hexadecimal; `target`: the
    path that it should have, "" where the content may be what is wrong.
    """

    __slots__ = (
        "advice",
        "digest",
        "excuse",
        "expected",
        "line",
        "message",
        "path",
        "predicted",
        "probability",
        "reason",
        "refused",
        "rule",
        "target",
        "verdict",
    )

    def __init__(
        self,
        path: str,
        verdict: str,
        reason: str = "",
        rule: str | None = None,
        line: int | None = None,
        expected: str | None = None,
        predicted: str | None = None,
        probability: float | None = None,
        message: str = "",
        advice: str = "",
        excuse: str | None = None,
        refused: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.verdict = verdict
        self.reason = reason
        self.rule = rule
        self.line = line
        self.expected = expected
        self.predicted = predicted
        self.probability = probability
        self.message = message
        self.advice = advice
        self.excuse = excuse
        self.refused = refused
        self.digest = ""
        self.target = ""


def of(decision: Decision) -> list[Verdict]:
    """The verdicts on one file: its findings, or else one other verdict."""
    path = decision.case.path
    if decision.evidence:
        return _with_slips(decision.case, [of_evidence(path, one) for one in decision.evidence])
    suspected, answer = decision.suspicion, decision.answer
    if answer is None:
        return [_without_excuse(path, suspected)]
    if answer.id:
        return [
            Verdict(
                path, OK, answer.sentence, predicted=suspected.language, probability=suspected.probability,
                excuse=answer.id, refused=answer.refused,
            )
        ]  # fmt: skip
    return _with_slips(decision.case, [_finding(decision.case, suspected, answer)])


def _with_slips(case: Case, findings: list[Verdict]) -> list[Verdict]:
    """The findings, the first with what was said of the file in vain: nobody means a language that there is not."""
    from langdetect_hook.excuses.declared import slips

    findings[0].advice = "\n".join(filter(None, [findings[0].advice, *slips(case)]))
    return findings


def of_evidence(path: str, evidence: Evidence) -> Verdict:
    """The verdict on a file against which an exact rule speaks."""
    expected = f", expected {evidence.expected}" if evidence.expected else ""
    message = evidence.seen + expected
    verdict = Verdict(
        path, MISMATCH, message, evidence.rule, evidence.line, evidence.expected, evidence.language, None,
        message, evidence.advice,
    )  # fmt: skip
    verdict.target = evidence.target
    return verdict


def _without_excuse(path: str, suspected: Suspicion) -> Verdict:
    """The verdict where the suspicion is not so strong that an excuse is asked for."""
    if suspected.state == suspicion.NOT_ASKED and not suspected.reason:
        return Verdict(path, OK)
    verdict = Verdict(path, _VERDICT_OF[suspected.state], suspected.reason)
    if suspected.state == suspicion.WEAK:
        verdict.predicted, verdict.probability = suspected.language, suspected.probability
    return verdict


def _finding(case: Case, suspected: Suspicion, answer: Answer) -> Verdict:
    from langdetect_hook.evidence.words import expected_of
    from langdetect_hook.languages import spoken

    expected = expected_of(case.claim)
    seen = spoken([suspected.language])
    # What is proven is as sure as the network is of the language.
    sure = max(suspected.certainty, suspected.share) if suspected.proven else suspected.certainty
    names = _names(case, suspected)
    one = len(names) < 2
    words = _words(case, suspected, seen) if one else spoken(names)
    message = f"looks like {words} ({min(sure, 0.999):.1%}), expected {expected}"
    advice = _advice(case, suspected.language if one else "", seen if one else words)
    verdict = Verdict(
        case.path, MISMATCH, message, NETWORK_RULE, 1, expected, suspected.language, suspected.probability, message,
        advice, refused=answer.refused,
    )  # fmt: skip
    if one and suspected.language not in NO_NAME:
        from langdetect_hook.evidence.suitable_names import suffix_for
        from langdetect_hook.evidence.words import target

        verdict.target = target(case, suffix_for(case, suspected.language))
    return verdict


def _advice(case: Case, language: str, words: str) -> str:
    """What to do about a file that looks like `language`, "" where it may be several; `words`: so a message says it."""
    from langdetect_hook.evidence import downloads, patches
    from langdetect_hook.evidence import words as of_rules

    if language == "HTML":
        return downloads.about_page(case, words)
    meant = of_rules.if_meant(case, language, words)
    return f"{meant}; {patches.applied(case)}" if language == "Diff" and patches.applied(case) else meant


def _words(case: Case, suspected: Suspicion, seen: str) -> str:
    """What a text of one language looks like, in the words of a message: that alone, or with its relatives where they
    share the probability."""
    return seen if suspected.probability >= case.model.thresholds.named_share else f"{seen} or the like"


def _names(case: Case, suspected: Suspicion) -> tuple[str, ...]:
    """The languages that a message names: one where it and its relatives have so much of the probability that no other
    need be named, else the few that are likely."""
    one = suspected.share >= case.model.thresholds.named_share
    return (suspected.language,) if one else suspicion.named(case, suspected)
