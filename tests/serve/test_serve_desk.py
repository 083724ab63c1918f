"""The desk: so many run, so many wait, and whoever goes leaves no work behind."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest
from serving_here import PAGE, served

from infographic.batch.engine import Lost, LostError
from infographic.cli import run
from infographic.foundation.limits import using_limits
from infographic.serve.desk import ClientGoneError, Desk, Gone
from infographic.serve.jobs import SECONDS, Doing, Jobs
from infographic.serve.problems import ProblemError


class Slow:
    """An engine that answers when it is told to."""

    width = 2

    def __init__(self) -> None:
        self.futures: list[Future[Any]] = []
        self.ended: list[Future[Any]] = []

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        self.futures.append(future := Future())
        future.set_running_or_notify_cancel()
        return future

    def end(self, future: Future[Any]) -> None:
        self.ended.append(future)
        future.set_exception(LostError("cancelled"))

    def close(self) -> None:
        pass


class Waiting(Slow):
    """None of its calls has begun."""

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        self.futures.append(future := Future())
        return future


def test_one_more_than_may_wait_is_told_when_to_come_again() -> None:
    async def told() -> None:
        engine = Slow()
        desk = Desk(engine, 3)
        calls = [asyncio.create_task(desk.call(print)) for _ in range(5)]
        await asyncio.sleep(0)
        assert (desk.running, desk.waiting) == (2, 3)
        with pytest.raises(ProblemError) as caught:
            await asyncio.wait_for(desk.call(print), 20)
        assert caught.value.status == 503 and int(caught.value.headers["Retry-After"]) >= 1
        engine.futures[0].set_result("made")
        assert await calls[0] == "made"
        desk.must_have_room()
        for future in engine.futures[1:]:
            future.set_result("")
        await asyncio.gather(*calls)
        assert desk.taken == 0

    asyncio.run(told())


def test_who_goes_ends_his_worker_and_leaves_his_place() -> None:
    async def told() -> None:
        engine = Slow()
        desk = Desk(engine, 0)
        gone = asyncio.Event()
        call = asyncio.create_task(desk.call(print, gone=gone.wait))
        await asyncio.sleep(0)
        assert desk.taken == 1
        gone.set()
        with pytest.raises(ClientGoneError):
            await call
        assert (engine.ended, desk.taken) == (engine.futures, 0)

    asyncio.run(told())


def test_what_comes_after_he_has_gone_is_printed_nowhere() -> None:
    said: list[object] = []

    async def told() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: said.append(context))
        gone = asyncio.Event()
        gone.set()
        with pytest.raises(ClientGoneError):
            await Desk(Slow(), 0).call(print, gone=gone.wait)
        # The worker's end comes by a call of the loop's; then nobody holds its exception.
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        gc.collect()

    asyncio.run(told())
    assert said == []


def test_a_call_that_the_engine_lets_go_is_told_to_come_again() -> None:
    async def told(gone: Gone | None) -> int:
        engine = Waiting()
        call = asyncio.create_task(Desk(engine, 0).call(print, gone=gone))
        await asyncio.sleep(0)
        assert engine.futures[0].cancel()
        with pytest.raises(ProblemError) as caught:
            await call
        return caught.value.status

    assert [asyncio.run(told(gone)) for gone in (None, lambda: asyncio.sleep(60))] == [503, 503]


@pytest.mark.parametrize(("why", "status"), [
    ("time", 504), ("memory", 422), ("crash", 500), ("cancelled", 503),
])  # fmt: skip
def test_a_lost_worker_is_told_by_a_status(why: Lost, status: int) -> None:
    class Losing(Slow):
        width = 1

        def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
            future = super().submit(function)
            if function.__name__ == "drawn":
                future.set_exception(LostError(why, "Yushu was the last word"))
            else:
                future.set_result(0)
            return future

    with served(Losing()) as one:
        answer = one.render()
        assert answer.status_code == status and "Yushu" not in answer.text
        assert one.service.desk.taken == 0


def test_a_service_whose_workers_cannot_begin_tells_no_address(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Losing(Slow):
        def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
            (future := super().submit(function)).set_exception(LostError("crash", "no memory"))
            return future

    monkeypatch.setattr("infographic.serve.run.pool_of", lambda *_: Losing())
    monkeypatch.setattr("infographic.serve.run.serve", lambda *_: None)
    assert run(["serve", "--port", "0"]) == 4
    told = capsys.readouterr()
    assert told.out == "" and "(no memory)" in told.err and "--megabytes" in told.err


def test_a_fault_of_ours_is_told_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(wanted: Any) -> None:
        raise ZeroDivisionError("Yushu")

    monkeypatch.setattr("infographic.serve.handlers.drawn", broken)
    with served() as one:
        answer = one.render()
        assert (answer.status_code, answer.headers["infographic-codes"]) == (500, "serve-fault")
        assert "Yushu" not in answer.text and "Yushu" not in str(one.log)
        assert one.log[-1]["fault"].startswith("ZeroDivisionError in broken")


def test_a_job_is_ended_by_who_began_it() -> None:
    class Busy(Slow):
        def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
            future = super().submit(function)
            if function.__name__ != "drawn":
                future.set_result(0)
            return future

    engine = Busy()
    with served(engine) as one:
        place = one.client.post("/jobs", json=PAGE).headers["location"]
        waiting = one.client.get(place)
        assert (waiting.json()["status"], waiting.headers["retry-after"]) == ("queued", "1")
        assert one.client.delete(place).json()["status"] == "cancelled"
        assert one.client.get(place).json()["status"] == "cancelled"
        assert (engine.ended, one.service.desk.taken) == (engine.futures[-1:], 0)
        assert one.client.delete("/jobs/0").status_code == 404


def test_of_two_jobs_for_one_place_the_second_is_told_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with served(queue=0) as one:

        def taken_meanwhile(*_: object) -> str:
            one.service.desk.taken = 1
            return "square"

        monkeypatch.setattr("infographic.serve.handlers._layout", taken_meanwhile)
        answer = one.client.post("/jobs", json=PAGE)
        assert (answer.status_code, one.service.jobs.jobs) == (503, {})
        assert int(answer.headers["retry-after"]) >= 1


def test_a_service_that_ends_while_a_body_comes_takes_no_job(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with served() as one:

        def told_to_end(*_: object) -> str:
            one.service.desk.is_closing = True
            return "square"

        monkeypatch.setattr("infographic.serve.handlers._layout", told_to_end)
        answer = one.client.post("/jobs", json=PAGE)
        assert (answer.status_code, one.service.jobs.jobs) == (503, {})
        assert answer.headers["infographic-codes"] == "serve-ending"


def test_who_finds_no_place_after_all_is_waited_for_by_nobody(
    monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    with served(queue=0) as one:

        def taken_meanwhile(*_: object) -> str:
            one.service.desk.taken = 1
            return "square"

        monkeypatch.setattr("infographic.serve.handlers._layout", taken_meanwhile)
        assert one.render().status_code == 503
    gc.collect()
    assert [str(one.message) for one in recwarn if "never awaited" in str(one.message)] == []


def test_a_full_desk_takes_no_job_and_reads_no_body() -> None:
    with served(queue=0) as one:
        one.service.desk.taken = 1
        for path in ("/render", "/jobs", "/check"):
            answer = one.client.post(path, json=PAGE)
            assert (answer.status_code, answer.headers["connection"]) == (503, "close")
            assert int(answer.headers["retry-after"]) >= 1
        assert one.client.get("/health/ready").status_code == 503
        assert one.client.get("/health/live").status_code == 200
        assert one.service.jobs.jobs == {}


def test_a_job_whose_end_is_being_told_is_not_forgotten() -> None:
    async def told() -> None:
        now = [0.0]
        jobs, go = Jobs(lambda: now[0]), asyncio.Event()

        async def telling(doing: Doing) -> None:
            jobs.end(doing, "done", {})
            await go.wait()

        slow = jobs.begin("cms", telling)
        await asyncio.sleep(0)
        now[0] = 2 * SECONDS
        assert jobs.get(slow.id, "cms") is slow
        with using_limits({"serve-jobs": 1}):
            with pytest.raises(ProblemError):
                jobs.begin("cms", telling)
            go.set()
            assert slow.task is not None
            await slow.task
            assert jobs.begin("cms", telling) is not slow
        await jobs.close(20.0)

    asyncio.run(told())
