"""The table of settings: a key a row. Files, options, `config`, the schema and the documentation all follow it."""

from __future__ import annotations

from typing import Any, NamedTuple

SECTION = "langdetect-hook"

# The kinds of values.
GLOBS, RULES, COUNT, PATH = "globs", "rules", "count", "path"
RULES_BY_GLOB, LANGUAGES_BY_NAME, LANGUAGES_BY_LANGUAGE = "rules by glob", "languages by name", "languages by language"
SEVERITIES_BY_RULE = "severities by rule"
TABLES = (RULES_BY_GLOB, LANGUAGES_BY_NAME, LANGUAGES_BY_LANGUAGE, SEVERITIES_BY_RULE)
# Of these, an option adds to what the file says; of the others it replaces it.
ADDED_TO = (GLOBS,)


class Setting(NamedTuple):
    """A key of the configuration: its `kind`, what counts where nobody says anything, what it is for, and an `example`
    as TOML has it; `option`: whether `check` has an option of the same name."""

    key: str
    kind: str
    default: Any
    purpose: str
    example: str
    option: bool = True


SETTINGS = (
    Setting("exclude", GLOBS, (), "Files that are not checked.", '["vendor/", "*.snap"]'),
    Setting(
        "per-file-ignores",
        RULES_BY_GLOB,
        {},
        "Rules that are not checked in some files.",
        '{"docs/**" = ["LD001"], "tests/data/" = ["all"]}',
        option=False,
    ),
    Setting("select", RULES, (), "The rules that are checked, instead of the default ones.", '["LD001", "LD008"]'),
    Setting("ignore", RULES, (), "Rules that are not checked.", '["LD007"]'),
    Setting(
        "names",
        LANGUAGES_BY_NAME,
        {},
        "What an extension or a file name says of the content; an empty list: nothing.",
        '{".tpl" = "HTML", "BUILD.site" = "Python", ".x" = []}',
        option=False,
    ),
    Setting(
        "accepts",
        LANGUAGES_BY_LANGUAGE,
        {},
        "Languages that are fine as content where the name says another.",
        '{"HTML" = ["PHP"]}',
        option=False,
    ),
    Setting(
        "severity",
        SEVERITIES_BY_RULE,
        {},
        "How grave the findings of a rule are, to editors and in formats that have levels.",
        '{"all" = "error", "LD005" = "warning"}',
        option=False,
    ),
    Setting("max-bytes", COUNT, 0, "Files of more bytes are not checked; 0: no file is too large.", "5000000"),
    Setting(
        "baseline",
        PATH,
        "",
        "The file of the findings that are known.",
        '".langdetect-baseline"',
    ),
    Setting("assets", PATH, "", "A model of your own, as `train` wrote it.", '"tools/model"'),
)

BY_KEY = {setting.key: setting for setting in SETTINGS}
