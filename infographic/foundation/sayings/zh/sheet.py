"""Of a layout's sheet: page, colours, styles, parts, house tables."""

from __future__ import annotations

MARGINS = "缩小边距：[上下, 左右]或[上, 右, 下, 左]"
ABOVE = "字号应大于0"
PAGE = "取{least:.0f pt}至{most:.0f pt}（{most:.0f mm}）"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "page-margins/height": ("上下边距共{margins:.0f pt}，版面只高{length:.0f pt}", MARGINS),
    "page-margins/width": ("左右边距共{margins:.0f pt}，版面只宽{length:.0f pt}", MARGINS),
    "page-size/height": ("版面高{length:.0f pt}，做不出", PAGE),
    "page-size/half": ("版面只写了{has}", "写“width”和“height”（“auto”为随内容长高），或写“size”"),
    "page-size/none": ("版面没有尺寸", "写“size”，或“width”和“height”"),
    "page-size/unknown": "没有纸张规格“{name}”",
    "page-size/width": ("版面宽{length:.0f pt}，做不出", PAGE),
    "columns-narrow/page": (
        "{count}栏、栏间距{gutter:g pt}，每栏只容{characters:.3g}个{size:g pt}的字；版心宽"
        "{width:.1f pt}",
        "少分几栏，减小“gutter”或边距：每栏至少{least}字",
    ),
    "alternatives-none": ("“alternatives”里没有一种适合这篇稿件", "最后一种不写$if"),
    "layout-part": "版式没有部件“{name}”",
    "layout-part/circle": ("部件“{name}”套着自己", "中间的部件里有一个不能再写它"),
    "layout-part/deep": ("部件套部件，括号超过{most}层", "少套一层"),
    "layout-part/name": ("$part应为部件名，却是{kind}", '写作{{"$part": "head"}}'),
    "layout-part/none": (
        "写了$part，版式却没有“parts”", '在“body”或“pages”旁边写"parts": {{"head": {{…}}}}',
    ),
    "layout-part/unused": (
        "版式里没有用到部件“{name}”",
        '它的版块里不取部件：写“body”，或在那里取用：{{"$part": "{name}"}}',
    ),
    "layout-pages/body-too": ("版式同时有“body”和“pages”", "一页写“body”，几页写“pages”"),
    "layout-pages/empty": ("“pages”是空的", "加一页"),
    "layout-pages/many": (
        "这篇稿件按版式“{layout}”要做{count}页，至多{most}页",
        "让“each”少取几项，或用“by”几项排一页",
    ),
    "layout-pages/none": (
        "这篇稿件按版式“{layout}”一页也做不出：各页的“if”都不成立",
        "给稿件补上其中一页要的内容，或另选版式",
    ),
    "layout-pages/number": ("有两页的“number”都是“{number}”", "各写各的“number”：“下转第N版”用它"),
    "field-missing/body": ("版式缺少“body”", '补上"body"：一个版块，或"pages": […]'),
    "story-empty": ("主题是空的", "写上；版式不排主题，也要用它给版面命名"),
    "color-unknown": "没有颜色“{name}”",
    "color-unknown/hex": (
        "“{name}”不是颜色名",
        '起个名称："colors": {{"mine": {{"cmyk": [0, 95, 85, 5], "srgb": "{name}"}}}}，按印厂选'
        "定油墨，这里写“mine”",
    ),
    "color-spot/name": ("“{name}”不能作专色名", "保留的名称：{reserved}"),
    "color-spot/no-cmyk": ("专色“{name}”要有“cmyk”", "它的实地用四色看是什么样：[0, 95, 85, 5]"),
    "color-spot/two": (
        "“{name}”成了两种墨：“cmyk”不同", "一种墨只有一个样子；浅的是平网：“name 40%”",
    ),
    "color-value/no-ink": (
        "颜色“{name}”要有“cmyk”或“k”",
        '写作{{"cmyk": [0, 95, 85, 5], "srgb": "#b3121d"}}或{{"k": 60}}',
    ),
    "color-value/no-srgb": (
        "颜色“{name}”有油墨而没有“srgb”", "屏幕颜色是选定的，不由油墨推算：补上“srgb”",
    ),
    "color-value/srgb": ("“{srgb}”不是sRGB颜色", '写六位十六进制数："srgb": "#b3121d"'),
    "color-value/tint": ("“{text}”不是平网的写法", '写颜色的百分比："{name} 12%"'),
    "font-role-unknown": "没有字体角色“{role}”",
    "style-circle": ("样式循环引用：{names:join  → }", "让其中一个不基于别的样式"),
    "style-incomplete/font": ("样式没有字体", "写“font”，取一个字体角色名"),
    "style-incomplete/size": ("样式“{name}”没有字号", "写“size”，或基于有字号的样式"),
    "style-unknown": "没有样式“{name}”",
    "style-unknown/fitted": "没有要适框的样式“{name}”",
    "style-unknown/measure": "没有样式“{name}”，无法按它的字数分栏",
    "style-unknown/tuned": "没有要微调的样式“{name}”",
    "length-form/no-length": ("“{text}”不是长度", "写长度，如“3mm”“12pt”“40px”或“小五”"),
    "value-range/ceiling-below": (
        "上限{ceiling:g pt}小于样式自己的字号{size:g pt}",
        '写长度，或字号的倍数："ceiling": {share}',
    ),
    "value-range/floor": ("下限{floor:g pt}不是字号", ABOVE),
    "value-range/floor-above": (
        "下限{floor:g pt}大于样式自己的字号{size:g pt}", '写长度，或字号的倍数："floor": {share}',
    ),
    "value-range/leading": (
        "行距{leading:g pt}对{size:g pt}的字来说太小", "至少是字号的一半，正文用1.5倍",
    ),
    "value-range/leading-negative": "行距{leading:g pt}是负数",
    "value-range/least-and-most": ("最小值{least:g}大于最大值{most:g}", "先写最小值"),
    "value-range/size": ("字号{size:g pt}不能排", ABOVE),
    "house-unknown": "没有报社规则表“{name}”",
    "house-unknown/unreadable": ("报社规则表{path}读不出", "{reason:term}"),
    "house-table/blank": "应为“left”或“right”",
    "house-table/cell": "应为以em计的宽度，大于0，至多2",
    "house-table/characters": "应为写在一起的字符",
    "house-table/class": "这里没有字符类“{name}”",
    "house-table/classes": "应为字符类的列表",
    "house-table/cost": ("应为{least}至{most}的数：在此断行的代价", "两个词之间断行的代价是14"),
    "house-table/default": "{value}不能作“{key}”的默认值",
    "house-table/extends": "没有报社规则表“{name}”",
    "house-table/form": ("报社规则表应为对象", "以{{开头"),
    "house-table/joint": (
        "“{pair}”不是一对词类", "写{kinds}中的两个字母，或一个加*：“nv”是名词后接动词",
    ),
    "house-table/key": "这里没有“{key}”",
    "house-table/member": "报社规则表没有“{name}”这一项",
    "house-table/missing": "缺“{side}”",
    "house-table/object": "应为对象",
    "house-table/site": "应为带“site”的对象",
    "house-table/site-length": "应为“site”和“{key}”，长度以em计",
    "house-table/sites": "应为位置的列表",
    "house-table/term": ("应为2至{most}字的名称或术语", "更长的在稿件里标：{{~…~}}"),
    "house-table/terms": "应为名称和术语的列表",
    "house-table/words": "应为以空格分隔的词",
    "house-table/twice": "“{character}”在{other}里也有",
}  # fmt: skip
