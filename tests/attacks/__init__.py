"""Attacks in their long form, run by hand before a release: what the ordinary tests do a few times, thousands of times.

`python -m tests.attacks.NAME --help`; docs/security.md has what each printed.
"""
