"""The one exception that costs a package, not the run."""


class SourceError(Exception):
    """Why one package can't be had, in one sentence; the others go on."""
