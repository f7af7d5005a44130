"""Noise: texts that are no language, alike for the same seed, and never empty."""

from __future__ import annotations

import random

import pytest

from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.training.noise import KINDS, noise


def test_the_seed_decides():
    assert noise(44, 3) == noise(44, 3)
    assert noise(44, 3) != noise(44, 4)
    assert noise(44, 3)[:11] == noise(11, 3)
    assert len(set(noise(440, 0))) == 440


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.strip("_"))
def test_every_kind_is_text_of_some_length(kind):
    for seed in range(50):
        content = content_from_bytes(kind(random.Random(seed)).encode())
        assert content.problem is None
        assert content.text is not None and len(content.text.strip()) >= 20


def test_all_kinds_come_in_turn():
    assert [kind.__name__ for kind in KINDS] == sorted(kind.__name__ for kind in KINDS)
    made = noise(2 * len(KINDS), 0)
    pem = [number for number, text in enumerate(made) if text.startswith(b"-----BEGIN")]
    names = [kind.__name__ for kind in KINDS]
    assert pem == [names.index("_pem"), names.index("_pem") + len(KINDS)]
