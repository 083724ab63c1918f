"""A worker's memory is the same after many pages as after some."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from infographic import Job
from infographic.batch.engine.flow import results
from infographic.batch.engine.pool import Pool

WORDS = "山水田林路桥村镇河湖海天云风雨雪春夏秋冬东南西北"


def jobs(count: int) -> Iterator[Job]:
    """Small cards, each with other numbers, and another headline."""
    for number in range(count):
        headline = "".join(WORDS[number * step % len(WORDS)] for step in (3, 5, 7, 11))
        stats = [f"今年通车**{number}.{number % 7}**公里", f"比上年多**{2 * number}**座"]
        story = {"headline": f"{headline}通了", "panels": [{"stats": stats}]}
        yield Job(story, "square", (f"{number % 10}.png",))


@pytest.mark.full
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_memory_is_flat_over_many_jobs(tmp_path: Path) -> None:
    resident: list[int] = []
    with Pool(1, megabytes=4000, preload=("square",)) as pool:
        for number, result in enumerate(results(jobs(1500), pool, str(tmp_path)), 1):
            assert result.is_made
            if not number % 50:
                statm = Path(f"/proc/{result.worker}/statm").read_text(encoding="ascii")
                resident.append(int(statm.split()[1]) * os.sysconf("SC_PAGE_SIZE"))
    first, *later = resident[9:]
    assert len(later) == 20
    assert max(later) <= 1.05 * first
    assert min(later) >= 0.95 * first
