"""`render_many`: jobs in, results out, whoever does them; and what a job may not be."""

from __future__ import annotations

import asyncio
import copy
import pickle
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest
from calls_of_pool import become_gone
from pages import ROOT

from infographic import CallError, Job, Result, layouts, render_many, using_limits
from infographic.batch.digests import digest_of

STORY: dict[str, Any] = {"headline": "桥通了", "panels": [{"stats": ["今年通车**3**座"]}]}
WRONG: dict[str, Any] = {"headline": "", "panels": [{"stats": ["**3**座"]}]}


def card(number: int, **more: Any) -> Job:
    story = {**STORY, "panels": [{"stats": [f"今年通车**{number}**座"]}]}
    return Job(story, "square", (f"{number}.png",), id=str(number), **more)


def test_results_come_with_their_jobs_and_what_is_wrong_with_one_stops_none(
    tmp_path: Path,
) -> None:
    jobs = [card(1), Job(WRONG, "square", ("wrong.png",), "wrong"), card(2)]
    found = {one.job.id: one for one in render_many(jobs, workers=1, store=tmp_path)}
    assert found["1"].is_made
    assert found["2"].is_made
    assert (found["wrong"].failure, found["wrong"].outputs) == ("input", ())
    assert found["wrong"].diagnostics
    assert found["1"].job == jobs[0]
    assert found["1"].outputs == next(render_many(jobs, workers=0)).outputs
    for name in ("1", "2"):
        (output,) = found[name].outputs
        assert digest_of((tmp_path / output.name).read_bytes()) == output.digest
        assert found[name].data == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.png", "2.png"]


def test_without_a_store_a_result_has_the_bytes_and_jobs_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[Job]:
        for number in range(100):
            taken.append(number)
            yield card(number)

    with render_many(jobs(), workers=0) as results:
        result = next(results)
    assert digest_of(result.data[0]) == result.outputs[0].digest
    assert result.data[0].startswith(b"\x89PNG")
    assert len(taken) <= 3
    assert list(results) == []


def test_a_loop_goes_on_while_it_waits_for_results() -> None:
    async def all_of_them() -> tuple[int, int]:
        turns = 0

        async def turn() -> None:
            nonlocal turns
            while True:
                await asyncio.sleep(0)
                turns += 1

        turning = asyncio.create_task(turn())
        made = 0
        async for result in render_many([card(1), card(2)], workers=0):
            made += result.is_made
        turning.cancel()
        return made, turns

    made, turns = asyncio.run(all_of_them())
    assert made == 2
    assert turns > 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"files": "card.png"}, {"files": ["card.png"]}, {"files": (Path("card.png"),)},
        {"story": 3}, {"layout": None}, {"id": 3}, {"options": ()}, {"formats": 3},
        {"options": {"fonts": ()}}, {"options": {"root": 3}}, {"formats": {"scael": 2}},
        {"fits": 1}, {"strict": "no"}, {"fits": True, "options": {"tuning": None}},
    ],
    ids=str,
)  # fmt: skip
def test_a_job_says_at_once_which_of_its_fields_is_wrong(wrong: dict[str, Any]) -> None:
    right = {"story": STORY, "layout": "square", "files": ("card.png",)}
    with pytest.raises(CallError) as error:
        Job(**{**right, **wrong})
    names = (*wrong, *wrong.get("options", ()), "options")
    assert any(name in str(error.value) for name in names)


@pytest.mark.parametrize(
    "wrong", [{"workers": -1}, {"seconds": 0}, {"megabytes": True}, {"store": 3}], ids=str
)
def test_what_cannot_be_asked_is_refused_before_anything_is_begun(wrong: dict[str, Any]) -> None:
    with pytest.raises(CallError):
        render_many([card(1)], **wrong)
    with pytest.raises(CallError, match="jobs"):
        render_many(3)  # type: ignore[arg-type]
    with pytest.raises(CallError, match="jobs"):
        next(render_many([STORY], workers=0))  # type: ignore[list-item]


def test_jobs_and_results_travel_and_are_copied() -> None:
    job = card(1, formats={"scale": 2}, options={"allow": ("copy-html",)})
    result = Result(job, failure="time", message="…")
    for one in (job, result):
        assert pickle.loads(pickle.dumps(one)) == one
        assert copy.deepcopy(one) == one


@pytest.mark.full
@pytest.mark.parametrize("layout", [one.name for one in layouts()])
def test_bytes_are_the_same_whoever_makes_them(layout: str) -> None:
    names = ("page.pdf", "page.png", "page.screen.pdf", "page.svg")
    story = str(ROOT / "data.json")
    jobs = [Job(story, layout, names, formats={"force": True}), Job(story, layout, names[:1])]
    made = [
        sorted((one.job.files, one.outputs) for one in render_many(jobs, workers=workers))
        for workers in (0, 1, 2)
    ]
    assert made[0] == made[1] == made[2]
    assert [files for files, _ in made[0]]


@pytest.mark.full
def test_who_stops_listening_stops_the_workers() -> None:
    first = next(results := render_many((card(n) for n in range(10_000)), workers=2))
    results.close()
    assert become_gone([int(first.worker)]) == []
    assert list(results) == []


@pytest.mark.full
def test_cancelling_a_task_stops_the_workers() -> None:
    workers: set[int] = set()

    async def listen() -> None:
        async for result in render_many((card(n) for n in range(10_000)), workers=2):
            workers.add(int(result.worker))

    async def cancelled() -> None:
        task = asyncio.create_task(listen())
        while len(workers) < 2:
            await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancelled())
    assert become_gone(list(workers)) == []


@pytest.mark.full
def test_leaving_the_block_stops_the_workers() -> None:
    async def first() -> int:
        async with aclosing(render_many((card(n) for n in range(10_000)), workers=2)) as results:
            async for result in results:
                return int(result.worker)
        raise AssertionError

    assert become_gone([asyncio.run(first())]) == []


@pytest.mark.full
def test_limits_hold_for_jobs_of_whoever_asked() -> None:
    with using_limits({"png-pixels": 1000}):
        results = render_many([card(1)], workers=1)
    (result,) = results
    assert result.failure == "machine"
    assert result.diagnostics[0].as_dict()["code"] == "machine"


def test_what_is_no_client_of_dask_is_refused() -> None:
    with pytest.raises(CallError, match="client"):
        render_many([card(1)], client=object())
