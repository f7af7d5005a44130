"""The choice among candidates: no lookalikes, a fair share for every project, the same on every machine."""

from __future__ import annotations

import hashlib
from collections import Counter

from langdetect_hook.training.corpus_builder.choose import LANGUAGE_FILES, Candidate, Lookalikes, fair_share

LINES = [f"value_{number} = compute({number * 7919 % 1000})" for number in range(100)]


def candidates(project: str, number: int, part: str = "") -> list[Candidate]:
    names = (f"{project} {part} {index}" for index in range(number))
    digests = (hashlib.sha256(name.encode()).hexdigest() for name in names)
    return [Candidate(str(index), "C", project, part, digest) for index, digest in enumerate(digests)]


def shares(chosen: list[Candidate]) -> Counter[str]:
    return Counter(candidate.project for candidate in chosen)


def test_different_files_do_not_look_alike() -> None:
    lookalikes = Lookalikes()
    assert not lookalikes.knows("\n".join(LINES[:50]))
    assert not lookalikes.knows("\n".join(LINES[50:]))
    assert not lookalikes.knows("\n".join(LINES[25:75]))
    assert not lookalikes.knows("")


def test_nearly_the_same_file_is_recognised() -> None:
    lookalikes = Lookalikes()
    assert not lookalikes.knows("\n".join(LINES))
    assert lookalikes.knows("\n".join(LINES))
    assert lookalikes.knows("\n".join(["# a new head", *LINES[:97]]))
    assert lookalikes.knows("\n\n".join(f"    {line}" for line in reversed(LINES)))


def test_few_files_are_all_taken() -> None:
    everything = candidates("a", 10) + candidates("b", 3)
    assert sorted(fair_share(everything)) == sorted(everything)


def test_no_language_exceeds_its_number_and_small_projects_are_whole() -> None:
    everything = [one for number in range(60) for one in candidates(f"p{number}", 3 * number + 1)]
    chosen = fair_share(everything)
    assert len(chosen) == LANGUAGE_FILES
    taken = shares(chosen)
    assert all(taken[f"p{number}"] == 3 * number + 1 for number in range(4))
    large = [taken[f"p{number}"] for number in range(20, 60)]
    assert max(large) - min(large) <= 1


def test_a_project_has_forty_files_where_there_are_many() -> None:
    everything = [one for number in range(6) for one in candidates(f"p{number}", 300)]
    assert set(shares(fair_share(everything)).values()) == {40}


def test_a_poor_language_takes_more_of_a_project() -> None:
    assert len(fair_share(candidates("a", 300))) == 90
    assert len(fair_share(candidates("a", 300) + candidates("b", 300) + candidates("c", 300))) == 270
    four = [one for name in "abcd" for one in candidates(name, 300)]
    assert set(shares(fair_share(four)).values()) == {60}


def test_the_parts_of_a_split_project_take_turns() -> None:
    parts = [one for name in ("x", "y", "z") for one in candidates("split", 100, name)]
    others = [one for number in range(6) for one in candidates(f"p{number}", 300)]
    chosen = fair_share(parts + others)
    assert shares(chosen)["split"] == 80
    assert max(Counter(one.part for one in chosen if one.project == "split").values()) == 27
    assert len(fair_share([one for name in "abcdefgh" for one in candidates("split", 100, name)])) == 250


def test_an_owner_of_many_repositories_does_not_outvote_the_others() -> None:
    own = [one for number in range(10) for one in candidates(f"git+owner+{number}", 300)]
    others = [one for number in range(6) for one in candidates(f"git+other{number}+name", 300)]
    chosen = shares(fair_share(own + others))
    assert sum(number for project, number in chosen.items() if project.startswith("git+owner+")) == 80
    assert chosen["git+owner+0"] == 8
    assert {chosen[f"git+other{number}+name"] for number in range(6)} == {40}


def test_the_choice_does_not_depend_on_the_order() -> None:
    everything = candidates("a", 300) + candidates("b", 50)
    assert fair_share(everything) == fair_share(everything[::-1])
