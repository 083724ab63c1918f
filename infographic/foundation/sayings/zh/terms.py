"""Words that sentences get as plain text, from tables of ours and from the system (`:term`).

What is not here stays as it is: a library's own words, a name.
"""

from __future__ import annotations

LIMITS = {
    "bytes of a story, layout, house or press file": "稿件、版式、规则表或印厂规格文件的字节数",
    "brackets inside one another": "括号嵌套的层数",
    "values of a story or layout file, each once more for 200 characters of its pointer": (
        "稿件或版式文件的值数（指针每200字多计一个）"
    ),
    "lines of a story or layout file": "稿件或版式文件的行数",
    "faults of a file that are looked for": "一个文件里要找的错误数",
    "files taken over by a layout or press profile, theirs counted": (
        "版式或印厂规格层层扩展的文件数"
    ),
    "blocks of a page after $each has been spread": "一页展开$each后的版块数",
    "blocks of all pages of a layout, likewise": "版式各页展开$each后的版块总数",
    "pages of a layout, those made for items of a list counted": "版式的页数（含按列表各项生成的）",
    "characters of one text, its marks counted": "一段文字的字数（标记计在内）",
    "characters that a page sets, each time that it tries them; 20 more a paragraph": (
        "一页所排的字数（每试排一次计一次，每段另计20字）"
    ),
    "lines that running text is poured into, each time that a page tries it": (
        "正文灌文的行数（每试排一次计一次）"
    ),
    "characters of a story that are looked over for doubts": "一篇稿件里要查的字数",
    "numbers of a story that are held against each other": "一篇稿件里互相核对的数字个数",
    "colours, fonts, styles or parts of a layout": "版式的颜色、字体、样式或部件的个数",
    "items": "列表项数",
    "rows or columns": "行数或列数",
    "cells of a grid's areas": "网格区域的格数",
    "insets": "文中插块数",
    "corners": "角数",
    "items of lists that the $each of a layout go through": "版式里$each所过的列表项数",
    "modules of a layout's QR codes": "版式里二维码的模块数",
    "facts of a layout's grids of numbers, in a grid of hundreds once for each hundred": (
        "版式里数字阵列的条目数（上百条的阵列每百条计一遍）"
    ),
    "lines and curves of the drawings that a layout sets, its trials counted": (
        "版式所排矢量图的线段和曲线数（试排计在内）"
    ),
    "cells of tables that a layout sets": "版式所排表格的格数",
    "characters that the $join of a layout make": "版式里$join连成的字数",
    "bytes of a picture's file": "图片文件的字节数",
    "pixels of a picture": "图片的像素数",
    "bytes that a picture takes when it is unpacked; a JPEG is first made smaller": (
        "图片展开后的字节数（JPEG先缩小）"
    ),
    "pixels of a progressive JPEG, each counted in every pass over the picture": (
        "渐进式JPEG的像素数（每遍各计一次）"
    ),
    "parts (chunks, segments, strips, blocks) of a picture's file": "图片文件的分段数",
    "bytes that a picture's file says of itself beside its pixels": "图片文件里像素以外的字节数",
    "bytes of an SVG": "SVG的字节数",
    "elements of an SVG; and as many drawn, each use counted": "SVG的元素数（画出的同此）",
    "lines and curves drawn of an SVG": "SVG画出的线段和曲线数",
    "elements of an SVG inside one another, and use of use": "SVG元素嵌套和引用的层数",
    "elements inside one another as they are drawn, by use too": "画出时元素嵌套的层数",
    "CSS rules of an SVG, each selector counted": "SVG的CSS规则数（选择符逐个计）",
    "declarations of CSS in an SVG, read and given to elements": "SVG里读到和用到的CSS声明数",
    "CSS rules held against elements of an SVG": "SVG的CSS规则与元素比对的次数",
    "functions of one transform attribute": "一个transform属性的函数个数",
    "faults of one SVG that are looked for": "一个SVG里要找的错误数",
    "shapes of one clip path that lie apart": "一条裁切路径里分开的图形数",
    "parts of one group of an SVG that is faded as a whole": "SVG里整组半透明的部分数",
    "dashes of one line": "一条线的虚线段数",
    "lengths in one pattern of dashes": "一个虚线样式的长度个数",
    "bytes of a face in a font file": "字体文件里一款字体的字节数",
    "bytes of all faces of a layout that do not ship with it": "版式所用的非自带字体的字节总数",
    "faces of a font collection": "字体合集里的字体款数",
    "bytes of all faces of a collection, to describe them": "列出合集时各款字体的字节总数",
    "bytes of a font's names, each counted": "字体名称的字节数",
    "characters of a font, and as many with variation selectors": "字体的字符数（异体序列同此）",
    "numbers in a font's rules for shaping (GSUB, GPOS)": "字体整形规则（GSUB、GPOS）里的数字个数",
    "widths of a font in a PDF, those of ranges counted": "PDF里一款字体的字宽个数",
    "bytes of glyphs' programs followed in a font of a PDF": "PDF里一款字体要走的字形程序字节数",
    "glyphs that a font may make of a character": "一个字符变成的字形数",
    "points of a glyph, those of its parts counted": "一个字形的点数（部件计在内）",
    "parts of a glyph inside one another": "字形部件嵌套的层数",
    "bytes of a file of data": "数据文件的字节数",
    "bytes of a workbook's part when it is unpacked": "工作簿一个部分解压后的字节数",
    "rows of a table": "表的行数",
    "columns of a table": "表的列数",
    "cells of a table": "表的单元格数",
    "rows of a table of editions, or stories of a folder": "各期数据表的行数，或文件夹里的稿件数",
    "cells of a table of editions": "各期数据表的单元格数",
    "bytes of a table of editions": "各期数据表的字节数",
    "steps that a query takes in SQLite": "查询在SQLite里的步数",
    "steps that a table is shaped by, those of `then` counted": "整理一张表的步数（含`then`的）",
    "cells gone through by the steps that shape a table": "整理一张表所过的单元格数",
    "characters of a cell, as many as Excel allows": "一格的字数（与Excel相同）",
    "rows of a chart that are drawn one below the other": "图表上下排列的行数",
    "bytes of a map's base": "底图的字节数",
    "labels of one map or chart that a place is looked for": "一幅地图或图表要找位置的标签数",
    "corners of a map's borders that are left to be drawn": "地图边界要画的转角数",
    "places where a map's borders meet the lines of a hatching": "地图边界与晕线相交的处数",
    "corners gone through for which rings of an SVG lie in which": "判断SVG各环位置所过的转角数",
    "positions of a map's base": "底图的位置数",
    "bytes of a PDF that is inspected": "受检PDF的字节数",
    "bytes that a PDF's streams are unpacked to": "PDF数据流解压后的字节数",
    "operators of a page's content in a PDF, a form's as often as it is drawn": (
        "PDF一页的操作符数（表单画几次计几次）"
    ),
    "bytes of all pages' content, a form as often as it is drawn": (
        "各页内容的字节数（表单画几次计几次）"
    ),
    "pieces of ink that the pages of a PDF paint": "PDF各页所画的墨块数",
    "dictionaries, lists and streams of a PDF": "PDF的字典、列表和数据流数",
    "pages of a PDF that are looked into": "受检PDF的页数",
    "forms of a PDF inside one another": "PDF表单嵌套的层数",
    "edges of shapes, row by row, that ink is measured by": "量墨时逐行所过的边数",
    "pieces of ink held against those that they may lie on": "判断叠压时比对的墨块数",
    "pixels of a PNG, twice as many where its ground is clear": "PNG的像素数（透明底加倍）",
    "pixels of a JPEG or WebP: making one takes more room": "JPEG或WebP的像素数",
    "pixels of a plate": "色版的像素数",
    "bytes of exported files that a studio keeps": "工作台保留的导出文件的字节数",
    "bytes of a file that is uploaded into a studio": "传到工作台的文件的字节数",
    "steps that can be undone": "可撤销的步数",
    "characters that are kept to undo them": "为撤销保留的字符数",
    "bytes of a message of a browser to a studio": "浏览器发给工作台的一条消息的字节数",
    "bytes that wait for a page of a browser to read them": "等一个浏览器页面来读的字节数",
    "pages of browsers that look at a studio at once": "同时打开工作台的浏览器页数",
}
"""`Limit.of`, all of them."""

