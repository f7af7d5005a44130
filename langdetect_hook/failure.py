"""The one exception that ends a whole run."""


class Failure(Exception):
    """What stops a run: its text is one sentence for standard error, and the exit status is 2.

    A single file that cannot be read is not a Failure: it is reported and the others are still checked.
    """
