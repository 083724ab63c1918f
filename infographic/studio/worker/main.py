"""The worker's process: takes jobs one after the other, and says what came of each."""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import MachineError, SpecError
from infographic.foundation.running import frames
from infographic.foundation.running.bounds import bound
from infographic.foundation.sayings import LANGUAGE, using_language
from infographic.studio.worker.desk import Desk


def main(arguments: list[str]) -> None:
    """`python -m infographic.studio.worker FOLDER MEGABYTES`."""
    folder, megabytes = arguments
    # Files are named from here in all that is said, as the browser names them; and here a layout's
    # name is looked for, as where the user would stand.
    os.chdir(folder)
    # Ctrl-C is for the studio, which ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bound(int(megabytes))
    # Whatever a library prints goes to stderr, C's too: stdout is the line to the server.
    line = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    desk, jobs = Desk(Path(folder)), SimpleQueue[Any]()

    def listen() -> None:
        try:
            while True:
                jobs.put(frames.read(sys.stdin.buffer))
        except (EOFError, OSError):
            # The studio is gone: whatever is being made is for nobody.
            os._exit(0)

    def send(number: int, kind: str, payload: object) -> None:
        line.write(frames.packed((number, kind, payload)))
        line.flush()

    threading.Thread(target=listen, daemon=True).start()
    while True:
        number, name, given = jobs.get()
        send(number, *outcome(desk, name, given, lambda part, n=number: send(n, "part", part)))


def outcome(desk: Desk, name: str, given: dict[str, Any], tell: Any) -> tuple[str, object]:
    """What came of a job: “done” and its payload, or “failed” and {"why", "diagnostics"}.

    All is said in given["language"].
    """
    with using_language(given.get("language", LANGUAGE)):
        return _outcome(desk, name, given, tell)


def _outcome(desk: Desk, name: str, given: dict[str, Any], tell: Any) -> tuple[str, object]:
    try:
        run = import_module(f"infographic.studio.worker.jobs.{name}").run
        return "done", run(desk, given, tell)
    except SpecError as error:
        return "failed", {
            "why": "input",
            "diagnostics": [one.as_dict() for one in error.diagnostics],
        }
    except (CallError, MachineError) as error:
        return "failed", {"why": "input", "message": str(error), "diagnostics": []}
    except MemoryError:
        return "failed", {"why": "memory", "diagnostics": []}
    except (Exception, SystemExit, KeyboardInterrupt) as error:
        # A fault of ours: the studio says so and lives.
        traceback.print_exc()
        return "failed", {
            "why": "crash",
            "message": f"{type(error).__name__}: {error}",
            "diagnostics": [],
        }
