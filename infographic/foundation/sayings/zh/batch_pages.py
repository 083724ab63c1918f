"""合成一份PDF的各版。"""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "pages-file": (
        "{file}不是PDF：各版只能合成PDF",
        "付印写FILE.pdf，上屏写FILE.screen.pdf",
    ),
    "pages-none": ("没有可以合成的版", "看看表格，以及要的是哪些行"),
    "pages-many": (
        "文件会超过{most:,}页",
        "一次只取一段行，分成几份，或放宽限制“batch-pages”",
    ),
    "pages-overset": (
        "“{column}”有{count}字，比放得下的各行都长，超{over}字",
        "删{over}字，或在版式里多给些地方",
    ),
    "pages-press": (
        "印厂规格“{press}”一个文件只收一页",
        "写成FILE.screen.pdf，换收多页的规格（--press insert），或每版一个文件",
    ),
    "pages-press/other": (
        "有一个版式用印厂规格“{press}”，前面的用“{first}”：一个文件只能交一家印厂",
        "统一指定一个（--press {first}）",
    ),
    "pages-sheet/full": (
        "{columns} × {rows}份{width:.1f in pt} × {height:.1f pt}的版放不进纸张页边之内的"
        "{room:.1f in pt} × {down:.1f pt}",
        "少放几份，缩小间距或页边，或换大纸",
    ),
    "pages-sheet/start": (
        "第一份要放在第{start}格，一张纸只有{count}格",
        "“start”写1到{count}",
    ),
    "pages-sheet/sizes": (
        "{id}的版面是{width:.1f in pt} × {height:.1f pt}，{first}的是"
        "{wide:.1f in pt} × {high:.1f pt}：一张纸上各格大小相同",
        "用高度固定、大小相同的版式",
    ),
    "pages-group": ("表里没有用来分组的列“{column}”；有的是{columns}", "列名照表头写"),
    "pages-range": ("“{whole}”里的“{said}”不是行的范围", "行从1数起，如1-20,35,40-"),
}
