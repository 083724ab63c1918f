"""Of drawings (SVG): what in them is drawn, and what is not."""

from __future__ import annotations

OUTLINES = "在绘图软件里转成路径（“对象转路径”“扩展”），再保存"
PLAIN = "在绘图软件里另存为普通SVG 1.1，只留图形和颜色"
HARM = "来源可靠的才用；另存为普通SVG"
SIMPLER = "简化路径，或改用图片"
SIZE = '在开头写尺寸：<svg viewBox="0 0 120 40" …>'

SAYINGS: dict[str, str | tuple[str, str]] = {
    "phrase/path-count": "第{at}个字符的“{command}”每次要{wanted}个数，这里共{found}个",
    "phrase/path-far": "第{at}个字符的“{found}”超出绘图范围（一千万）",
    "phrase/path-long": "线段和曲线超过{most}段",
    "phrase/path-start": "以“{found}”开头，路径应以“M”开头",
    "phrase/path-unknown": "第{at}个字符的“{found}”不是路径的一部分",
    "phrase/svg-aspect": "应为“none”，或“xMidYMid”之类加“meet”或“slice”",
    "phrase/svg-color": "应为颜色：#d7332c、rgb(215, 51, 44)、red、currentColor或none",
    "phrase/svg-dashes": "长度超过{most}个",
    "phrase/svg-far": "超出绘图范围（一千万）",
    "phrase/svg-least": "应不小于{least:g}",
    "phrase/svg-number": "应为数字",
    "phrase/svg-numbers": "应为以空格或逗号分隔的数字",
    "phrase/svg-paint": "只画纯色：没有渐变和图案",
    "phrase/svg-pairs": "数字应成对，一个x一个y；这里有{count}个",
    "phrase/svg-transform": (
        "应为matrix(a b c d e f)、translate(x y)、scale(x y)、rotate(a x y)、skewX(a)和skewY(a)"
    ),
    "phrase/svg-transforms": "超过{most}个部分",
    "phrase/svg-unit": "“{unit}”不是长度单位，可用{known}",
    "phrase/svg-view": "应为四个数：x、y、宽、高，后两个不能为负",
    "phrase/svg-word": "可用的有：{known}",
    "svg-broken": ("文件不是可读的XML：{reason:term}", PLAIN),
    "svg-broken/encoding": ("文件的编码读不出：{reason:term}", "存为UTF-8"),
    "svg-broken/packed": ("文件是压缩的SVG（.svgz）", "解开，或存为普通SVG"),
    "svg-broken/root": ("文件以“{found}”开头，SVG应以“svg”开头", PLAIN),
    "svg-color/key": (
        "“{key}”不是矢量图会有的颜色",
        '写图里的颜色、“currentColor”，或以“*”代表其余："#b5121b": "accent"',
    ),
    "svg-color/pixels": ("“{name}”是像素图，不能换颜色", "去掉“colors”，或换成SVG"),
    "svg-color/unused": ("“{name}”里没有颜色{key}", "图里的颜色有{has:join 、}"),
    "svg-empty": ("“{name}”什么也没画", "看看各部分是不是隐藏着、没有颜色或没有大小"),
    "svg-part/attribute": ("{element}的“{name}”属性画不出", PLAIN),
    "svg-part/circle": ("“{name}”画在自己里面", "只画一次，去掉对自己的引用"),
    "svg-part/clip": ("“{value}”不是用本文件的裁切路径来裁", OUTLINES),
    "svg-part/clip-of-clip": (
        "裁切路径里的图形自己还有裁切路径", "把第二个裁切路径给裁切路径本身，或手工裁好图形",
    ),
    "svg-part/clip-union": (
        "裁切路径里的图形互相重叠，面积加不起来", "在绘图软件里合并成一条路径（“并集”）",
    ),
    "svg-part/clip-units": (
        "裁切路径按所裁图形的比例计（objectBoundingBox）",
        "在绘图软件里手工裁好，或改写成userSpaceOnUse",
    ),
    "svg-part/element": ("SVG里的“{name}”画不出", PLAIN),
    "svg-part/image": ("矢量图里有像素图，而这里只读轮廓", "把它单独作配图，或描成路径"),
    "svg-part/missing": ("文件里没有可放在这里的“{name}”", PLAIN),
    "svg-part/nested": ("“{name}”是图中套图，不读", "在绘图软件里把符号和嵌套的图解散成组"),
    "svg-part/opacity": (
        "不透明度加在互相重叠的部分上，或同时加在填色和描边上",
        "给各部分分别写fill-opacity，或合并成一个图形（“并集”）",
    ),
    "svg-part/outside": ("“{href}”在文件之外，程序只读这个文件", "画进文件本身"),
    "svg-part/property": ("SVG里的“{name}: {value}”画不出", PLAIN),
    "svg-part/switch": (
        "文件给不同的阅读器准备了不同的内容（“switch”）",
        "保存时不带绘图软件自己的数据（Illustrator里不勾“保留”）",
    ),
    "svg-part/text": (
        "“{name}”是文字，要用图里指定的字体",
        "在绘图软件里转成路径（“对象转路径”“扩展”），再保存；或在版式里排这些字",
    ),
    "svg-size/none": ("矢量图没有尺寸：既没有viewBox，也没有width和height", SIZE),
    "svg-size/zero": ("矢量图的宽或高是0", SIZE),
    "svg-style/rest": ("“{found}”不是矢量图可用的CSS规则", PLAIN),
    "svg-style/selector": (
        "不读“{found}”这种CSS选择符", "只认元素名、.类名和#id；或把样式写成属性",
    ),
    "svg-style/type": ("样式表不是用CSS写的", PLAIN),
    "svg-unsafe/active": ("“{name}”会执行动作，或引入图形以外的东西", HARM),
    "svg-unsafe/deep": ("各部分嵌套超过{most}层", HARM),
    "svg-unsafe/doctype": (
        "文件自带文档类型（<!DOCTYPE … [ … ]>），不读",
        "来源可靠的才用；另存为普通SVG（Illustrator里不勾“保留Illustrator编辑功能”）",
    ),
    "svg-unsafe/drawn": ("画出的{what:term}超过{most}", SIMPLER),
    "svg-unsafe/elements": ("元素超过{most}个", "简化，或改用图片"),
    "svg-unsafe/entity": ("文件里有实体，或引用了别的文件，都不读", HARM),
    "svg-unsafe/handler": ("“{name}”会运行脚本", HARM),
    "svg-unsafe/large": ("文件有{mb:.1f} MB，超过{most:.0f} MB", SIMPLER),
    "svg-unsafe/link": ("矢量图里有链接（“a”），印出来点不开", "把里面的东西从链接里释放出来"),
    "svg-unsafe/stylesheet": ("文件要从别处取样式表，而程序只读这个文件", "把样式写进文件本身"),
    "svg-value": ("“{value}”不能作“{name}”的值：{why}", PLAIN),
    "svg-value/dashes": ("一条线超过{most}段虚线", "把虚线加长，或改成实线"),
    "svg-value/far": ("变换矩阵把它移到绘图范围之外", "在绘图软件里应用变换后再保存"),
}  # fmt: skip
