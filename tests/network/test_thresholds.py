"""The thresholds: the same names and values wherever they stand, and nothing else is loaded."""

from __future__ import annotations

import json
import shutil

import pytest

from langdetect_hook.failure import Failure
from langdetect_hook.network import assets
from langdetect_hook.network.thresholds import Thresholds, read_thresholds
from langdetect_hook.training.thresholds import MEASURED, THRESHOLDS, as_dict, main, measured_in, table_text, write_into
from tests.conftest import CHECKOUT
from tests.network.test_assets import vouch_for
from tests.small_model import write_small_model

BUNDLED = CHECKOUT / "model_assets"
ROW_OF = {line.split("\t")[0]: line for line in table_text().splitlines()[1:]}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return write_small_model(tmp_path_factory.mktemp("made"))


def without(name: str) -> str:
    return table_text().replace(ROW_OF[name] + "\n", "")


def with_value(name: str, value: str) -> str:
    _, _, purpose = ROW_OF[name].split("\t")
    return table_text().replace(ROW_OF[name], f"{name}\t{value}\t{purpose}")


def values(thresholds: Thresholds) -> dict[str, object]:
    return {name: getattr(thresholds, name) for name in Thresholds.__slots__}


def test_what_train_writes_is_what_is_loaded():
    assert values(read_thresholds(table_text())) == as_dict()
    assert [row.name for row in THRESHOLDS] == list(Thresholds.__slots__)
    assert len(THRESHOLDS) == len(as_dict())


def test_the_bundled_ones_are_what_train_writes():
    table = (BUNDLED / "thresholds.tsv").read_text(encoding="utf-8")
    measured = measured_in(table)
    assert sorted(measured) == sorted(MEASURED)
    assert table == table_text(measured)
    metadata = json.loads((BUNDLED / "metadata.json").read_text(encoding="utf-8"))
    assert metadata["thresholds"] == json.loads(json.dumps(as_dict(measured)))
    assert values(assets.load().thresholds) == as_dict(measured)


@pytest.mark.parametrize("name", Thresholds.__slots__)
def test_each_is_of_its_kind_and_says_what_it_is_for(name):
    kinds = {"Count": int, "Margin": float, "Share": float, "ShareAtMargin": tuple, "ShareAtTokens": tuple}
    kind = kinds[Thresholds.__annotations__[name]]
    assert type(getattr(read_thresholds(table_text()), name)) is kind
    name_, value, purpose = ROW_OF[name].split("\t")
    assert name_ == name and value
    assert purpose[0].isupper() and purpose.endswith(".") and len(purpose.split()) > 5


def test_other_values_in_another_order_load():
    header, *rows = with_value("least_tokens", "20").splitlines()
    thresholds = read_thresholds("\n".join([header, *reversed(rows)]))
    assert values(thresholds) == {**as_dict(), "least_tokens": 20}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("least_tokens", "1"),
        ("most_windows", "1000"),
        ("least_certainty", "0"),
        ("least_certainty", "1"),
        ("proven_margin", "0"),
        ("least_probability_at", "1=1.0,2=0,3=0.5"),
    ],
)
def test_what_is_just_within_its_range_loads(name, value):
    read_thresholds(with_value(name, value))


@pytest.mark.parametrize(
    "text",
    [
        "",
        table_text().partition("\n")[0],
        table_text().partition("\n")[2],
        table_text() + "\n",
        table_text() + "patience\t3\tIt is no threshold of ours.\n",
        table_text() + ROW_OF["least_tokens"] + "\n",
        without("least_tokens"),
        without("least_tokens") + ROW_OF["short_lines"] + "\n",
        without("least_tokens") + "least_token\t16\tA name that is not quite right.\n",
        without("least_tokens") + "least_tokens\n",
        without("least_tokens") + "least_tokens\t16\n",
        without("least_tokens") + "least_tokens\t16\tWhat it is for.\tMore.\n",
        *(with_value("least_tokens", value) for value in ("", "many", "16.0", "1e3", "nan", "inf", "0", "-1")),
        *(with_value("most_windows", value) for value in ("1001", "9" * 5000)),
        *(with_value("proven_margin", value) for value in ("", "wide", "nan", "inf", "-inf", "-0.1")),
        *(with_value("least_certainty", value) for value in ("", "half", "nan", "inf", "-0.25", "1.01")),
        *(
            with_value("least_probability_at", value)
            for value in (
                "",
                "0.1",
                "8=0.9,",
                "8=1.1",
                "8=-1",
                "8=nan",
                "0=0.9",
                "8.0=0.9",
                "8=0.9,8=0.8",
                "16=0.8,8=0.9",
            )
        ),
    ],
)
def test_anything_else_is_damaged(text, made, tmp_path):
    folder = shutil.copytree(made, tmp_path / "assets")
    (folder / "thresholds.tsv").write_text(text, encoding="utf-8")
    vouch_for(folder)
    with pytest.raises(
        Failure,
        match=r"^the model assets in .* are damaged: install again, or train again$|thresholds.tsv has (no|\d) ",
    ):
        assets.load(str(folder))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (without("short_lines"), "has no short_lines"),
        (table_text() + ROW_OF["short_lines"] + "\n", "has 2 short_lines"),
        (table_text() + "most_words\t3\tWhat it is for.\n", "has 1 most_words"),
    ],
)
def test_other_names_are_told(text, words):
    with pytest.raises(Failure, match=words):
        read_thresholds(text)


def test_they_can_be_written_into_assets_without_training(made, tmp_path):
    folder = shutil.copytree(made, tmp_path / "assets")
    (folder / "metadata.json").write_text('{"seed": 1}')
    (folder / "thresholds.tsv").write_text(without("short_lines"))
    assert main([str(folder)]) == 0
    assert values(assets.load(str(folder)).thresholds) == as_dict()
    assert json.loads((folder / "metadata.json").read_text())["seed"] == 1


def test_what_was_measured_stays(made, tmp_path):
    folder = shutil.copytree(made, tmp_path / "assets")
    (folder / "metadata.json").write_text("{}")
    write_into(str(folder), {"least_probability_at": ((2, 1.0), (8, 0.7))})
    assert main([str(folder)]) == 0
    assert assets.load(str(folder)).thresholds.least_probability_at == ((2, 1.0), (8, 0.7))
    assert json.loads((folder / "metadata.json").read_text())["thresholds"]["least_probability_at"] == [
        [2, 1.0],
        [8, 0.7],
    ]
    assert values(assets.load(str(folder)).thresholds) == as_dict({"least_probability_at": ((2, 1.0), (8, 0.7))})


def test_bytes_that_are_no_text_are_damaged(made, tmp_path):
    folder = shutil.copytree(made, tmp_path / "assets")
    (folder / "thresholds.tsv").write_bytes(b"\xff" + table_text().encode())
    vouch_for(folder)
    with pytest.raises(Failure, match="are damaged"):
        assets.load(str(folder))
