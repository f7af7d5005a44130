"""The tokens that speak for one language against another: what leaving each out changes."""

from __future__ import annotations

import pytest

from langdetect_hook.network import assets
from langdetect_hook.network.contributions import contributions
from tests.small_model import write_small_model

RUBY = "def each(node)\n  return unless node.nil?\n  @size.each do |item|\n    puts item.row\n  end\nend\n"


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return assets.load(str(write_small_model(tmp_path_factory.mktemp("model"))))


def test_a_text_without_words_has_nothing_that_speaks_for_a_language(model):
    assert contributions(model, "", "Ruby", "Python") == [("¶", pytest.approx(0))]


def test_what_stands_in_one_language_only_speaks_for_it(model):
    told = contributions(model, RUBY, "Ruby", "Python")
    assert told[0][1] > 0
    assert {"end", "do", "unless", "puts"} & {token for token, _ in told[:8]}
    assert [gain for _, gain in told] == sorted((gain for _, gain in told), reverse=True)


def test_the_same_tokens_speak_as_much_against_the_other(model):
    forth, back = contributions(model, RUBY, "Ruby", "C"), contributions(model, RUBY, "C", "Ruby")
    assert dict(forth) == pytest.approx({token: -gain for token, gain in back})


def test_a_contribution_is_what_the_network_itself_says_without_the_token(model):
    counts = model.vocabulary.counts(RUBY)
    ruby, python = (model.network.labels.index(name) for name in ("Ruby", "Python"))

    def gap(rows):
        logits = model.network.logits(rows)
        return (logits[ruby] - logits[python]) * model.network.output_scale

    told = dict(contributions(model, RUBY, "Ruby", "Python"))
    for row in counts:
        without = {other: count for other, count in counts.items() if other != row}
        assert told[model.vocabulary.describe(row)] == pytest.approx(gap(counts) - gap(without), abs=0.05)
