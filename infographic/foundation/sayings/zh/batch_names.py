"""一批文件的名称。"""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "batch-pattern/empty": ("文件名是空的", "写一个：-o 'out/{{id}}/{{layout}}.{{ext}}'"),
    "batch-pattern/brace": ("文件名里单独有一个“{brace}”", "要这个字符本身就写两个"),
    "batch-pattern/name": (
        "{pattern}里的“{{{name}}}”不是列名，也不是id、layout、ext、row",
        "写数据表的列名",
    ),
    "batch-pattern/layouts": ("{pattern}分不开各版式：两页会写进一个文件", "加上{{layout}}"),
    "batch-pattern/rows": (
        "{pattern}分不开各行：所有行会写进一个文件",
        "加上{{id}}、{{row}}或一列",
    ),
    "batch-name": ("文件不能叫{name}：{why}", "改格里的内容，或改文件名的写法"),
    "batch-name/cell": (
        "“{column}”用在文件名里，这一格不行：{why}",
        "改这一格，或用别的列命名",
    ),
    "batch-name/taken": (
        "在有的磁盘上{name}与{other}（{place}）是同一个文件",
        "每行各有其名：大小写和重音符号不是到处都能区分文件",
    ),
    "batch-name/twice": (
        "{name}也是另一行（{place}）的文件",
        "每行各有其id，或在文件名里写{{row}}",
    ),
    "batch-name/folder": ("{name}在这里是文件，又是{other}（{place}）的文件夹", "其中一个换个名称"),
    "batch-name/more": ("这样的名称还有{count:#}个", ""),
    "phrase/name-empty": "它是空的",
    "phrase/name-character": "文件名里不能有“{character}”",
    "phrase/name-unseen": "有看不见的字符（{code}）",
    "phrase/name-part": "“{part}”不成名称",
    "phrase/name-end": "“{part}”以空格开头，或以点、空格结尾",
    "phrase/name-device": "“{part}”在Windows上是设备",
    "phrase/name-long": "“{part}…”超过{most}字节",
}
