from __future__ import annotations

import pytest

HEAD = "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{}\n"
METER = (
    "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n" + " " * 30 + "Dload  Upload\n"
)
CURL = "curl: (22) The requested URL returned error: 404\n"
WGET = "--2026-11-26 10:00:00--  https://example.org/a.json\nResolving example.org... 192.0.2.7\n"

SILENT = [
    ("documentation", "a.md", HEAD),
    ("documentation", "a.txt", CURL),
    ("a request of HTTP", "a.http", HEAD),
    ("no claim", "a.log", WGET),
    ("a template", "a.json.j2", HEAD),
    ("a recorded answer", "fixtures/a.json", HEAD),
    ("a recorded answer", "responses/a.json", HEAD),
    ("in a string", "a.py", f'A = """\n{HEAD}"""\n'),
    ("further down", "a.sh", f"cat <<E\n{METER}E\n"),
    ("a comment of SQL", "a.sql", "--2026 was a year\nSELECT 1;\n"),
    ("no head", "a.yaml", "HTTP/1.1: yes\n"),
    ("pragma", "a.json", f"{HEAD.splitlines()[0]}\nA: langdetect: ignore\n\n{{}}\n"),
]


@pytest.mark.parametrize("why, path, content", SILENT)
def test_silent(why: str, path: str, content: str, found) -> None:
    assert [one for one in found(path, content, {}) if one.rule == "LD003"] == []


@pytest.mark.parametrize("path", ["a.json", "a.py", "a.yaml", "a.csv", "a.sh"])
@pytest.mark.parametrize(
    "content, seen",
    [
        (HEAD, "an answer with its head (HTTP status 200)"),
        (HEAD.replace("1.1 200 OK", "2 404"), "an answer with its head (HTTP status 404)"),
        (METER, "what curl printed while it fetched something"),
        (CURL, 'a saved error of curl ("The requested URL returned error: 404")'),
        (WGET, "what wget printed while it fetched https://example.org/a.json"),
    ],
)
def test_fires(path: str, content: str, seen: str, found) -> None:
    [evidence] = found(path, content, {})
    assert (evidence.rule, evidence.line, evidence.seen) == ("LD003", 1, f"looks like {seen}")
