"""A pool's process that is lost costs no call but its own anything."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import CancelledError, wait
from pathlib import Path

import pytest
from calls_of_pool import (
    become_gone,
    children,
    crashed,
    dead_the_first_time,
    doubled,
    eaten,
    kept,
    left,
    left_with,
    limit_of_pages,
    marked,
    process_and_parent,
    raised_two,
    refused,
    slept,
    threads,
    unpicklable,
)

from infographic import CallError, SpecError, using_limits
from infographic.batch.engine import LostError
from infographic.batch.engine.here import InProcess
from infographic.batch.engine.pool import Pool

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="reads /proc")


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(2) as pool:
        yield pool


def test_calls_are_answered_by_other_processes_and_a_lost_one_costs_its_own_alone(
    pool: Pool, tmp_path: Path
) -> None:
    lost = pool.submit(left_with, 3, "the last words")
    again = pool.submit(dead_the_first_time, str(tmp_path / "calls"))
    answers = [pool.submit(doubled, number) for number in range(50)]
    assert [one.result() for one in answers] == [2 * number for number in range(50)]
    assert again.result() != os.getpid()
    assert (again.tries, answers[0].tries) == (2, 1)
    with pytest.raises(LostError) as error:
        lost.result()
    assert (error.value.why, error.value.tries) == ("crash", 2)
    assert error.value.message == "exit code 3\nthe last words"


def test_what_a_call_raises_its_future_raises(pool: Pool) -> None:
    with pytest.raises(SpecError, match="pagse") as refusal:
        pool.submit(refused).result()
    assert refusal.value.diagnostics[0].code == "limit-unknown"
    with pytest.raises(RuntimeError, match="TwoArgumentsError: 1 and 2"):
        pool.submit(raised_two).result()
    with pytest.raises(RuntimeError, match="SystemExit: bye"):
        pool.submit(left).result()
    with pytest.raises(Exception, match="pickle") as unsent:
        pool.submit(unpicklable).result()
    # Where it came from, in the worker.
    assert "_pickled" in str(unsent.value.__notes__)
    # The worker that it came from goes on.
    assert pool.submit(doubled, 3).result() == 6
    with pytest.raises(Exception, match="pickle"):
        pool.submit(lambda: None)


def test_what_takes_too_long_is_ended_and_not_begun_again(pool: Pool, tmp_path: Path) -> None:
    path = tmp_path / "calls"
    with pytest.raises(LostError) as error:
        pool.submit(marked, str(path), 60, seconds=0.3).result()
    assert (error.value.why, error.value.tries) == ("time", 1)
    assert path.read_text(encoding="utf-8") == "called\n"


def test_numbers_that_cannot_be_are_refused() -> None:
    for wrong in ({"workers": 0}, {"workers": -1}, {"seconds": 0}, {"megabytes": "much"}):
        with pytest.raises(CallError):
            Pool(**wrong)  # type: ignore[arg-type]


def test_in_this_process_a_call_is_answered_or_raises_likewise() -> None:
    engine = InProcess()
    assert engine.submit(os.getpid).result() == os.getpid()
    with pytest.raises(SpecError):
        engine.submit(refused).result()


@pytest.mark.full
def test_a_process_that_takes_too_much_memory_is_ended() -> None:
    with Pool(2, megabytes=500) as pool:
        eater, others = pool.submit(eaten, 2000), [pool.submit(doubled, 1) for _ in range(20)]
        assert {one.result() for one in others} == {2}
        with pytest.raises(LostError) as error:
            eater.result()
        assert error.value.why == "memory"
        assert pool.submit(eaten, 100).result() == 100_000_000


@pytest.mark.full
def test_a_process_that_has_grown_is_replaced_when_it_has_answered() -> None:
    with Pool(1, megabytes=600) as pool:
        first = pool.submit(kept, 20).result()
        assert pool.submit(kept, 300).result() == first
        second = pool.submit(kept, 20).result()
        assert second != first
        assert pool.submit(kept, 20).result() == second


@pytest.mark.full
def test_a_process_killed_from_outside_costs_its_call_a_second_try_at_most(tmp_path: Path) -> None:
    with Pool(2) as pool:
        idle = pool.submit(os.getpid).result()
        os.kill(idle, signal.SIGKILL)
        assert become_gone([idle]) == []
        path = tmp_path / "calls"
        assert pool.submit(marked, str(path)).result() != idle
        assert path.read_text(encoding="utf-8") == "called\n"
        # And the server, with all that it has forked.
        _, server = pool.submit(process_and_parent).result()
        running = [pool.submit(slept, 0.5) for _ in range(2)]
        os.kill(server, signal.SIGKILL)
        assert len({one.result() for one in running}) == 2
        assert pool.submit(process_and_parent).result()[1] != server


@pytest.mark.full
def test_a_crash_in_c_is_told_with_its_last_words(pool: Pool) -> None:
    with pytest.raises(LostError) as error:
        pool.submit(crashed).result()
    assert error.value.message.startswith("SIGSEGV\nFatal Python error: Segmentation fault")
    assert "calls_of_pool.py" in error.value.message


@pytest.mark.full
@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_a_pool_that_is_closed_while_it_works_leaves_nothing_behind(start: str) -> None:
    before = set(children(os.getpid()))
    pool = Pool(2, start=start)  # type: ignore[arg-type]
    numbers = {*pool.submit(process_and_parent).result(), *pool.submit(process_and_parent).result()}
    running = [pool.submit(slept, 60) for _ in range(2)]
    waiting = [pool.submit(doubled, number) for number in range(5)]
    wait(running, timeout=0.5)
    pool.close()
    assert become_gone(list(numbers - {os.getpid()})) == []
    for one in running:
        with pytest.raises(LostError) as error:
            one.result(10)
        assert error.value.why == "cancelled"
    for one in waiting:
        with pytest.raises(CancelledError):
            one.result(10)
    # Nor is anything left that nobody has buried.
    assert set(children(os.getpid())) <= before
    with pytest.raises(RuntimeError):
        pool.submit(doubled, 1)


@pytest.mark.full
def test_a_pool_that_nobody_holds_any_more_ends() -> None:
    pool = Pool(1)
    number, server = pool.submit(process_and_parent).result()
    del pool
    gc.collect()
    assert become_gone([number, server]) == []


@pytest.mark.full
def test_a_call_is_let_go_whether_it_waits_or_runs() -> None:
    with Pool(1) as pool:
        number = pool.submit(os.getpid).result()
        running, waiting = pool.submit(slept, 60), pool.submit(doubled, 1)
        after = pool.submit(doubled, 2)
        while not running.running():
            wait([running], timeout=0.02)
        pool.end(waiting)
        pool.end(running)
        with pytest.raises(LostError) as error:
            running.result()
        assert error.value.why == "cancelled"
        assert waiting.cancelled()
        assert after.result() == 4
        assert become_gone([number]) == []


@pytest.mark.full
def test_workers_are_begun_as_they_are_needed_and_forked_from_one_thread() -> None:
    with Pool(8) as pool:
        _, server = pool.submit(process_and_parent).result()
        assert pool.submit(doubled, 1).result() == 2
        assert len(children(server)) == 1
        assert pool.submit(threads).result() == 1
        assert len({one.result() for one in [pool.submit(slept, 0.3) for _ in range(3)]}) == 3
        assert len(children(server)) == 3


@pytest.mark.full
@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_limits_of_the_program_hold_in_its_workers(start: str) -> None:
    with using_limits({"pages": 7}):
        pool = Pool(1, start=start)  # type: ignore[arg-type]
    with pool:
        assert pool.submit(limit_of_pages).result() == 7


@pytest.mark.full
def test_layouts_that_cannot_be_read_before_keep_no_worker_from_its_work() -> None:
    with Pool(1, preload=("square", "no-such-layout", {"blocks": 3})) as pool:
        assert pool.submit(doubled, 1).result() == 2
        assert pool.submit(threads).result() == 1
