"""Of tables of editions: what `infographic batch` makes a page of each row of."""

from __future__ import annotations

CODES: dict[str, str] = {
    "rows-left-out": """\
表中有的行不成一期。
行首写着合计、总计、全省、Total等的，是其他行之和，已略去并说明。也要出图就加`--totals`。""",
    "rows-code": """\
编码被电子表格当成数，截短了。
Excel只存15位数字，其余写成0：110101199001011234存成CSV就是1.10101E+17。在工作簿里把这一列设为文本，
再从原来的出处重新取数。""",
    "rows-note": """\
表下有一行填了几格，开头是注、说明、来源、以上等字样。
程序把它当作注，没有成一期。用`--range`写明表的范围，连同表头。""",
    "rows-line": """\
JSON行文件里有一行不是对象。
每行一期，是一个写着列名和值的对象；空行跳过。
    {"id": "110101", "county": "榆树", "gdp": 367.2}
    {"id": "110102", "county": "农安", "gdp": 301.4}""",
    "rows-large": """\
数据表太大，一次读不下。
至多读10万期、200万个单元格、200 MB（docs/limits.md），因为出第一版之前要查完所有行。放宽上限：
`--limits batch-rows=200000`。""",
    "rows-folder": """\
这里要一个数据表，写的却是文件夹。
有模板时，各行来自文件、“-”或数据库；没有模板时，文件夹里每篇稿件成一期。""",
    "rows-story": """\
稿件文件夹，以及其中不是稿件的文件。
文件夹及其下所有以.json结尾的文件，按文件名的顺序读；隐藏文件（名字以点开头）不读，链接到别处的
文件夹也不进去。稿件都有标题；别的JSON文件跳过并说明。""",
    "rows-query": """\
取数据表的查询写得不对。
`--query`是一条SELECT（或WITH … SELECT），查SQLite或PostgreSQL，结果每行一期。查询只读：无论怎么写，
什么都不会改动、附加或加载。
    infographic batch sqlite:///counties.db --query "SELECT id, county, gdp FROM counties" …
    infographic batch postgresql://desk@db/press --query "SELECT * FROM counties" …
密码写在PGPASSWORD、~/.pgpass或服务文件里，任何时候都不显示。""",
    "rows-cell": """\
数据库结果里有一格不能排到版面上。
文字、数、日期、真假值、JSON和空值（NULL）照读；二进制数据和不是数的数（NaN）不行。只有模板用到的列
必须正确。""",
}
