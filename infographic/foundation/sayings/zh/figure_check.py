"""Of 核数: a story's numbers read against each other."""

from __future__ import annotations

_TWO = "改成一致，或写清是两个不同的数"
_THREE = "核对这三个数"
_WORD = "改字，或改其中一个数"
_PARTS = "核对总数和各项"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "phrase/figure-at": "“{said}”（{place}）",
    "figures-unread": ("从这里起不再核数：{of:term}超过{most}", "拆成几篇分别核"),
    "figure-differs": ("这里的“{said}”与{other}似指同一个数", _TWO),
    "figure-differs/data": (
        "这里的“{said}”与数据里“{name}”的“{other}”（{column}，{place}）似指同一个数", _TWO,
    ),
    "figure-percentage/column": (
        "“{said}”与同行的{earlier}、{later}对不上：应为{right}",
        "核对这三个数；若按不变价计算，在图表的`note`里说明",
    ),
    "figure-share/column": ("{part}占{whole}应为{right}，不是“{said}”", _THREE),
    "figure-total/columns": ("“{row}”的{columns:list 和}合计{sum}，不是总数“{said}”", _PARTS),
    "figure-total/of-which": (
        "“{name}”（{part}）是“{of}”的其中项，却大于{whole}", "核对两个数，或核对该行在表中的位置",
    ),
    "figure-total/rows": ("“{column}”的{count}行合计{sum}，不是总数“{said}”", _PARTS),
    "figure-unit-jump": ("这里的“{said}”与{other}似指同一个数", _TWO),
    "figure-direction/word": ("“{word}”与“{said}”不合，原来是{earlier}", _WORD),
    "figure-direction/up": ("“{said}”说是上升，但从{earlier}到{later}是下降", _WORD),
    "figure-direction/down": ("“{said}”说是下降，但从{earlier}到{later}是上升", _WORD),
    "figure-percentage/change": ("“{said}”与{others:list 和}对不上：应为{right}", _THREE),
    "figure-percentage/doubled": ("“{said}”是{earlier}的{times}倍，不是“{doubled}”", _THREE),
    "figure-percentage/share": ("{part}占{whole}应为{right}，不是“{said}”", _THREE),
    "figure-percentage/net": ("{more}减{fewer}应为{right}，不是“{said}”", _THREE),
    "figure-percentage/ratio": ("{one}与{other}之比应为{right}，不是“{said}”", _THREE),
    "figure-average": ("{whole}除以{count}应为{right}，不是“{said}”", _THREE),
    "figure-grown-by/to": (
        "“{said}”前用“了”，是说比{earlier}变动了多少；说变到多少应该用“到”",
        "若是变到这个数，写“到{said}”",
    ),
    "figure-grown-by/all": (
        "减少不能用“{said}”：全部减完也只是100%",
        "写还剩几分之几（降至三分之一），或写减少了几分之几",
    ),
    "figure-total/part": ("{part}大于总数“{said}”", _PARTS),
    "figure-total/more": ("{parts:list 和}合计{sum}，大于总数“{said}”", _PARTS),
    "figure-total/less": ("{parts:list 和}合计{sum}，小于总数“{said}”", _PARTS),
    "figure-count": ("说是“{said}”，列出的却是{count}项，最后一项是{last}", "改数字，或改所列各项"),
    "figure-date/weekday": ("{date}是{weekday}，不是“{said}”", "查日历，改其中一个"),
    "figure-date/no-day": ("没有“{said}”这一天", "改日或改月"),
    "figure-date/years": ("从{first}到{last}是{right}年，不是“{said}”", "核对年份和相隔年数"),
    "figure-date/days": ("从{first}到{last}是{right}天，不是“{said}”", "核对日期和相隔天数"),
    "figure-share/all": ("占比“{said}”超过整体", "核对这个数；若是增幅或完成计划的比例，请写明"),
    "figure-share/sum": ("“{said}”与{others:list 和}合计{sum}%，不是100%", "核对各项占比"),
    "figure-missing/of": (
        "文中提到{name}，而稿件只有{count}张配图，最后一张在{last}", "补上配图，或删去这处提法",
    ),
    "figure-missing/none": ("文中提到{name}，而稿件没有配图", "补上配图，或删去这处提法"),
    "mend/figures-meant": "{meant:join 、}文中没有提到，是不是指它？",
    "phrase/figure-named": "{name}（{place}）",
    "figure-unmentioned": ("{name}文中没有提到，其他配图都提到了", "在文中提一下，或不管它"),
    "figure-left-out": (
        "文中提到{name}，而版式“{layout}”没有它", "删去这处提法，或选能放更多配图的版式",
    ),
}  # fmt: skip
