"""The detectors that are measured side by side: each says its version, and the language of many files
from the content alone.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
LABELS = HERE / "tool_labels.tsv"
SURELY = 0.9  # as magika's default mode, which answers with a type only where it is confident
LONGEST = 65536  # bytes of a file that pygments is shown: it runs every lexer's guess over all of them


class Unavailable(Exception):
    """The detector is not installed here; the text says what is missing."""


class Answer(NamedTuple):
    """What a detector said of one file: its own label, or None, and how long it took."""

    label: str | None
    seconds: float


class Detector:
    """A detector. `column`: where its labels stand in tool_labels.tsv, "" where it uses Linguist's names."""

    def __init__(self, name: str, column: str, version: str) -> None:
        self.name, self.column, self.version = name, column, version

    def answers(self, paths: Sequence[str]) -> Iterator[Answer]:
        """The answer for each path, in their order."""
        raise NotImplementedError


class LangdetectHook(Detector):
    """This project's `classify`; with `surely`, only what it gives so much probability counts as an answer, and with
    `best_guess` the likeliest candidate does where it gives none."""

    def __init__(self, assets: Path, surely: float = 0.0, best_guess: bool = False) -> None:
        self._assets = str(assets)
        self._surely = surely
        self._best_guess = best_guess
        done = subprocess.run([sys.executable, "-m", "langdetect_hook", "--version"], capture_output=True, text=True)
        mode = f", from {surely:.0%}" if surely else ", best guess" if best_guess else ""
        name = f"langdetect-hook{mode}"
        super().__init__(name, "", done.stdout.strip().split()[-1])

    def answers(self, paths: Sequence[str]) -> Iterator[Answer]:
        command = [
            sys.executable,
            "-m",
            "langdetect_hook",
            "classify",
            "--assets",
            self._assets,
            "--format",
            "jsonl",
            "--files-from",
            "-",
        ]
        began = time.perf_counter()
        done = subprocess.run(command, input="\n".join(paths) + "\n", capture_output=True, text=True)
        if done.returncode:
            raise Unavailable(f"langdetect-hook classify: {done.stderr.strip()}")
        each = (time.perf_counter() - began) / max(1, len(paths))  # with its start: files are not timed one by one
        rows = {row["path"]: row for row in map(json.loads, done.stdout.splitlines())}
        return iter([Answer(self._label(rows[path]), each) for path in paths])

    def _label(self, row: dict[str, Any]) -> str | None:
        if self._best_guess and not row["language"] and row["candidates"]:
            best: str = row["candidates"][0]["language"]
            return best
        surely = row["by"] != "content" or row["probability"] >= self._surely
        return row["language"] if row["language"] and surely else None


class Magika(Detector):
    def __init__(self, best_guess: bool) -> None:
        try:
            import magika
        except ImportError:
            raise Unavailable("magika is not installed: pip install magika") from None
        mode = magika.PredictionMode.BEST_GUESS if best_guess else magika.PredictionMode.HIGH_CONFIDENCE
        self._magika = magika.Magika(prediction_mode=mode)
        version = f"{magika.__version__} ({self._magika.get_model_name()})"
        super().__init__("magika, best guess" if best_guess else "magika, default", "magika", version)

    def answers(self, paths: Sequence[str]) -> Iterator[Answer]:
        for path in paths:
            raw = Path(path).read_bytes()
            began = time.perf_counter()
            label = str(self._magika.identify_bytes(raw).output.label)
            yield Answer(label, time.perf_counter() - began)


class Pygments(Detector):
    def __init__(self) -> None:
        import pygments

        super().__init__("pygments guess_lexer", "pygments", pygments.__version__)

    def answers(self, paths: Sequence[str]) -> Iterator[Answer]:
        from pygments.lexers import guess_lexer
        from pygments.util import ClassNotFound

        for path in paths:
            text = Path(path).read_bytes()[:LONGEST].decode("utf-8", "replace")
            began = time.perf_counter()
            try:
                label = guess_lexer(text).name
            except ClassNotFound:
                label = None
            yield Answer(label, time.perf_counter() - began)


