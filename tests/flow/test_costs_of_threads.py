"""A thread costs as its frames and words grow, and is tried so often and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from small_pages import composed, faults
from steps import steps

from infographic.foundation import memo

Limited = Callable[[Mapping[str, int]], None]
HAN = "一二三四五六七八九十"


def thread_of(count: int) -> dict[str, Any]:
    """A body through so many frames of two columns, 2 × 2 lines of five characters each."""
    body = [HAN * 2] * count
    head = {"type": "article", "body": body, "style": "body", "thread": "t"}
    more = {"type": "thread", "thread": "t"}
    each = {"width": "110pt", "height": "24pt"}
    children = [
        {"x": "0pt", "y": f"{30 * n}pt", **each,
         "block": {**(more if n else head), "columns": 2, "gutter": "10pt"}}
        for n in range(count + 2)
    ]  # fmt: skip
    return {"type": "frames", "children": children}


def test_a_thread_of_many_frames_is_made_up_in_linear_time() -> None:
    def work(count: int) -> int:
        memo.forget()
        return steps(lambda: composed(thread_of(count), 120, 30 * count + 60))

    work(10)
    assert work(160) < 2.2 * work(80)


def test_running_text_is_poured_so_often_and_no_more(limited: Limited) -> None:
    limited({"poured-lines": 200})
    assert faults(thread_of(3), 120, 200) == []
    (fault,) = faults(thread_of(120), 120, 3700)
    assert (fault.limit, fault.origin.pointer) == ("poured-lines", "/body/children/0/block/body/0")
