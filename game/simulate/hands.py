"""Many hands: the same work done on many tasks, by the cores of this machine or by a Dask cluster.

What comes back is in the order of the tasks and depends on nothing but them: not on the number of workers, nor on how
the tasks were shared out. A task whose worker dies is done again alone; when that fails too it comes back as a
``Died``, never as nothing.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Generic, TypeVar

from game.slim import dataclass

Task = TypeVar("Task")
Done = TypeVar("Done")
Progress = Callable[[int], None]
"""Told how many tasks are done, now and then."""
AIM = 0.5
"""Seconds of work to hand out at a time: enough to make sending it cheap, little enough to stop soon."""
AHEAD = 2
"""Pieces of work sent out for each worker: one being done, one waiting."""


class NoCluster(Exception):
    """The cluster can't be used; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Who does the work: so many processes of this machine (None: one for each core), or the cluster at an address."""

    workers: int | None = None
    cluster: str = ""
    progress: Progress | None = None


EVERY_CORE = Hands()


@dataclass(frozen=True, slots=True)
class Died(Generic[Task]):
    """A task that could not be done, though it was tried twice, and why, in a sentence."""

    task: Task
    why: str


def cores() -> int:
    """The processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(
    work: Callable[[Task], Done],
    tasks: Sequence[Task],
    hands: Hands = EVERY_CORE,
    receive: Callable[[Task, Done], Done] | None = None,
) -> tuple[Done | Died[Task], ...]:
    """``work`` done on every task, in their order. ``work`` must be something that can be pickled.

    ``receive`` is given each task and its outcome here, as they come in; what it returns is kept instead. With
    one worker, and no cluster, everything is done here: a task that kills its process then kills this one. Raises
    NoCluster.
    """
    pile: _Pile[Task, Done] = _Pile(work, tasks, hands, receive)
    if not hands.cluster and min(hands.workers or cores(), len(tasks)) <= 1:
        pile.do_it_here()
    try:
        while pile.left:
            with _open(hands, len(tasks)) as (executor, count):
                pile.work_off(executor, count * AHEAD)
        while pile.again:
            with _open(hands, 1) as (executor, _):
                pile.try_once_more(executor)
    except NoCluster as failure:
        pile.give_up(failure)
    return tuple(pile.done[number] for number in range(len(tasks)))


class _Pile(Generic[Task, Done]):
    """Tasks being worked off: what is done, what is left, and what has to be tried again, by number."""

    def __init__(
        self,
        work: Callable[[Task], Done],
        tasks: Sequence[Task],
        hands: Hands,
        receive: Callable[[Task, Done], Done] | None,
    ) -> None:
        self.done: dict[int, Done | Died[Task]] = {}
        self.left = list(range(len(tasks) - 1, -1, -1))
        self.again: set[int] = set()
        self._failed: set[int] = set()
        self._packed = pickle.dumps(work)
        self._tasks = tasks
        self._hands = hands
        self._receive = receive
        self._seconds = AIM
        """Seconds a task takes, as far as known."""

    def do_it_here(self) -> None:
        """Do every task in this process; one that fails is tried once more."""
        while self.left:
            number = self.left.pop()
            for _ in range(2):
                outcome = several(self._packed, (self._tasks[number],))[1][0]
                if not isinstance(outcome, Exception):
                    break
            self._note(number, outcome)

    def work_off(self, executor: Executor, ahead: int) -> None:
        """Hand out pieces until nothing is left, or the executor breaks: what was then being done is tried again."""
        out: dict[Future[Any], tuple[int, ...]] = {}
        while self.left or out:
            while self.left and len(out) < ahead:
                numbers = self._piece(ahead)
                future = self._sent(executor, numbers)
                if future is None:
                    self.again.update(number for lost in (numbers, *out.values()) for number in lost)
                    return
                out[future] = numbers
            for one in wait(out, return_when=FIRST_COMPLETED).done:
                self._take(out.pop(one), one)

    def try_once_more(self, executor: Executor) -> None:
        """Do what is to be tried again, one by one, until the executor breaks; what fails alone twice has died.

        Alone, a death has one possible cause; whatever else was under way in the same pool is not to blame.
        """
        for number in sorted(self.again):
            future = self._sent(executor, (number,))
            if future is None:
                return
            try:
                outcome = future.result()[1][0]
            except Exception as error:  # the worker died, or the cluster gave the task up
                outcome = error
            if isinstance(outcome, Exception) and number not in self._failed:
                self._failed.add(number)
            else:
                self.again.discard(number)
                self._note(number, outcome)

    def give_up(self, failure: NoCluster) -> None:
        """The cluster is gone: what is done is kept, the rest has died. Raises the failure when nothing was done."""
        if not self.done:
            raise failure
        for number in (*self.left, *self.again):
            self._note(number, RuntimeError(f"the cluster is gone: {failure}"))

    def _sent(self, executor: Executor, numbers: tuple[int, ...]) -> Future[Any] | None:
        """The piece, handed out; None when the executor is broken and takes nothing more."""
        try:
            return executor.submit(several, self._packed, tuple(self._tasks[one] for one in numbers))
        except BrokenExecutor:
            return None

    def _piece(self, ahead: int) -> tuple[int, ...]:
        """The next tasks: about ``AIM`` seconds of them, and no more than leaves some for every worker."""
        size = max(1, min(int(AIM / self._seconds), len(self.left) // ahead))
        return tuple(self.left.pop() for _ in range(min(size, len(self.left))))

    def _take(self, numbers: tuple[int, ...], future: Future[Any]) -> None:
        try:
            seconds, outcomes = future.result()
        except Exception:  # the piece was lost on the way: each of its tasks has another try
            self.again.update(numbers)
            return
        self._seconds = max(1e-6, seconds / len(numbers))
        for number, outcome in zip(numbers, outcomes, strict=True):
            if isinstance(outcome, Exception):
                self.again.add(number)
                self._failed.add(number)
            else:
                self._note(number, outcome)

    def _note(self, number: int, outcome: Done | Exception) -> None:
        if isinstance(outcome, Exception):
            self.done[number] = Died(self._tasks[number], _in_words(outcome))
        else:
            self.done[number] = outcome if self._receive is None else self._receive(self._tasks[number], outcome)
        if self._hands.progress is not None:
            self._hands.progress(len(self.done))


def several(packed: bytes, tasks: Sequence[Any]) -> tuple[float, list[Any]]:
    """What a worker does with one piece: seconds taken, and for each task what came of it, or what it raised."""
    begun = time.perf_counter()
    work = _unpacked(packed)
    outcomes: list[Any] = []
    for task in tasks:
        try:
            outcomes.append(work(task))
        except Exception as error:  # told where it can be told of one task
            outcomes.append(RuntimeError(_in_words(error)))
    return time.perf_counter() - begun, outcomes


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> Callable[[Any], Any]:
    """The work, unpacked once in each worker: what it has worked out of a scenario is kept for its next piece."""
    work: Callable[[Any], Any] = pickle.loads(packed)
    return work


def _in_words(error: BaseException) -> str:
    if isinstance(error, BrokenExecutor):
        return "the process that was playing it died"
    return str(error) if type(error) is RuntimeError else f"{type(error).__name__}: {str(error)[:300]}"


@contextmanager
def _open(hands: Hands, tasks: int) -> Iterator[tuple[Executor, int]]:
    """An executor, and how many workers it has."""
    if hands.cluster:
        with _cluster(hands.cluster) as opened:
            yield opened
        return
    count = min(hands.workers or cores(), tasks)
    pool = ProcessPoolExecutor(count, initializer=_sit_down)
    try:
        yield pool, count
    finally:
        pool.shutdown(cancel_futures=True)


def _sit_down() -> None:
    """Leave interrupts to the parent, and what was loaded for good out of every look for garbage."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """A Dask cluster, as an executor. Its workers must have this program, and the delegates that play, installed."""
    from importlib import import_module

    try:
        distributed = import_module("distributed")
    except ImportError:
        raise NoCluster("a cluster needs what “pip install 'plenipo[cluster]'” brings; it is not installed") from None
    try:
        client = distributed.Client(address, timeout="10s")
    except (OSError, ValueError) as error:
        raise NoCluster(f"no Dask scheduler answers at {address}: {str(error)[:200]}") from None
    try:
        threads = sum(client.nthreads().values())
        if not threads:
            raise NoCluster(f"the Dask scheduler at {address} has no workers")
        yield client.get_executor(pure=False), threads
    finally:
        client.close()
