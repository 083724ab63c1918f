"""What stands in sentences about a written PDF."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "phrase/blend-mode": "混合模式{name}",
    "phrase/box": "{left:g} {bottom:g} {right:g} {top:g}",
    "phrase/count-of-bytes": "{count}字节",
    "phrase/cut-off": "中途截断",
    "phrase/group": "透明组",
    "phrase/halftone-name": "以名称指定的网点",
    "phrase/halftone-phase": "网点相位（HTP）",
    "phrase/halftone-transfer": "网点的传递函数",
    "phrase/halftone-type": "类型{number}的网点",
    "phrase/icc-class": "类别为“{kind}”",
    "phrase/icc-space": "用于{space}，/N为{count}",
    "phrase/icc-version": "版本为{version}",
    "phrase/name-of-a-file": "另一文件的名称",
    "phrase/no-icc": "不是ICC特性文件",
    "phrase/nothing-readable": "无法读取的内容",
    "phrase/opacity": "{entry} {value:g}",
    "phrase/opi-comment": "OPI注释",
    "phrase/page-elsewhere": "另一文件里的一页",
    "phrase/paint-above": "{ink}的{kind:term}",
    "phrase/paint-below": "{ink}的{kind:term}",
    "phrase/picture": "图片",
    "phrase/picture-for-printing": "印刷时另换的图片",
    "phrase/pixels": "{width} × {height}像素",
    "phrase/postscript": "PostScript",
    "phrase/soft-mask": "软蒙版",
    "phrase/stream-elsewhere": "数据流存放在另一文件",
    "phrase/text-above": "{ink}的{size:.4g pt}文字",
    "phrase/transfer-function": "传递函数（{entry}）",
}  # fmt: skip
