"""Of 核数, which reads the story's numbers against each other; and of “must”."""

from __future__ import annotations

CODES: dict[str, str] = {
    "figure-average": """\
An average does not follow from the number of what is counted and the sum beside it.
What rounding explains is not doubted, nor an average beside more than one sum.
    向1260户社员分红378万元，户均4000元        it is 3000元""",
    "figure-count": """\
A list is said to have so many items, and has more or fewer.
Before 等 a list may be shorter than the number, not longer; 和 may join two items or be in one.
    剪纸、陶笛、扎染、皮影五项非遗体验        four are listed""",
    "figure-date": """\
A weekday is not that of its date, or a span is not that between the two years or days it names.
Where both ends may be counted, one more is right too: 3月5日至19日 is 14 days or 15.
    2024年10月16日（星期五）                  it is a 星期三
    始建于1958年，到2018年已走过70个春秋      it is 60""",
    "figure-differs": """\
The same quantity seems to be stated with two values.
The second place is marked and the first named; either may be wrong. If they are two quantities,
word them so that a reader sees it: another year, another county, “新增” rather than the total.
    党建联盟2300余个 … 党建联盟2030余个
A cell of the data is one of the places where the text names its row and what is measured.""",
    "figure-direction": """\
The word says up where the numbers go down, or the other way round.
Either the word is wrong or one of the numbers, often with two digits exchanged.
    由58.6%增至41.3%        perhaps      由41.3%增至58.6%""",
    "figure-grown-by": """\
“增长了” is followed by a number that looks like what it grew to, or something became less by more
than all of it.
了 says by how much, 到 says to what; what falls by 100% is nothing, so it cannot fall by twice.
    由120个增加了180个        perhaps      由120个增加到180个
    能耗下降了2倍              perhaps      能耗降至三分之一""",
    "figure-left-out": """\
A text on the page refers to a figure that the story has and this layout does not show.
The reader would look for it in vain. Take the reference out for this layout, or show the figure.
    （见图④）  on a page of three pictures""",
    "figure-missing": """\
The text refers to a figure that the story does not have.
Figures are counted in the order of “figures”, or by their own “number”. The hint names those that
nothing mentions: one of them may be meant.
    （见图④）  in a story of three figures""",
    "figure-percentage": """\
A growth, a share, a multiple or what is left net does not follow from the numbers beside it.
The right value is given, to the places that were printed and one more. What rounding explains is
not doubted. 增长了3倍 is four times as much, 翻一番 is twice.
    由100吨增至150吨，增长40%        it is 50%
    由80万增长了3倍，达到240万        it has grown by 2倍""",
    "figure-share": """\
A share is more than the whole, or the shares of one whole make more than it, or, where none is
left out (男 and 女, 其余), less. Shares that may overlap (选择, 党员, 本科以上 …) are not added.
A rate that may be over 100% (增长率, 完成率, 负债率 …) is not doubted.
    城镇人口占比达120%
    男性占56%，女性占46%""",
    "figure-total": """\
The parts of a total, before or behind it, add up to more than it, or, where all are named, to less.
Parts that overlap (党员, 35岁以下, 本科以上 …) are not added.
    共100人，其中男性60人、女性50人""",
    "figure-unit-jump": """\
The same digits stand in two places with different magnitudes or units.
One of them has lost or gained a 万 or 亿, or its unit is another.
    128.6万吨 … 128.6亿吨
    3200公顷 … 3200亩""",
    "figure-unmentioned": """\
A figure is never mentioned in the text, though others are.
Only `check` says so; the page is made. Mention it, or leave it if its caption says enough.
    见图①。  in a story of two figures: nothing leads to 图②""",
    "figures-unread": """\
A story has more words or numbers than are checked against each other.
What stands before is checked, the rest is not. `--limits figures=NUMBER` or `checked-characters=…`
checks more, in a time that grows with it.""",
    "must-left-out": """\
A part of the story that must appear has no place in the layout.
A stat, panel or figure with "priority": "must" is never left out silently: where a layout has no
place for it, nothing is written. A layout that takes only some of a list keeps “must” before
“should” before “may”. Choose a layout with more room, or lower the priority.
    {"value": 2300, "label": "党建联盟", "priority": "should"}""",
}
