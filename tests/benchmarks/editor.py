"""How fast the language server is, and how much memory it takes: from its start, over the files of a folder, to 10,000
open buffers and one of 50 MB.

    python -m tests.benchmarks.editor TREE [--write]

TREE is any repository. What counts is what an editor sees: from a message to what answers it. Starts are measured in
rounds, each beside a bare interpreter, whose ratio is less a matter of the machine.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.readme_table import markdown, publish

BUFFERS = 10_000
LARGE = 50_000_000
EDITED = 1_000_000
EDITS = 100
ROUNDS = 21
# What an editor must not be kept waiting for longer.
AT_ONCE = 0.020
# What a server on the usual libraries imports before it can answer anything.
LIBRARY = "lsprotocol.types"
ACCIDENT = (
    "require 'json'\n\nclass Report\n  attr_reader :rows\n\n  def initialize(rows)\n    @rows = rows\n  end\nend\n" * 3
)


class Server:
    """A server that has an editor, and what it tells it."""

    def __init__(self, tree: Path) -> None:
        command = [sys.executable, "-m", "langdetect_hook", "lsp"]
        started = time.perf_counter()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._asked = 0
        self.ask("initialize", {"processId": None, "rootUri": tree.as_uri(), "capabilities": {}})
        self.start, self.start_cpu = time.perf_counter() - started, self.cpu()
        self.tell("initialized", {})

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: dict[str, Any]) -> float:
        """Seconds until a request is answered."""
        started = time.perf_counter()
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while self._receive().get("id") != self._asked:
            pass
        return time.perf_counter() - started

    def open(self, path: Path, text: str) -> float:
        """Seconds from opening a buffer to its diagnostics."""
        started = time.perf_counter()
        document = {"uri": path.as_uri(), "languageId": "plaintext", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while self._receive().get("method") != "textDocument/publishDiagnostics":
            pass
        return time.perf_counter() - started

    def cpu(self) -> float:
        """Seconds that a processor has worked for it."""
        threads = Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9

    def memory(self, key: str = "VmRSS") -> float:
        """MiB that are in memory, or VmHWM: ever were, as Linux has it."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition(f"{key}:")[2].split()[0]) / 1024

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _receive(self) -> Any:
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self.process.stdout.read(length))


