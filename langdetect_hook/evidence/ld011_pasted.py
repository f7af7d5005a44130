"""LD011: what was pasted or printed into a file and is no part of it: what a terminal shows, lines of a patch, a page's
tag around the whole. Loaded only for a text that may have some of it.
"""

from __future__ import annotations

import re

from langdetect_hook.evidence import patch_lines
from langdetect_hook.evidence.evidence import Evidence
from langdetect_hook.evidence.made_for_tests import TESTS, is_about
from langdetect_hook.languages.template_marks import TEMPLATE_MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

    # The line, from 1, what is seen in it, what to do, and the language that it is in, or "".
    Pasted = tuple[int, str, str, str]

# How what a program printed begins, and what it is.
PRINTED = (
    (r"Traceback \(most recent call last\):\n[ \t]+File \"", "a traceback of Python"),
    (r"node:internal/[\w/]+:\d+\n", "an error of Node.js"),
    (r"Exception in thread \"[^\"\n]+\" [\w.$]+(?:Error|Exception)\b", "an exception of Java"),
    (r"npm (?:ERR!|error) (?:code|path|syscall|missing|\d)", "an error of npm"),
    (
        r"-?(?:ba|da|k|z)?sh: (?:line )?[^\n]{0,1000}"
        r"(?:not found|No such file or directory|Permission denied)[^\n]{0,1000}(?:\n[^\n]{0,1000}){0,4}\Z",
        "an error of a shell",
    ),
    (r"fatal: (?:not a git repository|repository '|[^\n]*(?:could not|does not exist|unable to))", "an error of git"),
    (r"make(?:\[\d+\])?: (?:\*\*\* |Entering directory )", "what make printed"),
    (r"(?:mysql(?:dump)?|pg_dump|psql|mongodump): (?:\[Warning\]|error|[A-Z])", "what a database's program printed"),
)
# A prompt with a command behind it: of a shell, of PowerShell, of Windows.
# It stands in a folder: a program that is called by its path writes into a file (`C:\brew.exe >log.txt`).
_PROMPT = (
    r"(?:\([\w.-]+\) )?(?:[\w.-]+@[\w.-]+:[~/][^\s$#]*[$#]|\[[\w.-]+@[\w.-]+ [^\]\s]+\][$#]|PS [A-Z]:\\[^>\n]*>"
    r"|[A-Z]:\\(?:(?!\.(?:bat|cmd|com|exe|jar|p[ly]|vbs)\b)[^>\n])*(?<![ ])>(?=\w)(?!nul\b|\w+\.\w))"
    r"(?:[ ]+|(?<=>))[A-Za-z./~]"
)
# A dollar is a comment, a name or an operator elsewhere (VMS, COBOL, Nastran, grammars): behind it, a command that is
# typed in any shell. In a shell script, any.
_COMMANDS = (
    *("ansible", "apt", "apt-get", "aws", "az", "brew", "bundle", "cargo", "cat", "cd", "chmod", "chown", "cmake"),
    *("composer", "conda", "cp", "curl", "docker", "docker-compose", "dotnet", "echo", "export", "find", "flutter"),
    *("gcc", "gcloud", "gem", "git", "go", "gradle", "grep", "helm", "java", "javac", "kubectl", "ls", "make", "mkdir"),
    *("mvn", "mv", "mysql", "node", "npm", "npx", "php", "pip", "pip3", "pnpm", "psql", "python", "python3", "rails"),
    *("rake", "rm", "ruby", "rustup", "scp", "sed", "ssh", "sudo", "systemctl", "tar", "terraform", "touch", "unzip"),
    *("uv", "vagrant", "vi", "vim", "wget", "yarn"),
)
_DOLLAR = re.compile(rf"\$[ ]+(?:[./~]+/|(?:{'|'.join(_COMMANDS)})(?:[ ]+[^\s=(]|[ ]*$))", re.MULTILINE)
_DOLLAR_IN_A_SHELL = re.compile(r"\$[ ]+[A-Za-z./~]")
_SHELLS = frozenset({"Shell", "Tcsh", "fish"})
_PROMPT_OF_PYTHON = r">>> \S"
# A dollar means something at the beginning of these.
_DOLLARS = frozenset({"CSV", "Forth", "Perl", "PHP", "Raku", "Roff", "Smalltalk", "TeX"})
# Languages of what a terminal shows.
_OUTPUT_LANGUAGES = r"(?i)\b(?:console|log|session|traceback)\b"
# Paths of what is printed on purpose, and of what is put into a page as it is.
INTO_PAGES = frozenset({
    *("embed", "embeds", "footer", "fragments", "head", "header", "include", "includes", "inject", "layout", "layouts"),
    *("partial", "partials", "snippet", "snippets", "template", "templates", "views"),
})  # fmt: skip
OUTPUT = frozenset({
    *TESTS,
    *("console", "crash", "diff", "diffs", "errors", "expect", "log", "logs", "out", "patch", "patches", "session"),
    *("sessions", "stderr", "stdout", "terminal", "traceback", "tracebacks", "transcript", "transcripts"),
})  # fmt: skip
_STYLES = frozenset({"CSS", "Less", "SCSS", "Sass", "Stylus"})
_SCRIPTS = frozenset({"CoffeeScript", "JavaScript", "TypeScript"})


