"""Checks of one repository that somebody changes meanwhile: `tests.attacks.concurrency` does it for longer."""

from __future__ import annotations

import threading
from pathlib import Path

from tests.attacks.concurrency import Tally, disturb, fix_at_once, run, write_repository

FORMS = ["check --all", "check .", "check --staged", "check --since", "check --fix --dry-run", "baseline"] * 2


def test_no_finding_is_lost_and_nothing_breaks(tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    write_repository(folder, many=0)
    tally = Tally()
    checks = [threading.Thread(target=run, args=(folder, form, tally)) for form in FORMS]
    for thread in checks:
        thread.start()
    disturb(folder, tally, lambda: any(thread.is_alive() for thread in checks))
    assert tally.wrong == []
    assert sum(map(len, tally.statuses.values())) and tally.changes["git commit: done"]


def test_who_renames_the_same_files_renames_each_once(tmp_path: Path) -> None:
    assert fix_at_once(tmp_path / "repository", processes=3, trials=1) == []
