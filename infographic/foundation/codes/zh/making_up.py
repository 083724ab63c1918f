"""Of making up the page: words, frames and pictures that do not suit their room."""

from __future__ import annotations

CODES: dict[str, str] = {
    "charts-left-out": """\
版式放不下稿件里的一个图表或表格。
换一个有`graphic`的版式，或写明可以略去：
    {"title": "…", "data": "gdp.csv", "priority": "may"}""",
    "items-left-out": """\
版式排了列表里的几项，其余放不下。
“must”的一定保留，“may”的先让，写了这两样的不再提示。版式根本没有地方放的，另作说明
“story-unused”。
    {"value": 12, "label": "…", "priority": "may"}""",
    "numbers-left-out": """\
数字阵列里的数字，缩到最小也放不下。
先让第二行说明，再让写了“may”的最后几个，再让其余的最后几个；“must”的不动。可以把图文框放大，
把`smallest`改小，或少放几个数字。
    {"value": 12, "label": "…", "priority": "must"}""",
    "overset": """\
文字在该排的地方排不下（溢文）。
程序不会悄悄删字或缩小。消息里写明超多少字、多少行：删字，加大地方，或用小一些的样式。""",
    "qr-small": """\
二维码的模块太小，扫不出。
印刷时每个模块至少0.4 mm，屏幕上至少4 px，四边各四个模块的静区也算在内。网址短，模块就少而大。""",
    "qr-pale": """\
二维码不是深色印在浅底上。
手机认的是浅底上的深色模块：用黑色印在纸色上。""",
    "qr-text": """\
二维码没有内容，或内容装不下。
二维码只放网址。纠错等级越高，能装的越少。""",
    "section-color": """\
栏目的色标和线没有颜色。
颜色取栏目自己的`color`，或按`number`从`colors`里取：1取第一个，取完再从头来。""",
    "fact-box-empty": """\
资料框是空的。
写`facts`和`style`，或把任意版块放进`content`。
    {"type": "fact_box", "color": "accent", "facts": ["…"], "style": "note"}""",
    "thread-head": """\
串接没有开头，或有两个开头。
由一篇文章开头，正文写在那里；别处的`thread`版块是它后面的图文框。
    {"type": "article", "thread": "main", "body": …}      {"type": "thread", "thread": "main"}""",
    "thread-room": """\
串接中的一个图文框不足一行高，文字绕过了它。
串接框的高度由所在的行或“height”决定，“auto”行里它没有高度。
    "rows": ["auto", "1fr"]        {"type": "thread", "thread": "main", "height": "90mm"}""",
    "copyfit": """\
文字按样式的“fit”适了框，这里写明做了什么。
`check`会说出来，免得图说悄悄变小。要按原样排，就删字、加大地方，或从样式里去掉“fit”。""",
    "overset-width": """\
有词、名称或数字比栏还宽，又不许断开。
先缩小字号（“smallest”或样式的“fit”允许时）；再在其中的符号后或单位前断开（“·”“/”、逗号等，
作说明）；再从两字之间断开（警告，--strict时算错误）。栏窄得排不下一个字是错误。缩短文字，加
宽栏，或用小一些的样式。""",
    "overfull": """\
版块需要的高度超过现有的。
消息里写明超多少。删去一些内容，增加高度，或缩小间距和样式。""",
    "headline-long": """\
主题缩到最小，仍占了版面其余部分的地方。
版面放不下时，主题按“smallest”让位；占用剩余地方的图片和数字在此之前已让过。缩短主题，或允许
它更小。
    {"type": "headline", "text": {"$data": "/headline"}, "style": "headline", "smallest": 0.4}""",
    "headline-yields": """\
主题比样式规定的小，把地方让给版面其余部分。
`check`会说出来，免得主题悄悄变小。要排足字号，就缩短主题，删去一些内容，或用
`infographic fit`调整别处。""",
    "underset": """\
排文字的图文框空行太多（欠文），超过版式允许的。
允许空几行由版式规定；没有规定的，正文空出三分之一以上就警告，--strict时不出文件。`check -l`
列出各框有多满。补字，换小框，或放宽规定。
    "underset": 2""",
    "frame-outside": """\
图文框伸出它所在的区域。移动，或缩小。""",
    "contour-opaque": """\
文字沿“contour”轮廓绕排，要排进图片的方框，而图片没有透明，文字会压在图上。换成退底图（带透
明的PNG、TIFF或WebP），或去掉“contour”，绕方框排。""",
    "grid-areas": """\
网格的“areas”排不成网格，或与“children”的名称对不上。
每行的名称与列数相同，一个名称占一个矩形；“.”是空格。行高可以随内容（“auto”），列宽要写宽度
或份数。
    "areas": ["lead lead", "left right"]""",
    "number-plain": """\
标出的数字用的样式没有数字样式，排出来与旁边的字一样。
标出的数字用样式的“digits”，没有就用“strong”；含数字的加重词语（**3大工程**）用“strong”。这
只是说明：版式也许有意如此。""",
    "glyph-missing": """\
样式的字体里都没有这个字，印出来会是空框。
在该样式的字体角色里加一款有这个字的字体；多半是人名、地名里的生僻字。""",
    "script-unsupported": """\
文字里有不能排的文种：从右向左的（阿拉伯文、希伯来文），或字母要连写叠写的（藏文、蒙古文、泰
文）。
照原样排会是错的。改用中文或拉丁字母，或做成图片。""",
    "interlinear-tight": """\
行距太小，排不下行间的着重号、专名线或注音。
它们不会把行撑开。着重号和线要1.5倍行距，注音要1.6倍，下一行的注音在这一行的点线之下时要更多：
docs/typography-marks.md。""",
    "story-empty": """\
稿件必须写的没有写：主题是空的。""",
    "story-unused": """\
稿件的一部分在这个版式里没有用到。
也许本该如此：方图本来就比整版装得少。`check`说出来，免得漏掉数字。""",
    "picture-cropped": """\
图框与图片形状不同，裁掉了一半以上。
配图的“focus”写明要留住的地方。不定高的图片随文字定高，换一个版式或用`fit`可能更好；"crop":
"contain"可显示全图。""",
    "picture-outset": """\
配图写了“outset”要伸出图框，而图片没有透明，会遮住四周的东西。仍排在框里。""",
    "picture-treatment": """\
图片不能按配图的“treatment”印。
“black”和“duotone”只用于像素图；矢量图的颜色由“colors”指定。双色调不写两个颜色时，用版式的
“ink”和“accent”。
    {"type": "figure", "treatment": "duotone", "duotone": ["ink", "accent"], …}""",
    "cover-form": """\
图底版块改用了别的形式，或缺了一部分。
图片至少要显示55%（“keep”）。形状与文字相配时做不到，或还没有图片，就改排“otherwise”。图片署
名必须印：“credit_style”在图角给它一个位置。
    {"type": "cover", "figure": {"$data": "/figures/0", "default": null},
     "content": {…}, "otherwise": {…}, "credit_style": "credit"}""",
    "cover-measured": """\
说明：图底版块文字下面量得的结果。
屏幕上文字可以压图：所在区域和每行字下的方块里，明度的标准差至多0.12（屏幕显示的明度，0至1），
除最差的二十分之一外对比度都达4.5，且视觉焦点仍看得见。否则（印刷时一律）排在平色带上，图片
在旁边。docs/pictures.md。""",
    "breaks-unused": """\
文章的“breaks”写的段落稿件里没有，没有栏从那里起。
段落、导语、小标题从1数起。可能是稿件变短了。""",
}
