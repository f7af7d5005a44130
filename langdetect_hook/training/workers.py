"""Several workers that train one network: TensorFlow's MultiWorkerMirroredStrategy, as TF_CONFIG describes them.

Every worker reads the same corpus and draws the same samples; each computes the gradients of its part of a batch.
"""

from __future__ import annotations

import json
import os
import socket
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import tensorflow as tf

from langdetect_hook.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

_EXAMPLE = '{"cluster": {"worker": ["HOST:PORT", "HOST:PORT"]}, "task": {"type": "worker", "index": 0}}'
# What TensorFlow raises where another worker is gone, or too late.
_APART = (
    tf.errors.AbortedError,
    tf.errors.CancelledError,
    tf.errors.DeadlineExceededError,
    tf.errors.FailedPreconditionError,
    tf.errors.InternalError,
    tf.errors.UnavailableError,
)
_CONNECT_SECONDS = 5.0
_ATTEMPTS = 5


class Place(NamedTuple):
    """A worker's number and the addresses of all; the first one, number 0, is the chief."""

    number: int
    addresses: tuple[str, ...]


def place(config: str) -> Place:
    """What TF_CONFIG says. Failure: it is malformed."""
    if not config.strip():
        return ALONE
    try:
        said = json.loads(config)
        cluster, task = said["cluster"], said["task"]
        chiefs, workers = (_addresses(cluster.get(name, [])) for name in ("chief", "worker"))
        number = int(task["index"]) + {"chief": 0, "worker": len(chiefs)}[task["type"]]
        if not 0 <= int(task["index"]) < len(chiefs if task["type"] == "chief" else workers):
            raise ValueError(task["index"])
    except (AttributeError, KeyError, TypeError, ValueError):
        raise Failure(f"TF_CONFIG makes no sense: something like {_EXAMPLE} is expected") from None
    return Place(number, chiefs + workers)


ALONE = Place(0, ("",))


class Workers:
    """This worker among all; by itself, where TF_CONFIG names no other."""

    def __init__(self, place: Place = ALONE, wait: int = 3600) -> None:
        """Meet the others, before TensorFlow does anything else. Failure: some have not come after `wait` seconds."""
        self._addresses = place.addresses
        self.number, self.count = place.number, len(place.addresses)
        self.is_chief = self.number == 0
        try:
            self.strategy = _strategy(wait) if self.count > 1 else tf.distribute.get_strategy()
        except (*_APART, RuntimeError) as error:
            raise self._apart(error) from None

    def agree(self, facts: Mapping[str, Any]) -> None:
        """Compare what the training is made from. Failure: a worker has something else than the chief."""
        if self.count == 1:
            return
        with self.together():
            told = [json.loads(words) for words in self._told(json.dumps(_flat(facts)))]
        differing = [_differing(of_worker, told[0]) for of_worker in told]
        words = [f"{self._name(n)} has {what}" for n, what in enumerate(differing) if what]
        if words:
            raise Failure(f"the workers disagree, no assets written: {'; '.join(words)}")

    @contextmanager
    def together(self) -> Iterator[None]:
        """Failure, if another worker ends or is late, in place of what TensorFlow says."""
        try:
            yield
        except _APART as error:
            if self.count == 1:
                raise
            raise self._apart(error) from None

    def _apart(self, error: Exception) -> Failure:
        others = [number for number in range(self.count) if number != self.number]
        gone = self._gone(others)
        who = " and ".join(map(self._name, gone)) if gone else "another worker, though all still answer,"
        why = str(error).strip().splitlines()[-1 if isinstance(error, RuntimeError) else 0]
        return Failure(f"{who} ended or did not come in time, no assets written ({why})")

    def _gone(self, others: list[int]) -> list[int]:
        """The workers that do not answer; one that has just died may answer for a moment more."""
        for _ in range(_ATTEMPTS):
            gone = [number for number in others if not _answers(self._addresses[number])]
            if gone:
                return gone
            time.sleep(1)
        return []

    def _name(self, number: int) -> str:
        return f"worker {number} ({self._addresses[number]})"

    def _told(self, words: str) -> list[str]:
        """What each worker says."""
        mine = np.frombuffer(words.encode(), np.uint8).astype(np.int32)
        lengths = self._gathered(np.array([len(mine)], np.int32))
        told = np.split(self._gathered(mine), np.cumsum(lengths)[:-1])
        return [part.astype(np.uint8).tobytes().decode() for part in told]

    def _gathered(self, numbers: NDArray[np.int32]) -> NDArray[np.int32]:
        @tf.function  # type: ignore[untyped-decorator]
        def gather(value: tf.Tensor) -> tf.Tensor:
            return self.strategy.run(_all_gather, args=(value,))

        return np.asarray(gather(tf.constant(numbers)).numpy())


def from_environment(wait: int) -> Workers:
    """The workers that the variable TF_CONFIG describes."""
    return Workers(place(os.environ.get("TF_CONFIG", "")), wait)


def _all_gather(value: tf.Tensor) -> tf.Tensor:
    # The copy has a device: without one TensorFlow does not know where the answer should be.
    return tf.distribute.get_replica_context().all_gather(tf.identity(value), axis=0)


def _strategy(wait: int) -> tf.distribute.Strategy:
    from tensorflow.python.distribute.collective_all_reduce_strategy import CollectiveAllReduceExtended
    from tensorflow.python.eager import context

    # TensorFlow's coordination service waits without end, deaf to Ctrl-C, for a worker that is never started. Without
    # it the strategy waits for a time that is bounded, and asks every 30 seconds whether all are still there.
    context.context().configure_coordination_service(service_type="")
    CollectiveAllReduceExtended._check_health_initial_timeout = wait
    tf.config.set_visible_devices(tf.config.list_physical_devices("GPU")[:1], "GPU")  # a worker is one replica
    options = tf.distribute.experimental.CommunicationOptions(timeout_seconds=float(wait))
    return tf.distribute.MultiWorkerMirroredStrategy(communication_options=options)


def _addresses(given: Any) -> tuple[str, ...]:
    for address in given:
        host, _, port = address.rpartition(":")
        if not host or not 0 < int(port) < 1 << 16:
            raise ValueError(address)
    return tuple(given)


def _answers(address: str) -> bool:
    host, _, port = address.rpartition(":")
    try:
        with socket.create_connection((host.strip("[]"), int(port)), _CONNECT_SECONDS):
            return True
    except OSError:
        return False


def _flat(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts without tables of facts: the rows of one are named after it."""
    flat: dict[str, Any] = {}
    for name, value in facts.items():
        flat |= {f"{name}.{row}": of_row for row, of_row in value.items()} if isinstance(value, dict) else {name: value}
    return flat


def _differing(facts: dict[str, Any], expected: dict[str, Any]) -> str:
    """What of the facts is not as expected, in words."""
    names = [name for name in expected if facts.get(name) != expected[name]]
    return ", ".join(f"{name} {_short(facts.get(name))}, not {_short(expected[name])}" for name in names)


def _short(value: Any) -> str:
    words = json.dumps(value)
    return words if len(words) <= 40 else f"{words[:16]}..."
