"""Work shared out: the same for any number of workers, in order, and every task accounted for, whatever dies."""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.simulate.hands import Died, Hands, NoCluster, shared_out


def squared(number):
    return number * number


def odd_ones_only(number):
    if number % 2 == 0:
        raise ValueError(f"{number} is even")
    return number


@dataclass(frozen=True)
class Killed:
    """Ends its own process, without a word, at some tasks; only the first time where ``marks`` is a folder."""

    at: tuple[int, ...]
    marks: str = ""

    def __call__(self, number):
        mark = Path(self.marks) / str(number) if self.marks else None
        if number in self.at and not (mark and mark.exists()):
            if mark:
                mark.touch()
            os._exit(9)
        time.sleep(0.001)
        return number


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_outcomes_are_in_the_order_of_the_tasks_for_any_number_of_workers(workers):
    assert shared_out(squared, range(50), Hands(workers)) == tuple(number * number for number in range(50))


def test_nothing_to_do_is_done():
    assert shared_out(squared, (), Hands(2)) == ()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_task_that_raises_is_told_of_and_the_others_are_done(workers):
    found = shared_out(odd_ones_only, range(4), Hands(workers))
    assert found == (Died(0, "ValueError: 0 is even"), 1, Died(2, "ValueError: 2 is even"), 3)


def test_a_worker_killed_once_costs_nothing(tmp_path):
    found = shared_out(Killed((7, 30), str(tmp_path)), range(60), Hands(2))
    assert found == tuple(range(60))
    assert len(list(tmp_path.iterdir())) == 2  # both were really killed


def test_a_task_that_kills_its_worker_twice_is_told_of_and_the_others_are_done():
    found = shared_out(Killed((7, 30)), range(60), Hands(2))
    assert [one for one in found if isinstance(one, Died)] == [
        Died(7, "the process that was playing it died"),
        Died(30, "the process that was playing it died"),
    ]
    assert [one for one in found if not isinstance(one, Died)] == [n for n in range(60) if n not in (7, 30)]


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_counts_to_the_end(workers):
    told = []
    shared_out(odd_ones_only, range(9), Hands(workers, progress=told.append))
    assert sorted(told) == list(range(1, 10))


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_received_is_kept_instead(workers):
    came = []

    def receive(task, outcome):
        came.append((task, outcome))
        return -outcome

    assert shared_out(squared, range(5), Hands(workers), receive) == (0, -1, -4, -9, -16)
    assert sorted(came) == [(n, n * n) for n in range(5)]


def test_a_cluster_without_the_extra_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoCluster, match=r"pip install 'plenipo\[cluster\]'"):
        shared_out(squared, range(3), Hands(cluster="tcp://127.0.0.1:1"))


class Client:
    """What is used of a Dask client, over threads: the first piece it is given is lost, as with a killed worker."""

    lost = 0

    def __init__(self, address, timeout):
        if address != "tcp://here:8786":
            raise OSError(f"Timed out trying to connect to {address}")
        self.pool = ThreadPoolExecutor(2)

    def nthreads(self):
        return {"one": 1, "two": 1}

    def get_executor(self, pure):
        assert pure is False  # a game tried again must be played again
        return self

    def submit(self, *work):
        if not Client.lost:
            Client.lost += 1
            return self.pool.submit(self.lose)
        return self.pool.submit(*work)

    def lose(self):
        raise KeyError("KilledWorker")

    def close(self):
        self.pool.shutdown()


def test_a_cluster_does_what_the_cores_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=Client))
    monkeypatch.setattr(Client, "lost", 0)
    found = shared_out(odd_ones_only, range(30), Hands(cluster="tcp://here:8786"))
    assert Client.lost == 1
    assert found == shared_out(odd_ones_only, range(30), Hands(1))


def test_a_cluster_that_goes_away_leaves_what_was_done_and_tells_of_the_rest(monkeypatch):
    class Vanishing(Client):
        """The first piece comes back; then the scheduler is gone."""

        def __init__(self, address, timeout):
            if Client.lost:
                raise OSError("Timed out")
            super().__init__(address, timeout)

        def submit(self, *work):
            Client.lost += 1
            return self.pool.submit(*work) if Client.lost == 1 else self.pool.submit(self.lose)

    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=Vanishing))
    monkeypatch.setattr(Client, "lost", 0)
    found = shared_out(squared, range(20), Hands(cluster="tcp://here:8786"))
    assert found[0] == 0
    assert isinstance(found[19], Died)
    assert "no Dask scheduler answers at tcp://here:8786" in found[19].why


def test_a_cluster_that_does_not_answer_is_told_in_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=Client))
    with pytest.raises(NoCluster, match="no Dask scheduler answers at tcp://there:8786"):
        shared_out(squared, range(3), Hands(cluster="tcp://there:8786"))


def test_a_real_dask_cluster_plays_the_same_games_and_survives_a_killed_worker(tmp_path):
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        hands = Hands(cluster=cluster.scheduler_address)
        assert shared_out(squared, range(50), hands) == tuple(number * number for number in range(50))
        assert shared_out(odd_ones_only, range(4), hands) == shared_out(odd_ones_only, range(4), Hands(1))
        assert shared_out(Killed((7,), str(tmp_path)), range(20), hands) == tuple(range(20))
