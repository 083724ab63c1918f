"""Of layout files and their tokens: page, columns, colours, styles, houses."""

from __future__ import annotations

CODES: dict[str, str] = {
    "layout-unknown": """\
没有这个版式。
路径以.json结尾；不带的是自带版式的名称，`infographic layouts`列出全部。""",
    "layout-form": """\
版式文件不是对象，或“extends”写的不是名称。""",
    "extends-many": """\
版式或印厂规格层层扩展的文件太多，谁也用不着。
往往是一个文件把同一个版式族写了两次，或两个文件经过别的互相引用。""",
    "layout-circle": """\
版式互相扩展，绕成了圈，哪个也不能先读。""",
    "alternatives-none": """\
版块有几种排法，各有条件，这篇稿件一种也不合。
最后一种应不带条件。
    {"type": "alternatives", "of": [{"$if": "/figures/0", "then": {…}}, {…}]}""",
    "layout-part": """\
版块里引用了版式没有的部件，或部件套着自己；或版式改写的部件没有一处用到，改了等于没改。
几页相同的部分写一次，按名称引用。
    "parts": {"head": {"type": "folio", …}},
    "pages": [{"body": {"type": "stack", "children": [{"$part": "head"}, …]}}]""",
    "layout-pages": """\
版式用两种写法写了页面，或一种也没写，或有两页编号相同。
一页的写"body"；几页的写"pages"，各有body和自己的number。
    "pages": [{"number": "01", "body": {…}}, {"number": "04", "body": {…}}]
页可以带条件"if"：一个也不成立，就没有页可做。写了"each"的，列表每项做一页，至多一百页。""",
    "page-size": """\
版面没有尺寸，或尺寸做不出。
    "size": "四开"            或             "width": "1080px", "height": "auto\"""",
    "page-margins": """\
边距把版面占完了。看看单位：是20mm还是20pt？""",
    "columns-narrow": """\
按整字分的栏，或版面的栏，排不下该有的字数。
少分几栏，减小栏间距或边距，或用小一些的样式。
    "page": {"columns": 5, "gutter": "5mm", "measure": "whole"}""",
    "columns-missing": """\
版块要取版面的栏数或栏间距，而版面没有分栏。
    "page": {"columns": 5, "gutter": "5mm"}      版块里      "gutter": "page\"""",
    "color-value": """\
颜色写法不对。
每个颜色有印刷用的油墨和屏幕用的sRGB，互不推算。
    "accent": {"cmyk": [0, 95, 85, 5], "srgb": "#b3121d"}      它的平网："accent 12%\"""",
    "color-spot": """\
专色写法不对。
专色是单独的一种油墨：写油墨厂的名称、打样时代替它的四色值和sRGB。同名就是同一种墨；浅的是平
网：“logo 40%”。
    "logo": {"spot": "PANTONE 186 C", "cmyk": [2, 100, 85, 6], "srgb": "#c8102e"}""",
    "color-unknown": """\
版式的“colors”里没有这个颜色。""",
    "style-unknown": """\
版式的“styles”里没有这个样式。""",
    "style-incomplete": """\
样式没有字体或字号，它所基于的样式也没有。""",
    "house-unknown": """\
没有这个报社规则表，或文件读不出。
    "house": "newspaper"      或      "house": "ourpaper.json"      放在版式旁边""",
    "house-table": """\
报社自己的字符类与优先次序表写法不对。
只写与所扩展的表不同的；各项见docs/typography.md。
    {"extends": "newspaper", "defaults": {"hanging": true}}""",
    "drop-cap": """\
要首字下沉的文字没有下沉。
大字旁边至少要有两行、每行六个字，行在网格线上依次排列。首字带注音、着重号或线的，不下沉。""",
    "style-vertical": """\
写了"writing": "vertical"的竖排样式用在只能横排的地方。
文字、主题和文章版块可以竖排，配图的图说可以竖在图片旁边。竖排的文章不能有文中插块。""",
    "style-circle": """\
样式互相引用，绕成了圈，哪个也定不下来。""",
}