def evidence(case: Case) -> Evidence | None:
    """What stands in a file of code or data and was pasted or printed there, or None."""
    claim = case.claim
    if not claim or claim.template or claim.has("documentation", "holds-anything") or "Diff" in claim.languages:
        return None
    if re.search(_OUTPUT_LANGUAGES, " ".join(claim.languages)):
        return None
    found = _printed(case) or _in_a_tag(case) or _of_a_patch(case)
    if not found or is_about(claim.path, OUTPUT):
        return None
    from langdetect_hook.evidence.words import expected_of

    line, seen, advice, language = found
    return Evidence("LD011", line, f"looks like {seen}", expected_of(claim), advice, language or None)


def _printed(case: Case) -> Pasted | None:
    """What a program printed, or a terminal shows, in place of the content."""
    text = case.text.lstrip()
    line = case.text.count("\n", 0, len(case.text) - len(text)) + 1
    advice = "write the content into the file again, and let a program print its errors elsewhere (2> errors.log)"
    for pattern, seen in PRINTED:
        if re.match(pattern, text):
            return line, seen, advice, ""
    languages = case.claim.languages
    is_python = "Python" in languages and re.match(_PROMPT_OF_PYTHON, text)
    if is_python or (_DOLLARS.isdisjoint(languages) and _is_prompt(text, languages)):
        return line, "a session at a prompt", "delete the prompts, and what was printed below each command", ""
    return None


def _is_prompt(text: str, languages: tuple[str, ...]) -> bool:
    """Whether a text of these languages begins with a prompt and a command."""
    dollar = _DOLLAR if _SHELLS.isdisjoint(languages) else _DOLLAR_IN_A_SHELL
    return bool(re.match(_PROMPT, text) or dollar.match(text))


def _in_a_tag(case: Case) -> Pasted | None:
    """The element of a page around a style sheet or a script; not one that a server runs, which begins so, nor a piece
    of a page."""
    if is_about(case.path, INTO_PAGES):
        return None
    text, languages = case.text.strip(), case.claim.languages
    for tag, of, what in (("style", _STYLES, "a style sheet"), ("script", _SCRIPTS, "a script")):
        is_in_it = re.match(rf"(?i:<{tag}\b(?![^>]*\brunat\b)[^>]*>)", text) and text[-9:].lower().endswith(f"</{tag}>")
        if is_in_it and not of.isdisjoint(languages) and not re.search(rf"<\?|{TEMPLATE_MARKS}", text):
            advice = f"delete the tags <{tag}> and </{tag}>, which only a page needs"
            return 1, f"{what} within <{tag}>", advice, "HTML"
    return None


def _of_a_patch(case: Case) -> Pasted | None:
    """The first line of a patch that was pasted instead of applied."""
    line = patch_lines.first_line(case)
    advice = "put the lines back and use git apply; or delete those that begin with -, and the + of the others"
    return (line, "lines of a patch", advice, "") if line else None
