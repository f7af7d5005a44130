"""Whatever bytes, names, configurations and baselines there are: a defined status, one sentence for what is wrong, no
traceback. By chance, but by the same chance each time, of pieces that rules and parsers look for; test_hypotheses.py
looks further."""

from __future__ import annotations

import os
from random import Random

import pytest

from langdetect_hook.check import check_source
from langdetect_hook.cli import main
from langdetect_hook.configuration import BASELINE, OWN_FILE
from langdetect_hook.configuration.baseline import HEAD
from langdetect_hook.configuration.table import SETTINGS
from langdetect_hook.evidence.containers import COMPRESSED, kind_of, suffix_of
from langdetect_hook.evidence.formats import FORMATS
from langdetect_hook.evidence.magic_numbers import SIGNATURES, begins_as, format_of, may_begin_as
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.files.sources import Source
from langdetect_hook.languages.python_text import reads_as_python, tree_of
from langdetect_hook.network import assets
from langdetect_hook.report.rules import DEFAULT_RULES, EVERY_RULE
from tests.accidents import HTML, PYTHON
from tests.evidence.test_ld008_magic import SAMPLES

VERDICTS = {"error", "mismatch", "ok", "skipped", "unsure"}
PIECES = (
    *("<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "```\n", "<html>", "<?xml", "<!--", "<?php ", "#!/usr/bin/env "),
    *(
        "-----BEGIN PRIVATE KEY-----\n",
        "version https://git-lfs.github.com/spec/v1\n",
        "$ ls\n",
        "+++ b/x\n",
        "@@ -1 +1 @@\n",
    ),
    *(
        'f"{',
        "f'''{",
        '"""',
        "'",
        "\\",
        "\\\n",
        "{",
        "}",
        "[",
        "(",
        ")",
        ":",
        ",",
        "\n",
        " ",
        "\t",
        "\f",
        "\0",
        "\ufeff",
    ),
    *(
        "def f[",
        "type a[",
        "except (",
        "print >>",
        "exec ",
        "if x:\n",
        "langdetect: ignore",
        "-*- mode: c -*-",
        "\u2028",
    ),
    *("/* ", "// ", "<<EOF\n", "{{ ", "{% ", "<%", "a.", "=", "0", "\x1b[31m", "\udcff", "\u202e", PYTHON, HTML),
)
NAMES = (
    *(f"a{suffix}" for suffix in (".py", ".json", ".toml", ".yml", ".sh", ".js", ".html", ".md", ".ini", ".csv")),
    *("a.png", "a.pem", "a.docx", "a.svg", "a.tar.gz", "Makefile", "a", ".gitignore", "README", "a.unheardof", "a.ts"),
)  # fmt: skip


def texts(random: Random, count: int, most: int = 40) -> list[str]:
    return ["".join(random.choices(PIECES, k=random.randrange(most))) for _ in range(count)]


def mutations(random: Random, sample: bytes) -> list[bytes]:
    """A sample that is cut, and with bytes in it that are others."""
    made = [sample[: random.randrange(len(sample) + 1)] for _ in range(4)]
    for _ in range(4):
        changed = bytearray(sample)
        for _ in range(random.randrange(1, 6)):
            changed[random.randrange(len(changed))] = random.choice((0, 0xFF, 0x80, random.randrange(256)))
        made.append(bytes(changed))
    return made


def test_any_content_under_any_name_has_a_verdict():
    random = Random(19)
    model = assets.load()
    for text in texts(random, 150):
        raw = text.encode(random.choice(("utf-8", "utf-16", "latin-1")), "replace")
        name = random.choice((*NAMES, "".join(random.choices("a.b/-\n\udcff\x1b ü%:", k=8))))
        content = content_from_bytes(raw)
        for rules in (DEFAULT_RULES, EVERY_RULE):
            found = list(check_source(Source(name, lambda content=content: content), rules, model, True))
            assert {verdict.verdict for verdict in found} <= VERDICTS


def test_what_begins_as_a_binary_format_never_stops_its_parser():
    random = Random(19)
    samples = [sample[0] if isinstance(sample, tuple) else sample for sample in SAMPLES.values()]
    beginnings = [signature + bytes(random.choices(range(256), k=64)) for signature, *_ in SIGNATURES]
    for sample in (*samples, *beginnings):
        for raw in mutations(random, sample):
            found = format_of(raw)
            if found:
                assert kind_of(found, raw).name and isinstance(suffix_of(found, raw, ".x", True), str)
            for name in (*COMPRESSED, "ole", "zip"):
                assert kind_of(name, raw) and isinstance(suffix_of(name, raw, ".x", False), str)
            if raw:
                begins_as(raw, tuple(FORMATS))
                may_begin_as(raw, tuple(FORMATS))


def test_no_text_stops_what_reads_python():
    for text in texts(Random(20), 300):
        tree_of(text)
        assert reads_as_python(text, 0.9) in (True, False)


VALUES = (
    '["*.py"]',
    '["["]',
    "1",
    "-1",
    '""',
    '"../.."',
    "{}",
    "{a = 1}",
    '{"*.x" = ["LD001"]}',
    "true",
    '["LD001"]',
    "[",
)
LINES = ("[tool.langdetect-hook]", "[langdetect-hook]", "[", "=", "a = 1", "\ufeff", '"', "'''", "# x", "\udcff", "\0")


@pytest.mark.parametrize("name", [OWN_FILE, "pyproject.toml", "setup.cfg", BASELINE])
def test_any_configuration_and_any_baseline_is_read_or_refused(name, tmp_path, monkeypatch, capsys):
    random = Random(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    (tmp_path / "a.py").write_text(PYTHON)
    lines = [
        *LINES,
        *(f"{setting.key} = {value}" for setting in SETTINGS for value in VALUES),
        "a\tLD001\tb",
        HEAD.strip(),
    ]
    for _ in range(60):
        first = {BASELINE: HEAD, "setup.cfg": "[langdetect-hook]\n", "pyproject.toml": "[tool.langdetect-hook]\n"}
        text = first.get(name, "") * random.randrange(2) + "\n".join(random.choices(lines, k=random.randrange(6)))
        (tmp_path / name).write_bytes(os.fsencode(text))
        status = main(["check", "a.py"])
        errors = capsys.readouterr().err
        assert status in (0, 1, 2) and errors.count("\n") == (status == 2 or "stale" in errors)
        assert "should not happen" not in errors and "Traceback" not in errors
