"""Of fonts and their files."""

from __future__ import annotations

CODES: dict[str, str] = {
    "font-role-unknown": """\
版式的“fonts”里没有这个字体角色。""",
    "font-missing": """\
字体文件不在版式所写的地方。
在版式旁边、--font-path和自带字体里找；不用系统字体，这样版面在哪台电脑上都一样。
`infographic fonts`列出全部。""",
    "font-folder": """\
--font-path的文件夹不在。路径从当前文件夹算起。""",
    "font-broken": """\
字体文件损坏，或种类不能用。
使用前先检查，写明哪个表不对：那样排出来会缺字，或变成别的字。浏览器认的字体，这里也认。可用
TrueType和OpenType（.ttf .otf .ttc）。Type 1要先转换；网页字体见“font-web”，图片字体见
“font-pictures”。""",
    "font-doubtful": """\
字体里有个表的校验和与文件写的不符。
磁盘坏了，或复制中断后补齐，会让字变形、移位，别处看不出来。有些改字体的软件忘了更新校验和：
那就没有问题，重新保存一次就好。""",
    "font-large": """\
字体要的超过上限：字节、款数、字形的点、一个字符的字形。
正经的字体都不会。数字见docs/limits.md，--limits可放宽。""",
    "font-pictures": """\
字体里的字是图片，没有轮廓，如Noto Color Emoji。
版面按轮廓画，用自己的油墨印。表情符号自带单色字体“emoji”，各字体角色都以它作后备；别的字体
要有轮廓（glyf或CFF）。""",
    "font-web": """\
字体文件是网页字体：WOFF或WOFF2，为浏览器压缩过。
解开一次，写.ttf。许可要允许嵌入文件，网页字体的许可可能不允许。
    pip install brotli
    python -m fontTools.ttLib.woff2 decompress -o paper.ttf paper.woff2""",
    "font-index": """\
字体合集里没有这个序号的字体。从0数起。""",
    "font-axis": """\
可变字体没有这个轴，或取值超出范围。""",
    "font-unembeddable": """\
字体厂商不许把它嵌入文件。
印刷要嵌入字体。向厂商要可用于印刷的版本，或换一款。""",
}