DEVICES = {
    "area": "面积图",
    "bars": "条形图",
    "calendar": "日历图",
    "change": "前后对比",
    "circle-map": "圆圈地图",
    "columns": "柱形图",
    "comparison": "双方对比",
    "diverging-bars": "正负条形图",
    "donut": "环形图",
    "dot-plot": "点图",
    "dumbbells": "哑铃图",
    "figures": "数字",
    "flow": "流向图",
    "grouped-bars": "分组条形图",
    "histogram": "直方图",
    "lead": "主数字",
    "line": "折线图",
    "locator": "位置图",
    "lollipop": "棒棒糖图",
    "pictogram": "图标阵列",
    "place-list": "地点列表",
    "pyramid": "人口金字塔",
    "range-bars": "区间条形图",
    "scatter": "散点图",
    "share-bar": "占比条",
    "slope": "斜线图",
    "small-multiples": "组图",
    "small-multiples-area": "面积组图",
    "small-multiples-bars": "条形组图",
    "small-multiples-columns": "柱形组图",
    "small-multiples-line": "折线组图",
    "stacked-100": "百分比堆叠图",
    "stacked-bars": "堆叠条形图",
    "steps": "流程图",
    "strip": "点带图",
    "table": "表格",
    "timeline": "时间轴",
    "unit-grid": "百格图",
    "value-map": "数据地图",
    "waterfall": "瀑布图",
}
"""The devices by which data are drawn, as README.zh-CN.md calls them."""

