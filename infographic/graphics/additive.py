"""Whether amounts may be added: people and tonnes may, rates, means and prices may not."""

from __future__ import annotations

import re

from infographic.foundation.late_pattern import late

_RATE_UNITS = late(
    r"[%％‰℃℉°/／每]|百分点|指数|岁|倍|名次|级|分贝|摄氏|度$|分$|折$|per |^pts?$|^p\.?p"
)
_RATE_NAMES = late(
    r"率|均|指数|密度|增速|增长|增幅|涨幅|降幅|同比|环比|价格|单价|均价|温|得分|评分|比分|寿命|年龄|系数|强度|浓度"
    r"|\b(?:rate|mean|average|median|index|density|growth|price|temperature|score|per)\b",
    re.IGNORECASE,
)
_SHARE_NAMES = late(r"占比|比重|份额|构成|占.*的|\bshare", re.IGNORECASE)


def may_be_added(unit: str, *names: str) -> bool:
    """Whether values of this unit, by these names (of what is measured, of their column), add up.

    Shares of one whole do, though they are per cent.

    >>> may_be_added("万吨", "粮食产量"), may_be_added("%", "入学率"), may_be_added("%", "占比")
    (True, False, True)
    """
    if any(_SHARE_NAMES.search(name) for name in names):
        return True
    return not _RATE_UNITS.search(unit) and not any(_RATE_NAMES.search(name) for name in names)
