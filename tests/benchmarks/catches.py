"""Planted accidents: files that are not what their name says, and how many of them `check` stops.

    python -m tests.benchmarks.catches CORPUS [--projects FILE] [--per-pair K] [--output FILE] [--write]

Every ordered pair of languages: content of one, from projects that no training saw, under the primary
extension of the other, unless that is accepted; whole files and their first 20 lines. Then the accidents of
the exact rules. Everything goes through the library's own `check_content`, in this process.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from langdetect_hook.check import check_content
from langdetect_hook.claims.common_names import is_common
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.languages import LANGUAGES, Language
from langdetect_hook.network import assets
from langdetect_hook.network.thresholds import Thresholds
from langdetect_hook.report.rules import DEFAULT_RULES
from langdetect_hook.suspicion.weight import different_lines, is_short
from langdetect_hook.verdict import Verdict
from tests.benchmarks.accidents import Accident, accidents
from tests.benchmarks.bounds import lower_bound
from tests.benchmarks.false_alarms import version
from tests.benchmarks.readme_table import markdown, publish
from tests.benchmarks.samples import NoSamples, Sample, add_options, digest, held_out_projects, read_corpus, spread
from tests.bundled import CLAIMS, claim_of

FIRST_LINES = 20
CUTS = ("whole files", f"first {FIRST_LINES} lines")
WORST = 30


class Planted(NamedTuple):
    """One accident: what is claimed, what is there, how it was cut, and the bytes under which name."""

    claimed: str
    content: str
    cut: str
    origin: str
    name: str
    raw: bytes


Kind = TypeVar("Kind", Planted, Accident)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="catches", description=(__doc__ or "").splitlines()[0])
    add_options(parser)
    parser.add_argument("--per-pair", type=int, default=3, metavar="K", help="files a pair (3)")
    parser.add_argument("--uncommon", action="store_true", help="plant under an uncommon name, where there is one")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write everything as JSON")
    parser.add_argument("--write", action="store_true", help="write the table into docs/figures.md")
    options = parser.parse_args(argv)
    try:
        samples = read_corpus(options.corpus, held_out_projects(options.projects, options.assets))
    except (NoSamples, OSError) as error:
        print(f"catches: {error}", file=sys.stderr)
        return 2
    result = measure(samples, options.per_pair, options.assets, options.uncommon)
    print_result(result)
    table = table_of(result)
    return publish("catches", table, result, options.output, options.write and not options.uncommon)


def measure(samples: dict[str, list[Sample]], per_pair: int, folder: Path, uncommon: bool) -> dict[str, Any]:
    """Plant everything, check it, and count by cut, claim, content, pair and length."""
    claims, unclaimed = plantable(LANGUAGES, uncommon)
    result: dict[str, Any] = {
        "version": version(),
        "projects": len({sample.project for found in samples.values() for sample in found}),
        "languages_without_samples": sorted({language.name for language in LANGUAGES} - set(samples)),
        "never_checked": unclaimed,
        "missed": [],
    }
    tallies: dict[str, dict[str, Counter[str]]] = {cut: defaultdict(Counter) for cut in CUTS}
    thresholds = assets.load(str(folder)).thresholds
    for planted, verdict in checked(pairs(claims, samples, per_pair), folder):
        caught = verdict.verdict == "mismatch"
        counters = tallies[planted.cut]
        for kind, key in (
            ("all", "all"),
            ("claimed", planted.claimed),
            ("content", planted.content),
            ("pair", f"{planted.content} as {planted.claimed}"),
            ("length", length_of(planted.raw, thresholds)),
        ):
            counters[f"{kind}:planted"][key] += 1
            counters[f"{kind}:caught"][key] += caught
        if not caught:
            counters["outcomes"][f"{verdict.verdict}: {verdict.reason or ''}"] += 1
            row = {
                "origin": planted.origin,
                "cut": planted.cut,
                "content": planted.content,
                "claimed": planted.claimed,
            }
            result["missed"].append({**row, "verdict": verdict.verdict, "reason": verdict.reason})
        elif verdict.predicted and verdict.predicted != planted.content:
            counters["all:caught under another name"]["all"] += 1
    for cut, counters in tallies.items():
        result[cut] = {kind: dict(counter) for kind, counter in sorted(counters.items())}
    result["exact"] = exact(samples, folder)
    return result


def length_of(raw: bytes, thresholds: Thresholds) -> str:
    """How long a planted text is: of a short one LD001 asks more."""
    text = content_from_bytes(raw).text or ""
    if is_short(text, thresholds):
        return "short"
    return "longer" if different_lines(text) < FIRST_LINES else f"{FIRST_LINES} lines or more"


def plantable(languages: tuple[Language, ...], uncommon: bool) -> tuple[dict[str, str], dict[str, str]]:
    """The file name that plants each language, and why the others are never checked."""
    names, unclaimed = {}, {}
    for language in languages:
        name = uncommon_name(language) if uncommon else language.file_name("planted")
        claim = claim_of(name) if name else None
        if name is None:
            unclaimed[language.name] = "all its names are common"
        elif not claim:
            unclaimed[language.name] = f"{name} claims nothing"
        elif not claim.covered:
            unclaimed[language.name] = f"{name} also claims a language that the model does not know"
        else:
            names[language.name] = name
    return names, unclaimed


def uncommon_name(language: Language) -> str | None:
    """The first uncommon name in the table that claims one language alone, or None."""
    for pattern, claimed in CLAIMS.patterns():
        name = "planted" + pattern[1:]
        claim = claim_of(name) if pattern.startswith("*.") and claimed == [language.name] else None
        if claim and claim.covered and not is_common(claim):
            return name
    return None


def pairs(names: dict[str, str], samples: dict[str, list[Sample]], per_pair: int) -> Iterator[Planted]:
    """The accidents of every ordered pair that is not accepted."""
    contents = {language: [(sample, sample.read()) for sample in found] for language, found in samples.items()}
    for claimed, name in names.items():
        claim = claim_of(name)
        assert claim
        for content, found in contents.items():
            if content == claimed or content in claim.accepts or content in claim.languages:
                continue
            # Another choice of files for each pair, but the same on every run.
            order = sorted(found, key=lambda each: digest(f"{claimed} {origin_of(each[0])}"))
            raws = {sample.path: raw for sample, raw in order}
            for sample in spread((sample for sample, _ in order), per_pair):
                raw = raws[sample.path]
                origin = origin_of(sample)
                yield Planted(claimed, content, CUTS[0], origin, name, raw)
                lines = raw.splitlines(keepends=True)
                if len(lines) > FIRST_LINES:
                    yield Planted(claimed, content, CUTS[1], origin, name, b"".join(lines[:FIRST_LINES]))


def origin_of(sample: Sample) -> str:
    """Where a sample lies in the corpus, wherever that lies."""
    return "/".join(sample.path.split("/")[-3:])


def checked(accidents: Iterable[Kind], folder: Path) -> Iterator[tuple[Kind, Verdict]]:
    """Each accident with its first verdict, from the function that `check` calls for each file."""
    model = assets.load(str(folder))
    model.prepare_for_many()
    for accident in accidents:
        content = content_from_bytes(accident.raw)
        yield accident, check_content(accident.name, content, DEFAULT_RULES, model, no_attributes)[0]


def no_attributes(path: str) -> dict[str, str]:
    """The git attributes of a file in a repository without .gitattributes."""
    return {}


def exact(samples: dict[str, list[Sample]], folder: Path) -> dict[str, Any]:
    """Count the exact rules' accidents by kind, and list what was missed."""
    planted: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    other_rule: Counter[str] = Counter()
    missed = []
    for accident, verdict in checked(accidents(samples), folder):
        planted[accident.kind] += 1
        if verdict.verdict == "mismatch":
            caught[accident.kind] += 1
            other_rule[accident.kind] += verdict.rule != accident.rule
        else:
            what = f"{accident.kind}: {accident.name}: {accident.raw[:50]!r} … {accident.raw[-20:]!r}"
            missed.append(f"{what}: {verdict.verdict} ({verdict.reason})")
    return {
        "planted": dict(planted),
        "caught": dict(caught),
        "by_another_rule": dict(other_rule),
        "missed": missed,
    }


