"""What Neovim shows at a terminal of a file of Ruby that is called `deploy.py`, before and after its code action.

    python -m tests.lsp.capture

writes it into docs/editors.md anew; it needs nvim and tmux. The configuration is the page's own.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import CHECKOUT, Repository

PAGE = CHECKOUT / "docs" / "editors.md"
BEGIN, END = "<!-- neovim:begin -->", "<!-- neovim:end -->"
RUBY = "require 'json'\n\nclass Report\n  attr_reader :rows\n\n  def initialize(rows)\n    @rows = rows\n  end\nend\n"
COLUMNS, LINES = 100, 16
# Looks at the screen, a twentieth of a second apart, after which only something that hangs has not been shown.
LOOKS = 1200
# Without what is not there in every version, or moves; a renamed buffer may have a path from the home folder.
QUIET = "set laststatus=2 noruler noshowcmd shortmess+=I statusline=%t"
SEES = ":lua vim.diagnostic.open_float()"
ACTS = ":lua vim.lsp.buf.code_action()"
LISTS = ":echo 'the folder has' glob('*')"


class Terminal:
    """A terminal of its own, in which a command runs."""

    def __init__(self, folder: Path, command: str) -> None:
        self._socket = f"langdetect-hook-{os.getpid()}"
        size = ["-x", str(COLUMNS), "-y", str(LINES)]
        self._tmux("-f", os.devnull, "new-session", "-d", *size, "-c", os.fspath(folder), command)
        self._tmux("set-option", "-g", "status", "off")
        self._tmux("resize-window", *size)

    def keys(self, *keys: str) -> None:
        """Press keys: those with names of tmux's, or words."""
        self._tmux("send-keys", *keys)

    def screen(self, words: str) -> str:
        """The screen once it has some words, without blanks at the ends of lines."""
        for _ in range(LOOKS):
            shown = self._tmux("capture-pane", "-p")
            if re.search(words, shown):
                return "\n".join(line.rstrip() for line in shown.splitlines())
            time.sleep(0.05)
        raise TimeoutError(f"{words!r} is not shown:\n{shown}")

    def close(self) -> None:
        self._tmux("kill-server")

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-u", "-L", self._socket, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def screens(folder: Path, init: Path) -> list[str]:
    """The screens in a folder that has `deploy.py`: with the finding, with the actions, and after the first one."""
    command = f"nvim -n -i NONE -u {init} -c '{QUIET}' deploy.py"
    terminal = Terminal(folder, command)
    try:
        terminal.screen("looks like Ruby")
        terminal.keys(SEES, "Enter")
        shown = [terminal.screen("Diagnostics:")]
        terminal.keys("l", ACTS, "Enter")
        shown.append(terminal.screen("Type number"))
        terminal.keys("1", "Enter")
        terminal.screen(r"(?m)Press ENTER|^deploy\.rb")  # it has something to say, or not
        terminal.keys("Enter")
        terminal.screen(r"(?m)^deploy\.rb")
        terminal.keys(LISTS, "Enter")
        shown.append(terminal.screen(r"(?m)^deploy\.rb\n(.*\n)*the folder has deploy.rb"))
    finally:
        terminal.close()
    return shown


def captured(folder: Path) -> str:
    """The three screens as the page has them."""
    repository = Repository(folder / "r")
    repository.write("deploy.py", RUBY * 3)
    init = folder / "init.lua"
    init.write_text(configuration(), encoding="utf-8")
    return "\n\n".join(f"```text\n{screen}\n```" for screen in screens(repository.path, init))


def configuration() -> str:
    """The page's configuration for Neovim."""
    section = PAGE.read_text(encoding="utf-8").partition("\n## Neovim\n")[2]
    return section.partition("```lua\n")[2].partition("```")[0]


def on_the_page() -> str:
    """The screens that the page shows."""
    return PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0].strip()


def main() -> int:
    os.environ["PATH"] = os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]
    with TemporaryDirectory() as folder:
        shown = captured(Path(folder))
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n\n{shown}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
