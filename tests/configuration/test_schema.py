"""The schema for editors allows what the reader allows, and no more."""

from __future__ import annotations

import json

import pytest

from langdetect_hook.cli import main
from langdetect_hook.configuration.schema import schema
from langdetect_hook.configuration.table import SETTINGS

jsonschema = pytest.importorskip("jsonschema")
tomllib = pytest.importorskip("tomllib")

WRONG = (
    "exlude = []",
    "exclude = 'a'",
    "select = ['LD999']",
    "max-bytes = -1",
    "baseline = ''",
    "names = {'.a' = 'HTLM'}",
    "accepts = {'SQL' = 'Python'}",
    "per-file-ignores = {'a' = 'LD001'}",
    "severity = 'error'",
    "severity = {'LD003' = 'eror'}",
    "severity = {'LD9' = 'error'}",
)


def test_it_is_a_schema_and_printed_by_config(capsys):
    jsonschema.Draft7Validator.check_schema(schema())
    assert main(["config", "--schema"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(schema()))


def test_it_allows_the_examples_and_refuses_what_the_reader_refuses():
    validator = jsonschema.Draft7Validator(schema())
    for setting in SETTINGS:
        validator.validate(tomllib.loads(f"{setting.key} = {setting.example}"))
    for text in WRONG:
        assert not validator.is_valid(tomllib.loads(text)), text
    assert set(schema()["properties"]) == {setting.key for setting in SETTINGS}
