"""False alarms on healthy files: what `langdetect-hook check` reports there, joined with what people found on
reading it.

    python -m tests.benchmarks.false_alarms TREES... [--set SET] [--repositories DIR] [--commits] [--output FILE]

TREES is what fetch_healthy.py wrote. Each finding stands in adjudication_<set>.tsv (path, rule, verdict,
why); one that nobody has read counts as a false alarm. With --repositories each project is also a git repository
in DIR, as users have their files, and measured there by `check --all`: public repositories at the commit that they come
from, packages with one commit. With --commits the last commits of public repositories are replayed (replay.py), of each
Nth one with --every N.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.benchmarks import git_repositories
from tests.benchmarks.bounds import upper_bound
from tests.benchmarks.fetch_healthy import SETS
from tests.benchmarks.readme_table import markdown, publish

if TYPE_CHECKING:
    from langdetect_hook.verdict import Verdict

HERE = Path(__file__).parent
PER = 25_000
WRONG_NAME, FALSE_ALARM, UNREAD = "wrong-name", "false-alarm", "unread"
VERDICTS = (WRONG_NAME, FALSE_ALARM)


Adjudication = dict[tuple[str, str], tuple[str, str]]


class Run(NamedTuple):
    """A call of `check`, and what its paths lack of those in the adjudication."""

    folder: Path
    arguments: list[str]
    prefix: str = ""


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="false_alarms", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("trees", type=Path, metavar="TREES", nargs="+")
    parser.add_argument("--set", choices=SETS, default="development")
    parser.add_argument("--repositories", type=Path, metavar="DIR", help="measure the projects as repositories too")
    parser.add_argument("--commits", action="store_true", help="replay the last commits of public repositories too")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="replay each Nth repository, by digest")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write everything as JSON")
    parser.add_argument("--unread", type=Path, metavar="FILE", help="write what nobody has read, to fill in")
    parser.add_argument("--adjudication", type=Path, metavar="FILE", help="instead of adjudication_<set>.tsv")
    parser.add_argument("--write", action="store_true", help="write the table into docs/figures.md")
    options = parser.parse_args(argv)

    folders = [trees / options.set if (trees / options.set).is_dir() else trees for trees in options.trees]
    adjudication = options.adjudication or HERE / f"adjudication_{options.set}.tsv"
    try:
        columns = measure_all(folders, read_adjudication(adjudication), options)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        print(f"false_alarms: {error}", file=sys.stderr)
        return 2
    findings = distinct(columns)
    print_findings(findings)
    if options.unread:
        rows = [f"{f['path']}\t{f['rule']}\t\t{f['message']}\n" for f in findings if f["read"] == UNREAD]
        options.unread.write_text("".join(rows), encoding="utf-8")
    result = {"set": options.set, "version": version(), "columns": columns}
    return publish("false-alarms", table_of(result), result, options.output, options.write)


def measure_all(
    folders: list[Path], adjudication: Adjudication, options: argparse.Namespace
) -> dict[str, dict[str, Any]]:
    """The columns of the table: public repositories first, which is what users have."""
    projects = [project for folder in folders for project in projects_in(folder)]
    public = [project for project in projects if is_public(project)]
    packages = [project for project in projects if not is_public(project)]
    columns = {}
    for names, group in ((PUBLIC, public), (PACKAGES, packages)):
        if group and options.repositories:
            repositories = [as_repository(tree, options.repositories) for tree in group]
            columns[names.as_repositories] = measure(tracked(repositories), adjudication)
        if group:
            columns[names.as_folders] = measure(unpacked(group), adjudication)
    if public and options.commits:
        replayed = measure_commits(sample(public, options.every), adjudication)
        columns[COMMITS if options.every == 1 else f"{COMMITS}, 1 of {options.every} repositories"] = replayed
    return columns


class Names(NamedTuple):
    """What the columns of a kind of projects are called."""

    as_repositories: str
    as_folders: str


PUBLIC = Names("git repositories", "their files as plain folders")
COMMITS = "commit by commit"
PACKAGES = Names("packages as git repositories", "packages as unpacked")


def projects_in(folder: Path) -> list[Path]:
    """The projects of a set. ValueError where there are none."""
    entries = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir() and not entry.name.startswith("."))
    if not entries:
        raise ValueError(f"{folder}: no projects; fetch them with fetch_healthy.py")
    return [folder / name for name in entries]


def is_public(project: Path) -> bool:
    """Whether a project is a public repository, not a package."""
    return project.name.startswith("git+")


def sample(projects: list[Path], every: int) -> list[Path]:
    """Each Nth project, in the order of the digests of their names."""
    return sorted(projects, key=lambda project: hashlib.sha256(project.name.encode()).hexdigest())[::every]


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


def tracked(repositories: Iterable[Path]) -> Iterator[Run]:
    """All tracked files of repositories, as `check --all` checks them in each."""
    for repository in repositories:
        yield Run(repository, ["--all", "--jobs", "1"], f"{repository.name}/")


def unpacked(projects: Iterable[Path]) -> Iterator[Run]:
    """All files of projects, in one run for those of a folder. Paths begin with the project's folder."""
    for folder in dict.fromkeys(project.parent for project in projects):
        yield Run(folder, [project.name for project in projects if project.parent == folder])


