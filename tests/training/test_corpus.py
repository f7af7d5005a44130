"""Corpus folders: what is a project, what a digest depends on, and labels that were corrected by hand."""

from __future__ import annotations

import os
import shutil
import subprocess
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from langdetect_hook.failure import Failure
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.training.corpus import (
    Example,
    content_of,
    digest,
    folder_name,
    independent,
    is_collection,
    read_corpus,
)
from langdetect_hook.training.corrections import CORRECTIONS, corrected


def write(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"this is {name}")
    return folder


def rows(folder: Path) -> list[tuple[str, str, str]]:
    return [
        (Path(example.path).relative_to(folder).as_posix(), example.language, example.project)
        for example in read_corpus(str(folder))
    ]


def test_projects_are_folders_and_single_files(tmp_path):
    write(tmp_path, "Common_Lisp/one/deep/er/b.lisp", "Common_Lisp/one/a.lisp", "Ruby/z.rb", "Ruby/a.rb", "README")
    assert rows(tmp_path) == [
        ("Common_Lisp/one/a.lisp", "Common Lisp", "one"),
        ("Common_Lisp/one/deep/er/b.lisp", "Common Lisp", "one"),
        ("Ruby/a.rb", "Ruby", "Ruby/a.rb"),
        ("Ruby/z.rb", "Ruby", "Ruby/z.rb"),
    ]


def test_a_collection_is_as_many_projects_as_files(tmp_path):
    write(tmp_path, "Ruby/git+many/a.rb", "Ruby/git+many/b.rb", "C/gitty/a.c", "C/gitty/b.c")
    assert [project for _, _, project in rows(tmp_path)] == ["gitty", "gitty", "git+many/a.rb", "git+many/b.rb"]


def test_all_repositories_of_an_owner_are_one_project(tmp_path):
    write(tmp_path, "Ruby/git+owner+one/a.rb", "Ruby/git+Owner+two/b.rb", "C/git+owner+one/a.c", "C/git+owners+one/b.c")
    assert sorted({project for _, _, project in rows(tmp_path)}) == ["git+owner", "git+owners"]


@pytest.mark.parametrize(
    ("folder", "project", "collection"),
    [
        ("git+many", "git+many", True),
        ("git+owner+name", "git+owner", False),
        ("debian+libstdc++", "debian+libstdc++", False),
        ("npm+git+x", "npm+git+x", False),
        ("github", "github", False),
        ("Ruby", "Ruby", False),
    ],
)
def test_what_a_folder_of_a_corpus_stands_for(folder, project, collection):
    assert (independent(folder), is_collection(folder)) == (project, collection)


def test_hidden_folders_and_links_are_no_languages(tmp_path):
    write(tmp_path, ".cache/project/a", "C/project/a.c", "Ruby/project/a.rb")
    (tmp_path / "Ruby" / "link.rb").symlink_to(tmp_path / "C" / "project" / "a.c")
    assert [language for _, language, _ in rows(tmp_path)] == ["C", "Ruby"]


def test_languages_that_are_not_in_the_table_may_be_named(tmp_path):
    write(tmp_path, "My_Own/a", "C/b")
    assert [example.language for example in read_corpus(str(tmp_path))] == ["C", "My_Own"]
    assert [example.language for example in read_corpus(str(tmp_path), ["My Own"])] == ["C", "My Own"]


def test_folder_names_of_the_table_are_distinct():
    assert len({folder_name(name).lower() for name in LANGUAGE_OF}) == len(LANGUAGE_OF)


@pytest.mark.parametrize("names", [(), ("a.py",), ("Python/a.py",), ("Python/a/a.py", "Python/b/a.py")])
def test_a_corpus_has_two_languages_at_least(tmp_path, names):
    with pytest.raises(Failure, match="<language>/<project>/<file> is expected"):
        read_corpus(str(write(tmp_path, *names)))


def digest_of(folder: Path) -> str:
    examples = read_corpus(str(folder))
    return digest(examples, [Path(example.path).read_bytes() for example in examples])


