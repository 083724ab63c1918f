"""Of the marks among the words, and of stats."""

from __future__ import annotations

OTHERS = "其余的字写进“label”或“note”，或分成两条"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "figures-full-width": (
        "全角数字按半角排：{changes}",
        "稿件里也这样写；汉字文本里阿拉伯数字用半角（GB/T 15835—2011）",
    ),
    "number-unread": (
        "“{words}”标作数字，却认不出数来；仍按数字排", "只标数字：**2300**余个；名称（C919）不标",
    ),
    "markup-unclosed/never": (
        "“{mark}”只有开头，没有收尾", "收尾：{marks}；要排字符本身写“\\{first}”",
    ),
    "markup-unclosed/crossed": ("“{mark}”没有在外层标记之前收尾", "先收它（{marks}）"),
    "markup-empty/ruby": ("注音要有字，也要有音", "写{{汉字|hàn zì}}"),
    "markup-empty/marks": ("标记{marks}之间是空的", "把字写在中间，或去掉标记"),
    "markup-stray": ("“{mark}”在这里不是标记", "要排字符本身写“\\{last}”"),
    "markup-control": ("U+{code:04X}（{name:term}）不能排", "删去；控制符只许换行和制表符"),
    "stat-form/no-place": ("带“{form}”的数据条目没有放“{odd}”的地方", OTHERS),
    "stat-form/which": ("数据条目写“text”，或“value”，或“from”和“to”；这里写了{found}", OTHERS),
    "stat-form/none": ("数据条目写“text”，或“value”，或“from”和“to”；这里一样也没有", OTHERS),
    "stat-form/empty": ("数据条目是空的", "写上数字，或删去"),
    "stat-form/text": "“value”是文字“{value}”，“{asked}”没法用它计算",
}  # fmt: skip
