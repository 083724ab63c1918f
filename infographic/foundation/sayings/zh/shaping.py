"""Of a table as it is shaped: columns, units, growth, shares."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "data-column": "{file}里没有“{name}”这一列",
    "data-column/no-numbers": "“{name}”列没有数字，这里要数字",
    "data-column/no-times": (
        "“{of}”的{kind}要有时间列，这里没有",
        "用`infographic data`看时间怎么读；时间省略了什么写在“periods”里",
    ),
    "data-column/no-time": (
        "“{name}”列的“{text}”读不成时间",
        '写成2024年6月、2024-06、一季度或1—2月；财年写明首月："periods": {{"fiscal": 4}}',
    ),
    "data-column/taken": ("会有两列都叫“{name}”", '给其中一列另起列名："as": "…"'),
    "data-column/none": "{file}里没有一列是数字",
    "data-unit": ("“{column}”以{unit}计，与{wanted}不是同一类", "用同类的单位，或保持原样"),
    "data-unit/said": (
        "数据写明“{column}”以{unit}计，“unit_of”却写{wanted}", "要换算单位，把“unit_of”改成“unit”",
    ),
    "data-unit/none": (
        "数据没有写明“{column}”的单位，无法换算成{wanted}",
        '先写明："unit_of": {{"{column}": "…"}}',
    ),
    "data-unit/no-column": (
        "没有一列能换算成{wanted}，现有单位是{units}", "用与其中一个同类的单位",
    ),
    "data-unit/no-units": ("没有一列的单位能换算成{wanted}", "在表头写明单位：“产值（万元）”"),
    "data-unit/endless": (
        "“{column}”换算成{wanted}除不尽：与{unit}不成整倍", '写明要几位小数："decimals": 2',
    ),
    "data-unit/unlike": ("“{one}”以{a}计，“{two}”以{b}计：不能相比", "先换算成同一单位"),
    "data-growth/nothing": (
        "“{of}”各行都没有可作{kind}基数的行",
        "把前一时期的行也取上；“where”排在后面，可以再去掉它们",
    ),
    "data-growth/first": "“{of}”有{count}行没有基数，{kind}作缺值",
    "data-growth/no-base": ("“{of}”算定基，要写明以哪一期为基", '加"against": "2015年"'),
    "data-growth/no-row": "没有“{base}”这一行可比",
    "data-growth/total": (
        "{period}是年初以来的累计，没有前一期，算不出环比", "先用“undo_totals”拆开累计，或改用同比",
    ),
    "data-growth/merged": (
        "{period}合并公布，没有环比：前面没有一样长的时期", "保持原样，或改用同比",
    ),
    "data-growth/after-merged": (
        "{period}的环比要比的是{merged}的一部分，而它是合并公布的", "保持原样，或改用同比",
    ),
    "data-growth/zero": "{row}的“{of}”与0相比，算不出增幅：作缺值",
    "data-growth/negative": "{row}的“{of}”与{base}相比：负基数的增幅没有意义，作缺值",
    "data-growth/twice": (
        "“{row}”有两行，在{one}和{two}，不知比哪一行",
        "用“where”留一行，或在“within”里写能区分它们的列",
    ),
    "data-adds/share": ("“{of}”（{unit}）不能加成整体，没有占比", "用绝对量算占比"),
    "data-adds/no-whole": "“{of}”没有一行的整体大于0",
    "data-adds/missing": ("“{of}”的整体缺{count}个值，首先是“{row}”", '写明整体："whole": 1234.5'),
    "data-adds/rest": ("“{of}”（{unit}）不能相加，算不出其余合计", '不写"rest"'),
    "data-adds/rest-missing": "“{of}”不能相加：其余一行作缺值",
    "data-adds/rest-lacks": "“{of}”的其余有{count}个缺值",
    "data-adds/totals": ("“{of}”（{unit}）不能逐月相加，从累计里拆不出", "从“undo_totals”里去掉它"),
    "data-rows": ("{count}行中没有一行满足“where”的全部条件", "逐个去掉条件，看是哪个一行也不留"),
    "data-rows/no-value": "“{column}”里没有“{value}”",
    "data-rows/no-number": "“{column}”是数字，“{value}”不是可比的数",
    "data-rows/no-time": "“{column}”是时间，“{value}”读不成时间",
    "data-rows/no-order": ("“{column}”是文字，分不出大小", "写明要哪些：“in”“not”或“contains”"),
    "data-form-twice": (
        "“{row}”的一格有两个值，在{one}和{two}", "先在“then”的一步里用“where”取要用的行",
    ),
    "data-totals": (
        "{period}不是年初以来的累计，而“undo_totals”只收累计", "去掉这些行，或不写“undo_totals”",
    ),
    "data-totals/merged": "缺一个累计数，{period}拆不开，仍作一个时期",
    "data-totals/fell": "{row}的“{of}”累计比上一个小：当期是负数",
    "data-step/unit": "“{column}”由{unit}换算成{wanted}",
    "data-step/rounded": "“{column}”由{had}位小数四舍五入到{places}位",
    "data-step/totals": "略去，因为是别的行的合计或包含别的行：{names:join 、}",
    "data-step/tie": ("{names:list 和}的值相同，取{count}行只取到其中一个", "多取一行，或少取一行"),
    "data-step/not-of-months": "略去，因为不按月报：{columns:join 、}",
    "data-none": ("稿件没有图表和表格，也就没有数据", "写数据文件名，或带“charts”“tables”的稿件"),
    "data-stats": ("“{words}”没有确切的数，画不出", "用**…**标出数字，或写成数值"),
    "data-stats/several": ("“{words}”有{count}个数，不知比哪一个", "把要比的写成带label的数值"),
    "data-stats/none": "没有可画的数据条目",
    "data-swap/nothing": (
        "--data写的{pointer}，{why}", "先在稿件里写“charts”或“tables”；--data只换它们的数据",
    ),
    "data-swap/no-chart": (
        "--data写的{pointer}不是稿件里的图表或表格", "写/charts/0、/tables/0这样的",
    ),
}  # fmt: skip
