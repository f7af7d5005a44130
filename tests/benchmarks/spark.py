"""How many files a second of one core Apache Spark checks with docs/many-machines.md, beside the plain command.

    python -m tests.benchmarks.spark TREE [--files N] [--rounds N] [--output FILE]

TREE is any folder with thousands of source files (a set of fetch_healthy.py); its files are checked as a folder by
`langdetect-hook check --jobs 1` and as a table by the example of that page, with one core for Spark. They take turns;
what counts is the CPU time of all processes of each: of Spark also that of the Java machine, from one look at /proc to
the next, when it has started and has checked a few files; of the command all of it. The ratio is of files a CPU second.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from tests.accidents import ACCIDENTS
from tests.benchmarks.adoption import Cost, measured
from tests.benchmarks.readme_table import markdown, publish
from tests.benchmarks.speed import Missing, copy_mix

PAGE = Path(__file__).parents[2] / "docs" / "many-machines.md"
MASTER = "--master local[1] --driver-memory 2g --conf spark.ui.enabled=false pyspark-shell"
PARTITION = 5_000  # files
PLANTED = 20  # of each accident


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="spark", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("tree", type=Path, metavar="TREE")
    parser.add_argument("--files", type=int, default=10_000, metavar="N", help="files (10000)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="rounds (3)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write everything as JSON")
    options = parser.parse_args(argv)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            paths = copy_mix(options.tree, options.files, Path(scratch, "files")) + planted(Path(scratch, "files"))
            result = compared(paths, Path(scratch), options.rounds)
    except (Missing, OSError, subprocess.CalledProcessError) as error:
        print(f"spark: {error}", file=sys.stderr)
        return 2
    return publish("spark", table_of(result), result, options.output, False)


def planted(folder: Path) -> list[str]:
    """Files under wrong names, each in a folder of its own, so that there is something for both to find."""
    paths = [folder / f"planted-{number}" / name for number in range(PLANTED) for name in ACCIDENTS]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        content = ACCIDENTS[path.name]
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(map(str, paths))


def compared(paths: list[str], scratch: Path, rounds: int) -> dict[str, Any]:
    """The costs of both in each round, and whether they have found the same."""
    check, spark = engine()
    tables = table(paths, scratch)
    on_table(spark, check, tables[:1])  # Java compiles what it meets
    command = [sys.executable, "-m", "langdetect_hook", "check", "--jobs", "1", "--exit-zero", str(scratch / "files")]
    rows = []
    for _ in range(rounds):
        plain, told = measured(command, scratch)
        on_spark, found = on_table(spark, check, tables)
        rows.append({"command": plain, "spark": on_spark})
    told_of = {(found[1], found[2]) for found in re.finditer(r"^(.*?):\d+:1: (LD\d+) ", told, re.MULTILINE)}
    spark.stop()
    return {
        "files": len(paths),
        "bytes": sum(map(os.path.getsize, paths)),
        "rounds": rows,
        "found by both": len(told_of & found),
        "by the command only": len(told_of - found),
        "by Spark only": len(found - told_of),
        "ratios": [row["command"].cpu / row["spark"].cpu for row in rows],
    }


def engine() -> tuple[Any, Any]:
    """The function of the page, and the session that it asks for, with one core."""
    try:
        from pyspark.sql import SparkSession
    except ModuleNotFoundError:
        raise Missing("pyspark is not installed: pip install pyspark pandas pyarrow, and Java") from None
    os.environ.update(PYSPARK_PYTHON=sys.executable, PYSPARK_SUBMIT_ARGS=MASTER, SPARK_LOCAL_IP="127.0.0.1")
    example = re.search(r"^```python\n# spark_check.py\n(.*?)^files = ", PAGE.read_text(encoding="utf-8"), re.S | re.M)
    assert example
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(example[1], names)
    assert isinstance(names["spark"], SparkSession)
    return names, names["spark"]


def table(paths: list[str], scratch: Path) -> list[str]:
    """Parquet files of the paths with their content, of PARTITION rows each."""
    from pyarrow import parquet
    from pyarrow import table as arrow_table

    (scratch / "table").mkdir()
    written = []
    for start in range(0, len(paths), PARTITION):
        part = paths[start : start + PARTITION]
        written.append(str(scratch / "table" / f"{start}.parquet"))
        parquet.write_table(arrow_table({"path": part, "content": [Path(p).read_bytes() for p in part]}), written[-1])
    return written


def on_table(spark: Any, names: dict[str, Any], tables: list[str]) -> tuple[Cost, set[tuple[str, str]]]:
    """What Spark takes to check tables, and the path and rule of what it finds."""
    before, start = cpu_of_tree(), time.perf_counter()
    files = spark.read.parquet(*tables).select("path", "content")
    found = files.mapInPandas(names["check"], names["COLUMNS"]).select("path", "rule").collect()
    cost = Cost(1000 * (time.perf_counter() - start), cpu_of_tree() - before)
    return cost, {(row.path, row.rule) for row in found}


def cpu_of_tree() -> float:
    """The milliseconds of CPU of all processes below this one, also of those that have ended there."""
    parents, used = {}, {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                cells = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry.name)] = int(cells[1])
            used[int(entry.name)] = sum(map(int, cells[11:15]))  # of itself, and of children that it has waited for
    ticks = sum(value for process, value in used.items() if _is_below(process, parents))
    return 1000 * ticks / os.sysconf("SC_CLK_TCK")


def _is_below(process: int, parents: dict[int, int]) -> bool:
    above = parents[process]
    while above in parents and above != os.getpid():
        above = parents[above]
    return above == os.getpid()


def table_of(result: dict[str, Any]) -> str:
    """Files a second of one core, of each, and their ratio."""
    files, ratios = result["files"], result["ratios"]
    rows = []
    for name in ("command", "spark"):
        seconds = median(row[name].cpu for row in result["rounds"]) / 1000
        wall = median(row[name].wall for row in result["rounds"]) / 1000
        rows.append((name, f"{seconds:.1f}", f"{wall:.1f}", f"{files / seconds:,.0f}"))
    counts = ", ".join(f"{result[name]} {name}" for name in ("found by both", "by the command only", "by Spark only"))
    ratio = f"{median(ratios):.0%} of the command's ({min(ratios):.0%} to {max(ratios):.0%} in {len(ratios)} rounds)"
    said = (
        f"{files:,} files, {result['bytes'] / 1e6:.0f} MB; findings: {counts}\nSpark's files a core second: {ratio}\n"
    )
    return f"{said}\n{markdown(('one core', 'CPU seconds', 'seconds', 'files a CPU second'), rows)}"


if __name__ == "__main__":
    sys.exit(main())
