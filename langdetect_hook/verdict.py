"""Claim, evidence and prediction to a verdict: ok, mismatch, unsure or skipped, and why."""

from __future__ import annotations

from langdetect_hook.claims.binary_names import ALLOWED
from langdetect_hook.evidence import excuses
from langdetect_hook.evidence.fact import extension
from langdetect_hook.suspicion import Suspicion, is_sure, suspicion, threshold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claims import Claim
    from langdetect_hook.evidence.fact import Attributes, Evidence
    from langdetect_hook.excuses.neighbours import Committed
    from langdetect_hook.files.content import Content
    from langdetect_hook.network.assets import Model

OK, MISMATCH, UNSURE, SKIPPED, ERROR = "ok", "mismatch", "unsure", "skipped", "error"
NETWORK_RULE = "LD001"


class Verdict:
    """What the tool says of one file.

    `verdict`: one of OK, MISMATCH, UNSURE, SKIPPED, ERROR; `rule` and `line`: of a finding; `reason`: why, in neutral
    words; `expected`: what the name claims, in the words of the message; `predicted`: what the content looks like;
    `probability`: how sure the network is of that, None where it was not asked; `message` and `advice`: what a finding
    tells a person.
    """

    __slots__ = (
        "advice",
        "expected",
        "line",
        "message",
        "path",
        "predicted",
        "probability",
        "reason",
        "rule",
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


def of_evidence(path: str, evidence: Evidence) -> Verdict:
    """The verdict on a file against which an exact rule speaks."""
    expected = f", expected {evidence.expected}" if evidence.expected else ""
    message = evidence.seen + expected
    return Verdict(
        path, MISMATCH, message, evidence.rule, evidence.line, evidence.expected, evidence.language, None,
        message, evidence.advice,
    )  # fmt: skip


def of_network(
    path: str,
    claim: Claim | None,
    content: Content,
    model: Model,
    attributes: Attributes | None = None,
    committed: Committed | None = None,
) -> Verdict:
    """The verdict of the network on a file that no exact rule speaks against; what is slow is asked only at the end."""
    if content.text is None:
        return Verdict(path, SKIPPED, "it is empty" if content.problem == "empty" else "it is not text")
    if claim is None:
        known = extension(path) in ALLOWED
        return Verdict(path, SKIPPED, "its name claims no text" if known else "its name claims nothing")
    if not claim.covered:
        return Verdict(path, SKIPPED, "its name may claim a language that the model does not know")
    doubt = suspicion(model, content.text, claim)
    if not isinstance(doubt, Suspicion):
        return Verdict(path, UNSURE if doubt else OK, doubt)
    needed = threshold(model, path, claim, doubt.language, doubt.proven)
    if not is_sure(model.thresholds, doubt, needed):
        return Verdict(path, UNSURE, "not sure enough", None, None, None, doubt.language, doubt.probability)
    from langdetect_hook import excuses as second_look

    reason = excuses(path, claim, content) or second_look.excuse(
        path, claim, content, model, doubt, attributes, committed
    )
    if reason:
        return Verdict(path, OK, reason, None, None, None, doubt.language, doubt.probability)
    return _finding(path, claim, doubt)


def _finding(path: str, claim: Claim, doubt: Suspicion) -> Verdict:
    from langdetect_hook.evidence.fact import expected_of, if_meant
    from langdetect_hook.languages import spoken

    expected = expected_of(claim)
    seen = spoken([doubt.language])
    # Where near languages share the certainty, the number that counts is their sum.
    near = doubt.share > doubt.probability + 0.1
    share = f"{min(doubt.share if near else doubt.probability, 0.999):.1%}"
    message = f"looks like {seen}{' or the like' if near else ''} ({share}), expected {expected}"
    mistake = "if it is a saved error page, fetch it again; " if doubt.language == "HTML" else ""
    advice = mistake + if_meant(path, doubt.language, seen)
    return Verdict(
        path, MISMATCH, message, NETWORK_RULE, 1, expected, doubt.language, doubt.probability, message, advice
    )  # fmt: skip
