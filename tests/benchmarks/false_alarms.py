"""False alarms on healthy trees: what `langdetect-hook check` reports there, joined with what people found on
reading it.

    python -m tests.benchmarks.false_alarms TREES [--set SET] [--repositories DIR] [--output FILE] [--unread FILE]

TREES is what fetch_healthy.py wrote. Each finding stands in adjudication_<set>.tsv (path, rule, verdict,
why); one that nobody has read counts as a false alarm. With --repositories each project is also made a git repository
with one commit in DIR, as users have their files, and measured there too.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests.benchmarks.bounds import upper_bound
from tests.benchmarks.fetch_healthy import SETS
from tests.benchmarks.readme_table import markdown, publish

HERE = Path(__file__).parent
PER = 25_000
WRONG_NAME, FALSE_ALARM, UNREAD = "wrong-name", "false-alarm", "unread"
VERDICTS = (WRONG_NAME, FALSE_ALARM)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="false_alarms", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("trees", type=Path, metavar="TREES")
    parser.add_argument("--set", choices=SETS, default="development")
    parser.add_argument("--repositories", type=Path, metavar="DIR", help="measure the projects as repositories too")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write everything as JSON")
    parser.add_argument("--unread", type=Path, metavar="FILE", help="write what nobody has read, to fill in")
    parser.add_argument("--adjudication", type=Path, metavar="FILE", help="instead of adjudication_<set>.tsv")
    parser.add_argument("--write", action="store_true", help="write the table into the README")
    options = parser.parse_args(argv)

    folder = options.trees / options.set if (options.trees / options.set).is_dir() else options.trees
    adjudication = options.adjudication or HERE / f"adjudication_{options.set}.tsv"
    try:
        read = read_adjudication(adjudication)
        result = measure(folder, read)
        if options.repositories:
            make_repositories(folder, options.repositories)
            result["as_repositories"] = measure(options.repositories, read)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        print(f"false_alarms: {error}", file=sys.stderr)
        return 2
    result["set"] = options.set
    print_findings(result["findings"])
    table = table_of(result)
    if options.unread:
        rows = [f"{f['path']}\t{f['rule']}\t\t{f['message']}\n" for f in result["findings"] if f["read"] == UNREAD]
        options.unread.write_text("".join(rows), encoding="utf-8")
    return publish("false-alarms", table, result, options.output, options.write)


def read_adjudication(path: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """(path, rule) -> (verdict, why) of a tab-separated file; ValueError for a row with neither."""
    rows: dict[tuple[str, str], tuple[str, str]] = {}
    if not path.exists():
        return rows
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 4 or cells[2] not in VERDICTS:
            raise ValueError(f"{path.name}:{number}: expected path, rule, {' or '.join(VERDICTS)}, why")
        rows[cells[0], cells[1]] = (cells[2], cells[3])
    return rows


def measure(folder: Path, adjudication: dict[tuple[str, str], tuple[str, str]]) -> dict[str, Any]:
    """Check all projects of a folder in one run, and count. Paths begin with the project's folder."""
    projects = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir() and not entry.name.startswith("."))
    if not projects:
        raise ValueError(f"{folder}: no projects; fetch them with fetch_healthy.py")
    command = [sys.executable, "-m", "langdetect_hook", "check", "--format", "jsonl", "--verbose", *projects]
    environment = dict(
        os.environ,
        PYTHONPATH=os.pathsep.join(filter(None, [str(HERE.parents[1]), os.environ.get("PYTHONPATH")])),
    )
    outcomes: Counter[str] = Counter()
    findings: list[dict[str, Any]] = []
    files: set[str] = set()
    used, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            row = json.loads(line)
            files.add(row["path"])
            outcomes[row["verdict"]] += 1
            if row["verdict"] == "mismatch":
                row["read"], row["why"] = adjudication.get((row["path"], row["rule"]), (UNREAD, ""))
                findings.append(row)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in (0, 1, 2) or not files:
        raise ValueError(f"check ended with status {process.returncode} after {len(files)} files")
    read = Counter(finding["read"] for finding in findings)
    alarms = read[FALSE_ALARM] + read[UNREAD]
    cpu = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    return {
        "version": version(),
        "projects": len(projects),
        "files": len(files),
        "files_by_registry": dict(sorted(Counter(path.partition("+")[0] for path in files).items())),
        "outcomes": dict(sorted(outcomes.items())),
        "wrong_names": read[WRONG_NAME],
        "false_alarms": read[FALSE_ALARM],
        "unread": read[UNREAD],
        "false_alarms_per_25000": alarms * PER / len(files),
        "upper_bound_per_25000": upper_bound(alarms, len(files)) * PER,
        "seconds_per_file": wall / len(files),
        "cpu_seconds_per_file": cpu / len(files),
        "findings": sorted(findings, key=lambda finding: (finding["path"], finding["rule"])),
    }


