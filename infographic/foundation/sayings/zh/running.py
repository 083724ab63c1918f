"""Of running text: columns, threads, insets."""

from __future__ import annotations

INSET = "改正“at”“row”或“first”，或增加文章的高度"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "overset/columns": (
        "正文超{over}字（{rows}行），{count}栏、每栏高{height:.1f pt}排不下",
        "删{over}字，或给文章增加{more:.0f pt}",
    ),
    "overset/columns-begun": (
        "正文要另起的栏比{count}栏多：{over}字（{rows}行）没有栏可排",
        "少写“breaks”或“breaks_column”，或多分几栏",
    ),
    "overset/tiers": (
        "正文超{over}字（{rows}列竖行），{count}个横栏、每栏宽{width:.1f pt}排不下",
        "删{over}字，或把文章加宽{more:.0f pt}",
    ),
    "overset/thread": (
        "正文超{over}字（{rows}行），串接的{frames}个图文框排不下",
        "删{over}字，加大一个图文框，或多串接一个",
    ),
    "columns-narrow/article": (
        "{count}栏、栏间距{gutter:g pt}，在{room:.1f pt}宽里每栏排不下{fewest}个{size:g pt}的字",
        "少分几栏，减小“gutter”，或加宽",
    ),
    "breaks-unused": "没有栏从第{number}段起：正文共{paragraphs}段",
    "thread-room": (
        "串接的一个图文框高{height:.1f pt}，不足一行：没有字排在里面",
        "给它的行写高度，“1fr”或长度，或去掉它",
    ),
    "thread-head/two": ("有{heads}篇文章作串接“{thread}”的开头", "给另一篇换个名称"),
    "thread-head/none": ("没有文章作串接“{thread}”的开头", '在开头的文章里写"thread": "{thread}"'),
    "value-choice/jump-line": ("转版提示里“{word}”什么也不代表", "写{{page}}"),
    "style-vertical/runs-across": (
        "样式“{style}”是横排，正文是竖排", '给“{style}”写与“{body}”相同的"writing"',
    ),
    "style-vertical/runs-down": (
        "样式“{style}”是竖排，正文是横排", '给“{style}”写与“{body}”相同的"writing"',
    ),
    "drop-cap": ("没有排首字下沉：旁边地方太小或字太少，或上面有标记", "加宽栏，或去掉“drop_cap”"),
    "style-vertical/drop-cap": ("竖排的文字不能用首字下沉", "去掉“drop_cap”"),
    "style-vertical/insets": ("竖排的文章不能有文中插块", "把版块放在文章旁边"),
    "style-vertical/relief": ("竖排的文章不能用“relief”", "把引语放在文章旁边"),
    "style-vertical/thread": ("竖排的文字不能串接", "去掉文章的串接，或用横排样式"),
    "frame-outside/inset-columns": (
        "文中插块占第{first}至第{last}栏，文章只有{count}栏", "改正“first”或“span”",
    ),
    "frame-outside/inset-beside": (
        "宽{width:.1f pt}的文中插块伸出文章{beyond:.1f pt}",
        "减小“width”，或改正“first”“span”“side”",
    ),
    "frame-outside/inset-on-another": (
        "“{at}”处的文中插块压在“{other}”处的上面（{place}），重叠{lines}行", INSET,
    ),
    "frame-outside/inset-on-another-unplaced": (
        "“{at}”处的文中插块压在“{other}”处的上面，重叠{lines}行", INSET,
    ),
    "value-range/contour": (
        "轮廓的{corners}个角围不出面", "至少三个角，不在一条直线上：[[0.5, 0], [1, 1], [0, 1]]",
    ),
}  # fmt: skip
