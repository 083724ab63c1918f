"""Rude clients against a real service: slow, huge, cut off; and its end. A service is a process."""

from __future__ import annotations

import http.client
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from serving_here import PAGE
from serving_there import SECONDS, There, answer, request, service

pytestmark = pytest.mark.full
BODY = json.dumps(PAGE).encode()
HEADS = "import infographic.serve.lines as lines\nlines.HEAD_SECONDS = lines.SEND_SECONDS = 0.5\n"


def ask(there: There, body: Any = PAGE, path: str = "/render") -> tuple[int, bytes]:
    line = http.client.HTTPConnection("127.0.0.1", there.port, timeout=SECONDS)
    line.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
    came = line.getresponse()
    told = came.status, came.read()
    line.close()
    return told


def test_three_rude_clients_at_once_cost_nobody_else_anything(tmp_path: Path) -> None:
    with service(tmp_path, "--workers", "1", preface=HEADS) as there:
        slow, huge, cut, deaf = (there.line() for _ in range(4))
        # A head that never ends; a body that says it is endless; one that ends in its middle.
        slow.sendall(b"POST /render HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        huge.sendall(request(b"{" * 1000, length=10**12))
        cut.sendall(request(BODY[:20], length=len(BODY)))
        cut.close()
        deaf.sendall(b"GET /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        status, page = ask(there)
        assert status == 200 and page.startswith(b"\x89PNG")
        assert b" 413 " in answer(huge).splitlines()[0]
        # The slow one is ended: without an answer, since it asked for nothing yet.
        assert answer(slow) == b""
        assert b" 404 " in answer(deaf).splitlines()[0]
        assert ask(there)[0] == 200
        assert list((tmp_path / "temporary").glob("infographic-*")) == []
        for line in (slow, huge, deaf):
            line.close()
        odd = http.client.HTTPConnection("127.0.0.1", there.port, timeout=SECONDS)
        odd.request(
            "POST", "/render", b"--B\rX", {"Content-Type": "multipart/form-data; boundary=B"}
        )
        assert odd.getresponse().status == 400
        odd.close()
        assert there.end() == 0
        # Whoever reads the log reads lines of JSON, but for the first.
        assert len(there.lines()) == len(there.log.read_text().splitlines()) - 1


def test_who_does_not_go_on_reading_is_ended(tmp_path: Path) -> None:
    with service(tmp_path, "--workers", "1", preface=HEADS) as there:
        status, told = ask(there, {**PAGE, "scale": 2})
        assert status == 200 and told
        deaf = there.line()
        big = b"GET /openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        deaf.settimeout(SECONDS)
        # Answers that nobody reads fill the line; then it is ended, and not held for ever.
        with pytest.raises(ConnectionError):
            for _ in range(100_000):
                deaf.sendall(big)
        assert ask(there)[0] == 200
        deaf.close()


def test_a_body_that_never_comes_ends_with_408(tmp_path: Path) -> None:
    preface = (
        "import infographic.serve.run as r\n"
        "import infographic.foundation.record as record\n"
        "old = r.service_of\n"
        "def made(settings, *more):\n"
        "    return old(record.replaced(settings, body_seconds=0.3), *more)\n"
        "r.service_of = made\n"
    )
    with service(tmp_path, "--workers", "1", preface=preface) as there:
        line = there.line()
        line.sendall(request(BODY[:20], length=len(BODY)))
        assert b" 408 " in answer(line).splitlines()[0]
        assert ask(there)[0] == 200
        line.close()


def sleepy(folder: Path) -> str:
    """A drawing that waits until a file is there; it marks that it has begun."""
    (folder / "sleepy_drawing.py").write_text(
        "import time\nfrom pathlib import Path\n"
        f"FOLDER = Path({str(folder)!r})\n"
        "from infographic.serve.drawing import drawn as real\n"
        "def drawn(wanted):\n"
        "    n = len(list(FOLDER.glob('begun-*')))\n"
        "    (FOLDER / f'begun-{n}').touch()\n"
        "    while not (FOLDER / 'go').exists():\n"
        "        time.sleep(0.01)\n"
        "    return real(wanted)\n"
    )
    path = f"import sys\nsys.path.append({str(folder)!r})\n"
    return (
        path
        + "import infographic.serve.handlers as h\nimport sleepy_drawing\n"
        + ("h.drawn = sleepy_drawing.drawn\n")
    )


def until(folder: Path, pattern: str, count: int = 1) -> None:
    for _ in range(int(SECONDS * 100)):
        if len(list(folder.glob(pattern))) >= count:
            return
        time.sleep(0.01)
    raise AssertionError(f"no {pattern}")


def test_whoever_is_gone_leaves_no_work_behind(tmp_path: Path) -> None:
    with service(tmp_path, "--workers", "1", "--queue", "0", preface=sleepy(tmp_path)) as there:
        line = there.line()
        line.sendall(request(BODY))
        until(tmp_path, "begun-*")
        assert ask(there)[0] == 503
        line.close()
        ended = (any(one["status"] == 499 for one in there.lines()) for _ in range(1200))
        assert any(one or time.sleep(0.05) for one in ended)
        # Its worker is free while nobody has let the drawing go on.
        assert list((tmp_path / "temporary").glob("infographic-*")) == []
        (tmp_path / "go").touch()
        assert ask(there)[0] == 200
        assert list((tmp_path / "temporary").glob("infographic-*")) == []


def test_a_hundred_at_once_are_made_or_told_to_come_again(tmp_path: Path) -> None:
    options = ("--workers", "1", "--queue", "4")
    with service(tmp_path, *options) as there, ThreadPoolExecutor(40) as hands:
        came = list(hands.map(lambda _: ask(there)[0], range(100)))
        assert set(came) <= {200, 503} and 200 in came and 503 in came
        assert ask(there)[0] == 200


def test_told_to_end_it_makes_what_it_has_begun(tmp_path: Path) -> None:
    with service(tmp_path, "--workers", "1", preface=sleepy(tmp_path)) as there:
        came: list[tuple[int, bytes]] = []
        asking = threading.Thread(target=lambda: came.append(ask(there)))
        asking.start()
        until(tmp_path, "begun-*")
        ending = threading.Thread(target=there.end)
        ending.start()
        with pytest.raises(OSError):
            # The door is closed at once; what is within is made.
            for _ in range(int(SECONDS * 20)):
                there.line().close()
                time.sleep(0.05)
        (tmp_path / "go").touch()
        asking.join(SECONDS)
        ending.join(SECONDS)
        assert came[0][0] == 200 and there.process.returncode == 0


def test_a_page_that_takes_too_long_costs_itself(tmp_path: Path) -> None:
    options = ("--workers", "1", "--seconds", "0.5")
    with service(tmp_path, *options, preface=sleepy(tmp_path)) as there:
        status, told = ask(there)
        assert (status, json.loads(told)["type"][-14:]) == (504, "serve-too-much")
        (tmp_path / "go").touch()
        assert ask(there)[0] in (200, 504)
        assert ask(there)[0] == 200


def test_it_needs_no_package_but_those_of_its_extra(tmp_path: Path) -> None:
    others = ("watchfiles", "websockets", "rich", "dask", "distributed", "obstore", "httpx2")
    preface = f"import sys\nsys.modules.update(dict.fromkeys({others!r}))"
    with service(tmp_path, "--workers", "1", preface=preface) as there:
        assert ask(there)[0] == 200
        assert there.end() == 0


def test_stories_of_anybody_have_lower_limits(tmp_path: Path) -> None:
    many = {**PAGE, "story": {**PAGE["story"], "x-many": [0] * 70_000}}
    with service(tmp_path, "--workers", "1") as there:
        status, told = ask(there, many)
        told_limits = [one["values"].get("limit") for one in json.loads(told)["diagnostics"]]
        assert (status, told_limits) == (422, ["values"])
        assert ask(there)[0] == 200
    (tmp_path / "raised").mkdir()
    with service(tmp_path / "raised", "--workers", "1", "--limits", "values=100000") as there:
        assert ask(there, many)[0] == 200
