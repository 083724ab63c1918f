"""稿件模板：各处的值取自数据表的列。"""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "row-column": ("数据表没有“{name}”这一列", "有哪些列，看`infographic data`"),
    "row-item": ("“{name}”是列表中一项的一部分，不在“$each”的“do”里", "写数据表的列名"),
    "row-empty": (
        "“{name}”这一格是空的，文字会缺一块",
        "补上，或写明空着就不要这段文字：{{“$if”: “{name}”, “then”: “…”}}",
    ),
    "row-number": ("“{name}”这里应为数字，实为{found}", "格里写数字"),
    "row-words": ("“{name}”这里应为文字或数字，实为{found}", ""),
    "row-list": ("“{name}”这里应为列表，实为{found}", ""),
    "row-object": (
        "格里是对象，模板里没有写过",
        "写明要其中哪几项：对列表用“$each”，里面写“./名称”",
    ),
    "row-condition": (
        "条件写列名、{{“column”: …}}、“not”、“any”或“all”；实为{found}",
        "大于零这样写：{{“column”: “growth”, “above”: 0}}",
    ),
    "row-condition/field": ("条件没有“{key}”这一项", ""),
    "row-condition/number": ("“{key}”要数字，实为{found}", ""),
    "row-form/branch": ("“$if”要有“then”或“else”", ""),
    "row-form/directive": ("“{key}”不是模板的指令，或不能与这一条放在一起", ""),
    "row-form/name": ("“$row”写列名，实为{found}", ""),
    "row-form/form": ("文字里的数没有“{form}”这种写法", "可写：{known}"),
    "row-form/join": ("“$join”是几段文字的列表，“with”是文字", ""),
    "row-form/each": ("“$each”写一列的名称，这列是列表；“do”写每一项怎么出", ""),
    "row-form/columns": (
        "“$columns”是列名的列表，或带一个*的列名；“as”是两段文字",
        "写作{{“$columns”: “GDP *”, “as”: [“year”, “GDP”]}}",
    ),
    "row-settings": ("“$batch”应为对象，实为{found}", ""),
    "row-settings/key": ("“$batch”没有“{key}”这一项", ""),
    "row-settings/names": ("“$batch”的“{key}”写列名", ""),
    "row-story": ("第{number}行：{why}（{place}）", ""),
    "row-story/empty": (
        "第{number}行：{why}（{place}）",
        "“{name}”这一格是空的：填上，或给“$row”写“default”",
    ),
    "row-more": ("另有{count:#}行在{pointer}处有“{code}”", ""),
}
