"""批量制作：制作记录、哪些不必重做、报告。"""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "manifest-file/none": (
        "没有制作记录{file}",
        "`infographic batch`把它写在成品旁边，名为.infographic-batch.sqlite",
    ),
    "manifest-file/empty": ("制作记录{file}里还没有一次制作", "先批量制作一次"),
    "manifest-file/other": (
        "{file}是别的程序的文件，不是制作记录",
        "另起一个名字：--manifest FILE；这个文件原样不动",
    ),
    "manifest-file/broken": (
        "制作记录{file}坏了：{reason}",
        "挪开它再运行，全部重做；这个文件原样不动",
    ),
    "manifest-file/version": (
        "制作记录{file}是第{found}版的，本程序认得第{known}版",
        "用写它的程序来读，或者挪开它，全部重做",
    ),
    "manifest-slow": (
        "{file}所在的盘不能用预写日志，每件都要等它写完",
        "把制作记录放在本机的盘上：--manifest FILE",
    ),
    "machine/manifest": (
        "制作记录{file}读写不了：{reason}",
        "看看磁盘，或换一个文件：--manifest FILE",
    ),
    "machine/manifest-busy": (
        "进程{process}正用制作记录{file}批量制作",
        "等它结束，或换一个文件：--manifest FILE",
    ),
    "batch-left": (
        "以前做的{count}个文件，表里已没有它们的行，原样留着：{files}",
        "不要的请自行删除",
    ),
    "batch-stopped": (
        "磁盘或存储接连{count}件写不进去，其余没有再试",
        "腾出空间，或按上面说的处理，再加--resume接着做",
    ),
    "batch-only": ("没有一行的编号是“{id}”", "表里的编号有{ids}"),
    "batch-several-stores": (
        "-o的文件分在{first}和{second}两处",
        "一次写到一处；另一处再运行一次",
    ),
    "batch-no-template": ("表格要有模板", "写明模板：-t story.json；稿件文件夹不用"),
    "batch-template-of-stories": ("文件夹里已是写好的稿件，用不上模板", "去掉-t"),
    "batch-none": ("没有一行可做", "看看--only和--limit"),
    "batch-local": ("{file}：这个文件只能写到磁盘上，不能写网址", "写路径，写好后再拷过去"),
    "batch-report-name": ("报告{file}的扩展名不认得", "用.html、.csv或.json"),
}
