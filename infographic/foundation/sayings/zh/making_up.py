"""Of making up: what does not fit its frame, and what gave way."""

from __future__ import annotations

LESS = "增加高度，删去一些内容，或缩小样式、间距"
SIZE_HEIGHT = "缩小“size”，或增加高度"
SIZE_WIDTH = "缩小“size”，或增加宽度"
QR = "按此写“size”，或缩短网址，或降低“error”"
WIDEN = "缩短文字，加宽图文框，或缩小样式“{style}”"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "overfull/blocks": ("{what}需高{needed:.1f pt}，只有{given:.1f pt}：超{over:.1f pt mm}", LESS),
    "overfull/rows": (
        "各行需高{needed:.1f pt}，只有{given:.1f pt}：超{over:.1f pt mm}（行高{rows}，行间"
        "{gap:g pt}）",
        LESS,
    ),
    "overfull/artwork-tall": (
        "“{name}”需高{needed:.1f pt}，只有{given:.1f pt}：超{over:.1f pt mm}",
        "缩小“height”或“width”，或增加高度",
    ),
    "overfull/artwork-wide": (
        "“{name}”需宽{needed:.1f pt}，只有{given:.1f pt}：超{over:.1f pt mm}",
        "缩小“height”或“width”，或增加宽度",
    ),
    "overfull/icon-tall": (
        "图标需高{needed:.1f pt}，只有{given:.1f pt}：超{over:.1f pt mm}", SIZE_HEIGHT,
    ),
    "overfull/icon-wide": (
        "图标需宽{needed:.1f pt}，只有{given:.1f pt}：超{over:.1f pt mm}", SIZE_WIDTH,
    ),
    "overfull/qr-tall": (
        "二维码需高{needed:.1f pt}，只有{given:.1f pt}：超{over:.1f pt mm}", SIZE_HEIGHT,
    ),
    "overfull/qr-wide": (
        "二维码需宽{needed:.1f pt}，只有{given:.1f pt}：超{over:.1f pt mm}", SIZE_WIDTH,
    ),
    "qr-pale": (
        "二维码不比底色明显地深", "“color”用深色，“ground”用纸色；反白的二维码不是处处能扫",
    ),
    "qr-small/print": (
        "{modules}个模块的二维码连静区应为{across} × 0.4 mm，即{wanted:.1f mm}，只有{size:.1f mm}",
        QR,
    ),
    "qr-small/screen": (
        "{modules}个模块的二维码连静区应为{across} × 4 px，即{wanted:.0f px}，只有{size:.0f px}",
        QR,
    ),
    "qr-text": (
        "文字太长（{characters}字，{bytes}字节），在纠错等级“{error}”下做不成二维码",
        "“text”写短网址；等级“m”至多2331字节",
    ),
    "fact-box-empty": (
        "资料框既没有条目和样式，也没有版块可放", "写“facts”和“style”，或写“content”",
    ),
    "overfull/page": (
        "版面会高达{height:.0f pt}，“max_height”只许{most:.0f pt}",
        "删去一些内容，或加大“max_height”",
    ),
    "headline-long": (
        "{what}“{words}”缩到最小的{size:.1f pt}，版面其余部分仍放不下",
        "缩短，或允许更小（“smallest”）",
    ),
    "headline-yields": "“{words}”排{size:.1f pt}，没有排{liked:.1f pt}，给版面其余部分让位",
    "overfull/page-of-tiles": (
        "版面会高达{height:.0f pt}，“max_height”只许{most:.0f pt}",
        "删去一些内容，或加大“max_height”并把版面切片（--tiles 4000）：PDF没有这么高，也做不成"
        "一整张图片",
    ),
    "overset/words": (
        "“{words}”需{needed:.1f pt}，图文框只有{given:.1f pt}：超{over}字，{lines}行中有{left}"
        "行排不下",
        "删{over}字，缩小样式“{style}”，或把图文框加大{more:.1f pt}",
    ),
    "overset/line-break": (
        "“{words}”需{needed:.1f pt}，图文框只有{given:.1f pt}：超{over}字，{lines}行中有{left}"
        "行排不下",
        "去掉末尾的换行，缩小样式“{style}”，或把图文框加大{more:.1f pt}",
    ),
    "overset/lines": (
        "“{words}”按样式“{style}”{size:g pt}排成{lines}行，只许{allowed}行：超{over}字",
        "缩短文字，或把样式的字号下限放低、行数放多",
    ),
    "overset/words-in-width": (
        "“{words}”需宽{needed:.1f pt}，图文框只有{given:.1f pt}：超{over}字，{columns}列竖行中"
        "有{left}列排不下",
        "删{over}字，缩小样式“{style}”，加长竖行，或把图文框加宽{more:.1f pt}",
    ),
    "overset/columns-long": (
        "“{words}”的竖行长{length:.1f pt}，图文框高{height:.1f pt}：超{over:.1f pt}",
        "增加图文框高度，或缩短竖行、缩小样式“{style}”",
    ),
    "overset-width/parted": (
        "“{words}”里有日期或数字宽过栏宽{measure:.1f pt}：在读来最顺处断开", WIDEN,
    ),
    "overset-width/at-sign": (
        "“{words}”里有一段宽过栏宽{measure:.1f pt}：在其中的符号后或单位前断开", WIDEN,
    ),
    "overset-width/torn": (
        "“{words}”比栏宽{measure:.1f pt}宽出{over:.1f pt}：从两字之间断开", WIDEN,
    ),
    "overset-width/stuck": (
        "“{words}”比栏宽{measure:.1f pt}宽出{over:.1f pt}：栏窄得排不下一个字",
        "加宽图文框，或缩小样式“{style}”",
    ),
    "interlinear-tight": (
        "样式“{style}”行间只有{between:.1f pt}，着重号、专名线或注音放不下",
        "行距用字号的{wanted:g}倍",
    ),
    "script-unsupported": (
        "{script}文字不能排：“{characters}”（{codes}）", "用中文或拉丁字母写，或做成图片",
    ),
    "glyph-missing": (
        "样式“{style}”的字体都没有“{characters}”（{codes}），找过{faces}",
        "在该样式的字体角色里加一款有这个字的字体，或换字",
    ),
    "glyph-missing/sequence": (
        "样式“{style}”的字体都不能把{found:join 和}排成一个图形（{named:join ；}）",
        "换一个表情符号或用文字，或在该样式的字体角色里加一款有它的字体",
    ),
    "number-plain": (
        "“{words}”标作数字，而样式“{style}”把它排得与旁边的字一样",
        "给样式加“digits”或“strong”，或去掉标记",
    ),
    "copyfit/made": "样式“{style}”已适框：{done}",
    "copyfit/made-and-dropped": "样式“{style}”已适框：{done}；略去{dropped}",
    "copyfit/dropped": "样式“{style}”已适框：略去{dropped}",
    "copyfit/thread-group": (
        "样式“{style}”与“{group}”组同用一个字号，而串接的文字只看自己的图文框",
        "从样式的“fit”里去掉组名",
    ),
    "style-vertical/block": (
        "样式“{style}”是竖排，这种版块只能横排", "改用text、headline或article版块，或用横排样式",
    ),
    "style-vertical/caption": (
        "样式“{style}”是横排，而图说在图片旁边竖着", '写"writing": "vertical"',
    ),
    "section-color": (
        "栏目既没有“color”也没有“colors”",
        '写"color": "accent"，或"colors": ["section-1", "section-2"]轮流用',
    ),
    "style-incomplete/fact-box": (
        "资料框有“{part}”，没有排它的样式", "写“title_style”，取一个样式名",
    ),
    "style-incomplete/pull-quote": ("引语有“{part}”，没有排它的样式", "写“by_style”，取一个样式名"),
    "style-incomplete/section": (
        "栏目有“{part}”，没有排它的样式", "写“{part}_style”，取一个样式名",
    ),
    "style-incomplete/panel": (
        "专栏有“{part}”，没有排它的样式", "写“title_style”或“note_style”，取一个样式名",
    ),
    "grid-areas/row": (
        "“areas”第{row}行有{cells}格，首行有{first}格", "每行每格写一个词，空格子写“.”",
    ),
    "grid-areas/rectangle": ("区域“{area}”不是矩形", "一个区域的格子要合成一个矩形"),
    "grid-areas/auto-column": (
        "列宽不能用“auto”：只有行高可以随内容", '写宽度或份数："columns": ["40mm", "1fr"]',
    ),
    "grid-areas/child": "“{child}”在“children”里，却不在“areas”的任何一行",
    "frame-outside/grid": (
        "各列和列间距共宽{across:.1f pt}，网格宽{width:.1f pt}：超{over:.1f pt}",
        "收窄一列，或让一列为“1fr”",
    ),
    "frame-outside/left-or-above": ("图文框整个在区域的左边或上边之外", "改正“x”或“y”"),
    "frame-outside/right": (
        "图文框超出区域右边{over:.1f pt}（区域宽{width:.1f pt}）", "左移，或收窄",
    ),
    "frame-outside/below": (
        "图文框超出区域下边{over:.1f pt}（区域高{height:.1f pt}）",
        "上移，降低高度，或增加区域高度",
    ),
    "value-kind/ratio": "应为比例，如“3:2”或“16:9”，却是“{found}”",
    "contour-opaque": (
        "文字要沿轮廓绕排，而“{picture}”四周不透明", "换成退底的PNG或TIFF，或去掉“contour”",
    ),
    "picture-cropped": (
        "“{picture}”只显示{shown:.0%}：图片是{own:.2f} : 1，图框是{wanted:.2f} : 1",
        "换形状相近的图片或图框；“focus”写明要留住的地方",
    ),
    "picture-outset": (
        "“{picture}”没有透明，不能伸出图框",
        "换成退底图（带透明的PNG、TIFF或WebP），或去掉“outset”",
    ),
    "picture-treatment/colors": (
        "双色调要用两个颜色，版式里没有{names:list 或}", "给“duotone”写版式里的两个颜色",
    ),
    "picture-treatment/drawing": (
        "“{picture}”是矢量图，不能做“{treatment}”", "用配图的“colors”写明各颜色改成什么",
    ),
    "cover-form/none": "图底版块没有图片：改用另一种形式",
    "cover-form/flat": (
        "图底版块没有图片：文字只排在色带上", "给稿件配图，或给图底版块写“otherwise”",
    ),
    "cover-form/shape": (
        "“{picture}”只能显示{kept:.0%}，至少要{least:.0%}",
        "给图底版块换形状、减字、换图，或写“otherwise”",
    ),
    "cover-form/credit": (
        "图片署名“{credit}”没有排：图底版块没有它的样式", "给图底版块写“credit_style”",
    ),
    "cover-measured/on-picture": (
        "文字排在“{picture}”{end:term}：那里明度相差{spread:.2f}，对比度{contrast:.1f}；图片保"
        "留{kept:.0%}"
    ),
    "cover-measured/on-band": (
        "文字排在{end:term}色带上：“{picture}”{tried:term}明度相差{spread:.2f}（至多{most:g}"
        "），对比度{contrast:.1f}（至少4.5）；图片保留{kept:.0%}"
    ),
    "cover-measured/covered": (
        "文字排在{end:term}色带上：排在“{picture}”{tried:term}会遮住所拍的东西（那里明度相差"
        "{spread:.2f}，对比度{contrast:.1f}）；图片保留{kept:.0%}"
    ),
    "cover-measured/print": "印刷时文字一律排在{end:term}色带上；“{picture}”保留{kept:.0%}",
    "must-left-out": ("“{layout}”放不下{part}，而它写明“must”", "选大一些的版式，或改成“should”"),
    "charts-left-out": (
        "“{layout}”放不下{list}中的{count}项：{items}",
        '选放得下的版式，或用"priority": "may"写明可以略去',
    ),
    "items-left-out": (
        "“{layout}”放不下{list}中的{count}项：{items}",
        '用“priority”写明哪些必留（"must"）、哪些先让（"may"），或选大一些的版式',
    ),
    "numbers-left-out": (
        "图文框放不下{count}个数字：{items}",
        '用“priority”写明哪些必留（"must"）、哪些先让（"may"），或给版块更大的地方',
    ),
    "numbers-left-out/notes": (
        "图文框放不下{count}个数字的第二行：{items}", "给版块更大的地方，或少放几个数字",
    ),
    "underset": (
        "{block}的{lines}行空着{empty}行，“{layout}”只许空{allowed}行",
        "补约{spare}字，或加大“underset”",
    ),
    "underset/page": (
        "“{layout}”排正文的{lines}行空着{empty}行",
        "补些文字，或选小一些的版式；`render --fit`在版式的“fit”允许的范围内填满版面",
    ),
    "story-unused": "版式“{layout}”里没有用到{part}",
}  # fmt: skip
