"""The manifest: what is refused, and that the shipped one is in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from langdetect_hook.failure import Failure
from langdetect_hook.languages import LANGUAGES
from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.training.corpus_builder.manifest import Source, load_manifest

SHIPPED = Path(__file__).parents[2] / "model_assets" / "corpus.toml"
LABELS = SHIPPED.with_name("labels.tsv")
MORE = SHIPPED.with_name("corpus_more.toml")
REPOSITORIES = SHIPPED.with_name("corpus_git.toml")
REPOSITORY = f'[[source]]\nregistry = "git"\nname = "owner/name"\nversion = "{"0" * 40}"\n'
COLLECTION = '[[collection]]\nproject = "git+many"\nfiles = 1\norigin = "somebody"\n'
SOURCE = '[[source]]\nregistry = "npm"\nname = "x"\nversion = "1.0"\n'


def write(folder: Path, text: str) -> Path:
    path = folder / "corpus.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text, reason",
    [
        ("", "no [[source]]"),
        ("[[source", "not a TOML file"),
        ("source = 1\n", "expected [[source]] tables"),
        (SOURCE + 'colour = "red"\n', "unknown key 'colour'"),
        (SOURCE + "only = 1\n", "only: expected"),
        (SOURCE + "maps = 1\n", "maps: expected bool"),
        (SOURCE + 'counts = { "C" = true }\n', "counts: expected"),
        (SOURCE + 'overrides = { "*.m" = 1 }\n', "overrides: expected"),
        (SOURCE + "split = '('\n", "split:"),
        (SOURCE + "split = 'x'\n", "has no group"),
        (SOURCE + 'sha256 = { "a.tgz" = "123" }\n', "64 lower-case"),
        (SOURCE + SOURCE, "npm+x stands twice"),
        (SOURCE.replace("npm", "cpan"), "registry 'cpan'"),
        (SOURCE.replace('"x"', '"--registry=elsewhere"'), "is not a package name"),
        (SOURCE.replace('"x"', '"../x"'), "is not a package name"),
        (SOURCE.replace('"1.0"', '"1.0; true"'), "is not a package name"),
        (SOURCE.replace('version = "1.0"', ""), "the key 'version' is missing"),
        (REPOSITORY + REPOSITORY.replace("owner", "Owner"), "git+owner+name stands twice"),
        (REPOSITORY.replace("version", "# "), "the key 'version' is missing"),
        (REPOSITORY.replace("0" * 40, "0" * 39), "the full name of a commit"),
        (REPOSITORY.replace("0" * 40, "main"), "the full name of a commit"),
        (REPOSITORY.replace("0" * 40, "A" * 40), "the full name of a commit"),
        (REPOSITORY + "maps = true\n", "maps: a repository has no archives"),
        (REPOSITORY + f'sha256 = {{ "a" = "{"0" * 64}" }}\n', "sha256: a repository has no archives"),
        (SOURCE + COLLECTION.replace("git+many", "many"), "expected git+NAME"),
        (SOURCE + COLLECTION.replace("git+many", "git+owner+name"), "expected git+NAME"),
        ('suites = ["../x"]\n' + SOURCE, "suites"),
        ("weather = 1\n" + SOURCE, "unknown key 'weather'"),
    ],
)
def test_a_wrong_manifest_is_refused_in_one_sentence(tmp_path: Path, text: str, reason: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(Failure) as failure:
        load_manifest(path)
    assert reason in str(failure.value)
    assert str(path) in str(failure.value)
    assert "\n" not in str(failure.value).split("not a TOML file")[0]


NO_REPOSITORIES = (
    *("name", "owner/", "/name", "owner/name/more", "owner//name", "../name", "owner/..", "owner/.", "owner/a..b"),
    *("-owner/name", "owner/-name", "--upload-pack=x/y", "owner/name.git", "ow ner/name", "owner/na+me", "owner/näme"),
    *("https://host/owner/name", "owner/name\\n", "owner\\\\name", "owner/name@main", "own.er/name"),
)


@pytest.mark.parametrize("name", NO_REPOSITORIES)
def test_what_is_not_the_name_of_a_repository_is_refused(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, REPOSITORY.replace("owner/name", name))
    with pytest.raises(Failure, match="is not the owner/name of a repository"):
        load_manifest(path)


@pytest.mark.parametrize("name", ["owner/name", "0-o/.github", "own_er/na_me.js", "o/__n", "Owner/Name-1.0"])
def test_what_is_the_name_of_a_repository(tmp_path: Path, name: str) -> None:
    (source,) = load_manifest(write(tmp_path, REPOSITORY.replace("owner/name", name))).sources
    assert source.project == "git+" + name.replace("/", "+")


def test_a_missing_manifest_is_named(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"none\.toml: the manifest can't be read"):
        load_manifest(tmp_path / "none.toml")


def test_a_project_is_one_folder_even_for_a_scoped_name() -> None:
    assert Source("npm", "@uniswap/v3-core", "1").project == "npm+@uniswap__v3-core"


def test_the_fingerprint_ignores_what_decides_nothing() -> None:
    plain = Source("npm", "x", "1")
    assert plain.fingerprint() == Source("npm", "x", "1", counts={"C": 3}).fingerprint()
    assert plain.fingerprint() != Source("npm", "x", "1", only=("C",)).fingerprint()
    assert plain.fingerprint() != Source("npm", "x", "2").fingerprint()


def test_the_shipped_manifest_is_in_order() -> None:
    manifest = load_manifest(SHIPPED)
    names = {language.name for language in LANGUAGES}
    known = {line.partition("\t")[0] for line in LABELS.read_text(encoding="utf-8").splitlines()[1:]} & names
    assert len(manifest.sources) <= 400
    assert {collection.project for collection in manifest.collections} == {"git+code-inspector"}
    counted: set[str] = set()
    for source in manifest.sources:
        said = {*source.counts, *source.only, *source.overrides.values(), source.headers} - {""}
        assert said <= names, f"{source.project}: {said - names}"
        counted.update(source.counts)
    for source in load_manifest(REPOSITORIES).sources:
        assert source.counts.keys() <= names | {NONE_OF_THESE}, source.project
        counted.update(source.counts)
    assert counted >= known, f"no source for {known - counted}"
    keys = [(source.registry, source.name) for source in manifest.sources]
    assert keys == sorted(keys)


def test_the_second_manifest_continues_the_first(tmp_path: Path) -> None:
    both = tmp_path / "all.toml"
    both.write_text(SHIPPED.read_text(encoding="utf-8") + MORE.read_text(encoding="utf-8"), encoding="utf-8")
    first, every = load_manifest(SHIPPED), load_manifest(both)
    assert (every.suites, every.collections) == (first.suites, first.collections)
    more = every.sources[len(first.sources) :]
    keys = [(source.registry, source.name) for source in more]
    assert keys == sorted(keys) and len(keys) > 1000
    assert all(source.sha256 for source in more)


def test_the_third_manifest_continues_them(tmp_path: Path) -> None:
    every = tmp_path / "all.toml"
    every.write_text("".join(path.read_text(encoding="utf-8") for path in (SHIPPED, MORE, REPOSITORIES)))
    sources = load_manifest(every).sources
    repositories = [source.name for source in sources if source.registry == "git"]
    assert repositories == sorted(repositories, key=str.lower)
    assert len({name.partition("/")[0].lower() for name in repositories}) > 400, "of so many owners"
    assert {source.name for source in load_manifest(REPOSITORIES).sources} == set(repositories)


@pytest.mark.parametrize("manifest", [SHIPPED, MORE])
def test_the_corpus_has_no_project_of_the_healthy_sets(manifest: Path) -> None:
    pytest.importorskip("tomllib")
    from tests.benchmarks.fetch_healthy import read_manifest

    known = {(source.registry, source.name) for source in load_manifest(manifest).sources}
    assert known.isdisjoint((project.registry, project.name) for project in read_manifest())


@pytest.mark.parametrize("manifest", [SHIPPED, MORE, REPOSITORIES])
def test_the_shipped_manifests_name_no_address(manifest: Path) -> None:
    assert "://" not in manifest.read_text(encoding="utf-8")