def test_a_digest_depends_on_contents_and_projects_but_not_on_the_place(tmp_path):
    folder = write(tmp_path / "one", "C/a.c", "C/project/b.c", "Ruby/a.rb")
    first = digest_of(folder)
    assert digest_of(shutil.copytree(folder, tmp_path / "far" / "away")) == first
    (folder / "C" / "project").rename(folder / "C" / "another")
    second = digest_of(folder)
    (folder / "Ruby" / "a.rb").write_text("another")
    assert len({first, second, digest_of(folder)}) == 3


def test_corrections_are_sorted_valid_and_have_reasons():
    patterns = [pattern for pattern, _, _ in CORRECTIONS]
    assert patterns == sorted(set(patterns))
    folders = {folder_name(name): name for name in LANGUAGE_OF}
    for pattern, truth, reason in CORRECTIONS:
        language, project, name = pattern.split("/")
        assert language in LANGUAGE_OF or language in folders, pattern
        assert project.startswith(("apt+", "debian+", "git+", "npm+", "pypi+")), pattern
        assert "*" not in project and name, pattern
        assert truth is None or truth in LANGUAGE_OF, pattern
        assert truth != language, pattern
        assert reason.strip(), pattern


def test_no_correction_stands_within_another():
    """Else the order of the table would decide."""
    for pattern, _, _ in CORRECTIONS:
        example = pattern.replace("*", "x")
        assert [other for other, _, _ in CORRECTIONS if fnmatchcase(example, other)] == [pattern]


def test_corrections_are_made(tmp_path):
    assert corrected("YAML", "debian+scala", "a_toc.yml") == "HTML"
    assert corrected("YAML", "debian+scala", "toc.yaml") == "YAML"
    assert corrected("YARA", "debian+clamav", "COPYING.YARA") is None
    assert corrected("C", "debian+libmawk", "x_CHANGES.mawk") == "C"
    assert corrected("C", "git+owner+name", "a.c") == "C"
    write(tmp_path, "YAML/debian+scala/a_toc.yml", "YAML/debian+scala/b.yml", "YARA/debian+clamav/x_COPYING.YARA")
    assert [row[:2] for row in rows(tmp_path)] == [
        ("YAML/debian+scala/a_toc.yml", "HTML"),
        ("YAML/debian+scala/b.yml", "YAML"),
    ]


@pytest.mark.parametrize("kind", ["pipe", "device", "large", "missing"])
def test_a_file_that_nobody_wrote_is_refused_in_one_sentence(tmp_path, kind):
    """A hostile corpus neither lets us wait nor takes the memory."""
    path = tmp_path / "a.py"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "large":
        path.touch()
        os.truncate(path, 1 << 40)
    with pytest.raises(Failure, match=r"a\.py in the corpus (is|no such)"):
        content_of(Example(str(path), "Python", "a"))


def test_a_language_that_is_a_link_is_refused_in_one_sentence(tmp_path):
    write(tmp_path / "corpus", "C/a/a.c", "Python/b/b.py")
    (tmp_path / "corpus" / "Ruby").symlink_to("/")
    with pytest.raises(Failure, match="Ruby in the corpus is a link"):
        read_corpus(str(tmp_path / "corpus"))


@pytest.mark.skipif(os.mkdir not in os.supports_dir_fd, reason="makes folders deeper than their path can be named")
def test_links_inside_a_project_lead_to_no_other_folder_and_depth_stops_nothing(tmp_path):
    write(tmp_path, "corpus/C/a/z.c", "corpus/C/a/b/c.c", "corpus/C/a/b-/d.c", "corpus/Python/b/b.py", "elsewhere/e.c")
    (tmp_path / "corpus/C/a/loop").symlink_to(tmp_path / "corpus")
    (tmp_path / "corpus/C/linked").symlink_to(tmp_path / "elsewhere")
    deep = os.open(tmp_path / "corpus/C/a", os.O_RDONLY)
    for _ in range(3000):  # deeper than any path that can be named, and than Python's stack
        os.mkdir("d", dir_fd=deep)
        deeper = os.open("d", os.O_RDONLY, dir_fd=deep)
        os.close(deep)
        deep = deeper
    os.close(deep)
    try:
        found = [path for path, language, _ in rows(tmp_path / "corpus") if language == "C"]
        assert found == ["C/a/z.c", "C/a/b/c.c", "C/a/b-/d.c"]
    finally:
        subprocess.run(["rm", "-rf", str(tmp_path / "corpus/C/a/d")], check=True)