def rate(counters: dict[str, dict[str, int]], kind: str, key: str = "all") -> float:
    return counters[f"{kind}:caught"].get(key, 0) / counters[f"{kind}:planted"][key]


def print_result(result: dict[str, Any]) -> None:
    print(f"{result['version']}: {result['projects']} held-out projects")
    print("no samples of: " + (", ".join(result["languages_without_samples"]) or "none"))
    print("not planted under: " + ("; ".join(f"{n} ({why})" for n, why in result["never_checked"].items()) or "none"))
    for cut in CUTS:
        counters = result[cut]
        if "all:planted" not in counters:
            continue
        print(f"\n{cut}: {rate(counters, 'all'):.2%} of {counters['all:planted']['all']:,} caught")
        for kind in ("claimed", "content", "pair"):
            planted = counters[f"{kind}:planted"]
            worst = sorted(planted, key=lambda key: (rate(counters, kind, key), key))[:WORST]
            print(f"  worst by {kind}: " + "; ".join(f"{key} {rate(counters, kind, key):.0%}" for key in worst))
        lengths = sorted(counters["length:planted"].items(), key=lambda row: row[1])
        print("  by length: " + "; ".join(f"{key} {rate(counters, 'length', key):.1%} of {n:,}" for key, n in lengths))
        for outcome, count in Counter(counters.get("outcomes", {})).most_common(12):
            print(f"  missed {count:6,}: {outcome}")
    print("\nexact rules' accidents missed:")
    for line in result["exact"]["missed"][:100] or ["none"]:
        print("  " + line)


def table_of(result: dict[str, Any]) -> str:
    """The table that stands in docs/figures.md."""
    rows = []
    for cut in CUTS:
        counters = result[cut]
        if "all:planted" in counters:
            planted, caught = counters["all:planted"]["all"], counters["all:caught"]["all"]
            rows.append(
                (
                    f"every pair, {cut}",
                    f"{planted:,}",
                    f"{caught / planted:.2%}",
                    f"{lower_bound(caught, planted):.2%}",
                )
            )
    exact_counts = result["exact"]
    for kind, planted in exact_counts["planted"].items():
        caught = exact_counts["caught"].get(kind, 0)
        rows.append((kind, f"{planted:,}", f"{caught / planted:.2%}", f"{lower_bound(caught, planted):.2%}"))
    return markdown(("accident", "planted", "caught", "at least (95%)"), rows)


if __name__ == "__main__":
    sys.exit(main())
