"""Stories lengthened and shortened step by step, one part at a time."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pages import without_repeats
from stories_of import ROOT, story_of

Story = dict[str, Any]
LONG_HEADLINE = "激扬红色力量书写时代荣光全面加强党的建设十年回眸松花江水奔流不息长白林海层叠如涛"
SECOND_LINE = "一年接着一年干党建优势一步步化作发展优势组组数字记下这条路"
LATIN_HEADLINE = "GDP增长6.5% AI与5G应用2024年突破1.2万亿元 China新能源" * 2
HEADLINES = {
    f"headline of {n}{kind}": text
    for n in range(4, 41, 4)
    for kind, text in (
        ("", LONG_HEADLINE[:n]),
        (" in two", f"{LONG_HEADLINE[: n // 2]}　{SECOND_LINE[: n - n // 2 - 1]}"),
        (" with Latin", LATIN_HEADLINE[:n].strip()),
    )
}
CAPTION = (
    "近年来，长春市长山花园社区全面提升基层治理服务效能，成为全国党建引领基层治理样板。"
    "图为社区工作人员耐心解答居民问题。"
) * 3
WORDS = (
    "我省全面加强党的建设十年回眸本报记者李抑堃赵梦卓特约通讯员王明远"
    "高质量党建托起新时代吉林振兴发展"
)
SENTENCES = (
    "建立城市党建联盟**2300**余个", "**1800**余个小区实行“红心物业”治理",
    "面向**2038**个乡村振兴任务重的村选派驻村干部**5395**人", "培训各级干部**48.2**万人次",
    "打造“红色孵化器”**141**个，全链条孵化**4000**余户企业", "党组织覆盖率稳固在**80%**以上",
)  # fmt: skip


class Variant(NamedTuple):
    name: str
    story: Story | Path


def base() -> Story:
    return without_repeats()


def changed(told: Story, **parts: Any) -> Story:
    return {**copy.deepcopy(told), **parts}


def with_caption(told: Story, length: int) -> Story:
    told = copy.deepcopy(told)
    for figure in told["figures"]:
        figure["caption"] = CAPTION[:length]
    return told


def with_stats(told: Story, panel: int, count: int, kind: str) -> Story:
    told = copy.deepcopy(told)
    panels = told["panels"]
    panel = min(panel, len(panels) - 1)
    if kind == "values":
        stats: list[Any] = [
            {"value": 23 * 7**n % 9973, "unit": "万元", "label": f"第{n + 1}项投入比上年增加的部分"}
            for n in range(count)
        ]
    elif kind == "changes":
        stats = [
            {"from": f"从十年前的**{100 + n}.89**万名", "to": f"到如今的**{170 + n}.98**万名"}
            for n in range(count)
        ]
    else:
        stats = [SENTENCES[n % len(SENTENCES)] for n in range(count)]
    panels[panel]["stats"] = stats
    return told


def variants(step: int = 100) -> Iterator[Variant]:
    """Everything lengthened and shortened, one thing at a time."""
    told = base()
    for count in range(200, 3001, step):
        yield Variant(f"body of {count}", story_of(count))
    for name, text in HEADLINES.items():
        yield Variant(name, changed(told, headline=text))
    for length in (1, 10, 20, 40, 60, 80, 100, 130, 160):
        yield Variant(f"captions of {length}", with_caption(told, length))
    for panel in (0, 1):
        for kind in ("sentences", "values", "changes"):
            for count in range(1, 13):
                yield Variant(
                    f"{count} {kind} in panel {panel}", with_stats(told, panel, count, kind)
                )
    for part in ("kicker", "deck", "byline"):
        for length in (0, 1, 6, 12, 20, 30, 45):
            yield Variant(f"{part} of {length}", changed(told, **{part: WORDS[:length]}))
    for path in sorted(ROOT.glob("examples/*/story.json")):
        yield Variant(path.parent.name, path)
