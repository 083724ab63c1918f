"""Of picture files: what is wrong with them, and what was made of them."""

from __future__ import annotations

AGAIN = "从原处重新复制，传送时截断或损坏了"
SMALLER = "存小一些，按印出的尺寸300 dpi就够"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "image-changed": ("读取时“{name}”被改动了", "等没有程序再写它时重做"),
    "image-cut-off/damaged": ("“{name}”已损坏（{reason:term}）", AGAIN),
    "image-cut-off/early": ("“{name}”不完整，中途断了", AGAIN),
    "image-cut-off/empty": ("“{name}”是空文件", AGAIN),
    "image-format/depth": ("“{name}”是32位阶调，没有写明哪个值是白", "存为每通道8位或16位"),
    "image-format/kind": "“{name}”是{kind}",
    "image-format/not-set": "“{name}”是{kind}，不能排",
    "image-format/no-drawing": (
        "“{name}”是像素图；矢量图应为SVG", "在绘图软件里导出SVG，或用配图来放",
    ),
    "image-missing/address": ("“{name}”是网址，不是文件", "程序不从网上取文件：把图片存在稿件旁边"),
    "image-missing/file": "没有图片“{name}”",
    "image-missing/folder": "“{name}”是文件夹或设备，不是图片",
    "image-note/frames": "“{name}”有{count}帧，取第一帧",
    "image-note/further": "“{name}”含{count}张图片，取第一张",
    "image-note/gain-map": "“{name}”带HDR屏用的增益图，取一般屏幕用的图像",
    "image-note/gamma": (
        "“{name}”只写了伽马或原色，没有ICC特性文件；颜色按sRGB算", "连同特性文件保存，或存为sRGB",
    ),
    "image-note/hdr": ("“{name}”是HDR编码；颜色按sRGB算", "存为sRGB"),
    "image-note/many-frames": "“{name}”超过{count}帧，取第一帧",
    "image-note/many-pages": "“{name}”超过{count}页，取第一页",
    "image-note/pages": "“{name}”有{count}页，取第一页",
    "image-note/suffix": ("“{name}”不管后缀是什么，其实是{kind}，按此读", "改后缀"),
    "image-profile/damaged": (
        "“{name}”里的颜色特性文件已损坏；颜色按{space}算", "连同特性文件重新保存",
    ),
    "image-profile/other": (
        "“{name}”里的颜色特性文件不适合这种像素；颜色按{space}算", "连同自己的特性文件重新保存",
    ),
    "image-too-large/bytes": ("“{name}”有{mb:.0f} MB，超过{most:.0f} MB", SMALLER),
    "image-too-large/decoded": (
        "“{name}”（{width} × {height}像素）展开要{mb:.0f} MB，超过{most:g} MB",
        "存小一些（按印出的尺寸300 dpi就够），或存为JPEG",
    ),
    "image-too-large/held": (
        "“{name}”（{width} × {height}像素）是渐进式JPEG，解码要整个放在内存里，需{mb:.0f} MB，"
        "超过{most:g} MB",
        "存为非渐进式JPEG，或存小一些",
    ),
    "image-too-large/metadata": (
        "“{name}”像素以外的附加信息有{mb:.0f} MB，超过{most:g} MB", "导出时不带元数据",
    ),
    "image-too-large/parts": ("文件“{name}”的分段超过{most:,}", "重新保存"),
    "image-too-large/passes": (
        "“{name}”分{count}遍画出，合计超过{most:g}百万像素", "存为非渐进式JPEG，或存小一些",
    ),
    "image-too-large/pixels": ("“{name}”有{width} × {height}像素，超过{most:g}百万像素", SMALLER),
    "image-unreadable": (
        "“{file}”读不出（{reason:term}）", "看看它在不在、完不完整、有没有读取权限",
    ),
    "mend/export-vectors": "导出SVG，或300 dpi以上的PNG、TIFF",
    "mend/formats": "图片可用{known}文件",
    "mend/jpeg-or-png": "存为JPEG或PNG",
    "mend/most-compatible": "存为JPEG；手机可设成“兼容性最佳”",
    "mend/named-svg": "后缀改成“.svg”",
    "mend/no-address": "只写路径，不写“file://”",
    "mend/no-folder": "没有文件夹{folder}",
    "mend/no-home": "“~”不当作个人文件夹：路径从写它的文件算起",
    "mend/path-from-file": "路径从写它的文件所在的文件夹算起",
    "mend/save-a-copy": "另存一份TIFF或JPEG",
    "mend/slashes": "任何系统上文件夹都用/分隔",
    "phrase/avif": "AVIF",
    "phrase/eps": "EPS",
    "phrase/heic": "HEIC照片",
    "phrase/heif": "HEIF照片",
    "phrase/illustrator": "Illustrator文件",
    "phrase/grey-as-is": "屏幕灰度",
    "phrase/inks-as-is": "印厂的油墨",
    "phrase/photoshop": "Photoshop文件",
    "phrase/srgb": "sRGB",
    "phrase/svg": "SVG",
    "phrase/unknown-kind": "不认识的图片格式",
}  # fmt: skip
