"""批量制作：制作记录、以前留下的文件、报告。"""

from __future__ import annotations

CODES: dict[str, str] = {
    "manifest-file": """\
指定的文件不能当制作记录用。
制作记录是一个SQLite文件，记着一批做了什么、用什么做的、结果怎样。除非用--manifest另行指定，它就在成品旁边，
名为.infographic-batch.sqlite。别的程序的文件、坏了的、版本不同的，一律原样不动。挪开它，或另起一个名字；
没有制作记录就全部重做。""",
    "manifest-slow": """\
制作记录所在的盘不能用SQLite的预写日志，多半因为是网络盘。照样能做，也一样安全，只是每件都要等盘写完。
用--manifest把它放在本机的盘上。""",
    "batch-left": """\
同一批以前做的文件，表里已没有它们的行。
程序从不删除它们：也许那一行是误删的。不要的请自行删除。""",
    "batch-stopped": """\
批量制作停下了：磁盘或存储接连多件写不进去，比如盘满了。
已有的文件都是完整的，制作记录里写着是哪些。腾出空间，加--resume再运行，做好的不会重做。""",
    "batch-only": """\
--only点名的行，表里没有。
要写的是行的编号，也就是文件名里的那个。""",
    "batch-several-stores": """\
一批文件要写到几个地方，比如一个在盘上、一个在存储桶里。
一件的几个文件是一起写的，要么全有要么全无，两处存储做不到这一点。每处各运行一次。""",
    "batch-no-template": """\
给了数据表，没有给把各行变成稿件的模板：-t story.json。
稿件文件夹不用模板。""",
    "batch-template-of-stories": """\
给了稿件文件夹，又给了模板。稿件照原样制作；去掉模板，或者给一张数据表。""",
    "batch-none": """\
没有可做的：表里没有行，或者--only和--limit一行也没留下。""",
    "batch-local": """\
批量制作的成品（-o）可以写到磁盘，也可以按网址写到对象存储；清单、报告和--pages的PDF只写到本机磁盘。
    infographic batch report .infographic-batch.sqlite -o report.html""",
    "batch-report-name": """\
批量制作的报告按文件的扩展名定：.html是样张总览，.csv是表格，.json是JSON。""",
}
