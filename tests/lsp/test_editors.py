"""The snippets of docs/editors.md in the editors that are installed: what they show, and what their actions do."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accidents import HTML, PYTHON
from tests.conftest import CHECKOUT, Repository
from tests.lsp import capture
from tests.lsp.capture import RUBY

PAGE = (CHECKOUT / "docs" / "editors.md").read_text(encoding="utf-8")
# Seconds that only a hang takes.
HANGS = 120
ALE = Path("/usr/share/vim-ale")
EGLOT = Path("/usr/share/emacs/site-lisp/elpa")

NEOVIM = """
local wait = function(is_there) return vim.wait(30000, is_there, 20) end
local say = function(words) io.stdout:write(words .. "\\n") end
local ask = function()
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  for _, answer in pairs(vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 30000)) do
    return answer.result
  end
end
vim.cmd("edit deploy.py")
wait(function() return #vim.diagnostic.get(0) > 0 end)
for _, found in ipairs(vim.diagnostic.get(0)) do
  local code = found.code or found.user_data.lsp.code
  say("deploy.py:" .. found.lnum + 1 .. ": " .. code .. ": " .. found.message:gsub("\\n", "\\n    "))
end
local actions = ask()
for number, action in ipairs(actions) do say(number .. ". " .. action.title) end
vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
say("the buffer is " .. vim.fn.expand("%:t") .. ", the folder has " .. vim.fn.glob("deploy.*"))
vim.cmd("edit words")
wait(function() return #vim.diagnostic.get(0) > 0 end)
local action = ask()[1]
vim.lsp.commands[action.command.command](action.command)
say("filetype " .. vim.bo.filetype)
vim.cmd("qa!")
"""
EMACS = """
(setq load-path (append (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*") load-path))
(require 'eglot)
(setq eglot-sync-connect 60)
(load (expand-file-name "init.el"))
(find-file "users.json")
(apply #'eglot (eglot--guess-contact))
(let ((left 600))
  (while (and (> left 0) (null (flymake-diagnostics)))
    (accept-process-output nil 0.1)
    (setq left (1- left))))
(dolist (found (flymake-diagnostics))
  (princ (format "%d: %s\\n" (line-number-at-pos (flymake-diagnostic-beg found)) (flymake-diagnostic-text found))))
"""
VIM_WITH_ALE = """
call ale#Queue(0)
let left = 600
while left > 0 && empty(ale#engine#GetLoclist(bufnr('')))
  sleep 100m
  let left -= 1
endwhile
call writefile(map(copy(ale#engine#GetLoclist(bufnr(''))), {_, v -> v.lnum . ':' . v.code . ':' . v.text}), 'found')
qa!
"""


def snippet(language: str, under: str) -> str:
    """The code in a language below a heading of the page."""
    section = PAGE.partition(f"\n## {under}\n")[2].partition("\n## ")[0]
    found = re.search(rf"```{language}\n(.*?)```", section, re.DOTALL)
    assert found, under
    return found[1]


def needs(program: str, *others: Path) -> None:
    if shutil.which(program) is None or not all(other.exists() for other in others):
        pytest.skip(f"{program} is not installed" + "".join(f", or not {other}" for other in others))


def ran(folder: Path, *command: str) -> str:
    """What an editor prints, that finds our command first."""
    scripts = os.path.dirname(sys.executable)
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder)}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=HANGS)
    return run.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    if not (Path(sys.executable).parent / "langdetect-hook").exists():
        pytest.skip("the command is not installed beside this Python")
    repository = Repository(tmp_path / "r")
    repository.write("users.json", HTML)
    repository.write("deploy.py", RUBY * 3)
    repository.write("words", PYTHON)
    return repository


NEOVIM_SAYS = r"""deploy.py:1: LD001: looks like Ruby \(9\d\.\d%\), expected Python
    if it is meant to be Ruby: mv -n deploy.py deploy.rb
1. Rename to deploy.rb
2. Allow in .gitattributes: linguist-language=Ruby
3. Ignore this file in .langdetect-hook.toml
4. Add to the baseline .langdetect-baseline
the buffer is deploy.rb, the folder has deploy.rb
filetype python
"""


def test_neovim_shows_what_is_found_and_renames_the_file(repository, tmp_path):
    needs("nvim")
    (tmp_path / "init.lua").write_text(snippet("lua", "Neovim"))
    (tmp_path / "test.lua").write_text(NEOVIM)
    init, test = str(tmp_path / "init.lua"), str(tmp_path / "test.lua")
    shown = ran(repository.path, "nvim", "--headless", "-n", "-i", "NONE", "-u", init, "-c", f"luafile {test}")
    assert re.fullmatch(NEOVIM_SAYS, shown.replace("\r", "")), shown
    assert (repository.path / "deploy.rb").exists() and not (repository.path / "deploy.py").exists()


def test_the_screens_of_neovim_are_those_of_the_page(tmp_path, monkeypatch):
    """After a new model: python -m tests.lsp.capture."""
    needs("tmux")
    needs("nvim")
    version = subprocess.run(["nvim", "--version"], capture_output=True, text=True, check=True).stdout
    if not version.startswith("NVIM v0.7."):
        pytest.skip("the page has the screens of Neovim 0.7")
    monkeypatch.setenv("PATH", f"{os.path.dirname(sys.executable)}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm")
    assert capture.captured(tmp_path) == capture.on_the_page()


def test_emacs_shows_the_finding(repository):
    needs("emacs", EGLOT)
    repository.write("init.el", snippet("elisp", "Emacs"))
    repository.write("test.el", EMACS)
    shown = ran(repository.path, "emacs", "-Q", "--batch", "-l", "test.el")
    assert re.search(r"^1: .*LD003.*looks like ", shown, re.MULTILINE), shown


def test_vim_with_ale_shows_the_finding(repository):
    needs("vim", ALE)
    head = "set nocompatible\nset rtp+=/usr/share/vim-ale\nfiletype plugin on\nlet g:ale_linters_explicit = 1\n"
    head += "let g:ale_linters = {'json': ['langdetect-hook']}\n"
    repository.write("vimrc", head + snippet("vim", "Vim with ALE"))
    repository.write("test.vim", VIM_WITH_ALE)
    ran(repository.path, "vim", "-N", "-u", "vimrc", "-es", "users.json", "-S", "test.vim")
    assert (repository.path / "found").read_text().startswith("1:LD003:looks like ")


# What Kate asks a person before it starts a server, and keeps: the command, as it is found.
KATE = "[Kate Plugins]\nlspclientplugin=true\n"
KATE_ALLOWS = "[lspclient]\nAllowedServerCommandLines={command} lsp\n"
KATE_UNTIL = """kate --block --new users.json &
for _ in $(seq 600); do grep -qs publishDiagnostics said && break; sleep 0.1; done
kill $!"""


@pytest.mark.slow
def test_kate_starts_the_server_and_is_told_of_the_finding(repository):
    """What it shows is a window; what the server tells it goes through a file."""
    needs("kate", Path("/usr/bin/dbus-run-session"), Path("/usr/bin/xvfb-run"))
    command = repository.write(
        "bin/langdetect-hook", f'#!/bin/sh\n"{sys.executable}" -m langdetect_hook "$@" | tee said\n'
    )
    command.chmod(0o755)
    repository.write(".config/kate/lspclient/settings.json", snippet("json", "Kate"))
    repository.write(".config/katerc", KATE_ALLOWS.format(command=command))
    repository.write(".local/share/kate/anonymous.katesession", KATE)
    repository.write("run/until.sh", f'PATH="$PWD/bin:$PATH"\ncd "$(dirname "$0")/.."\n{KATE_UNTIL}\n')
    (repository.path / "run").chmod(0o700)
    (repository.path / "home").symlink_to(repository.path)
    script = f"export XDG_RUNTIME_DIR='{repository.path}/run'; dbus-run-session -- xvfb-run -a bash run/until.sh"
    ran(repository.path, "bash", "-c", script)
    said = (repository.path / "said").read_text()
    assert '"code":"LD003"' in said and "looks like " in said


def test_kakoune_takes_the_snippet(repository):
    """kakoune-lsp is in no package of Debian's: what its option is set to is looked at instead."""
    needs("kak")
    repository.write("kakrc", snippet("text", "Kakoune").replace("eval %sh{kak-lsp}\nlsp-enable\n", ""))
    declared = "declare-option str filetype; declare-option str lsp_servers; source kakrc; edit users.json"
    shown = "set-option buffer filetype json; echo -to-file servers %opt{lsp_servers}; quit!"
    ran(repository.path, "kak", "-n", "-ui", "dummy", "-e", f"{declared}; {shown}")
    servers = (repository.path / "servers").read_text()
    tomllib = pytest.importorskip("tomllib")
    assert tomllib.loads(servers)["langdetect-hook"]["command"] == "langdetect-hook"


def test_the_snippet_for_helix_is_read_by_a_parser_of_toml():
    tomllib = pytest.importorskip("tomllib")
    found = tomllib.loads(snippet("toml", "Helix"))
    server = found["language-server"]["langdetect-hook"]
    assert [server["command"], *server["args"]] == ["langdetect-hook", "lsp"]
    assert "langdetect-hook" in found["language"][0]["language-servers"]


def finding_from_standard_input(repository: Repository) -> str:
    command = [sys.executable, "-m", "langdetect_hook", "check", "--stdin-filename", "a b/users.json", "-"]
    run = subprocess.run(command, cwd=repository.path, input=HTML, capture_output=True, text=True)
    assert run.returncode == 1
    return run.stdout


def test_a_problem_matcher_reads_what_check_prints(repository):
    pattern = json.loads(snippet("json", "VS Code"))["tasks"][0]["problemMatcher"]["pattern"]
    found = [re.search(pattern["regexp"], line) for line in finding_from_standard_input(repository).splitlines()]
    (match,) = filter(None, found)
    said = {name: match[number] for name, number in pattern.items() if name != "regexp"}
    assert said.pop("message").startswith("looks like ")
    assert said == {"file": "a b/users.json", "line": "1", "column": "1", "code": "LD003"}


def test_vim_reads_what_check_prints(repository):
    needs("vim")
    repository.write("printed", finding_from_standard_input(repository))
    repository.write("vimrc", "set nocompatible\n" + snippet("vim", "Without a language server"))
    listed = "call writefile(map(getqflist(), {_, v -> bufname(v.bufnr) . ':' . v.lnum . ':' . v.text}), 'found')"
    ran(repository.path, "vim", "-N", "-u", "vimrc", "-es", "-c", "cgetfile printed", "-c", listed, "-c", "qa!")
    (line,) = (repository.path / "found").read_text().splitlines()
    assert line.startswith("a b/users.json:1:LD003 looks like ")
