"""Stories that no layout was made with: other subjects, lengths, facts, words and pictures.

`STORIES` holds them by name, made of the words in `words/` without chance or clock; `written` lays
them down as a desk has them, each in a file with its pictures beside it. `sweep.py` says how
layouts stand with them.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from look_stories.pictures import SHAPES, picture

WORDS = Path(__file__).with_name("words")
FACTS = (1, 2, 3, 5, 8, 12)
"""How many facts stand beside the news."""

Story = dict[str, Any]


def base(name: str) -> Story:
    """A story as it stands in `words/`: without pictures."""
    story: Story = json.loads((WORDS / f"{name}.json").read_text(encoding="utf-8"))
    return story


def changed(name: str, **fields: Any) -> Story:
    """A story with other fields; None takes one away."""
    story = base(name) | fields
    return {field: value for field, value in story.items() if value is not None}


def with_facts(name: str, count: int, **fields: Any) -> Story:
    """A story of one panel with its news and so many facts."""
    story = changed(name, **fields)
    panel = story["panels"][0]
    story["panels"] = [panel | {"stats": panel["stats"][: count + 1]}]
    return story


CAPTIONS = {
    "landscape": "雾散以后的北坑。十三年前，这里是一百二十米深的露天矿坑。",
    "portrait": "停采的井架留了下来，一对东方白鹳把窝搭在顶上。",
    "tall": "从矸石山上望新城，坡上是第三年的山杏。",
    "square": "沉陷区上的光伏板，板下种着黄芪。",
    "wide": "傍晚的环湖步道。",
    "panorama": "岭西全景：近处是湖，远处是收尾中的矸石山，"
    "中间的新城住着四万多户从沉陷区搬出来的人家。",
}


def figures(*shapes: str) -> list[Story]:
    """Pictures of these shapes as a story names them; of several the last has no credit."""
    made: list[Story] = [
        {
            "image": f"pictures/{shape}.jpg",
            "caption": CAPTIONS[shape],
            "credit": "石取景 摄",
            "alt": f"山岭、湖面与新城，{'竖' if SHAPES[shape][0] < SHAPES[shape][1] else '横'}幅",
        }
        for shape in shapes
    ]
    if len(made) > 1:
        del made[-1]["credit"]
    return made


def long_labels() -> Story:
    story = with_facts("hospital", 5)
    story["headline"] = "标签很长的一组数字"
    story["panels"][0]["stats"] = [
        {"label": "按常住人口计算的县域内住院患者就诊率（不含急诊转诊）",
         "from": "由**71.4**%", "to": "升至**90.6**%", "lead": True, "better": "up"},
        {"label": "并入紧密型县域医疗卫生共同体统一管理的乡镇卫生院和社区卫生服务中心",
         "value": 23, "unit": "家"},
        {"label": "家庭医生签约的六十五岁及以上老年人健康管理规范随访率",
         "value": 96.3, "unit": "%"},
        {"label": "统一采购、统一配送、统一结算后乡镇一级能够配到的药品",
         "from": "由**210**种", "to": "增至**684**种"},
        {"label": "县级医院下沉到乡镇且能够独立完成扫描与上传的CT", "value": 12, "unit": "台"},
        {"label": "城乡居民基本医疗保险住院次均费用", "value": 3860, "grouping": True, "unit": "元",
         "note": "扣除大病保险二次报销以前，比2023年少11.5%"},
    ]  # fmt: skip
    return story


LONG_HEADLINE = "从一张病床等三天到当天住上院，一个山区县把县医院开到了每个镇"
LONG_DECK = (
    "——云屏县把县医院和二十三家乡镇卫生院合成一家，人一起用、药一起买、钱一起算，"
    "九成住院病人留在了县里；怎样把医生也留下来，是下一道题"
)
MINE = base("mine")
SIX_EACH = [panel | {"stats": panel["stats"][:6]} for panel in MINE["panels"][:2]]
"""Two panels of six, as a day's page has them."""

_MADE: Mapping[str, Callable[[], Story]] = {
    # Lengths.
    "short-three-numbers": lambda: with_facts("roads", 2, body=None, deck=None, kicker=None),
    "short-body": lambda: changed("roads"),
    "middle-1500": lambda: changed(
        "mine", body=MINE["body"][:19], panels=SIX_EACH, figures=figures("landscape", "square")
    ),
    "long-2800": lambda: changed(
        "mine", panels=SIX_EACH, figures=figures("landscape", "square", "portrait")
    ),
    "long-without-pictures": lambda: changed("mine", panels=SIX_EACH),
    "one-panel-900": lambda: changed("library"),
    "two-panels-without-pictures": lambda: changed("mine", body=MINE["body"][:12], panels=SIX_EACH),
    # Pictures.
    "six-pictures": lambda: changed("mine", panels=SIX_EACH, figures=figures(*SHAPES)),
    "one-portrait": lambda: with_facts("mine", 4, figures=figures("portrait")),
    "one-panorama": lambda: with_facts("mine", 4, figures=figures("panorama")),
    "two-uprights": lambda: with_facts("mine", 6, figures=figures("tall", "portrait")),
    "pictures-and-few-words": lambda: with_facts(
        "mine", 3, body=MINE["body"][:4], figures=figures("wide", "landscape", "square")
    ),
    # How many numbers.
    "one-number": lambda: with_facts("hospital", 0),
    "thirty-numbers": lambda: changed("mine", figures=figures("wide")),
    **{
        f"facts-{count}": lambda count=count: with_facts(  # type: ignore[misc]
            "hospital", count, figures=figures("landscape")
        )
        for count in FACTS
    },
    # What they are.
    "nine-sentences": lambda: changed("services"),
    "negative-changes": lambda: changed("trade"),
    "a-fall-that-is-good": lambda: changed("roads", figures=figures("square")),
    "long-labels": long_labels,
    "long-latin-names": lambda: changed("garden", figures=figures("portrait")),
    # Headlines and decks.
    "headline-of-6": lambda: changed("hospital", headline="看病不出县城"),
    "headline-of-30": lambda: changed("hospital", headline=LONG_HEADLINE),
    "without-a-deck": lambda: changed("library", deck=None, kicker=None),
    "long-deck": lambda: changed("hospital", deck=LONG_DECK, figures=figures("wide")),
    # Charts.
    "charts-only": lambda: changed("trains"),
    "one-chart": lambda: changed("trains", byline=None, charts=base("trains")["charts"][:1]),
    # Languages.
    "english": lambda: changed("harbour"),
    "bilingual": lambda: changed("museum", figures=figures("wide")),
}
STORIES: Mapping[str, Story] = {name: make() for name, make in _MADE.items()}


def story(name: str) -> Story:
    """A story of one's own to change."""
    return copy.deepcopy(STORIES[name])


def written(folder: Path) -> dict[str, Path]:
    """The stories as files of a folder, with their pictures beside them, by name."""
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    for shape in SHAPES:
        picture(shape).save(folder / "pictures" / f"{shape}.jpg", quality=85)
    paths = {name: folder / f"{name}.json" for name in STORIES}
    for name, path in paths.items():
        path.write_text(json.dumps(STORIES[name], ensure_ascii=False, indent=1), encoding="utf-8")
    return paths
