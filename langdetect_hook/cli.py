"""The door: starts a command, and turns whatever goes wrong into one sentence and an exit status.

pre-commit starts the hook anew for each commit, as `langdetect-hook check --jobs=all -- FILE…`: that call takes a path
of its own that imports neither argparse nor anything else it does not use. Every other call is parsed in
commands/options.py. The process starts at `start`, and ends there.
"""

from __future__ import annotations

import sys

from langdetect_hook.failure import CLEAN, FAILED, INTERRUPTED, PIPE_CLOSED, Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn, TextIO

# So many objects are made before the garbage collector looks at them for the first time: a check of a few files makes
# fewer, and each look costs it a part of a millisecond.
_OBJECTS_BEFORE_COLLECTION = 100_000
# Commands with options of their own, in modules that need more than the hook: each has `main(argv) -> int`.
COMMANDS_ELSEWHERE = {
    "corpus": "langdetect_hook.training.corpus_builder",
    "evaluate": "langdetect_hook.training.evaluate",
    "lsp": "langdetect_hook.lsp.command",
    "train": "langdetect_hook.training.train",
}

# How .pre-commit-hooks.yaml calls us: all files come to one process, whatever their names begin with.
AS_HOOK = ["check", "--jobs=all", "--"]

# The interrupts, and other signals that end us, that came while a library may have been running.
_interrupts: list[int] = []


def start() -> NoReturn:
    """The console command: `main` as a process of its own, which ends with its exit status."""
    import gc

    if hasattr(gc, "set_threshold"):  # PyPy has none
        gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    status = main()
    if _nobody_waits_for_the_end():
        import os

        # All is written; to take every object down first would cost a tenth of the whole run.
        os._exit(status)
    sys.exit(status)


def _nobody_waits_for_the_end() -> bool:
    """Whether the interpreter has nothing to do at its end: no thread, no function to call, no profiler, no output."""
    import atexit

    registered = getattr(atexit, "_ncallbacks", None)
    if registered is None or registered() or "threading" in sys.modules or sys.getprofile() or sys.gettrace():
        return False
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return False
    return True


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status of one command, run here; whatever goes wrong is one sentence on standard error."""
    _interrupts.clear()
    status = _status_of(list(sys.argv[1:] if argv is None else argv))
    try:
        sys.stderr.flush()
    except OSError:  # nobody can take it; the interpreter would make a status of its own of that
        _forget(sys.stderr)
    return status


def _status_of(arguments: list[str]) -> int:
    try:
        _prepare_streams()
        status = _run_or_end(arguments)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget(sys.stdout)
        return PIPE_CLOSED
    except Exception as error:
        return 128 + _interrupts[0] if _interrupts else _explain(error)


def _run_or_end(arguments: list[str]) -> int:
    try:
        return _run(arguments)
    except SystemExit as end:  # how argparse ends a run, after --help or for wrong usage, and a signal one that writes
        return end.code if isinstance(end.code, int) else FAILED


def _run(arguments: list[str]) -> int:
    as_hook = arguments[:3] == AS_HOOK
    paths = arguments[3:] if as_hook else arguments[1:]
    if paths and (as_hook or (arguments[0] == "check" and not any(a.startswith("-") for a in paths))):
        return _check_paths(paths, one_job=not as_hook)
    if arguments and arguments[0] in COMMANDS_ELSEWHERE:
        return _run_elsewhere(*arguments)
    from langdetect_hook.commands.options import run

    return run(arguments)


def _check_paths(paths: list[str], one_job: bool) -> int:
    from langdetect_hook import commands
    from langdetect_hook.configuration import find
    from langdetect_hook.files.sources import from_paths

    if commands.is_skipped():
        return CLEAN
    jobs = 1
    if not one_job and len(paths) >= commands.LEAST_FOR_PROCESSES:
        from langdetect_hook.commands.jobs import cores

        jobs = cores()
    found = find()
    if not found:
        return commands.check(from_paths(paths), jobs=jobs)
    from langdetect_hook.commands.checking import Wanted, check
    from langdetect_hook.configuration.settings import effective

    return check(from_paths(paths), effective(found=found), Wanted(), jobs)


def _run_elsewhere(command: str, *arguments: str) -> int:
    from importlib import import_module

    _note_interrupts(also_others=command != "lsp")
    try:
        status: int = import_module(COMMANDS_ELSEWHERE[command]).main(list(arguments))
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("langdetect_hook"):
            raise
        _complain(f"`{command}` needs {error.name}: pip install 'langdetect-hook[train]'")
        return FAILED
    return status


def _note_interrupts(also_others: bool) -> None:
    """Remember Ctrl-C: the C code of TensorFlow and numpy can turn a KeyboardInterrupt into another error. And, with
    `also_others`, whatever else ends us in order, so that what was begun is removed."""
    import signal

    from langdetect_hook.files.unfinished import ENDS, end_in_order

    def interrupt(number: int, frame: object) -> None:
        _interrupts.append(number)
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        end_in_order(number, frame)

    expected = {signal.SIGINT: signal.default_int_handler}
    if also_others:
        expected.update(dict.fromkeys(ENDS, signal.SIG_DFL))
    try:
        for number, handler in expected.items():
            if signal.getsignal(number) is handler:
                signal.signal(number, interrupt)
    except ValueError:  # not in the main thread, which alone is interrupted
        pass


def _prepare_streams() -> None:
    """Let no character stop the output: what a console cannot show is written as an escape.

    What is closed gets the place of nothing, in this order: the next file that is opened would be taken for it.
    """
    if sys.stdin is None:
        _occupy_standard_input()
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            import os

            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115 - it stays open
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _occupy_standard_input() -> None:
    import os

    try:
        os.fstat(0)
    except OSError:
        os.open(os.devnull, os.O_WRONLY)  # nothing can be read of it


def _forget(stream: TextIO) -> None:
    """Discard what is still buffered, so that the interpreter meets no closed pipe and no full disk at its end."""
    import os

    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        pass


def _explain(error: Exception) -> int:
    import os

    if os.environ.get("LANGDETECT_HOOK_TRACEBACK"):
        raise error
    try:
        sys.stdout.flush()  # what was found so far is still worth knowing
    except OSError:
        _forget(sys.stdout)
    if isinstance(error, Failure):
        _complain(str(error))
    elif isinstance(error, OSError):
        _complain(f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error))
    else:
        kind = type(error).__name__
        _complain(f"this should not happen: {kind}: {error} (LANGDETECT_HOOK_TRACEBACK=1 shows where)")
    return FAILED


def _complain(words: str) -> None:
    from langdetect_hook.report import complain, escaped

    complain(f"langdetect-hook: {escaped(words)}\n")
