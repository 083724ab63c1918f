"""Words that devices set themselves, in the story's language: Chinese, else English."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "colon": ("：", ": "),
    "join": ("、", ", "),
    "alt-columns": ("各列：{names}", "Columns: {names}"),
    "alt-events": ("{kind}，共{count}件事", "{kind} of {count} events"),
    "alt-extremes": ("最高{most}，最低{least}", "Highest {most}, lowest {least}"),
    "alt-from-to": ("从{first}到{last}", "From {first} to {last}"),
    "alt-less": ("，降{share}%", ", down {share}%"),
    "alt-missing": ("{count}个值缺失", "Missing values: {count}"),
    "alt-more": ("，升{share}%", ", up {share}%"),
    "alt-more-rows": ("其余{count}行从略", "{count} more rows"),
    "alt-rows": ("{kind}，共{count}项", "{kind} of {count} items"),
    "alt-stop": ("。", ". "),
    "alt-time": ("{kind}，{first}至{last}", "{kind}, {first} to {last}"),
    "bins": (
        "每组宽{width}，含左端，不含右端",
        "bins of {width}, each with its lower end and without its upper one",
    ),
    "bins-claimed": ("深色组内有{names}", "the dark bins hold {names}"),
    "bins-counts": ("柱上为个数，共{count}个", "on the bars: how many, of {count}"),
    "between": ("；", "; "),
    "median": ("中位数 ", "median "),
    "missing": ("—", "—"),
    "axis-to": ("横轴到{value}为止", "the axis ends at {value}"),
    "axis-from": ("横轴从{value}起", "the axis begins at {value}"),
    "about": ("约", "about "),
    "earlier": ("此前", "before"),
    "later": ("现在", "now"),
    "from-to": ("{first}—{last}", "{first}–{last}"),
    "level": ("持平", "unchanged"),
    "times": ("为原来的{value}倍", "{value} times as much"),
    "points": ("{value}个百分点", "{value} pct points"),
    "not-both": ("{names}缺一期数据，未画", "not drawn, one value is missing: {names}"),
    "days": ("{count}天", "{count} days"),
    "days-empty": ("空格{count}天无数据", "empty: {count} days without data"),
    "key-method": ("{method}", "{method}"),
    "own-scales": ("各图刻度不同，均从0起", "each field has its own scale, from 0"),
    "axis-log": ("纵轴为对数刻度", "the scale is logarithmic"),
    "forecast-dashed": ("虚线为预计", "dashed: forecast"),
    "gap-dashed": ("细虚线处无数据", "thin dashes: no data"),
    "line-is": ("横线为{label}", "the level line is {label}"),
    "upright-from": ("纵轴从{value}起", "the scale begins at {value}"),
    "upright-to": ("纵轴到{value}止", "the scale ends at {value}"),
    "forecast-hatched": ("斜线为预计", "hatched: forecast"),
    "shares-of-rows": ("条长为占本行合计的比重", "lengths are shares of each row’s total"),
    "falls-hatched": ("斜线为减少", "hatched: a fall"),
    "strip": ("每点为一个值，共{count}个", "each dot is a value, {count} in all"),
    "table-columns-left-out": ("未列出：{names}", "not shown: {names}"),
    "table-forecast": ("{name}（预计）", "{name} (forecast)"),
    "table-lines": ("小线图各行自成尺度", "each small line has a scale of its own"),
    "table-rows-left-out": ("另有{count}行未列出", "{count} more rows are not shown"),
    "flow-missing": ("{count}项无数据", "{count} have no data"),
    "data-events": ("时间|事件|说明", "When|What|More"),
    "dash": ("—", "–"),
    "time-even": ("时间间隔非等比", "distances in time are not to scale"),
    "total": ("合计", "Total"),
    "rest": ("其余{count}项", "{count} others"),
    "rest-left-out": ("其余{count}项未列出", "{count} others are not shown"),
    "rest-sum": ("其余{count}项合计{sum}", "{count} others come to {sum}"),
    "map-approval": ("审图号：{number}", "Map approval No. {number}"),
    "map-base-approval": ("底图审图号：{number}", "Approval No. of the base map: {number}"),
    "map-circles": ("圆的面积表示数值", "Areas of circles are as the values"),
    "map-equal": ("等距分级，括号内为地区数", "Equal steps, with the number of places"),
    "map-no-data": ("无数据", "No data"),
    "map-own": ("按所列界限分级，括号内为地区数", "Steps as stated, with the number of places"),
    "map-quantile": (
        "按地区数均分级，括号内为地区数",
        "Steps of about as many places each, with their number",
    ),
    "map-range": ("{low}—{high}", "{low}–{high}"),
    "cell-is": ("每格{share}%", "a cell is {share}%"),
    "of-whole": ("占{whole}的{share}%", "{share}% of {whole}"),
    "others": ("其余", "the rest"),
    "outlined-inexact": ("空心处为不确定的部分", "outlined: not known exactly"),
    "dot-is": ("每个圆点＝{value}", "one dot is {value}"),
    "sign-is": ("每个图标＝{value}", "one sign is {value}"),
    "signs-rounded": ("图标数四舍五入", "numbers of signs are rounded"),
    "scatter-missing": ("{count}项缺少数据，未画", "{count} without both values are not drawn"),
    "scatter-trend": (
        "虚线为最小二乘直线，不表示因果",
        "dashed: the straight line of least squares, no proof of cause",
    ),
    "unit-is": ("单位：{unit}", "in {unit}"),
    "source": ("来源：", "Source: "),
}
"""Each in Chinese and in English; {…} stands for a value."""


def word(key: str, language: str, **values: object) -> str:
    """A word or sentence of ours with its values.

    >>> word("source", "zh-Hans"), word("source", "en-GB")
    ('来源：', 'Source: ')
    """
    chinese, english = WORDS[key]
    return (chinese if language.startswith("zh") else english).format(**values)
