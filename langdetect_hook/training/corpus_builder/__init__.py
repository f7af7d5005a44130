"""The `corpus` command: the training corpus rebuilt from named packages of the public registries, and repositories.

The road of a package: manifest -> fetch -> unpack -> label -> filters (harvest), then choose -> corpus folder
(gather). That of a repository: manifest -> repositories -> linguist -> label -> filters, and then the same.
"""

from .command import main, main_corpus

__all__ = ["main", "main_corpus"]