class Node(Detector):
    """highlight.js or the VS Code detector, through detect_with_node.js."""

    def __init__(self, which: str, package: str, name: str, column: str, node_path: Path | None) -> None:
        if not shutil.which("node"):
            raise Unavailable("node is not installed")
        folder = node_path or Path(os.environ.get("NODE_PATH", "node_modules"))
        if not (folder / package).is_dir():
            raise Unavailable(f"{package} is not in {folder}: npm install {package}, then --node-path")
        self._command = ["node", str(HERE / "detect_with_node.js"), which]
        self._environment = dict(os.environ, NODE_PATH=str(folder.absolute()))
        version = json.loads((folder / package / "package.json").read_text(encoding="utf-8"))["version"]
        super().__init__(name, column, version)

    def answers(self, paths: Sequence[str]) -> Iterator[Answer]:
        list_file = Path(paths[0]).with_name("list-for-node")
        list_file.write_text("\n".join(paths) + "\n", encoding="utf-8")
        command = [*self._command, str(list_file)]
        with subprocess.Popen(command, env=self._environment, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                row = json.loads(line)
                if "path" in row:
                    yield Answer(row["label"], row["milliseconds"] / 1000)


class Linguist(Detector):
    """github-linguist's classifier, where its gem is installed; the name of a file is hidden from it."""

    SCRIPT = """
        require "linguist"; require "json"
        trained = (Linguist::Samples.cache["languages"] || Linguist::Samples.cache["centroids"]).keys
        languages = Linguist::Language.all.select { |language| trained.include?(language.name) }
        STDIN.each_line(chomp: true) do |path|
          began = Process.clock_gettime(Process::CLOCK_MONOTONIC)
          blob = Linguist::Blob.new("", File.binread(path))
          found = Linguist::Classifier.call(blob, languages).first
          puts JSON.generate([found && found.name, Process.clock_gettime(Process::CLOCK_MONOTONIC) - began])
        end
    """

    def __init__(self) -> None:
        if not shutil.which("ruby"):
            raise Unavailable("ruby is not installed, so there is no github-linguist")
        command = ["ruby", "-e", 'require "linguist"; print Linguist::VERSION']
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise Unavailable("the gem github-linguist is not installed")
        super().__init__("github-linguist classifier", "", done.stdout)

    def answers(self, paths: Sequence[str]) -> Iterator[Answer]:
        done = subprocess.run(
            ["ruby", "-e", self.SCRIPT], input="\n".join(paths) + "\n", capture_output=True, text=True
        )
        return iter([Answer(*json.loads(line)) for line in done.stdout.splitlines()])


def detectors(node_path: Path | None, assets: Path) -> tuple[list[Detector], list[str]]:
    """The detectors that work here, and why the others don't."""
    makers: list[Any] = [
        lambda: LangdetectHook(assets, best_guess=True),
        lambda: LangdetectHook(assets),
        lambda: LangdetectHook(assets, SURELY),
        lambda: Magika(best_guess=True),
        lambda: Magika(best_guess=False),
        lambda: Node("vscode", "@vscode/vscode-languagedetection", "VS Code detector", "vscode", node_path),
        lambda: Node("hljs", "highlight.js", "highlight.js auto", "highlight.js", node_path),
        Pygments,
        Linguist,
    ]
    found: list[Detector] = []
    missing: list[str] = []
    for make in makers:
        try:
            found.append(make())
        except Unavailable as error:
            missing.append(str(error))
    return found, missing


def labels_of(column: str, languages: Sequence[str]) -> dict[str, set[str]]:
    """Language -> the labels of a tool that are right for it, for the languages that it knows."""
    if not column:
        return {language: {language} for language in languages}
    with open(LABELS, encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return {row["language"]: set(row[column].split(",")) for row in rows if row[column]}
