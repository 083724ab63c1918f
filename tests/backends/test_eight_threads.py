"""Eight threads at once write what one writes: nothing that they share is in the way."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

import pytest
from pages import page_or_faults
from small_pages import composed

from infographic.backends import pdfium
from infographic.backends.overlay.rings import picture_of
from infographic.composed import ComposedPage
from infographic.press.inspect.file import sheet_and_trim
from infographic.press.inspect.run import inspect

THREADS = 8
ROUNDS = 8


@pytest.fixture(autouse=True)
def _threads_that_change_often() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def page(number: int) -> ComposedPage:
    """Of four pages that differ, with type in inks, a line and numbers."""
    words = "一二三四五六七八九十"[number:] * 3
    stat = {"type": "text", "text": f"共{number + 2}个", "style": "value"}
    text = {"type": "text", "text": words, "style": "body"}
    return composed(
        {"type": "stack", "children": [text, {"type": "rule", "color": "red"}, stat]}, 100
    )


def plates(one: ComposedPage) -> list[bytes]:
    return [plate.shares.tobytes() for plate in one.plates(72).plates]


def checked(one: ComposedPage) -> list[object]:
    """What `check` finds on the page and in its file, and the picture of a proof."""
    data = one.pdf(force=True)
    sheet, trim = sheet_and_trim(data)
    found = [*one.preflight(), *inspect(data, "x.pdf", one.press)]
    return [*map(str, found), picture_of(data, trim, sheet, 72)]


WORK: dict[str, Callable[[ComposedPage], object]] = {
    "png": lambda one: one.png(),
    "clear png": lambda one: one.png(transparent=True, ppi=40),
    "overlay": lambda one: one.overlay(40),
    "screen": lambda one: one.pdf("screen"),
    "print": lambda one: one.pdf(force=True),
    "plates": plates,
    "check": checked,
    "dump": lambda one: one.dump(),
}


@pytest.mark.apart
def test_eight_threads_compose_write_and_check_as_one_does() -> None:
    jobs = [(number, name) for number in range(4) for name in WORK]

    def done(job: tuple[int, str]) -> object:
        return WORK[job[1]](page(job[0]))

    alone = [done(job) for job in jobs]
    with ThreadPoolExecutor(THREADS) as threads:
        together = list(threads.map(done, jobs * ROUNDS))
    wrong = {job for job, one, other in zip(jobs * ROUNDS, alone * ROUNDS, together, strict=True)
             if one != other}  # fmt: skip
    assert not wrong


def test_one_square_drawn_160_times_from_four_threads_is_one_picture() -> None:
    one = page_or_faults("square", "data")
    assert isinstance(one, ComposedPage)
    alone = one.png(scale=0.2)
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(lambda _: one.png(scale=0.2), range(160))) == {alone}


@pytest.fixture
def entrances(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """Whether another thread could have entered PDFium, each time that something was drawn."""
    seen: list[bool] = []
    with pdfium.functions() as functions:
        plain = functions.FPDF_RenderPageBitmap

    def is_open() -> bool:
        is_taken = pdfium._lock.acquire(blocking=False)
        if is_taken:
            pdfium._lock.release()
        return is_taken

    with ThreadPoolExecutor(1) as another:

        def noted(*args: Any) -> None:
            seen.append(another.submit(is_open).result())
            plain(*args)

        for module in (functions, _raw()):
            monkeypatch.setattr(module, "FPDF_RenderPageBitmap", noted)
        yield seen


def _raw() -> ModuleType:
    import pypdfium2.raw

    raw: ModuleType = pypdfium2.raw
    return raw


def test_no_two_threads_are_in_pdfium_at_once(entrances: list[bool]) -> None:
    one = page(1)
    data = one.pdf(force=True)
    sheet, trim = sheet_and_trim(data)
    ways: list[tuple[Callable[[], object], int]] = [
        (one.png, 1),
        (lambda: one.plates(72), 4),
        (lambda: picture_of(data, trim, sheet, 72), 1),
    ]
    for way, drawn in ways:
        entrances.clear()
        way()
        assert len(entrances) >= drawn
        assert not any(entrances)
