"""Splits are by project: a network is never measured on a project that it learned from."""

from __future__ import annotations

import random
from collections import Counter, defaultdict

from langdetect_hook.training.corpus import Example, read_corpus
from langdetect_hook.training.split import TEST, TRAINING, VALIDATION, split_projects

PARTS = {TRAINING, VALIDATION, TEST}


def made(seed: int = 0) -> list[Example]:
    """40 projects that hold files of some of six languages each; one language has four projects."""
    generator = random.Random(seed)
    examples = []
    for project in range(40):
        languages = generator.sample(["C", "C++", "Java", "Perl", "Python"], generator.randint(1, 4))
        for language in [*languages, "Nim"] if project < 4 else languages:
            for number in range(generator.randint(1, 9)):
                examples.append(Example(f"{language}/{project}/{number}", language, f"project-{project}"))
    return examples


def test_each_project_is_in_one_part_over_all_languages():
    examples = made()
    part = split_projects(examples)
    assert set(part) == {example.project for example in examples}
    assert set(part.values()) == PARTS
    held_out = {example.path for example in examples if part[example.project] != TRAINING}
    learned = {example.path for example in examples if part[example.project] == TRAINING}
    assert held_out.isdisjoint(learned)


def test_the_seed_and_nothing_else_decides():
    examples = made()
    part = split_projects(examples, 7)
    shuffled = examples.copy()
    random.Random(1).shuffle(shuffled)
    assert split_projects(shuffled, 7) == part
    moved = [example._replace(path="/elsewhere/" + example.path) for example in examples]
    assert split_projects(moved, 7) == part
    assert split_projects(examples, 8) != part


def test_a_language_of_five_projects_has_some_of_each_part():
    for seed in range(20):
        examples = made(seed)
        part = split_projects(examples, seed)
        projects = defaultdict(set)
        for example in examples:
            projects[example.language].add(example.project)
        for language, names in projects.items():
            shares = Counter(part[name] for name in names)
            if language != "Nim":
                assert set(shares) == PARTS, (language, shares)
                assert shares[TRAINING] > len(names) / 2


def test_few_projects_are_all_for_learning():
    examples = [Example(f"{number}", "Nim", f"project-{number}") for number in range(4)]
    assert set(split_projects(examples).values()) == {TRAINING}


def test_a_project_that_is_most_of_a_language_is_learned_from():
    examples = [Example(f"big/{number}", "Nim", "big") for number in range(50)]
    examples += [Example(f"small/{number}", "Nim", f"small-{number}") for number in range(6)]
    for seed in range(30):
        assert split_projects(examples, seed)["big"] == TRAINING


def test_files_of_a_collection_are_projects_of_their_own(tmp_path):
    for language in ("C", "Ruby"):
        for project in ("git+many", "one"):
            (tmp_path / language / project).mkdir(parents=True)
            for number in range(12):
                (tmp_path / language / project / f"{number}.{language}").write_text("")
    examples = read_corpus(str(tmp_path))
    part = split_projects(examples)
    of_collection = [part[example.project] for example in examples if example.project.startswith("git+")]
    assert set(of_collection) == PARTS
    assert len({part[example.project] for example in examples if example.project == "one"}) == 1