def make_repositories(trees: Path, folder: Path) -> None:
    """Make of each project in `trees` a git repository in `folder`, with all its files in one commit; some come with a
    history of their own, which is left out."""
    # As if Git LFS were installed: what belongs to it is a pointer in the index.
    first, digest = "version https://git-lfs.github.com/spec/v1", "$(sha256sum | cut -c1-64)"
    pointer = f"printf '{first}\\noid sha256:%s\\nsize 1\\n' {digest}"
    lfs = ("-c", f"filter.lfs.clean={pointer}", "-c", "filter.lfs.required=false")
    identity = ("-c", "user.name=benchmark", "-c", "user.email=benchmark@localhost", "-c", "commit.gpgSign=false")
    for tree in sorted(trees.iterdir()):
        repository = folder / tree.name
        if not tree.is_dir() or tree.name.startswith(".") or (repository / ".git").exists():
            continue
        shutil.copytree(tree, repository, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".git"))
        for arguments in (
            ("init", "--quiet"),
            (*lfs, "-c", "core.autocrlf=false", "-c", "core.safecrlf=false", "add", "--all", "--force"),
            (*identity, "commit", "--quiet", "--no-verify", "--message", "everything"),
        ):
            subprocess.run(["git", *arguments], cwd=repository, check=True, capture_output=True)


def version() -> str:
    done = subprocess.run(
        [sys.executable, "-m", "langdetect_hook", "--version"],
        capture_output=True,
        text=True,
        cwd=HERE.parents[1],
    )
    return done.stdout.strip()


def print_findings(findings: list[dict[str, Any]]) -> None:
    for finding in findings:
        print(f"{finding['read']:12} {finding['path']}: {finding['rule']} {finding['message']}")
        if finding["why"]:
            print(f"{'':12}     {finding['why']}")
    rules = Counter((finding["rule"], finding["read"]) for finding in findings)
    pairs = Counter(f"{f['expected']} looks like {f['predicted']}" for f in findings if f["rule"] == "LD001")
    print("\nby rule: " + (", ".join(f"{rule} {read} {n}" for (rule, read), n in sorted(rules.items())) or "none"))
    for pair, count in pairs.most_common(20):
        print(f"  {count:4} {pair}")


def table_of(result: dict[str, Any]) -> str:
    """The table that stands in the README."""
    columns = {"as unpacked": cells_of(result)}
    if "as_repositories" in result:
        columns["as git repositories"] = cells_of(result["as_repositories"])
    rows = [(name, *(cells[name] for cells in columns.values())) for name in columns["as unpacked"]]
    return markdown((f"{result['set']} set, {result['version']}", *columns), rows)


def cells_of(result: dict[str, Any]) -> dict[str, str]:
    """What a column of the table says, by the names of its rows."""
    alarms = result["false_alarms"] + result["unread"]
    by_registry = Counter(f["path"].partition("+")[0] for f in result["findings"] if f["read"] != WRONG_NAME)
    where = ", ".join(
        f"{registry} {by_registry[registry]} of {files:,}" for registry, files in result["files_by_registry"].items()
    )
    return {
        "healthy projects, files": f"{result['projects']}, {result['files']:,}",
        "false alarms": f"{alarms} ({result['unread']} not read yet)",
        "in files from": where,
        "false alarms per 25,000 files": f"{result['false_alarms_per_25000']:.2f}",
        "upper bound of that (95%, exact)": f"{result['upper_bound_per_25000']:.2f}",
        "really wrong names found": str(result["wrong_names"]),
        "files by verdict": ", ".join(f"{name} {count:,}" for name, count in result["outcomes"].items()),
        "milliseconds a file (wall, CPU)": f"{1e3 * result['seconds_per_file']:.2f}, "
        f"{1e3 * result['cpu_seconds_per_file']:.2f}",
    }


if __name__ == "__main__":
    sys.exit(main())
