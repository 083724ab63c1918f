"""Of the studio: its address, its folder, what is uploaded, edits of its documents."""

from __future__ import annotations

CHOOSE = "选一个，选定之前不保存"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "machine/no-studio": ("没有安装工作台：缺{package}", "pip install 'infographic[studio]'"),
    "machine/not-listening": (
        "不能在{host}的{port}端口监听（{reason:term}）",
        "换一个--port，写0任取空闲端口；--host应为本机地址",
    ),
    "machine/no-studio-runs": (
        "{file}：它的文件夹没有打开工作台", "先打开，并让它开着：infographic studio {folder}",
    ),
    "machine/no-browser": ("{folder}的工作台没有在浏览器里打开", "打开：{address}"),
    "machine/studio-refuses": (
        "{folder}的工作台不能显示（{reason:term}）", "按Ctrl-C关掉工作台，再重新启动",
    ),
    "studio-path": (
        "“{name}”不是工作台文件夹里的文件", "把文件复制到文件夹里，或在它所在的文件夹启动工作台",
    ),
    "edit-overtaken/value": (
        "“{pointer}”已是{now}，不是{was}：别人改过，没有动它", "看看现在的内容，在它上面改",
    ),
    "edit-overtaken/created": (
        "“{pointer}”已经有了，是{now}：没有动它", "看看现在的内容，在它上面改",
    ),
    "edit-overtaken/gone": ("“{pointer}”已经没有了，原来是{was}", "还要的话重新建立"),
    "edit-overtaken/count": (
        "“{pointer}”已有{now}项，不是{was}项：没有插入", "看看现在有哪些，再插入",
    ),
    "edit-form/kind": (
        "这种文件不能做“{kind}”",
        "可用set、create、insert、delete、move、duplicate；表格可用cells、paste、insert_rows、"
        "delete_rows、insert_columns、delete_columns",
    ),
    "edit-form/field": "改动的“{field}”应为{wanted}",
    "edit-form/value": "改动缺少“value”",
    "edit-form/none": "这不是改动，也不是改动的列表",
    "edit-number": ("“{words}”不是JSON的数字写法", "只写数字，小数点用点，不写千位分隔符：2300.50"),
    "edit-place/list": "“{pointer}”是{kind}，只有列表才能加项",
    "edit-place/index": "只有{count}项，没有第{index}项（从0数起）",
    "edit-place/itself": "“{pointer}”不能移到自己里面的“{to}”",
    "edit-place/whole": "这里不能删除、移动或复制整个文件",
    "edit-form/alone": "“{kind}”要单独做，不能与别的改动放在一起",
    "edit-overtaken/rows": ("第{row}行已经变了：没有删除", "看看现在的表格，再删要删的行"),
    "edit-place/columns": "不能删掉表格的所有列",
    "table-form": (
        "“{pointer}”是{kind}，不是可以逐格改的表格",
        '用{{"columns": […], "rows": [[…]]}}、对象的列表、列表的对象，或行的列表',
    ),
    "table-form/keys": ("列名是稿件里的键，不能当单元格改", "在稿件文件里改"),
    "workbook-read-only": (
        "“{file}”是工作簿，这里只显示，不改写", "在做它的软件里改，保存后版面会跟着变；或另存为CSV",
    ),
    "csv-character": (
        "文件的编码{encoding}里没有“{mark}”（{code}）", "换一个字，或让文件改用UTF-8",
    ),
    "csv-character/asked": (
        "稿件写明这个文件用{encoding}：改成UTF-8就读不出了",
        "去掉稿件数据里的“encoding”，再打开这个文件",
    ),
    "csv-inexact/encoding": (
        "文件里有些字节与{encoding}的写法不同：改写后别处也会变",
        "在做它的软件里存成UTF-8，再打开",
    ),
    "csv-inexact/cells": (
        "单元格之间是空格，几个算一个：这里不能改", "用逗号或制表符分隔，再存一次",
    ),
    "document-large": ("文件超过{most:g} MB", "拆开，或去掉版面上不用的内容"),
    "disk-conflict/both": ("“{pointer}”在这里改成{ours}，在文件里改成{theirs}", CHOOSE),
    "disk-conflict/deleted": ("“{pointer}”在这里已删除，在文件里改成{theirs}", CHOOSE),
    "disk-conflict/gone": ("“{pointer}”在这里改成{ours}，在文件里已删除", CHOOSE),
    "disk-broken": (
        "文件在别处改过，现在读不出（{count}处错误）：这里的改动还在，没有盖过去",
        "在改它的地方改好，再保存",
    ),
    "disk-busy": ("别的程序在不停地写这个文件，没有保存成", "等它写完再保存"),
    "upload-kind": ("“{name}”与后缀不符，或不是可收的格式：{kinds:join 、}", "存成其中一种格式"),
    "upload-large": ("“{name}”超过{most:.0f} MB", "把图片存小一些，或自己把文件复制到文件夹里"),
    "upload-unread": (
        "读“{name}”用的时间或内存太多，没有收下", "用原来的程序重新存一次，尽量存小一些",
    ),
    "upload-folder": ("“{folder}”不是工作台的文件夹", "传到稿件所在的文件夹"),
    "upload-reduced": (
        "{name}：保留为{width} × {height}像素，这是一次能展开的最大尺寸",
        "要保留全部像素，自己把文件复制到文件夹里",
    ),
    "undo-overtaken": (
        "“{place}”处的改动不能撤销或重做：后来别人改过同一处",
        "可以撤销更早的一步；这里不对就直接改",
    ),
    "starter-unknown": "没有叫“{name}”的起步稿件",
    "no-conflict": "“{pointer}”没有要选的",
}  # fmt: skip
