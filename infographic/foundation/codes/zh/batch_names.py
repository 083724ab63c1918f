"""Of the names of a batch's files."""

from __future__ import annotations

CODES: dict[str, str] = {
    "batch-pattern": """\
文件名的写法不能用。
`-o 'out/{id}/{layout}.{ext}'`里可写{id}、{row}（行号）、{layout}、{ext}（版式自己的后缀，或--format
给的）和数据表的任何一列；“{{”“}}”是花括号本身。各行要分得开，版式有几个时各版式也要分得开。""",
    "batch-name": """\
按数据表的内容，一批文件不能这样命名。
所有名称都对了才开始做。名称不会悄悄改掉：空格、首尾的空白、Windows或存储不收的字符、只差大小写或重音写法
的两个名称（é，straße与STRASSE）都不收，逐格说明。""",
}
