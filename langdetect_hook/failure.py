"""How a run ends: the exit statuses, and the one exception that ends a whole run."""

CLEAN, FOUND, FAILED = 0, 1, 2
INTERRUPTED = 130  # what a shell reports for a command that Ctrl-C ended
PIPE_CLOSED = 141  # the same for one whose reader went away, as in `... | head -1`
TERMINATED = 143  # the same for one that somebody ended, as `kill` does


class Failure(Exception):
    """What stops a run: its text is one sentence for standard error, and the exit status is 2.

    A single file that cannot be read is not a Failure: it is reported and the others are still checked.
    """
