"""docs/many-machines.md: what it shows is run, by Apache Spark and Ray where they are installed, else by a stand-in."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from langdetect_hook import Detector
from tests.accidents import ACCIDENTS, HEALTHY
from tests.conftest import CHECKOUT

PAGE = (CHECKOUT / "docs" / "many-machines.md").read_text(encoding="utf-8")
EXAMPLES = {
    found["name"]: found["text"]
    for found in re.finditer(r"^```python\n# (?P<name>\S+)\n(?P<text>.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
}
FILES = {
    f"folder/{name}": content.encode() if isinstance(content, str) else content
    for name, content in {**HEALTHY, **ACCIDENTS}.items()
}


def expected() -> set[tuple[str, str, str]]:
    """The path, rule and message of each finding, by the interface itself."""
    checked = Detector().check_many([(content, path) for path, content in FILES.items()])
    found = {(one.name, finding.rule, finding.message) for one in checked for finding in one.findings}
    assert {path for path, _, _ in found} == {f"folder/{name}" for name in ACCIDENTS}
    return found


def run_on_a_table(name: str, folder: Path, **variables: str) -> set[tuple[str, str, str]]:
    """What an example finds in a table of the files, in a process of its own."""
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pytest.importorskip("pyarrow").table({"path": list(FILES), "content": list(FILES.values())})
    parquet.write_table(table, folder / "files.parquet")
    (folder / name).write_text(EXAMPLES[name], encoding="utf-8")
    environment = {**os.environ, **variables}
    command = [sys.executable, name]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stdout + run.stderr
    rows = parquet.read_table(folder / "findings.parquet").to_pylist()
    return {(row["path"], row["rule"], row["message"]) for row in rows}


@pytest.mark.slow
def test_spark_finds_what_the_interface_finds(tmp_path):
    pytest.importorskip("pyspark", reason="pyspark is not installed: pip install pyspark pandas pyarrow")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java, which is not installed")
    options = "--master local[2] --conf spark.ui.enabled=false --conf spark.driver.bindAddress=127.0.0.1 pyspark-shell"
    variables = {"PYSPARK_PYTHON": sys.executable, "PYSPARK_SUBMIT_ARGS": options, "SPARK_LOCAL_IP": "127.0.0.1"}
    assert run_on_a_table("spark_check.py", tmp_path, **variables) == expected()


@pytest.mark.slow
def test_ray_finds_what_the_interface_finds(tmp_path):
    pytest.importorskip("ray.data", reason="Ray Data is not installed: pip install 'ray[data]'")
    assert run_on_a_table("ray_check.py", tmp_path) == expected()


def stood_in(name: str, **modules: Any) -> dict[str, Any]:
    """The names of an example whose engine does nothing, so that what it calls can be called here."""
    names: dict[str, Any] = {}
    with pytest.MonkeyPatch.context() as patch:
        for module, value in modules.items():
            patch.setitem(sys.modules, module.replace("_", "."), value)
        exec(EXAMPLES[name], names)
    return names


class Anything:
    """An engine: whatever is asked of it, or called, is itself."""

    def __getattr__(self, name: str) -> Anything:
        return self

    def __call__(self, *arguments: object, **options: object) -> Anything:
        return self


def test_the_function_for_spark_gives_the_columns_that_it_promises():
    pandas = pytest.importorskip("pandas")
    session = types.SimpleNamespace(SparkSession=Anything())
    names = stood_in("spark_check.py", pyspark=types.ModuleType("pyspark"), pyspark_sql=session)
    batch = pandas.DataFrame({"path": list(FILES), "content": list(FILES.values())})
    first, second = names["check"](iter([batch, batch[:1]]))
    columns = [column.split()[0] for column in names["COLUMNS"].split(", ")]
    assert list(first.columns) == list(second.columns) == columns and len(second) == 0
    assert set(zip(first["path"], first["rule"], first["message"], strict=True)) == expected()


def test_the_class_for_ray_gives_a_row_for_each_file():
    check = stood_in("ray_check.py", ray=Anything())["Check"]()
    batch = {"path": list(FILES), "content": list(FILES.values())}
    found = check(batch)
    rows = set(zip(found["path"], found["rule"], found["message"], strict=True))
    assert len(rows) == len(FILES) and {row for row in rows if row[1]} == expected()
