"""The `explain` command: the road of one file, step by step, with what was seen at each."""

from __future__ import annotations

import sys
from math import exp
from typing import TYPE_CHECKING

from langdetect_hook.check import check_content, git_attributes
from langdetect_hook.claims.binary_names import ALLOWED
from langdetect_hook.claims.usual_names import is_usual
from langdetect_hook.evidence import findings
from langdetect_hook.evidence.fact import extension
from langdetect_hook.files.sources import committed_near
from langdetect_hook.languages import spoken
from langdetect_hook.network import NONE_OF_THESE, assets, predict
from langdetect_hook.network.contributions import contributions
from langdetect_hook.network.excerpt import excerpt
from langdetect_hook.report.rules import DEFAULT_RULES, RULES
from langdetect_hook.suspicion import Suspicion, least_share, suspicion, threshold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langdetect_hook.claims import Claim
    from langdetect_hook.files.content import Content
    from langdetect_hook.network import Prediction
    from langdetect_hook.network.assets import Model
    from langdetect_hook.verdict import Verdict

_CANDIDATES = 5
_TOKENS = 10
# No network knows anything at 100%, or at 0%.
_SMALLEST_SHARE, _LARGEST_SHARE = 0.001, 0.999
_INDENT = " " * 12


def explanation(path: str, content: Content, model: Model | None = None) -> Iterator[str]:
    """The lines that tell why a file is taken for what it is taken for. Failure: broken assets."""
    model = model or assets.load()
    claim = model.claim_of(path)
    yield path
    yield from _claim(path, claim)
    yield _line("content", _content(content))
    yield from _exact(path, claim, content)
    if content.text is not None:
        prediction = predict(model, content.text)
        yield from _network(prediction)
        yield from _tokens(model, content.text, prediction, claim)
        if claim is not None and claim.covered:
            yield _line("margin", _margin(model, path, content.text, prediction, claim))
    for verdict in check_content(path, content, DEFAULT_RULES, model, _git_attributes, committed_near):
        yield from _verdict(verdict)


def _claim(path: str, claim: Claim | None) -> Iterator[str]:
    if claim is None:
        known = ALLOWED.get(extension(path))
        yield _line("claim", known[0] if known else "none: nothing in the name says what the content is")
        return
    template = ", a template" if claim.template else ""
    yield _line("claim", f"{spoken(claim.languages)}, by {claim.pattern}{template}")
    if claim.reason:
        yield _INDENT + claim.reason
    beside = sorted(claim.accepts.difference(claim.languages))
    if beside:
        yield f"{_INDENT}fine as content too: {', '.join(beside)}"
    if not claim.covered:
        yield f"{_INDENT}the model does not cover all of these, so the network is not asked for a verdict"


def _content(content: Content) -> str:
    if content.text is None:
        return f"{content.problem}, {content.size:,} bytes"
    read = "" if content.complete else f", of which {len(content.raw):,} were read"
    lines = content.text.count("\n") + (not content.text.endswith("\n"))
    return f"{content.encoding} text, {content.size:,} bytes{read}, {lines:,} line{'s' * (lines != 1)}"


def _exact(path: str, claim: Claim | None, content: Content) -> Iterator[str]:
    found = findings(path, claim, content, frozenset(RULES), _git_attributes)
    if not found:
        yield _line("exact rules", "nothing speaks against the name")
    for evidence in found:
        default = "" if evidence.rule in DEFAULT_RULES else " (a rule that does not run by default)"
        expected = f", expected {evidence.expected}" if evidence.expected else ""
        yield _line("exact rules", f"{evidence.rule}, line {evidence.line}: {evidence.seen}{expected}{default}")


def _network(prediction: Prediction) -> Iterator[str]:
    shares = ", ".join(f"{name} {_share(share)}" for name, share in prediction.candidates(_CANDIDATES))
    yield _line("network", shares)
    doubt = "" if prediction.language is not None else "; too little or too uncertain to name a language"
    yield f"{_INDENT}from {prediction.tokens:,} different tokens that it knows{doubt}"


def _tokens(model: Model, text: str, prediction: Prediction, claim: Claim | None) -> Iterator[str]:
    best, other = _rivals(prediction, claim)
    told = [row for row in contributions(model, excerpt(text), best, other) if row[1] > 0][:_TOKENS]
    if not told:
        return
    yield _line("tokens", f"for {best} against {other}, and how many times less likely it would be without each")
    width = max(len(_quoted(token)) for token, _ in told)
    for token, gain in told:
        yield f"{_INDENT}{_quoted(token):{width}}  {exp(gain):.2f}"


def _rivals(prediction: Prediction, claim: Claim | None) -> tuple[str, str]:
    """The likeliest label, and the one to hold against it: the likeliest that the name allows, or the runner-up."""
    ranked = [name for name, _ in prediction.candidates(len(prediction.labels))]
    best = ranked[0]
    if claim is not None and best not in claim.accepts:
        allowed = [name for name in ranked if name in claim.accepts]
        if allowed:
            return best, allowed[0]
    return best, ranked[1]


def _margin(model: Model, path: str, text: str, prediction: Prediction, claim: Claim) -> str:
    doubt = suspicion(model, text, claim)
    if not isinstance(doubt, Suspicion):
        margin, language = prediction.margin(claim.accepts)
        what = "none of the languages" if language == NONE_OF_THESE else language
        if margin <= 0:
            return f"{margin:.2f}: {what}, the likeliest that the name does not allow, is behind one that it allows"
        return f"{margin:.2f} for {what} over what the name allows, but {doubt or 'its first lines look like its name'}"
    needed = threshold(model, path, claim, doubt.language, doubt.proven)
    than = "above" if doubt.margin >= needed else "below"
    words = f"{doubt.margin:.2f} for {doubt.language} over what the name allows, {than} the threshold of {needed:.2f}"
    if not is_usual(path, claim):
        words += " for a name that new files are seldom given"
    least = least_share(model.thresholds, needed, doubt.proven)
    if doubt.margin >= needed and doubt.share < least:
        words += f", but with {_share(doubt.share)} of the probability, where {least:.0%} is needed"
    return words


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


def _git_attributes(path: str) -> dict[str, str]:
    try:
        return git_attributes(path)
    finally:
        # One file needs no git process that waits for the next.
        sys.modules["langdetect_hook.files.git"].end_shared_processes()
