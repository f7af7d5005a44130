"""The road of a file, on every path that leads along it: one file or many, numpy or not, any order."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable
from functools import partial

import pytest

from langdetect_hook import suspicion, verdict
from langdetect_hook.check import check_content, check_source, git_attributes
from langdetect_hook.commands import check_files
from langdetect_hook.failure import Failure
from langdetect_hook.files.content import Content, Unreadable, content_from_bytes, read_file
from langdetect_hook.files.sources import Skipped, Source
from langdetect_hook.network import assets
from langdetect_hook.report.rules import DEFAULT_RULES
from langdetect_hook.verdict import Verdict
from tests import accidents
from tests.conftest import CHECKOUT, Repository
from tests.healthy_texts import healthy_texts
from tests.real_files import real_files

FILES = 300
FIELDS = ("path", "verdict", *sorted(set(Verdict.__slots__) - {"path", "verdict"}))


def source_of(path: str, content: str | bytes) -> Source:
    raw = content.encode() if isinstance(content, str) else content
    return Source(path, partial(content_from_bytes, raw))


def small_sources() -> list[Source]:
    """Healthy files and accidents, of all verdicts."""
    named = [*accidents.HEALTHY.items(), *accidents.ACCIDENTS.items()]
    wrong = [(f"planted{number}.json", healthy.text) for number, healthy in enumerate(healthy_texts())]
    return [source_of(path, content) for path, content in [*named, *wrong]]


def all_sources() -> list[Source]:
    """About 400 files: real ones under their names, small ones under right and wrong names."""
    return [*(Source(path, partial(read_file, path)) for path in real_files(FILES)), *small_sources()]


def rows(verdicts: Iterable[Verdict]) -> list[tuple[object, ...]]:
    return [tuple(getattr(one, field) for field in FIELDS) for one in verdicts]


def raises(error: Exception) -> Content:
    raise error


def test_no_file_no_verdict() -> None:
    assert list(check_files([], DEFAULT_RULES)) == []


def test_healthy_files_are_never_reported() -> None:
    found = list(check_files([source_of(*one) for one in accidents.HEALTHY.items()], DEFAULT_RULES))
    assert len(found) == len(accidents.HEALTHY)
    assert {one.verdict for one in found} <= {verdict.OK, verdict.UNSURE, verdict.SKIPPED}


def test_one_verdict_a_file_in_the_order_of_the_files() -> None:
    sources = small_sources()
    assert [one.path for one in check_files(sources, DEFAULT_RULES)] == [source.path for source in sources]


def test_what_cannot_be_read_stops_nothing() -> None:
    sources = [
        Source("gone.py", partial(raises, FileNotFoundError(2, "No such file or directory"))),
        Source("pipe.py", partial(raises, Unreadable("is a named pipe, not a file"))),
        Source("link.py", partial(raises, Skipped("it is a symbolic link"))),
        source_of("a.py", accidents.PYTHON),
    ]
    found = list(check_files(sources, DEFAULT_RULES))
    assert [one.verdict for one in found] == [verdict.ERROR, verdict.ERROR, verdict.SKIPPED, verdict.OK]
    assert [one.reason for one in found[:3]] == [
        "no such file", "is a named pipe, not a file", "it is a symbolic link"
    ]  # fmt: skip


def test_rules_that_are_not_selected_are_silent() -> None:
    model = assets.load()
    content = content_from_bytes(accidents.CPLUSPLUS.encode())
    assert [one.rule for one in check_content("a.py", content, DEFAULT_RULES, model)] == ["LD001"]
    [silent] = check_content("a.py", content, DEFAULT_RULES - {"LD001"}, model)
    assert (silent.verdict, silent.rule, silent.probability) == (verdict.OK, None, None)
    image = content_from_bytes(accidents.PNG)
    assert [one.rule for one in check_content("a.py", image, frozenset({"LD008"}), model)] == ["LD008"]
    assert [one.verdict for one in check_content("a.py", image, frozenset({"LD001"}), model)] == [verdict.SKIPPED]


def test_an_exact_finding_is_not_said_again_by_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suspicion, "looked_at", partial(raises, AssertionError("the network was asked")))
    page = content_from_bytes(accidents.HTML.encode())
    assert [one.rule for one in check_content("a.json", page, DEFAULT_RULES, assets.load())] == ["LD003"]


def test_broken_assets_are_a_failure(tmp_path) -> None:
    with pytest.raises(Failure, match="cannot be read"):
        list(check_files([source_of("a.py", "x")], DEFAULT_RULES, assets.load(str(tmp_path))))


def test_git_attributes_outside_a_repository_are_none(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert not git_attributes("a.py").get("linguist-language")


def test_git_attributes_overrule(repository: Repository) -> None:
    repository.write("planted.py", accidents.CPLUSPLUS)
    source = Source("planted.py", partial(read_file, "planted.py"))
    model = assets.load()
    assert [one.verdict for one in check_source(source, DEFAULT_RULES, model)] == [verdict.MISMATCH]
    repository.write(".gitattributes", "planted.py linguist-language=C++\n")
    from langdetect_hook.files import git

    git.end_shared_processes()
    assert [one.verdict for one in check_source(source, DEFAULT_RULES, model)] == [verdict.OK]


def test_every_path_gives_the_same_verdicts(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy", reason="numpy's verdicts are what is compared")
    monkeypatch.chdir(CHECKOUT)
    plain, batch = assets.load(), assets.load()
    monkeypatch.setattr(assets, "MANY_FILES", 10**9)
    expected = rows(check_files(all_sources(), DEFAULT_RULES, plain))
    assert plain.logits == plain.network.logits, "the plain path stayed plain"
    assert len(expected) > FILES and sum(row[1] == verdict.MISMATCH for row in expected) > 50
    assert {row[1] for row in expected} == {verdict.OK, verdict.MISMATCH, verdict.UNSURE, verdict.SKIPPED}

    batch.prepare_for_many()
    assert batch.logits != batch.network.logits
    assert rows(check_files(all_sources(), DEFAULT_RULES, batch)) == expected

    switching = assets.load()  # from one to the other in the middle
    monkeypatch.setattr(assets, "MANY_FILES", 100)
    assert rows(check_files(all_sources(), DEFAULT_RULES, switching)) == expected


def test_many_files_without_numpy_have_the_same_verdicts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "MANY_FILES", 10**9)
    expected = rows(check_files(small_sources(), DEFAULT_RULES))
    monkeypatch.setattr(assets, "MANY_FILES", 20)
    for name in ("numpy", "langdetect_hook.network.batch"):
        monkeypatch.setitem(sys.modules, name, None)  # type: ignore[arg-type]
    without = assets.load()
    assert rows(check_files(small_sources(), DEFAULT_RULES, without)) == expected
    assert without.logits == without.network.logits


def test_the_order_of_the_files_changes_no_verdict() -> None:
    model = assets.load()
    model.prepare_for_many()
    sources = all_sources()
    verdicts = rows(check_files(sources, DEFAULT_RULES, model))
    expected = {source.path: row for source, row in zip(sources, verdicts, strict=True)}
    random.Random(2).shuffle(sources)
    found = rows(check_files(sources, DEFAULT_RULES, model))
    assert found == [expected[source.path] for source in sources]


def test_the_logits_are_the_same_integers() -> None:
    pytest.importorskip("numpy", reason="numpy's logits are what is compared")
    from langdetect_hook.network import predict

    plain, batch = assets.load(), assets.load()
    batch.prepare_for_many()
    for source in all_sources()[::5]:
        text = source.read().text or ""
        assert predict(plain, text).logits == predict(batch, text).logits, source.path
        assert plain.vocabulary.counts(text) == batch.vocabulary.counts(text), source.path
