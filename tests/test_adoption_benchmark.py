"""The benchmark of beginning in an old repository: its images are whole, and it measures what it says."""

from __future__ import annotations

import json
import random
import sys

import pytest

from tests.benchmarks import adoption, images


@pytest.mark.parametrize("extension", images.FORMATS)
def test_every_image_is_one_that_others_can_read(extension, tmp_path):
    reader = pytest.importorskip("PIL.Image")
    chance = random.Random(extension)
    for _ in range(5):
        (tmp_path / "picture").write_bytes(images.image(extension, chance))
        with reader.open(tmp_path / "picture") as image:
            image.load()
        assert image.format == {".jpg": "JPEG"}.get(extension, extension[1:].upper())


def test_the_same_images_are_planted_each_time(tmp_path):
    first, second = (images.plant(tmp_path / name, 150, 9) for name in ("a", "b"))
    assert first == second and len(set(first)) == 9
    assert (tmp_path / "a" / first[0]).read_bytes() == (tmp_path / "b" / first[0]).read_bytes()
    assert len(list((tmp_path / "a").rglob("picture-*"))) == 150


@pytest.mark.slow
def test_what_it_tells(tmp_path, capsys, monkeypatch):
    ours = tmp_path / "langdetect-hook"
    ours.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m langdetect_hook "$@"\n')
    ours.chmod(0o755)
    (tmp_path / "python").symlink_to(sys.executable)
    options = ["--images=60", "--wrong=6", "--rounds=1", f"--ours={ours}", f"--before={ours}"]
    assert adoption.main([*options, f"--output={tmp_path / 'out.json'}"]) == 0
    assert "6 found, 0 missed, 0 false alarms; after the baseline: nothing is said" in capsys.readouterr().out
    result = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert len(result["compared"]) == 8 and all(row["ratio"] > 0 for row in result["compared"].values())
    plant = images.plant
    monkeypatch.setattr(images, "plant", lambda *arguments: [*plant(*arguments), "static/another.png"])
    assert adoption.main(options) == 1
    monkeypatch.setattr(images, "plant", plant)
    monkeypatch.setattr(adoption, "CONFIGURATION", "nothing = 1\n")
    assert adoption.main(options) == 2
