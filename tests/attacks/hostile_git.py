"""Every kind of configuration by which git can be made to run a command, each naming a canary: a script that leaves a
file wherever it is run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.accidents import HTML, PYTHON
from tests.conftest import Repository

SQL = "SELECT name, age FROM users WHERE age > 30 ORDER BY name;\nUPDATE users SET age = 31 WHERE name = 'x';\n" * 9
ATTRIBUTES = "* filter=canary diff=canary merge=canary\n"
ASKED = ("cat-file", "check-attr", "diff", "grep", "ls-files", "ls-tree", "merge-base", "rev-parse", "update-index")
# Sections of a configuration by kind; {run}: the canary with the name of its kind, {folder}: where it lies.
KINDS = {
    "a file system monitor": "[core]\n\tfsmonitor = {run}",
    "the built-in monitor": "[core]\n\tfsmonitor = true",
    "ssh": '[core]\n\tsshCommand = {run}\n[remote "origin"]\n\turl = ssh://host/path',
    "a proxy of git's protocol": '[core]\n\tgitProxy = {run}\n[remote "origin"]\n\turl = git://host/path',
    "a proxy of a remote": '[remote "origin"]\n\turl = http://127.0.0.1:1/path\n\tproxy = ext::{run}',
    "a transport": '[remote "origin"]\n\turl = ext::{run}',
    "another address": '[remote "origin"]\n\turl = https://host.invalid/path\n[url "ext::{run}"]\n\tinsteadOf = https://',
    "a helper of a remote": '[remote "origin"]\n\turl = canary::path\n\tvcs = canary',
    "a program of a remote": '[remote "origin"]\n\turl = {folder}/remote\n\tuploadpack = {run}\n\treceivepack = {run}',
    "a filter process": '[filter "canary"]\n\tprocess = {run}\n\trequired = true',
    "a clean filter": '[filter "canary"]\n\tclean = {run}\n\trequired = true',
    "a smudge filter": '[filter "canary"]\n\tsmudge = {run}\n\trequired = true',
    "an external diff": "[diff]\n\texternal = {run}",
    "a diff of a kind": '[diff "canary"]\n\tcommand = {run}',
    "text of a kind": '[diff "canary"]\n\ttextconv = {run}',
    "kept text of a kind": '[diff "canary"]\n\ttextconv = {run}\n\tcachetextconv = true',
    "a diff tool": '[diff]\n\ttool = canary\n[difftool "canary"]\n\tcmd = {run}\n[difftool]\n\tprompt = false',
    "a merge": '[merge "canary"]\n\tdriver = {run}\n[merge]\n\tdefault = canary',
    "a merge tool": '[merge]\n\ttool = canary\n[mergetool "canary"]\n\tcmd = {run}',
    "a filter of patches": "[interactive]\n\tdiffFilter = {run}",
    "credentials": '[credential]\n\thelper = !{run}\n[remote "origin"]\n\turl = https://host.invalid/path',
    "a question for a password": "[core]\n\taskPass = {run}",
    "a pager": "[core]\n\tpager = {run}\n[pager]\n" + "".join(f"\t{name} = {{run}}\n" for name in (*ASKED, "log")),
    "an editor": "[core]\n\teditor = {run}\n[sequence]\n\teditor = {run}",
    "hooks": "[core]\n\thooksPath = {folder}/hooks",
    "aliases": "[alias]\n" + "".join(f"\t{name} = !{{run}}\n" for name in ASKED),
    "signatures": "[gpg]\n\tprogram = {run}\n[log]\n\tshowSignature = true\n[commit]\n\tgpgSign = true",
    "signatures of other kinds": '[gpg]\n\tformat = ssh\n[gpg "ssh"]\n\tprogram = {run}\n\tdefaultKeyCommand = {run}\n'
    '[gpg "x509"]\n\tprogram = {run}\n[commit]\n\tgpgSign = true',
    "names in other stores": "[core]\n\talternateRefsCommand = {run}",
    "an included file": "[include]\n\tpath = {folder}/included",
    "a file that is included here": '[includeIf "gitdir:/"]\n\tpath = {folder}/included',
    "a configuration of the work tree": "[extensions]\n\tworktreeConfig = true",
    "submodules": '[submodule "inner"]\n\turl = ext::{run}\n\tupdate = !{run}\n\tactive = true\n'
    "[submodule]\n\trecurse = true\n[status]\n\tsubmoduleSummary = true\n[diff]\n\tsubmodule = log\n"
    "\tignoreSubmodules = none",
    "trailers": '[trailer "canary"]\n\tkey = x\n\tcommand = {run}\n\tcmd = {run}\n\tifmissing = add',
    "what a server runs": "[uploadpack]\n\tpackObjectsHook = {run}\n[receive]\n\tprocReceiveRefs = refs",
    "what cleans up": "[gc]\n\tauto = 1\n\trecentObjectsHook = {run}\n[maintenance]\n\tauto = true",
    "mail": "[sendemail]\n\tsmtpServer = {run}\n\ttoCmd = {run}\n[imap]\n\ttunnel = {run}",
    "a browser": '[web]\n\tbrowser = canary\n[browser "canary"]\n\tcmd = {run}\n[man "canary"]\n\tcmd = {run}',
    "a tool of the desktop": '[guitool "canary"]\n\tcmd = {run}',
    "a lazy fetch from a transport": '[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\tpromisor = true\n'
    "\turl = ext::{run}",
    "a lazy fetch by a program": '[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\tpromisor = true\n'
    "\turl = {folder}/remote\n\tuploadpack = {run}",
    "a lazy fetch by ssh": '[core]\n\tsshCommand = {run}\n[extensions]\n\tpartialClone = origin\n[remote "origin"]\n'
    "\tpromisor = true\n\turl = ssh://host/path",
    "any protocol": "[protocol]\n\tallow = always\n"
    + "".join(f'[protocol "{name}"]\n\tallow = always\n' for name in ("ext", "file", "ssh")),
    "no safety": "[safe]\n\tdirectory = *\n\tbareRepository = all",
    "an external work tree": "[core]\n\tbare = false\n\tworktree = {folder}/elsewhere\n\tfsmonitor = {run}",
}  # fmt: skip
# What git itself does not understand where both stand in one configuration.
ALONE = {"an external work tree", "the built-in monitor", "a helper of a remote"}
HOOKS = (
    *("applypatch-msg", "commit-msg", "fsmonitor-watchman", "p4-pre-submit", "post-applypatch", "post-checkout"),
    *("post-commit", "post-index-change", "post-merge", "post-rewrite", "pre-auto-gc", "pre-commit"),
    "pre-merge-commit",
    *("pre-push", "pre-rebase", "prepare-commit-msg", "push-to-checkout", "query-watchman", "reference-transaction"),
    *("sendemail-validate", "update"),
)  # fmt: skip
# Variables of the environment that name commands as well: the user's own, and run by us no more than the others.
VARIABLES = {
    **dict.fromkeys(("GIT_ASKPASS", "SSH_ASKPASS", "GIT_PROXY_COMMAND", "GIT_SSH", "GIT_SSH_COMMAND"), "{run}"),
    **dict.fromkeys(("GIT_EDITOR", "GIT_SEQUENCE_EDITOR", "EDITOR", "VISUAL"), "{run}"),
    **dict.fromkeys(("GIT_EXTERNAL_DIFF", "GIT_PAGER", "PAGER"), "{run}"),
    "GIT_ALLOW_PROTOCOL": "ext:file:git:http:https:ssh",
    "GIT_CONFIG_COUNT": "2",
    "GIT_CONFIG_KEY_0": "core.fsmonitor",
    "GIT_CONFIG_VALUE_0": "{run}",
    "GIT_CONFIG_KEY_1": "core.hooksPath",
    "GIT_CONFIG_VALUE_1": "{folder}/hooks",
    "GIT_CONFIG_PARAMETERS": "'core.fsmonitor={run}' 'protocol.allow=always'",
    "GIT_PAGER_IN_USE": "1",
    "GIT_TRACE": "1",
    "GIT_TRACE_SETUP": "1",
    "GIT_TRACE2_EVENT": "1",
}
COMMANDS = {
    "check FILE": ("check", "{data}users.json"),
    "check FILES": ("check", "{data}users.json", "{data}page.py", "{data}query.go"),
    "check FOLDER": ("check", "{folder}"),
    "check": ("check",),
    "check --staged": ("check", "--staged"),
    "check --all": ("check", "--all"),
    "check --all, as a hook": ("check", "--jobs", "all", "{data}users.json"),
    "check --since": ("check", "--since", "first"),
    "check --statistics": ("check", "--all", "--statistics"),
    "check -": ("check", "-", "--stdin-filename", "{data}users.json"),
    "check --files-from": ("check", "--files-from", "-"),
    "explain FILE": ("explain", "{data}users.json"),
    "explain another": ("explain", "{data}query.go"),
    "classify FOLDER": ("classify", "{folder}"),
    "classify FILE": ("classify", "{data}users.json"),
    "config": ("config",),
    "check --fix --dry-run": ("check", "--fix", "--dry-run", "--all"),
    "baseline": ("baseline", "{folder}"),
    "baseline --prune": ("baseline", "--prune"),
    "check --fix FILES": ("check", "--no-baseline", "--fix", "{data}users.json", "{data}query.go", "{data}page.py"),
    "check --fix --all": ("check", "--no-baseline", "--fix", "--all"),
}  # fmt: skip


class Canaries:
    """A script that leaves a file wherever it is run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sung = folder / "sung"
        self.sung.mkdir(parents=True)
        for name in ("hooks", "elsewhere", "programs"):
            (folder / name).mkdir()
        script = f'#!/bin/sh\ntouch "{self.sung}/${{1:-$(basename "$0")}}"\nexit 1\n'
        hooks = (folder / "hooks" / name for name in HOOKS)
        for path in (folder / "canary", folder / "programs" / "git-remote-canary", *hooks):
            path.write_text(script)
            path.chmod(0o755)
        (folder / "included").write_text(f"[core]\n\tfsmonitor = {folder}/canary included\n")

    def section(self, kind: str) -> str:
        """The configuration of one kind."""
        return self.filled(KINDS[kind], kind) + "\n"

    def filled(self, text: str, kind: str) -> str:
        return text.format(run=f"{self.folder}/canary {kind.replace(' ', '-')}", folder=self.folder)

    def plant(self, git_folder: Path, *kinds: str) -> None:
        """Add the configuration of these kinds to that of a repository."""
        with (git_folder / "config").open("a") as configuration:
            configuration.write("".join(map(self.section, kinds)))
        (git_folder / "config.worktree").write_text(f"[core]\n\tfsmonitor = {self.folder}/canary worktree\n")
        (git_folder / "hooks").mkdir(exist_ok=True)
        for name in HOOKS if "hooks" in kinds else ():
            shutil.copy(self.folder / "hooks" / name, git_folder / "hooks" / name)

    def singing(self) -> set[str]:
        """The canaries that have sung since they were last asked."""
        names = {path.name for path in self.sung.iterdir()}
        for name in names:
            (self.sung / name).unlink()
        return names


