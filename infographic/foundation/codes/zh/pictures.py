"""Of picture files."""

from __future__ import annotations

CODES: dict[str, str] = {
    "image-missing": """\
图片文件不在。
路径从写它的文件所在的文件夹算起。区分大小写，.JPG也是。程序不从网上取文件：把图片存在稿件旁
边。""",
    "image-format": """\
这个文件不是能排的图片。
可用JPEG、PNG、TIFF、WebP、GIF和BMP，矢量图用SVG。EPS、AI、PDF导出为SVG，或300 dpi以上的PNG、
TIFF；PSD另存一份TIFF。以内容为准，不看后缀。""",
    "image-cut-off": """\
图片文件已损坏，或没有到底。
多半是传送时截断了：聊天软件、磁盘满。从原处重新复制。""",
    "image-changed": """\
图片文件与读稿时不是同一个了。
其间有程序在写它：同步文件夹，或还没导出完。程序不会半旧半新地拼成一张。""",
    "image-note": """\
图片文件里有些内容没有采用。
有几帧、几页或几张的取第一个；没有特性文件的伽马、HDR屏的亮度都不取。""",
    "image-profile": """\
图片的颜色特性文件不能用。
它损坏了，或不是给这种像素的（彩色图带了灰度的），所以按没有算：RGB按sRGB，灰度按屏幕灰度，
CMYK按印厂的油墨。""",
    "image-too-large": """\
图片太大，不能安全地读。
按印出的尺寸300 dpi，印刷机就到头了：对开的宽度是4600像素。JPEG边读边缩小，别的格式要整个展
开，彩色7500万像素就占满了允许的内存（`--limits`，docs/limits.md）。""",
    "image-unreadable": """\
系统不让读图片：没有权限，或文件名系统不认。""",
}
