"""The collector is paused while a page is made or written, and is then as it was found."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest
from small_pages import composed

from infographic.backends.pdf import write
from infographic.foundation import running as collector
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.running import collector_paused
from infographic.layout.block import Region

pytestmark = pytest.mark.apart


@pytest.fixture(autouse=True)
def _collector_on() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


@pytest.fixture
def looks() -> Iterator[list[int]]:
    """The generations that were looked through, one look after the other."""
    seen: list[int] = []

    def noted(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            seen.append(info["generation"])

    gc.collect()
    gc.callbacks.append(noted)
    yield seen
    gc.callbacks.remove(noted)


def test_it_is_off_inside_and_on_again_after() -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), collector_paused():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_inside_another_pause_it_stays_off_until_the_outer_ends() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with collector_paused():
        pass
    assert not gc.isenabled()


def test_with_two_threads_at_work_it_is_off_until_both_are_done() -> None:
    both, one_is_done = Barrier(2), Barrier(2)
    seen: list[bool] = []

    def short() -> None:
        with collector_paused():
            both.wait()
        one_is_done.wait()

    def long() -> None:
        with collector_paused():
            both.wait()
            one_is_done.wait()
            seen.append(gc.isenabled())

    threads = [Thread(target=short), Thread(target=long)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [False]
    assert gc.isenabled()


def test_threads_that_take_turns_without_an_end_do_not_keep_all_rubbish() -> None:
    gc.collect()
    with collector_paused():  # the thread that is always there
        for _ in range(300):
            with collector_paused():
                Ring()
        assert sum(isinstance(one, Ring) for one in gc.get_objects()) < 200


class Ring:
    """A value that only the collector finds to be rubbish."""

    def __init__(self) -> None:
        self.itself = self


def test_what_a_pause_made_is_not_looked_through_at_its_end(looks: list[int]) -> None:
    with collector_paused():
        looks.clear()  # the one before it
        made = [Ring() for _ in range(50_000)]
    more = [[] for _ in range(100)]
    assert looks == []
    assert gc.get_count()[0] < 1_000
    assert len(made) + len(more) == 50_100


def test_rubbish_of_many_pauses_is_found_in_the_end(looks: list[int]) -> None:
    gc.collect()
    looks.clear()
    for _ in range(3 * collector._MOST_APART):
        with collector_paused():
            Ring()
    assert looks.count(2) == 3
    assert sum(isinstance(one, Ring) for one in gc.get_objects()) <= collector._MOST_APART


def test_what_a_program_has_frozen_stays_so() -> None:
    frozen = [[]]
    gc.freeze()
    try:
        with collector_paused():
            frozen.append([])
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()


def test_a_warm_page_is_not_looked_through(looks: list[int]) -> None:
    for text in "国家":
        page = composed({"type": "text", "text": text * 90, "style": "s"})
        page.pdf("screen")
    looks.clear()
    page = composed({"type": "text", "text": "春" * 90, "style": "s"})
    young = len(gc.get_objects(0)) + len(gc.get_objects(1))
    page.pdf("screen")
    # Before it is made, and before it is written: what others made since, hardly anything.
    assert looks == [collector.YOUNG, collector.YOUNG]
    assert young < 200


def test_rubbish_of_who_uses_us_is_found_before_a_page_is_made() -> None:
    with collector_paused():
        pass
    for _ in range(20):
        rubbish = [Ring() for _ in range(50)]
        del rubbish
        with collector_paused():
            assert not any(isinstance(one, Ring) for one in gc.get_objects())


def test_what_is_freed_in_a_look_may_make_a_page() -> None:
    made = []

    class Last(Ring):
        def __del__(self) -> None:
            with collector_paused():
                made.append(1)

    def many() -> None:
        with collector_paused():
            pass
        for _ in range(collector._MOST_APART + 1):
            with collector_paused():
                Last()

    thread = Thread(target=many, daemon=True)
    thread.start()
    thread.join(20)
    assert not thread.is_alive()
    assert len(made) >= collector._MOST_APART


def test_it_is_paused_while_a_page_is_composed_and_on_after_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[bool] = []
    plain = Region.__init__

    def noted(self: Region, *args: object, **more: object) -> None:
        seen.append(gc.isenabled())
        plain(self, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Region, "__init__", noted)
    composed({"type": "text", "text": "国", "style": "s"})
    with pytest.raises(SpecError):
        composed({"type": "text", "text": "国" * 99, "style": "s"}, 100, 20)
    assert seen
    assert not any(seen)
    assert gc.isenabled()


def test_it_is_paused_while_a_page_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    plain = write.date_of_making

    def noted() -> object:
        seen.append(gc.isenabled())
        return plain()

    monkeypatch.setattr(write, "date_of_making", noted)
    page = composed({"type": "text", "text": "国", "style": "s"})
    page.pdf("screen")
    page.png()
    assert seen == [False, False]
    assert gc.isenabled()
