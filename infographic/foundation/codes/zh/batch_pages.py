"""合成一份PDF的各版。"""

from __future__ import annotations

CODES: dict[str, str] = {
    "pages-file": """\
各版要合进的文件不是PDF。
    --pages yearbook.screen.pdf    带标签，sRGB，上屏
    --pages yearbook.pdf           油墨色，按印厂规格""",
    "pages-none": """\
没有行可以合成：表格是空的，或`--only`、`--range-of-rows`没有选中一行。""",
    "pages-many": """\
各版合成的PDF会超过限制“batch-pages”的页数。文件在内存里做，阅读器也要整份打开。
分段合成几份，或放宽限制。""",
    "pages-overset": """\
这一行放不进版式，这一格比放得下的各行的同一列都长：删哪里，删几个字。版式自己的说法列在旁边。""",
    "pages-press": """\
印厂规格一个文件只收一页，报纸都是这样：一版或一条广告一个文件。
自带的规格里“insert”和“proof”收多页；自己的规格写"pages": "several"。""",
    "pages-sheet": """\
各版不能照纸张文件的要求摆放：页边之内放不下，大小不一，或起始格不在纸上。
文件的写法见docs/batch-pages.md。""",
    "pages-group": """\
书签要按一列分组，表里没有这一列。""",
    "pages-range": """\
行的范围写得不对。行从1数起，表头不算：1-20,35,40-。""",
}
