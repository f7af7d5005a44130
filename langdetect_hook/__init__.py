"""langdetect-hook: tells at commit time when a file's content is not what its name says."""

__version__ = "0.1.0"