def repository_with_all_doors(path: Path) -> Repository:
    """A repository in which every command has something to say and something to ask git: two commits, the first with
    the tag `first`; staged and other wrong files; blobs that are missing; a submodule; a folder with attributes."""
    made = Repository(path)
    inner = Repository(path / "inner")
    inner.stage("a.py", PYTHON)
    inner.commit()
    made.stage("healthy.py", PYTHON)
    made.write("canary.trailer", "x: y\n")
    made.git("add", "--all")
    made.commit()
    made.git("tag", "first")
    for number in range(3):
        made.stage(f"query{number}.go", f"-- {number}\n{SQL}")
        made.stage(f"users{number}.json", f"-- users {number}\n{SQL}")
    made.stage("later/page.py", HTML)
    made.stage(".gitattributes", ATTRIBUTES)
    made.commit()
    for number in range(3):
        for name in (f"query{number}.go", f"users{number}.json"):
            _lose(made, f"HEAD:{name}")
            (made.path / name).unlink()
    for name, content in (("users.json", SQL), ("query.go", SQL), ("page.py", HTML), ("data/users.json", SQL)):
        made.stage(name, content)
    made.write("untracked.json", SQL)
    (inner.path / "a.py").write_text(PYTHON + "\n# changed\n")
    return made


def _lose(repository: Repository, name: str) -> None:
    """Take an object out of a repository, as a partial clone lacks it."""
    blob = repository.git("rev-parse", name).stdout.strip()
    path = repository.path / ".git" / "objects" / blob[:2] / blob[2:]
    path.chmod(0o600)
    path.unlink()


def arguments_of(command: tuple[str, ...], data: str = "", folder: str = ".") -> list[str]:
    """The words of a command whose files stand in `data`, "" or with a slash at its end."""
    return [word.format(data=data, folder=folder) for word in command]


def restored(original: Path, path: Path) -> Path:
    """A fresh copy of a folder, links as they are."""
    shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(original, path, symlinks=True)
    return path


def with_programs_of(canaries: Canaries) -> str:
    """A PATH on which the canaries' git-remote-canary is found as well."""
    return f"{canaries.folder}/programs{os.pathsep}{os.environ['PATH']}"
