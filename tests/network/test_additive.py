"""An additive model is a table that can be read: straight lines between points, and a sum."""

from __future__ import annotations

from math import exp

import pytest

from langdetect_hook.network.additive import HEADER, Additive, Term, logistic, read_additive, written

MARGIN = Term("margin", [0.0, 2.0, 4.0], [0.0, 1.0, 5.0], "How far it is ahead.")
NEAR = Term("near", [0.0, 1.0], [0.0, -3.0], "How near it is.")
MODEL = Additive(-2.0, [MARGIN, NEAR])
TABLE = written(MODEL, "What all is added to.")


@pytest.mark.parametrize("value, gain", [(-9, 0), (0, 0), (1, 0.5), (2, 1), (3, 3), (4, 5), (4.001, 5), (99, 5)])
def test_a_gain_lies_on_straight_lines_and_ends_with_them(value, gain):
    assert MARGIN.gain(value) == pytest.approx(gain)


def test_the_gains_add_up_to_the_probability():
    values = {"margin": 3, "near": 0.5}
    assert MODEL.gains(values) == {"margin": 3.0, "near": -1.5}
    assert MODEL.probability(values) == pytest.approx(1 / (1 + exp(0.5)))


def test_a_quantity_that_is_missing_is_an_error():
    with pytest.raises(KeyError):
        MODEL.probability({"margin": 3})


def test_the_largest_odds_are_no_error():
    assert logistic(1e9) == 1.0 and logistic(-1e9) == 0.0


def test_a_table_reads_as_it_was_written():
    again = read_additive(TABLE)
    assert again.constant == -2.0 and list(again.terms) == ["margin", "near"]
    assert again.terms["near"].purpose == "How near it is."
    for values in ({"margin": 1, "near": 0}, {"margin": 3.3, "near": 0.7}):
        assert again.probability(values) == pytest.approx(MODEL.probability(values), abs=1e-4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name\tvalue",
        HEADER,
        f"{HEADER}\nmargin\t0=0\tno constant",
        f"{HEADER}\nconstant\t0=0,1=1\tno constant",
        f"{HEADER}\nconstant\t0=1",
        f"{HEADER}\nconstant\t\tx",
        f"{HEADER}\nconstant\t0=nan\tx",
        TABLE + "margin\t0=0,1=1\ttwice\n",
        TABLE + "other\t1=0,0=1\tfalling\n",
        TABLE + "other\t0=0,0=1\tthe same point twice\n",
        TABLE + "other\t0=0,inf=1\tendless\n",
        TABLE + "other\t0=0;1=1\tno points\n",
    ],
)
def test_what_is_no_such_table_is_refused(text):
    with pytest.raises(ValueError):
        read_additive(text)
