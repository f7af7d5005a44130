"""langdetect-hook: a commit-time check that a file's content is what its name says."""

__version__ = "0.1.0"
