"""各期数据表：文件、JSON行、数据库、稿件文件夹。"""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "rows-left-out": ("{count:#}行合计不成一期，已略去：{rows}", "也要出图就加--totals"),
    "rows-code": (
        "“{name}”是编码，{text}是被电子表格截短的", "从原来的出处重新取：截掉的数字已经没有了",
    ),
    "rows-note": (
        "“{text}”这一行当作表下的注，没有成一期", "如果是一期，写明表的范围：--range A1:F61",
    ),
    "rows-line": (
        "一行数据应是一个对象，这里是{found}",
        "每行写一个对象，外面不加方括号，行末不加逗号：{{“id”: 1, “county”: “…”}}",
    ),
    "rows-large": ("超过{most}期，至多读这么多", "分几批制作"),
    "rows-large/cells": ("超过{most}个单元格，至多读这么多", "去掉模板不用的列"),
    "rows-large/bytes": ("文件超过{most:g} MB，至多读这么多", "去掉模板不用的列，或分成几个文件"),
    "rows-folder": ("{folder}是文件夹，数据表应是文件", "不给模板时，文件夹里的稿件各成一期"),
    "rows-story": ("{folder}里没有稿件", "稿件是以.json结尾、有标题的文件"),
    "rows-story/none": "{file}没有标题，不是稿件，已跳过",
    "rows-story/unread": "文件夹{folder}读不了：{reason}",
    "rows-query": ("查询没有结果：{reason:term}", "先在数据库自己的程序里试一下"),
    "rows-query/none": ("数据库要有查询", "写一条：--query \"SELECT … FROM …\""),
    "mend/query": "库里的表有{tables:list 和}：--query 'SELECT * FROM \"{table}\"'",
    "rows-query/option": ("{option}说的是文件怎么读，数据库用不上", "去掉，或写在查询里"),
    "rows-query/several": ("--query里不止一条语句", "只写一条SELECT"),
    "rows-query/no-select": ("查询不产生行", "写一条SELECT"),
    "rows-query/not-allowed": (
        "查询不只是读库里的表，没有执行", "写一条SELECT；不能改动、附加、加载或设置任何东西",
    ),
    "rows-query/steps": ("查询超过{most}步，已停下", "看看连接是否缺了条件，递归是否没有尽头"),
    "rows-query/password": (
        "数据库网址里的密码含有会截断它的符号：“@”“/”“?”或“#”",
        "依次写成“%40”“%2F”“%3F”“%23”；或者不写密码，改设PGPASSWORD",
    ),
    "rows-query/slow": ("查询超过{seconds}秒，已停下", "少取一些，或请人建索引"),
    "machine/no-postgres": (
        "没有安装PostgreSQL的驱动：缺{package}", "pip install 'infographic[postgres]'",
    ),
    "machine/no-database": (
        "连不上数据库：{reason:term}", "看看它是否在运行，网址、PGPASSWORD或~/.pgpass是否写对",
    ),
    "rows-query/columns": (
        "结果里有几列同名：{names:list 和}", "各用AS起一个名字：a.name AS county",
    ),
    "rows-query/empty": ("查询一行也没有取到", "看看它的条件"),
    "rows-query/unread": "{file}不能作为SQLite文件读取：{reason:term}",
    "rows-cell/bytes": (
        "“{name}”这里是{count}字节，不是文字，也不是数字", "取文字：hex(…)，或图片的路径",
    ),
    "rows-cell/number": ("“{name}”这里是{value}，不是能排印的数", "留空：NULLIF(…, 'NaN')"),
    "rows-cell/type": ("“{name}”的类型是{type}，不能读", "取文字或数字：CAST(… AS TEXT)"),
    "rows-query/of-file": (
        "--query用于数据库，{file}不是数据库", "去掉--query，或写SQLite文件、postgresql://…",
    ),
}  # fmt: skip
