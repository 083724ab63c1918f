"""A pane of a browser: what is drawn for it, and when."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from infographic.studio.session.paths import outside
from infographic.studio.session.view import View
from infographic.studio.worker.process import JobFailedError

Part = dict[str, Any]
LOOK: Part = {"view": "main", "story": "story.json", "layout": "square", "scale": 1.0}


class Worker:
    """Draws when it is let, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Part]] = []
        self.fails: list[str] = []
        self.later: list[int] = []
        self.during: Callable[[], object] = lambda: None
        self.overtaken: list[bool] = []
        self.ends: set[str] = set()
        """Jobs that end the process."""
        self.lost: Callable[[], object] = lambda: None

    async def ask(
        self, name: str, given: Part, on_part: Callable[[Part], None] = print, *,
        is_overtaken: Callable[[], bool] = bool,
    ) -> Any:  # fmt: skip
        self.asked.append((name, given))
        during, self.during = self.during, lambda: None
        during()
        self.overtaken.append(is_overtaken())
        await asyncio.sleep(0)
        if name in self.ends:
            await asyncio.sleep(0)
            self.lost()
            raise JobFailedError("time", [])
        if name == "draw" and self.fails:
            raise JobFailedError(self.fails.pop(), [])
        if name == "draw":
            on_part({"kind": "page", "inputs": ["/f/story.json"], "pages": []})
        if name in ("draw", "leaf"):
            on_part({"kind": "tiles", "page": given.get("page", 0), "tiles": [], "pictures": []})
        return {"took": 1, "later": self.later} if name == "draw" else {"diagnostics": []}

    def jobs(self, name: str) -> list[Part]:
        return [given for asked, given in self.asked if asked == name]


class Pane:
    """A view whose browser writes down what it is told."""

    def __init__(self) -> None:
        self.worker, self.told = Worker(), list[Part]()
        self.view = View(
            "0/main", "main", self.worker, lambda look: {**look, "text": None},  # it answers as one
            lambda message: self.told.append(dict(message)),
            lambda head, pictures: self.told.append(dict(head)),
        )  # fmt: skip

    async def until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(20):
            while not is_so():
                await asyncio.sleep(0.005)

    async def show(self, **more: Any) -> None:
        """Another look, drawn and checked."""
        checked = len(self.worker.jobs("check"))
        self.view.show({**LOOK, **more})
        await self.until(lambda: len(self.worker.jobs("check")) > checked)

    def kinds(self) -> list[str]:
        return [one["type"] for one in self.told]


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infographic.studio.session.view.PAUSE", 0.01)


def run(steps: Callable[[Pane], Any]) -> None:
    async def all_() -> None:
        pane = Pane()
        try:
            await steps(pane)
        finally:
            pane.view.close()

    asyncio.run(all_())


def test_what_changes_while_it_is_drawn_is_drawn_next_and_once() -> None:
    async def steps(pane: Pane) -> None:
        pane.worker.during = lambda: [pane.view.again() for _ in range(9)]
        await pane.show()
        assert [one["revision"] for one in pane.worker.jobs("draw")] == [1, 2]
        assert pane.worker.overtaken[:2] == [True, False]
        assert pane.kinds() == ["page", "tiles", "page", "tiles", "checked"]
        assert {one["view"] for one in pane.told} == {"main"}

    run(steps)


def test_the_browser_is_sent_the_whole_page_for_another_look_only() -> None:
    async def steps(pane: Pane) -> None:
        await pane.show()
        await pane.show(visible=[1])
        await pane.show(visible=[1], layout="panel")
        pane.view.again()
        await pane.until(lambda: len(pane.worker.jobs("draw")) == 4)
        assert [one["whole"] for one in pane.worker.jobs("draw")] == [True, False, True, False]

    run(steps)


