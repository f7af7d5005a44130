"""Binary content under wrong names: how much of it `check` and other tools report, and of how many healthy files.

    python -m tests.benchmarks.binaries PYTHON HEALTHY... [--sample N] [--output FILE] [--write]

PYTHON is the interpreter of an environment with `binaries_requirements.txt`: the other tools, and the libraries that
make the samples (`binaries_samples.py`). Each sample is planted under each of NAMES that is wrong for it. HEALTHY are
folders whose files have the names that they should have: of them the N with the lowest digests, the same for all tools.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from langdetect_hook.check import check_content
from langdetect_hook.files.content import read_file
from langdetect_hook.network import assets
from langdetect_hook.report.rules import DEFAULT_RULES
from tests.benchmarks.binaries_samples import NAMES, RECIPES
from tests.benchmarks.bounds import lower_bound
from tests.benchmarks.catches import no_attributes
from tests.benchmarks.false_alarms import version
from tests.benchmarks.readme_table import markdown, publish

MOST_BYTES = 4 << 20
CHECKOUT = Path(__file__).parents[2]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="binaries", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("python", metavar="PYTHON", help="of the environment with the other tools")
    parser.add_argument("healthy", type=Path, nargs="+", metavar="HEALTHY", help="folders of healthy files")
    parser.add_argument("--sample", type=int, default=5500, metavar="N", help="healthy files (5500)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write everything as JSON")
    parser.add_argument("--write", action="store_true", help="write the table into docs/figures.md")
    options = parser.parse_args(argv)
    healthy = chosen(options.healthy, options.sample)
    with tempfile.TemporaryDirectory() as folder:
        planted = plant(Path(folder), options.python)
        result = measure(planted, healthy, options.python)
    print_result(result)
    return publish("binaries", table_of(result), result, options.output, options.write)


def plant(folder: Path, python: str) -> list[str]:
    """The paths of the samples, each under each name that is wrong for it."""
    made = folder / "made"
    subprocess.run([python, "-m", "tests.benchmarks.binaries_samples", str(made)], cwd=CHECKOUT, check=True)
    planted = []
    for sample in sorted(made.iterdir()):
        (folder / sample.name).mkdir()
        for suffix in NAMES:
            if suffix not in RECIPES[sample.name].fine:
                path = folder / sample.name / f"planted{suffix}"
                os.link(sample, path)
                planted.append(str(path))
    return planted


def chosen(folders: list[Path], most: int) -> list[str]:
    """The healthy files with the lowest digests of their paths, among those with an extension."""
    found = [path for folder in folders for path in files(folder)]
    return sorted(found, key=lambda path: hashlib.sha256(path.encode("utf-8", "surrogateescape")).digest())[:most]


def files(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            if "." in name[1:] and path.isprintable() and is_readable(path):
                yield path


def is_readable(path: str) -> bool:
    """Whether a path is a file of a usual size that may be read, and no link."""
    return not os.path.islink(path) and os.access(path, os.R_OK) and 0 < os.path.getsize(path) <= MOST_BYTES


def measure(planted: list[str], healthy: list[str], python: str) -> dict[str, Any]:
    """What each tool objects to, among what was planted and among the healthy files."""
    paths = planted + healthy
    rows = [ours(paths), *theirs(paths, python)]
    return {
        "formats": len({Path(path).parent.name for path in planted}),
        "names": len(NAMES),
        "planted": len(planted),
        "healthy": len(healthy),
        "tools": [
            {
                "tool": name,
                "caught": sum(number < len(planted) for number in numbers),
                "missed": sorted(short(planted[number]) for number in set(range(len(planted))) - set(numbers)),
                "complaints": [paths[number] for number in numbers if number >= len(planted)],
            }
            for name, numbers in rows
        ],
    }


def ours(paths: list[str]) -> tuple[str, list[int]]:
    """The numbers of the paths that `check` reports."""
    model = assets.load()
    model.prepare_for_many()
    found = []
    for number, path in enumerate(paths):
        # Below the folder of one sample a path says nothing but its name, as in a project.
        name = os.path.basename(path) if os.path.basename(path).startswith("planted.") else path
        verdicts = check_content(name, read_file(path), DEFAULT_RULES, model, no_attributes)
        if verdicts[0].verdict == "mismatch":
            found.append(number)
    return version(), found


def theirs(paths: list[str], python: str) -> list[tuple[str, list[int]]]:
    """The same of the other tools."""
    script = Path(__file__).with_name("binaries_tools.py")
    listed = "\n".join(paths)
    run = subprocess.run([python, str(script)], input=listed, capture_output=True, text=True, check=True)
    print(run.stderr, file=sys.stderr, end="")
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    return [(row["tool"], row["objections"]) for row in rows]


def short(path: str) -> str:
    """A planted file in a word: the format, and the extension that it stands under."""
    return Path(path).parent.name + Path(path).suffix


def print_result(result: dict[str, Any]) -> None:
    for tool in result["tools"]:
        by_format = Counter(one.partition(".")[0] for one in tool["missed"])
        print(f"{tool['tool']} misses: " + ", ".join(f"{name} {count}" for name, count in by_format.most_common(20)))
    for path in result["tools"][0]["complaints"]:
        print(f"reported: {path}")


def table_of(result: dict[str, Any]) -> str:
    """The table that stands in docs/figures.md."""
    planted, healthy = result["planted"], result["healthy"]
    rows = [
        (
            tool["tool"],
            f"{tool['caught'] / planted:.1%}",
            f"{lower_bound(tool['caught'], planted):.1%}",
            f"{len(tool['complaints']):,}",
        )
        for tool in result["tools"]
    ]
    caption = (
        f"{planted:,} plants: {result['formats']} formats under those of {result['names']} extensions that are wrong "
        f"for them; {healthy:,} healthy files."
    )
    return markdown(("tool", "plants caught", "at least (95%)", "complaints on healthy files"), rows) + f"\n{caption}\n"


if __name__ == "__main__":
    sys.exit(main())
