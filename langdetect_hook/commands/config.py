"""The `config` command: what counts, with its sources, as a configuration that can be read again; and the schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from langdetect_hook.configuration import OWN_FILE
from langdetect_hook.configuration.schema import schema
from langdetect_hook.configuration.settings import Settings
from langdetect_hook.configuration.table import SETTINGS
from langdetect_hook.report import escaped, without_commands


def settings_lines(settings: Settings) -> Iterator[str]:
    """The effective configuration as TOML, each key with its source in a comment."""
    yield f"# In {OWN_FILE}; in pyproject.toml below [tool.langdetect-hook], in setup.cfg below [langdetect-hook]"
    for setting in SETTINGS:
        value, source = settings.values[setting.key], settings.sources[setting.key]
        nothing = "# " if value == "" else ""  # no path: as a file says it, by not saying it
        yield f"{nothing}{setting.key} = {as_toml(value)}  # {escaped(source)}"


def schema_lines() -> Iterator[str]:
    """The JSON schema of the configuration, for editors."""
    yield json.dumps(schema(), indent=2)


def as_toml(value: Any) -> str:
    """A value on one line of TOML, whose strings are written as those of JSON."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_string(key)} = {as_toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return _string(value) if isinstance(value, str) else str(value)


def _string(text: str) -> str:
    return without_commands(json.dumps(text).replace("\x7f", "\\u007f"), r"\u0023")
