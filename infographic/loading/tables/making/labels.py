"""What a row's label says of it: that it is a total, or a part of the row above."""

from __future__ import annotations

import re

_TOTALS = frozenset(
    [
        "合计",
        "总计",
        "共计",
        "总数",
        "小计",
        "总和",
        "全国",
        "全省",
        "全市",
        "全县",
        "全区",
        "全州",
        "全镇",
        "全自治区",
        "全部",
        "全体",
        "总",
        "全国合计",
        "全国总计",
        "地区合计",
        "平均",
        "全国平均",
        "全省平均",
        "total",
        "all",
        "sum",
        "grandtotal",
        "overall",
        "subtotal",
        "average",
    ]
)


_ENDS = frozenset(word[-1] for word in _TOTALS) | frozenset("计)）：:* ")
"""Characters that a total's label may end with: most labels end with none of them."""
LONGEST = 24
"""Characters of the label of a total."""


def is_total(label: str) -> bool:
    """Whether a row's label says that it stands for others: 合　计, 全省, Total.

    >>> [is_total(one) for one in ("合　计", "全省", "Total", "全州县", "总计（亿元）", "小麦")]
    [True, True, True, False, True, False]
    """
    if label[-1:].lower() not in _ENDS or len(label) > LONGEST:
        return False
    bare = "".join(label.split()).strip("：:*").lower()
    bare = re.sub(r"[（(].*[)）]\Z", "", bare)
    return bare in _TOTALS or bare.endswith(("合计", "总计"))


def is_part(label: str) -> bool:
    """Whether a row's label says that it is part of the row above: #女性, 其中：小麦.

    >>> is_part("#女性"), is_part("其中：小麦"), is_part("小麦")
    (True, True, False)
    """
    return label.startswith(("#", "＃", "其中", "of which"))