THINGS = {
    "text": "文字",
    "fill": "色块",
    "stroke": "线条",
    "image": "图片",
    "shading": "渐变",
    "elements": "元素数",
    "lines and curves": "线段和曲线数",
    "tab": "制表符",
    "top": "上部",
    "bottom": "下部",
    "left": "左侧",
    "right": "右侧",
}
"""What is painted in a PDF, what stands between cells, where words stand on a picture."""

TYPES = {
    "Story": "稿件",
    "Layout": "版式",
    "Stat": "数据条目",
    "Panel": "加框专栏",
    "Figure": "配图",
    "Chart": "图表",
    "Table": "表格",
    "Event": "事件",
    "Place": "地点",
    "Publication": "刊物",
    "Lead": "导语",
    "Subhead": "小标题",
    "Quote": "引语",
    "PointNote": "图表注释",
    "ReferenceLine": "参考线",
    "ShadedSpan": "区间",
    "Base": "底图",
}
"""What a story is made of; a layout's blocks are called as their `type` is written."""

SYSTEM = {
    "No such file or directory": "没有这个文件或文件夹",
    "Permission denied": "没有权限",
    "Operation not permitted": "不许这样做",
    "No space left on device": "磁盘已满",
    "Disk quota exceeded": "超过磁盘配额",
    "Read-only file system": "磁盘只读",
    "File too large": "文件太大",
    "File name too long": "文件名太长",
    "File exists": "文件已存在",
    "Is a directory": "是文件夹",
    "Not a directory": "不是文件夹",
    "Directory not empty": "文件夹不空",
    "Too many open files": "打开的文件太多",
    "Too many levels of symbolic links": "链接绕成了圈",
    "Input/output error": "磁盘读写出错",
    "Cannot allocate memory": "内存不够",
    "Broken pipe": "管道已断",
    "Bad file descriptor": "文件已关闭",
    "Invalid argument": "参数无效",
    "Device or resource busy": "正被占用",
    "Text file busy": "正被占用",
    "Stale file handle": "网络文件已失效",
    "Connection timed out": "网络超时",
    "syntax error": "语法错误",
    "not well-formed (invalid token)": "写法不合规则",
    "no element found": "里面没有元素",
    "mismatched tag": "标签不成对",
    "unclosed token": "有标记没有收尾",
    "unclosed CDATA section": "CDATA没有收尾",
    "duplicate attribute": "属性重复",
    "undefined entity": "实体没有定义",
    "unbound prefix": "前缀没有声明",
    "junk after document element": "根元素之后还有内容",
    "File is not a zip file": "不是完整的zip文件",
}
"""What the system and the reader of XML say, as Python gives it."""

PICTURES = {
    "it has no directory of fields": "没有字段目录",
    "it does not say where its pixels are": "没有写明像素在哪里",
    "it has no palette": "没有调色板",
    "it has no frame": "没有图像帧",
    "its frame is cut off": "图像帧不完整",
    "something stands between its parts": "各段之间夹有别的内容",
    "broken data stream when reading image file": "图像数据断了",
    "cannot load this image": "图像读不出",
    "image file is truncated": "文件被截断",
    "not identified by this driver": "认不出格式",
}
"""Why a picture's file is taken for damaged, as we and Pillow say it."""

CHARACTERS = {
    "control character": "控制字符",
    "hair space": "发丝空格",
    "ideographic space": "全角空格",
    "left-to-right mark": "从左至右标记",
    "line separator": "行分隔符",
    "narrow no-break space": "窄不间断空格",
    "no-break space": "不间断空格",
    "object replacement character": "对象替换符",
    "paragraph separator": "段分隔符",
    "replacement character": "替换字符",
    "right-to-left mark": "从右至左标记",
    "soft hyphen": "软连字符",
    "thin space": "窄空格",
    "word joiner": "词连接符",
    "zero width joiner": "零宽连接符",
    "zero width no-break space": "零宽不换行空格",
    "zero width non-joiner": "零宽不连字符",
    "zero width space": "零宽空格",
}
"""Characters that no eye sees, by their names in Unicode."""

TERMS: dict[str, str] = {**LIMITS, **DEVICES, **THINGS, **TYPES, **SYSTEM, **PICTURES, **CHARACTERS}
