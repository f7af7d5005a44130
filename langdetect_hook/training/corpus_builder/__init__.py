"""The `corpus` command: the training corpus rebuilt from named packages of the public registries.

The road of a package: manifest -> fetch -> unpack -> label -> filters (harvest), then choose -> corpus folder
(gather).
"""

from .command import main, main_corpus

__all__ = ["main", "main_corpus"]