def main(argv: Sequence[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("tree", type=Path)
    options.add_argument("--output", type=Path)
    options.add_argument("--write", action="store_true", help="put the table into docs/figures.md")
    given = options.parse_args(argv)
    tree = given.tree.resolve()
    result = {"start": starts(tree), **sizes(tree)}
    return publish("editor", table_of(result), result, given.output, given.write)


def starts(tree: Path) -> dict[str, Any]:
    """Milliseconds to the answer to `initialize`, and of the peers, by rounds."""
    found: dict[str, list[float]] = {"server": [], "server_cpu": [], "bare": [], "library": []}
    for _ in range(ROUNDS):
        server = Server(tree)
        server.close()
        found["server"].append(1000 * server.start)
        found["server_cpu"].append(1000 * server.start_cpu)
        found["bare"].append(_run("pass"))
        if importlib.util.find_spec(LIBRARY.partition(".")[0]):
            found["library"].append(_run(f"import {LIBRARY}"))
    return found


def _run(program: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return 1000 * (time.perf_counter() - started)


def sizes(tree: Path) -> dict[str, Any]:
    """Seconds and MiB of one server that has more and more to do."""
    server = Server(tree)
    found: dict[str, Any] = {}
    texts = dict(texts_of(tree))
    before = server.cpu()
    found["open"] = sorted(server.open(path, text) for path, text in texts.items())
    found["open_cpu"] = (server.cpu() - before) / len(texts)
    found["files"] = server.memory()
    found.update(asked(server, tree))
    for number, (path, text) in zip(range(len(texts), BUFFERS), _again(texts), strict=False):
        server.open(path.with_name(f"{number}-{path.name}"), text)
    found["buffers"], found["buffers_peak"] = server.memory(), server.memory("VmHWM")
    found["text"] = sum(map(len, texts.values())) / 2**20 * BUFFERS / len(texts)
    found["large"] = server.open(tree / "large.py", "x = 1\n" * (LARGE // 6))
    found["large_memory"], found["large_peak"] = server.memory(), server.memory("VmHWM")
    server.close()
    return found


def asked(server: Server, tree: Path) -> dict[str, float]:
    """Seconds for what is asked about a finding, and for edits in a larger text."""
    accident, edited = tree / "langdetect-accident.py", tree / "langdetect-edited.py"
    server.open(accident, ACCIDENT)
    here = {"line": 0, "character": 0}
    at = {
        "textDocument": {"uri": accident.as_uri()},
        "range": {"start": here, "end": here},
        "context": {"diagnostics": []},
    }
    actions = median(server.ask("textDocument/codeAction", at) for _ in range(EDITS))
    hover = median(server.ask("textDocument/hover", {**at, "position": here}) for _ in range(EDITS))
    server.open(edited, "x = 1\n" * (EDITED // 6))
    place = {"line": EDITED // 12, "character": 3}
    started = time.perf_counter()
    for version in range(EDITS):
        change = {"range": {"start": place, "end": place}, "text": "y"}
        document = {"uri": edited.as_uri(), "version": version + 2}
        server.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
    server.ask(
        "textDocument/hover", {"textDocument": {"uri": "untitled:none"}, "position": {"line": 1, "character": 0}}
    )
    return {"actions": actions, "hover": hover, "edit": (time.perf_counter() - started) / EDITS}


def _again(texts: dict[Path, str]) -> Iterator[tuple[Path, str]]:
    while texts:
        yield from texts.items()


def texts_of(tree: Path) -> Iterator[tuple[Path, str]]:
    """The tracked files that are text, with what they hold."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=tree, capture_output=True, check=True).stdout
    for name in listed.decode().split("\0"):
        path = tree / name
        try:
            yield path, path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue


def table_of(result: dict[str, Any]) -> str:
    """The table that stands in docs/figures.md."""
    start, times = result["start"], result["open"]
    ratios = sorted(one / other for one, other in zip(start["server"], start["bare"], strict=True))
    peer = f"a bare interpreter, {median(start['bare']):.0f} ms"
    bare = f"{median(ratios):.1f} ({ratios[0]:.1f} to {ratios[-1]:.1f}) times {peer}"
    work = f"{median(start['server_cpu']):.0f} ms of processor time; "
    rows = [["from its start to the answer to `initialize`", f"{median(start['server']):.0f} ms", work + bare]]
    if start["library"]:
        library = f"{median(start['library']) / median(start['bare']):.1f} times a bare interpreter"
        rows.append([f"(to import `{LIBRARY}` alone, which we do not)", f"{median(start['library']):.0f} ms", library])
    slow = sum(one > AT_ONCE for one in times)
    most = f"99%: {1000 * times[len(times) * 99 // 100]:.0f} ms; above 20 ms: {slow} of {len(times):,}, at most "
    rest = f"{1000 * result['open_cpu']:.1f} ms of processor time (mean); {most}"
    rows += [
        [
            "from opening a file to its diagnostics",
            f"{1000 * median(times):.1f} ms",
            f"{rest}{1000 * times[-1]:.0f} ms",
        ],
        ["code actions at a finding", f"{1000 * result['actions']:.1f} ms", ""],
        ["hovering, which explains a finding", f"{1000 * result['hover']:.1f} ms", ""],
        [f"an edit in the middle of {EDITED:,} characters", f"{1000 * result['edit']:.1f} ms", f"mean of {EDITS}"],
        [f"memory, with {len(times):,} files open", f"{result['files']:.0f} MiB", ""],
        [
            f"memory, with {BUFFERS:,} buffers open",
            f"{result['buffers']:.0f} MiB",
            f"at most {result['buffers_peak']:.0f} MiB before; the texts alone are {result['text']:.0f} MiB",
        ],
        [
            f"a buffer of {LARGE:,} bytes, after them",
            f"{result['large']:.1f} s",
            f"{result['large_memory']:.0f} MiB, at most {result['large_peak']:.0f} MiB meanwhile",
        ],
    ]
    return markdown(["what", "measured", ""], rows)


if __name__ == "__main__":
    sys.exit(main())
