"""The same check as a plain git hook, for people without pre-commit: copy it, or set core.hooksPath."""
