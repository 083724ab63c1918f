"""A pool works from whatever a program is, and ends with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from calls_of_pool import become_gone
from pages import ROOT

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX"),
]
HERE = Path(__file__).resolve().parent
SETTINGS = {
    **os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(HERE), str(ROOT / "tests")]),
}  # fmt: skip

NO_GUARD = """
from infographic import Job, render_many

print("begun")
for result in render_many([Job({"headline": "桥通了", "panels": [{"stats": ["**3**座"]}]},
                               "square", ("card.png",))], workers=1):
    print(result.failure, len(result.data[0]) > 1000, flush=True)
"""


def said(command: list[str], text: str = "", folder: Path = ROOT) -> str:
    done = subprocess.run(
        [sys.executable, *command], input=text, capture_output=True, text=True, cwd=folder,
        env=SETTINGS, timeout=60, check=False,
    )  # fmt: skip
    assert not done.stderr, done.stderr
    return done.stdout


def test_a_script_needs_no_guard_and_is_run_once(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(NO_GUARD, encoding="utf-8")
    assert said([str(script)]) == "begun\n True\n"


def test_a_program_may_be_typed() -> None:
    assert said(["-"], NO_GUARD) == "begun\n True\n"
    assert said(["-c", NO_GUARD]) == "begun\n True\n"


MINE = """
from infographic import Job, render_many

class Mine:
    def story(self):
        return {}

for result in render_many([Job(Mine(), "square", ("card.png",))], workers=1):
    print(result.failure, "not in the program itself" in result.message, result.tries)
"""


def test_a_class_of_the_program_itself_is_told_where_it_must_be() -> None:
    assert said(["-c", MINE]) == "crash True 1\n"


def test_no_file_in_the_users_folder_takes_the_place_of_a_module(tmp_path: Path) -> None:
    for name in ("json", "pickle", "socket", "selectors", "infographic", "runpy"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken')", encoding="utf-8")
    (tmp_path / "mine.py").write_text(
        "def mine():\n    import json\n    return json.__file__", encoding="utf-8"
    )
    program = (
        "import sys; from infographic.batch.engine.pool import Pool; sys.path.insert(0, '');"
        "import mine\nwith Pool(1) as pool: print(pool.submit(mine.mine).result())"
    )
    assert said(["-P", "-c", program], folder=tmp_path).strip().endswith("json/__init__.py")


def test_threads_use_one_pool_and_a_thread_has_one_of_its_own() -> None:
    program = """
from threading import Thread
from calls_of_pool import doubled
from infographic.batch.engine.pool import Pool
answers = []
def ask(pool, number):
    answers.append(pool.submit(doubled, number).result())
def have():
    with Pool(1) as pool:
        ask(pool, 100)
with Pool(2) as pool:
    threads = [Thread(target=ask, args=(pool, number)) for number in range(20)]
    threads.append(Thread(target=have))
    for thread in threads: thread.start()
    for thread in threads: thread.join()
print(sum(answers))
"""
    assert said(["-c", program]) == f"{2 * sum(range(20)) + 200}\n"


BUSY = """
from calls_of_pool import process_and_parent, slept
from infographic.batch.engine.pool import Pool
pool = Pool(2, start={start!r})
numbers = {{one for _ in range(4) for one in pool.submit(process_and_parent).result()}}
running = [pool.submit(slept, 60) for _ in range(2)]
print(*numbers, flush=True)
running[0].result()
"""


@pytest.mark.parametrize("start", ["fork", "spawn"])
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_workers_end_with_their_program_however_it_ends(start: str, ending: signal.Signals) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", BUSY.format(start=start)], cwd=ROOT, env=SETTINGS, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert program.stdout is not None
    with program.stdout:
        numbers = [int(number) for number in program.stdout.readline().split()]
        assert len(numbers) >= 2
        program.send_signal(ending)
        program.wait(30)
    assert become_gone([one for one in numbers if one != program.pid]) == []


def test_a_program_that_forgets_its_pool_ends_with_its_last_line() -> None:
    program = BUSY.format(start="fork").replace("running[0].result()", "print('end')")
    *_, last = said(["-c", program]).split()
    assert last == "end"


def test_an_interrupt_from_the_keyboard_ends_no_worker_before_its_program() -> None:
    """A terminal sends it to all of them."""
    program = """
import os, signal
from calls_of_pool import process_and_parent
from infographic.batch.engine.pool import Pool
with Pool(1) as pool:
    first = pool.submit(process_and_parent).result()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.killpg(0, signal.SIGINT)
    print(pool.submit(process_and_parent).result() == first)
"""
    program = "import os; os.setsid()\n" + program
    assert said(["-c", program]) == "True\n"