def test_what_cannot_be_made_is_said_and_the_pages_before_are_asked_about() -> None:
    async def steps(pane: Pane) -> None:
        await pane.show()
        assert not pane.view.depends_on(frozenset({Path("/f/other.json")}))
        pane.worker.fails = ["crash"]
        pane.view.again()
        await pane.until(lambda: "failed" in pane.kinds())
        assert (pane.view.revision, pane.view.shown) == (2, 1)
        assert pane.view.depends_on(frozenset({Path("/f/other.json")})), "it may mend it"
        pane.view.lost()
        assert not pane.view.wanted.is_set(), "what ended the worker is not given to the next"
        await pane.show()
        pane.view.lost()
        assert pane.view.wanted.is_set()

    run(steps)


def test_a_look_that_leads_nowhere_is_said_and_the_next_is_drawn() -> None:
    async def steps(pane: Pane) -> None:
        def given_now(look: Mapping[str, Any]) -> Part:
            if look["layout"].startswith(".."):
                raise outside(look["layout"])
            return {**look, "text": None}

        pane.view.given_now = given_now
        await pane.show(layout="../other")
        assert pane.told[0]["type"] == "failed" and "../other" in pane.told[0]["message"]
        await pane.show()
        assert pane.kinds()[-3:] == ["page", "tiles", "checked"]

    run(steps)


def test_what_is_worked_out_later_ends_the_worker_once_and_not_for_ever() -> None:
    async def steps(pane: Pane) -> None:
        pane.worker.ends, pane.worker.lost = {"check"}, pane.view.lost
        await pane.show()
        await pane.until(lambda: len(pane.worker.jobs("draw")) == 2)
        for _ in range(10):
            await asyncio.sleep(0.005)
        assert (len(pane.worker.jobs("draw")), len(pane.worker.jobs("check"))) == (2, 1)
        pane.worker.ends = set()
        pane.view.again()
        await pane.until(lambda: "checked" in pane.kinds())

    run(steps)


def test_another_look_that_is_wanted_while_one_is_drawn_is_sent_whole() -> None:
    async def steps(pane: Pane) -> None:
        pane.worker.during = lambda: pane.view.show({**LOOK, "story": "other.json"})
        await pane.show()
        drawn = [(one["story"], one["whole"]) for one in pane.worker.jobs("draw")]
        assert drawn == [("story.json", True), ("other.json", True)]

    run(steps)


def test_of_what_was_let_go_nothing_is_said() -> None:
    async def steps(pane: Pane) -> None:
        pane.worker.fails = ["cancelled"]
        pane.worker.during = pane.view.again
        await pane.show()
        assert "failed" not in pane.kinds() and pane.view.shown == 2

    run(steps)


def test_pages_off_screen_follow_one_by_one_unless_something_newer_is_wanted() -> None:
    async def steps(pane: Pane) -> None:
        pane.worker.later = [1, 2]
        await pane.show(visible=[0])
        await pane.until(lambda: len(pane.worker.jobs("leaf")) == 2)
        assert [(one["page"], one["revision"]) for one in pane.worker.jobs("leaf")] == [
            (1, 1), (2, 1),
        ]  # fmt: skip
        pane.worker.later = [1]
        checked = len(pane.worker.jobs("check"))

        def again_while_checking() -> None:
            pane.worker.during = pane.view.again

        pane.worker.during = again_while_checking
        pane.view.again()
        await pane.until(lambda: len(pane.worker.jobs("check")) == checked + 2)
        await pane.until(lambda: len(pane.worker.jobs("leaf")) == 3)
        assert pane.worker.jobs("leaf")[-1]["revision"] == 3

    run(steps)


def test_a_closed_view_is_forgotten_by_its_worker() -> None:
    async def steps(pane: Pane) -> None:
        await pane.show()
        pane.view.close()
        await pane.until(lambda: bool(pane.worker.jobs("forget")))
        assert pane.worker.jobs("forget") == [{"view": "0/main"}]

    run(steps)