def measure(runs: Iterable[Run], adjudication: Adjudication) -> dict[str, Any]:
    """Check files, and count."""
    outcomes: Counter[str] = Counter()
    findings: list[dict[str, Any]] = []
    files: set[str] = set()
    used, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    for run in runs:
        for row in check(run):
            files.add(row["path"])
            outcomes[row["verdict"]] += 1
            if row["verdict"] == "mismatch":
                findings.append(judged(row, adjudication))
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    if not files:
        raise ValueError("no files were checked")
    projects = {path.partition("/")[0] for path in files}
    return {
        **counted(findings, len(files), len(projects)),
        "files_by_registry": dict(sorted(Counter(path.partition("+")[0] for path in files).items())),
        "outcomes": dict(sorted(outcomes.items())),
        "seconds_per_file": wall / len(files),
        "cpu_seconds_per_file": cpu / len(files),
    }


def check(run: Run) -> Iterator[dict[str, Any]]:
    """The verdicts of one call of `check`, with paths as the adjudication has them. ValueError where it breaks."""
    command = [sys.executable, "-m", "langdetect_hook", "check", "--format", "jsonl", "--verbose", *run.arguments]
    environment = dict(
        os.environ,
        PYTHONPATH=os.pathsep.join(filter(None, [str(HERE.parents[1]), os.environ.get("PYTHONPATH")])),
    )
    with subprocess.Popen(command, cwd=run.folder, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            row = json.loads(line)
            yield {**row, "path": run.prefix + row["path"]}
    if process.returncode not in (0, 1, 2):
        raise ValueError(f"check ended with status {process.returncode} in {run.folder}")


def measure_commits(projects: list[Path], adjudication: Adjudication) -> dict[str, Any]:
    """Replay the last commits of public repositories, and count. A file that is changed again is checked again."""
    from langdetect_hook.network import assets
    from tests.benchmarks.replay import replay

    model = assets.load()
    model.prepare_for_many()
    commits: Counter[str] = Counter()
    findings = []
    for project in projects:
        for outcome in replay(git_repositories.store_of(project), model):
            commits[f"{project.name}@{outcome.commit}"] = outcome.files
            findings += [judged(row_of(project, outcome.commit, found), adjudication) for found in outcome.findings]
    if not commits:
        raise ValueError("no commits were replayed")
    counts = counted(findings, commits.total(), len(projects))
    alarms = counts["false_alarms"] + counts["unread"]
    return {**counts, "commits": len(commits), "false_alarms_per_1000_commits": alarms * 1000 / len(commits)}


def row_of(project: Path, commit: str, found: Verdict) -> dict[str, Any]:
    """A finding of a replayed commit, as `check --format jsonl` would say it."""
    keys = ("rule", "reason", "expected", "predicted", "probability", "message")
    row = {key: getattr(found, key) for key in keys}
    return {"path": f"{project.name}/{found.path}", "commit": commit, **row}


def judged(row: dict[str, Any], adjudication: Adjudication) -> dict[str, Any]:
    """A finding with what people found on reading it."""
    read, why = adjudication.get((row["path"], row["rule"]), (UNREAD, ""))
    return {**row, "read": read, "why": why}


def counted(findings: list[dict[str, Any]], files: int, projects: int) -> dict[str, Any]:
    """The figures that every column has."""
    read = Counter(finding["read"] for finding in findings)
    alarms = read[FALSE_ALARM] + read[UNREAD]
    alarmed = {f["path"].partition("/")[0] for f in findings if f["read"] != WRONG_NAME}
    return {
        "projects": projects,
        "projects_with_a_false_alarm": len(alarmed),
        "files": files,
        "wrong_names": read[WRONG_NAME],
        "false_alarms": read[FALSE_ALARM],
        "unread": read[UNREAD],
        "false_alarms_per_25000": alarms * PER / files,
        "upper_bound_per_25000": upper_bound(alarms, files) * PER,
        "findings": sorted(findings, key=lambda finding: (finding["path"], finding["rule"])),
    }


def distinct(columns: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The findings of all columns, each once, with the columns that have it."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for name, column in columns.items():
        for finding in column["findings"]:
            row = found.setdefault((finding["path"], finding["rule"]), {**finding, "columns": []})
            row["columns"] += [name] if name not in row["columns"] else []
    return [found[key] for key in sorted(found)]


def as_repository(tree: Path, folder: Path) -> Path:
    """The repository in `folder` that has the files of a project, made where it is not there yet."""
    repository = folder / tree.name
    if (repository / "HEAD").is_file() and (repository / "objects").is_dir():
        raise ValueError(f"{repository}: is a bare repository; name a folder of its own")
    if not (repository / ".git").exists():
        if is_public(tree):
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copytree(tree, repository, copy_function=link_or_copy, dirs_exist_ok=True)
            git_repositories.make_repository(git_repositories.store_of(tree), repository)
        else:
            commit_all(tree, repository)
    return repository


def link_or_copy(source: str, target: str) -> None:
    """Have a file in a second place, without a second copy where the disk is the same."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def commit_all(tree: Path, repository: Path) -> None:
    """Make a git repository of a package, with all its files in one commit; some come with a history of their own,
    which is left out."""
    # As if Git LFS were installed: what belongs to it is a pointer in the index.
    first, digest = "version https://git-lfs.github.com/spec/v1", "$(sha256sum | cut -c1-64)"
    pointer = f"printf '{first}\\noid sha256:%s\\nsize 1\\n' {digest}"
    lfs = ("-c", f"filter.lfs.clean={pointer}", "-c", "filter.lfs.required=false")
    identity = ("-c", "user.name=benchmark", "-c", "user.email=benchmark@localhost", "-c", "commit.gpgSign=false")
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
    """The table that stands in docs/figures.md."""
    columns = {name: cells_of(column) for name, column in result["columns"].items()}
    names = dict.fromkeys(name for cells in columns.values() for name in cells)
    rows = [(name, *(cells.get(name, "") for cells in columns.values())) for name in names]
    return markdown((f"{result['set']} set, {result['version']}", *columns), rows)


def cells_of(column: dict[str, Any]) -> dict[str, str]:
    """What a column of the table says, by the names of its rows."""
    alarms, projects = column["false_alarms"] + column["unread"], column["projects"]
    share = column["projects_with_a_false_alarm"]
    cells = {
        "healthy projects, files": f"{projects}, {column['files']:,}",
        "findings": f"{len(column['findings'])}, of them really wrong names: {column['wrong_names']}",
        "false alarms": f"{alarms} ({column['unread']} not read yet)",
        "projects with a false alarm": f"{share} ({share / projects:.1%})",
        "false alarms per 25,000 files": f"{column['false_alarms_per_25000']:.2f}",
        "upper bound of that (95%, exact)": f"{column['upper_bound_per_25000']:.2f}",
    }
    if "commits" in column:
        return cells | {
            "commits": f"{column['commits']:,}",
            "false alarms per 1,000 commits": f"{column['false_alarms_per_1000_commits']:.2f}",
        }
    by_registry = Counter(f["path"].partition("+")[0] for f in column["findings"] if f["read"] != WRONG_NAME)
    return cells | {
        "in files from": ", ".join(
            f"{registry} {by_registry[registry]} of {files:,}"
            for registry, files in column["files_by_registry"].items()
        ),
        "files by verdict": ", ".join(f"{name} {count:,}" for name, count in column["outcomes"].items()),
        "milliseconds a file (wall, CPU)": f"{1e3 * column['seconds_per_file']:.2f}, "
        f"{1e3 * column['cpu_seconds_per_file']:.2f}",
    }


if __name__ == "__main__":
    sys.exit(main())
