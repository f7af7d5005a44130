"""What to do about a download that is not the file."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from langdetect_hook.evidence.downloads import CURL, fetched
from langdetect_hook.evidence.shown_files import raw_address

PAGE = "<!DOCTYPE html>\n<html><head><title>{}</title></head><body>{}</body></html>\n"
SAYS = "<!DOCTYPE html>\n<html><head><title>words</title>\n{}\n</head><body>x</body></html>\n"
META = '<meta property="og:url" content="{}">'
TURNED = "<meta content='{}' property='og:url' />"
LINK = '<link rel="canonical" href="{}"/>'
RAW_HUB = "https://raw.githubusercontent.com"

# What a page says of itself, and where the content of the file is.
RAW = [
    (META.format("https://github.com/brew/cups/blob/main/data/a.csv"), f"{RAW_HUB}/brew/cups/main/data/a.csv"),
    (TURNED.format("https://github.com/brew/cups/blob/v1/a%20b.csv?plain=1"), f"{RAW_HUB}/brew/cups/v1/a%20b.csv"),
    (LINK.format("https://github.com/brew/cups/blame/main/a.csv#L3"), f"{RAW_HUB}/brew/cups/main/a.csv"),
    (
        META.format("https://gitlab.com/brew/hot/cups/-/blob/main/a.csv"),
        "https://gitlab.com/brew/hot/cups/-/raw/main/a.csv",
    ),
    (
        META.format("https://huggingface.co/brew/cups/blob/main/a.bin"),
        "https://huggingface.co/brew/cups/resolve/main/a.bin",
    ),
    (
        META.format("https://huggingface.co/datasets/brew/cups/blob/main/a.csv"),
        "https://huggingface.co/datasets/brew/cups/resolve/main/a.csv",
    ),
    (META.format("https://bitbucket.org/brew/cups/src/1a2b/a.csv"), "https://bitbucket.org/brew/cups/raw/1a2b/a.csv"),
    (
        LINK.format("https://codeberg.org/brew/cups/src/branch/main/a.csv"),
        "https://codeberg.org/brew/cups/raw/branch/main/a.csv",
    ),
    ("<title>cups/data/a.csv at main · brew/cups · GitHub</title>", f"{RAW_HUB}/brew/cups/main/data/a.csv"),
]
NOT_SAID = [
    META.format("https://github.com/brew/cups"),
    META.format("https://github.com/brew/cups/blob/main/a.csv; rm -r ."),
    META.format("https://github.com/brew/cups/blob/main/$(x)"),
    META.format("https://example.org/blob/main/a.csv"),
    "<title>cups/`x` at main · brew/cups · GitHub</title>",
    '<a href="https://github.com/brew/cups/blob/main/a.csv">another file</a>',
]


@pytest.mark.parametrize(("said", "address"), RAW)
def test_the_raw_address_is_told_by_the_page(said: str, address: str, found) -> None:
    assert raw_address(SAYS.format(said)) == address
    [evidence] = found("data/a.csv", SAYS.format(said), {})
    assert evidence.advice.endswith(f": {CURL} --output data/a.csv {address}")


@pytest.mark.parametrize("said", NOT_SAID)
def test_no_address_is_guessed(said: str) -> None:
    assert raw_address(SAYS.format(said)) == ""


@pytest.mark.parametrize("path", ["data/a.csv", "a b.csv", "-a.csv", "it's.csv"])
def test_the_command_can_be_typed(path: str, tmp_path: Path) -> None:
    """A stand-in for curl writes what it was asked for where it was told to."""
    stand_in = tmp_path / "bin" / "curl"
    stand_in.parent.mkdir()
    stand_in.write_text('#!/bin/sh\n[ "$1 $2 $3" = "--fail --location --output" ] && echo "$5" > "$4"\n')
    stand_in.chmod(0o755)
    (tmp_path / "data").mkdir()
    path_of_commands = f"{stand_in.parent}{os.pathsep}{os.environ['PATH']}"
    command = fetched(path, f"{RAW_HUB}/a/b/main/a.csv")
    subprocess.run(command, shell=True, check=True, cwd=tmp_path, env={**os.environ, "PATH": path_of_commands})
    assert (tmp_path / path).read_text() == f"{RAW_HUB}/a/b/main/a.csv\n"
    assert fetched("a\nb", "https://a") == f"{CURL} https://a"


# What helps, by what was saved: words of the advice.
ADVICE = [
    (PAGE.format("404 Not Found", "x"), "which stops at an error"),
    (PAGE.format("Sign in", "x"), "no error that --fail could see"),
    (PAGE.format("302 Found", "x"), "which follows a redirect"),
    (PAGE.format("429 Too Many Requests", "x"), "wait a while"),
    (PAGE.format("Index of /fonts", "x"), "add the file's name to it"),
    (PAGE.format("Just a moment...", "x"), "wants to see a browser"),
    (PAGE.format("Captive Portal", "x"), "log in to the network"),
    (PAGE.format("Web Page Blocked", "x"), "a proxy answered"),
    (PAGE.format("GitHub - brew/cups: Cups", "x"), "OWNER/REPOSITORY/BRANCH/PATH"),
    (PAGE.format("Shop", "x"), "whether it wants a login"),
    ("<Error><Code>NoSuchKey</Code><Message>x</Message></Error>", "check the name in the address"),
    ("<Error><Code>AccessDenied</Code><Message>x</Message></Error>", "an address that is signed anew"),
    ("<br />\n<b>Warning</b>:  x in <b>/a.php</b> on line <b>3</b>", "the program on the server failed"),
    ('{"message": "API rate limit exceeded", "documentation_url": "https://docs.github.com"}', "wait a while"),
]


@pytest.mark.parametrize(("content", "words"), ADVICE)
def test_what_helps_depends_on_who_answered(content: str, words: str, found) -> None:
    [evidence] = found("a.csv", content, {})
    assert words in evidence.advice
    assert CURL in evidence.advice


def test_every_command_of_curl_fails_on_errors_and_follows_redirects(found) -> None:
    for content, _ in ADVICE:
        [evidence] = found("a.csv", content, {})
        for command in re.findall(r"curl [^;,]*", evidence.advice):
            assert shlex.split(command)[:3] == shlex.split(CURL)
