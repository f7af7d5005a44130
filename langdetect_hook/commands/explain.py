"""The `explain` command: the road of one file, step by step, with what was seen at each."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from langdetect_hook import evidence
from langdetect_hook.check import decide, git_attributes, mentioning, place_of
from langdetect_hook.claims import languages_meant
from langdetect_hook.claims.binary_names import ALLOWED
from langdetect_hook.commands import end_shared_processes
from langdetect_hook.excuses.table import EXCUSES
from langdetect_hook.files.sources import committed_near
from langdetect_hook.languages import spoken
from langdetect_hook.network import NONE_OF_THESE, assets, predict
from langdetect_hook.network.contributions import contributions
from langdetect_hook.network.excerpt import excerpt
from langdetect_hook.report.rules import DEFAULT_RULES, EVERYWHERE
from langdetect_hook.suspicion import NONE, NOT_ASKED, STRONG, WEAK
from langdetect_hook.suspicion.quantities import quantities
from langdetect_hook.verdict import of as verdicts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim
    from langdetect_hook.evidence import Evidence
    from langdetect_hook.excuses import Answer
    from langdetect_hook.files.content import Content
    from langdetect_hook.network import Prediction
    from langdetect_hook.network.assets import Model
    from langdetect_hook.suspicion import Suspicion
    from langdetect_hook.verdict import Decision, Verdict

_CANDIDATES = 5
_TOKENS = 10
# No network is 100% sure of anything, nor 0%.
_SMALLEST_SHARE, _LARGEST_SHARE = 0.001, 0.999
_INDENT = " " * 12
# Gains that change no odds by a twentieth are not worth a line.
_LEAST_GAIN = 0.05


def explanation(path: str, content: Content, model: Model | None = None) -> Iterator[str]:
    """The lines that tell how a file came to its verdict. Failure: broken assets."""
    asked = (git_attributes, committed_near, mentioning, place_of)
    decision = decide(path, content, DEFAULT_RULES, model or assets.load(), *asked)
    try:
        yield path
        yield from _claim(decision.case)
        yield _line("content", _content(content))
        yield from _exact(decision)
        if content.text is not None:
            yield from _network(decision)
        if decision.answer is not None:
            yield from _excuses(decision.answer)
        for verdict in verdicts_of(decision):
            yield from _verdict(verdict)
    finally:
        # One file needs no git process that waits for the next.
        end_shared_processes()


def _claim(case: Case) -> Iterator[str]:
    claim = case.claim
    if not claim:
        known = ALLOWED.get(claim.extension)
        yield _line("claim", known[0] if known else "none: nothing in the name says what the content is")
        return
    template = ", a template" if claim.template else ""
    languages = languages_meant(claim, case.text)
    yield _line("claim", f"{spoken(languages)}, by {claim.pattern}{template}")
    if claim.reason:
        yield _INDENT + ("as pygments has it" if claim.reason == "pygments" else claim.reason)
    beside = _beside(claim, case.model)
    if beside:
        yield f"{_INDENT}fine as content too: {beside}"
    if not claim.covered:
        yield f"{_INDENT}the model does not cover all of these, so the network is not asked for a verdict"


def _beside(claim: Claim, model: Model) -> str:
    """The languages that a name allows without claiming them; where they are most, the others; or ""."""
    beside = claim.accepts.difference(claim.languages)
    others = model.label.keys() - {NONE_OF_THESE, *claim.accepts, *claim.languages}
    if len(beside) < len(others):
        return ", ".join(sorted(beside))
    return "any language but " + ", ".join(sorted(others)) if others else "any language"


def _content(content: Content) -> str:
    if content.text is None:
        return f"{content.problem}, {content.size:,} bytes"
    read = "" if content.complete else f", of which {len(content.raw):,} were read"
    lines = content.text.count("\n") + (not content.text.endswith("\n"))
    return f"{content.encoding} text, {content.size:,} bytes{read}, {lines:,} line{'s' * (lines != 1)}"


def _exact(decision: Decision) -> Iterator[str]:
    # What does not count by default is shown as well.
    wide = frozenset({"LD007", EVERYWHERE})
    others = [] if decision.evidence else evidence.against(decision.case, wide)
    if not decision.evidence and not others:
        yield _line("exact rules", "nothing speaks against the name")
    for one in decision.evidence:
        yield _line("exact rules", _evidence(one))
    for one in others:
        yield _line("exact rules", _evidence(one) + " (only where LD007 is selected)")


def _evidence(one: Evidence) -> str:
    return f"{one.rule}, line {one.line}: {one.seen}" + (f", expected {one.expected}" if one.expected else "")


def _network(decision: Decision) -> Iterator[str]:
    case, suspected = decision.case, decision.suspicion
    prediction = predict(case.model, case.text)
    shares = ", ".join(f"{name} {_share(share)}" for name, share in prediction.candidates(_CANDIDATES))
    yield _line("network", shares)
    unnamed = "" if prediction.language is not None else "; too little or too uncertain to name a language"
    yield f"{_INDENT}from {prediction.tokens:,} different tokens that it knows{unnamed}"
    yield from _tokens(case.model, case.text, prediction, case.claim)
    if suspected.state != NOT_ASKED:
        yield _line("margin", _margin(suspected))
    if suspected.state in (WEAK, STRONG):
        yield from _decision(case, suspected)


def _tokens(model: Model, text: str, prediction: Prediction, claim: Claim) -> Iterator[str]:
    best, other = _rivals(prediction, claim)
    told = [row for row in contributions(model, excerpt(text), best, other) if row[1] > 0][:_TOKENS]
    if not told:
        return
    yield _line("tokens", f"for {best} against {other}, and how many times less likely it would be without each")
    width = max(len(_quoted(token)) for token, _ in told)
    for token, gain in told:
        yield f"{_INDENT}{_quoted(token):{width}}  {exp(gain):.2f}"


def _rivals(prediction: Prediction, claim: Claim) -> tuple[str, str]:
    """The likeliest label and its rival: the likeliest that the name allows, or else the runner-up."""
    ranked = [name for name, _ in prediction.candidates(len(prediction.labels))]
    best = ranked[0]
    if claim and best not in claim.accepts:
        allowed = [name for name in ranked if name in claim.accepts]
        if allowed:
            return best, allowed[0]
    return best, ranked[1]


def _margin(suspected: Suspicion) -> str:
    if suspected.state not in (WEAK, STRONG):
        what = "none of the languages" if suspected.language == NONE_OF_THESE else suspected.language
        if suspected.state == NONE:
            behind = "the likeliest that the name does not allow, is behind one that it allows"
            return f"{suspected.margin:.2f}: {what}, {behind}"
        return f"{suspected.margin:.2f} for {what} over what the name allows, but {suspected.reason}"
    return f"{suspected.margin:.2f} for {suspected.language} over what the name allows"


def _decision(case: Case, suspected: Suspicion) -> Iterator[str]:
    """What speaks for and against the name, as numbers that add up to how sure it is that the name is wrong."""
    enough = "enough" if suspected.certainty >= suspected.needed else "too little"
    proof = "; it is proven" if suspected.state == STRONG and suspected.proven else ""
    words = f"{_share(suspected.certainty)} sure that the name is wrong, which is {enough}"
    yield _line("decision", f"{words}: {suspected.needed:.0%} is needed{proof}")
    model, values = case.model.decision, quantities(case, suspected)
    yield f"{_INDENT}{model.constant:+7.2f}  before anything is known of it"
    for name, gain in model.gains(values).items():
        if abs(gain) >= _LEAST_GAIN:
            yield f"{_INDENT}{gain:+7.2f}  {name} ({values[name]:.3g})"


def _excuses(answer: Answer) -> Iterator[str]:
    """Each excuse that was asked, in order, and what came of it."""
    sentence_of = {excuse.id: excuse.sentence for excuse in EXCUSES}
    lines = [f"{id} no: {sentence_of[id].replace('{}', '...')}" for id in answer.refused]
    if answer.id:
        lines.append(f"{answer.id} yes: {answer.sentence}")
    for number, line in enumerate(lines):
        yield _INDENT + line if number else _line("excuses", line)


def _verdict(verdict: Verdict) -> Iterator[str]:
    if verdict.rule is not None:
        yield _line("verdict", f"{verdict.verdict}, {verdict.rule}: {verdict.message}")
        for line in (verdict.advice or "").splitlines():
            yield _INDENT + line
        return
    reason = verdict.reason or ("it looks like its name" if verdict.verdict == "ok" else "")
    yield _line("verdict", f"{verdict.verdict}: {reason}" if reason else verdict.verdict)


def _line(step: str, words: str) -> str:
    return f"{step:{len(_INDENT)}}{words}"


def _quoted(token: str) -> str:
    return f"`{token}`"


def _share(share: float) -> str:
    return f"{min(share, _LARGEST_SHARE):.1%}" if share >= _SMALLEST_SHARE else "below 0.1%"
