"""A worker's process: bounded, replaced when it ends, never waited for in vain."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from infographic.studio.worker.child import Spares
from infographic.studio.worker.process import JobFailedError, Worker

JOBS = {
    "echo": "def run(desk, given, tell):\n    tell({'part': 1})\n    return given",
    "loop": "def run(desk, given, tell):\n    tell({'part': 1})\n    while True: pass",
    "eat": "def run(desk, given, tell):\n    held = []\n    while True: held.append(bytes(10**6))",
    "hold": "held = []\ndef run(desk, given, tell):\n"
    "    held.append(bytes(40 * 10**6))\n    return len(held)",
    "quit": "import os\ndef run(desk, given, tell):\n"
    "    os.write(2, b'broken at last\\n')\n    os._exit(3)",
    "exit": "def run(desk, given, tell):\n    raise SystemExit(3)",
    "deep": "def run(desk, given, tell):\n    return run(desk, given, tell)",
    "print": "import os\ndef run(desk, given, tell):\n"
    "    print('heard')\n    os.write(1, b'noise')\n    return 1",
    **dict.fromkeys(
        ("thumb", "fit", "window", "point"),
        "from infographic.studio.worker.jobs.echo import run",
    ),
    "warm": "def run(desk, given, tell):\n    return None",
}
"""Jobs of a worker that none of ours does: by their names, what they do."""


@pytest.fixture
def command(tmp_path: Path) -> tuple[str, ...]:
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    for name, text in JOBS.items():
        (jobs / f"{name}.py").write_text(text, encoding="utf-8")
    script = tmp_path / "worker.py"
    script.write_text(
        "import sys\n"
        "import infographic.studio.worker.jobs as jobs\n"
        "from infographic.studio.worker.main import main\n"
        f"jobs.__path__.insert(0, {str(jobs)!r})\n"
        "main(sys.argv[1:])\n",
        encoding="utf-8",
    )
    return sys.executable, str(script)


def run(
    command: tuple[str, ...], folder: Path, *steps: Callable[[Worker], Awaitable[None]],
    megabytes: int = 1000,
) -> None:  # fmt: skip
    async def all_() -> None:
        spares = Spares(folder, megabytes, {}, command)
        worker = Worker(folder, megabytes, spares)
        await worker.start()
        try:
            for step in steps:
                await step(worker)
        finally:
            await worker.stop()
            await spares.close()

    asyncio.run(all_())


async def answers(worker: Worker) -> None:
    parts: list[object] = []
    assert (await worker.ask("echo", {"a": 1}, parts.append))["a"] == 1
    assert parts == [{"part": 1}]


async def why(worker: Worker, name: str, seconds: float = 10) -> tuple[str, str]:
    with pytest.raises(JobFailedError) as failed:
        await worker.ask(name, {}, seconds=seconds)
    return failed.value.why, failed.value.message


def test_whatever_ends_a_process_is_said_and_the_next_job_is_done(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    async def steps(worker: Worker) -> None:
        assert await why(worker, "quit") == ("crash", "broken at last")
        await answers(worker)
        assert (await why(worker, "exit"))[0] == "crash"
        assert (await why(worker, "deep")) == (
            "crash", "RecursionError: maximum recursion depth exceeded",
        )  # fmt: skip
        assert worker.restarts == 1
        assert await worker.ask("print", {}) == 1
        assert (await why(worker, "loop", seconds=0.1))[0] == "time"
        await answers(worker)

    run(command, tmp_path, steps)


def test_what_cannot_be_sent_to_a_process_is_said_and_the_next_job_is_done(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    async def steps(worker: Worker) -> None:
        with pytest.raises(JobFailedError) as failed:
            async with asyncio.timeout(20):
                await worker.ask("echo", {"a": lambda: 1})
        assert failed.value.why == "crash"
        await answers(worker)
        assert worker.restarts == 0

    run(command, tmp_path, steps)


@pytest.mark.full
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="bounded by Linux")
def test_a_job_that_eats_memory_is_ended_and_says_so(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    async def steps(worker: Worker) -> None:
        assert (await why(worker, "eat"))[0] == "memory"
        await answers(worker)
        # What others left in its process is no fault of a job.
        assert [await worker.ask("hold", {}) for _ in range(4)] != [1, 2, 3, 4]

    run(command, tmp_path, steps, megabytes=150)


def test_a_fault_of_who_asked_is_his_and_the_next_job_is_done(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    async def steps(worker: Worker) -> None:
        with pytest.raises(ZeroDivisionError):
            await worker.ask("echo", {}, lambda part: 1 / 0)
        await answers(worker)
        assert worker.restarts == 0

    run(command, tmp_path, steps)


def test_a_process_that_is_killed_while_it_waits_costs_nobody_a_job(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    async def steps(worker: Worker) -> None:
        lost: list[int] = []
        worker.on_restart = lambda: lost.append(1)
        await answers(worker)
        assert worker.child is not None
        os.kill(worker.child.process.pid, signal.SIGKILL)
        await worker.child.process.wait()
        await answers(worker)
        assert lost == [1]

    run(command, tmp_path, steps)


@pytest.mark.full
def test_what_is_overtaken_is_ended_once_another_process_waits(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infographic.studio.worker.process.PATIENCE", 0.0)

    async def steps(worker: Worker) -> None:
        assert worker.spares is not None
        begun = asyncio.Event()
        looping = asyncio.create_task(
            worker.ask("loop", {}, lambda part: begun.set(), is_overtaken=lambda: True)
        )
        await begun.wait()
        assert not worker.restarts
        worker.spares.prepare()
        with pytest.raises(JobFailedError, match="cancelled"):
            await looping
        await answers(worker)

    run(command, tmp_path, steps)


@pytest.mark.full
def test_what_is_wanted_first_is_done_first_and_what_is_cancelled_is_not_begun(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    async def steps(worker: Worker) -> None:
        done: list[str] = []

        async def ask(name: str) -> None:
            await worker.ask(name, {}, lambda part: done.append(name))

        asked = [asyncio.create_task(why(worker, "loop", seconds=0.2))]
        await asyncio.sleep(0)
        wanted = [asyncio.create_task(ask(one)) for one in ("thumb", "fit", "window", "point")]
        await asyncio.sleep(0)
        wanted.pop(1).cancel()
        await asyncio.gather(*asked, *wanted)
        assert done == ["point", "window", "thumb"]

    run(command, tmp_path, steps)


def test_a_worker_ends_with_the_studio_though_a_job_runs(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    async def steps(worker: Worker) -> None:
        begun = asyncio.Event()
        looping = asyncio.create_task(worker.ask("loop", {}, lambda part: begun.set()))
        await begun.wait()
        child = worker.child
        assert child is not None and child.process.stdin is not None
        child.process.stdin.close()
        assert await child.process.wait() == 0
        with pytest.raises(JobFailedError, match="exit code 0"):
            await looping

    run(command, tmp_path, steps)
