"""How fast the language server is, and how much memory it takes: from its start, over the files of a folder, to 10,000
open buffers and one of 50 MB.

    python -m tests.benchmarks.editor TREE

TREE is any repository. What counts is what an editor sees: from a message to the diagnostics that answer it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

BUFFERS = 10_000
LARGE = 50_000_000
STARTS = 5


class Server:
    """A server that has an editor, and what it tells it."""

    def __init__(self, tree: Path) -> None:
        command = [sys.executable, "-m", "langdetect_hook", "lsp"]
        started = time.perf_counter()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        asked = {"processId": None, "rootUri": tree.as_uri(), "capabilities": {}}
        self.send({"id": 1, "method": "initialize", "params": asked})
        self.receive()
        self.start = time.perf_counter() - started
        self.send({"method": "initialized", "params": {}})

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def receive(self) -> Any:
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self.process.stdout.read(length))

    def open(self, path: Path, text: str) -> float:
        """Seconds from opening a buffer to its diagnostics."""
        started = time.perf_counter()
        document = {"uri": path.as_uri(), "languageId": "plaintext", "version": 1, "text": text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        self.receive()
        return time.perf_counter() - started

    def memory(self) -> float:
        """MiB that are in memory, as Linux has it."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


def main(argv: Sequence[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("tree", type=Path)
    tree = options.parse_args(argv).tree.resolve()
    starts = []
    for _ in range(STARTS):
        server = Server(tree)
        starts.append(server.start)
        server.close()
    print(f"start: {1000 * median(starts):.0f} ms to the answer to `initialize` (median of {STARTS})")
    server = Server(tree)
    texts = dict(texts_of(tree))
    times = sorted(server.open(path, text) for path, text in texts.items())
    most = f"{1000 * times[len(times) * 99 // 100]:.1f} ms at most for 99%, {1000 * times[-1]:.0f} ms for the slowest"
    print(f"{len(times):,} files: {1000 * median(times):.1f} ms (median), {most}; {server.memory():.0f} MiB")
    paths = list(texts)
    for number in range(len(times), BUFFERS):
        path = paths[number % len(paths)]
        server.open(path.with_name(f"{number}-{path.name}"), texts[path])
    print(f"{BUFFERS:,} buffers: {server.memory():.0f} MiB")
    seconds = server.open(tree / "large.py", "x = 1\n" * (LARGE // 6))
    print(f"a buffer of {LARGE:,} bytes: {seconds:.1f} s, {server.memory():.0f} MiB")
    server.close()
    return 0


def texts_of(tree: Path) -> Any:
    """The tracked files that are text, with what they hold."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=tree, capture_output=True, check=True).stdout
    for name in listed.decode().split("\0"):
        path = tree / name
        try:
            yield path, path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue


if __name__ == "__main__":
    sys.exit(main())
