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
from tests.lsp.test_actions import RUBY

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


def test_neovim_shows_what_the_page_shows(repository, tmp_path):
    needs("nvim")
    (tmp_path / "init.lua").write_text(snippet("lua", "Neovim"))
    (tmp_path / "test.lua").write_text(NEOVIM)
    init, test = str(tmp_path / "init.lua"), str(tmp_path / "test.lua")
    shown = ran(repository.path, "nvim", "--headless", "-n", "-i", "NONE", "-u", init, "-c", f"luafile {test}")
    assert shown.replace("\r", "") == snippet("text", "Neovim") + "filetype python\n"


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
