"""The JSON schema of the configuration, for editors, made from the table.

In the form of SchemaStore: draft 7, a title, a description for each key, nothing else allowed.
https://json-schema.org/draft-07
"""

from __future__ import annotations

from typing import Any

from langdetect_hook.claims import bundled
from langdetect_hook.configuration import table
from langdetect_hook.configuration.table import SETTINGS, Setting
from langdetect_hook.report.rules import RULES
from langdetect_hook.report.severities import SEVERITIES

DRAFT = "http://json-schema.org/draft-07/schema#"


def schema() -> dict[str, Any]:
    """The schema of `.langdetect-hook.toml`, and of the section in pyproject.toml."""
    return {
        "$schema": DRAFT,
        "title": "langdetect-hook",
        "description": "How a repository wants langdetect-hook to check that its files are what their names say.",
        "type": "object",
        "additionalProperties": False,
        "properties": {setting.key: _described(setting) for setting in SETTINGS},
        "definitions": {
            "rules": {"type": "array", "items": {"enum": ["all", *sorted(RULES)]}, "uniqueItems": True},
            "language": {"enum": sorted(bundled().languages())},
            "languages": {"type": "array", "items": _reference("language")},
        },
    }


def _described(setting: Setting) -> dict[str, Any]:
    described = {"description": setting.purpose, **_OF_KIND[setting.kind]}
    return {**described, "default": setting.default} if setting.kind == table.COUNT else described


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/definitions/{name}"}


_OF_KIND: dict[str, dict[str, Any]] = {
    table.GLOBS: {"type": "array", "items": {"type": "string", "minLength": 1}},
    table.RULES: _reference("rules"),
    table.COUNT: {"type": "integer", "minimum": 0},
    table.PATH: {"type": "string", "minLength": 1},
    table.RULES_BY_GLOB: {"type": "object", "additionalProperties": _reference("rules")},
    table.LANGUAGES_BY_NAME: {
        "type": "object",
        "additionalProperties": {"anyOf": [_reference("language"), _reference("languages")]},
    },
    table.LANGUAGES_BY_LANGUAGE: {
        "type": "object",
        "propertyNames": _reference("language"),
        "additionalProperties": _reference("languages"),
    },
    table.SEVERITIES_BY_RULE: {
        "type": "object",
        "propertyNames": {"enum": ["all", *sorted(RULES)]},
        "additionalProperties": {"enum": [*SEVERITIES]},
    },
}
