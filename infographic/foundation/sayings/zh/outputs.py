"""Of what is written: files, disks, limits, and pixels."""

from __future__ import annotations

SMALLER = (
    "用小一些的--scale或--ppi、用--tiles切片、少放图片、加大--max-bytes，或写--quality按原大输出"
)
ELSEWHERE = "等它结束，或写到别的文件夹"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "machine/date": (
        "SOURCE_DATE_EPOCH是“{said}”，应为1970年以来的秒数",
        "从环境变量里去掉，或设为：SOURCE_DATE_EPOCH=$(date +%s)",
    ),
    "machine/export-folder": (
        "没有地方放导出的文件（{reason:term}）", "在系统临时文件夹所在的磁盘上腾出空间",
    ),
    "machine/export-large": ("一次导出的文件合计超过{most:g} MB", "一次少导几个版式，或把尺寸改小"),
    "machine/file-object": (
        "文件对象写不进（{reason:term}）", "看看是不是以写方式打开，磁盘还有没有空间",
    ),
    "machine/folder-busy": ("{folder}：另一次运行（进程{process}）在这里写得太久", ELSEWHERE),
    "machine/folder-busy-by-another": ("{folder}：另一次运行在这里写得太久", ELSEWHERE),
    "machine/here": ("当前文件夹已被删除", "换到别的文件夹：cd"),
    "machine/icc-unread": (
        "{file}：读不出（{reason:term}）", "请人改权限，或在印厂规格的“icc”里写另一个文件",
    ),
    "file-outside": (
        "“{name}”不在允许读取的范围内：项目在{folder}",
        "复制到项目里，或放行：--allow PATH（docs/security.md）",
    ),
    "mend/allow": "复制到项目里，或放行：--allow {path}（docs/security.md）",
    "mend/allow-link": (
        "项目里有链接指到那里；把文件复制到项目里，或放行：--allow {path}（docs/security.md）"
    ),
    "limit-unknown": ("没有“{name}”这个上限", "全部上限见docs/limits.md"),
    "limit-unknown/object": (
        "上限应为名称与数字的对象，却是{found}", '写作{{"image-pixels": 400000000}}',
    ),
    "limit-unknown/number": ("上限“{name}”是{value}，不是不小于0的整数", "写整数：{name}=1000"),
    "over-limit": ("{of:term}超过{most:,}", "少要一些；文件可信就放宽上限"),
    "machine/memory": (
        "内存不够", "少要一些（--scale、--ppi、--tiles），或放宽内存限制（ulimit -v）",
    ),
    "machine/stdout": ("标准输出写不进（{reason:term}）", "在它去的地方腾出空间"),
    "machine/system": ("{file}：{reason:term}", "看看它在不在，能不能读写"),
    "machine/no-plates": ("PDF分不出色版：{why:term}", "用`check`检查文件：印刷用PDF只该有油墨色"),
    "machine/not-written": ("{file}：写不进（{reason:term}）", "写到别的文件夹"),
    "machine/page-pixels": (
        "{width:.0f in pt} × {height:.0f pt}的版面按{ppi:g} ppi超过{most:,}像素",
        "把每英寸的像素数改小（--ppi）",
    ),
    "machine/pdf-not-drawn": ("PDF画不出（{reason:term}）", "用`check`检查文件，或重新输出"),
    "machine/picture-pixels": (
        "{width} × {height}像素的图片超过{most:,}像素", "把scale或ppi改小，长图切片",
    ),
    "machine/plate-pixels": (
        "{width} × {height}像素的色版超过{most:,}像素", "把每英寸的像素数改小（--ppi）",
    ),
    "mend/damaged-disk": "检查磁盘，写到别的磁盘",
    "mend/disk-full": "腾出磁盘空间，或写到别的磁盘",
    "mend/file-in-path": "路径中该是文件夹的地方是个文件；换一个路径",
    "mend/file-size": "放宽单个文件的大小（ulimit -f），或把文件做小",
    "mend/name-of-a-file": "写一个文件可以用的名称",
    "mend/name-of-a-folder": "已有文件夹叫这个名称，文件另起一个",
    "mend/open-files": "放宽同时打开的文件数（ulimit -n）",
    "mend/permissions": "写到自己的文件夹，或请人改权限",
    "mend/quota": "在配额内腾出空间，或写到别的磁盘",
    "mend/read-only-disk": "写到不是只读的磁盘",
    "mend/shorter-name": "把名称写短",
    "output-is-input/another-name": (
        "它与{read_as}是同一个文件，正要用它来做版，会被覆盖", "给输出另起一个名称",
    ),
    "output-is-input/itself": ("正要用这个文件来做版，会被覆盖", "给输出另起一个名称"),
    "phrase/blend-and-mask": "混合模式{blend}、软蒙版{mask}",
    "phrase/color-space": "色彩空间{space}",
    "phrase/form-or-mask": "图片里有表单或蒙版",
    "phrase/picture-in-space": "图片用{space}",
    "phrase/rgb": "RGB",
    "picture-over-limit/asked": (
        "{format}质量降到{quality}仍有{kb:,.1f} kB（最高{top}），--max-bytes只许{limit:,.1f} kB",
        SMALLER,
    ),
    "picture-over-limit/platform": (
        "{format}质量降到{quality}仍有{kb:,.1f} kB（最高{top}），平台“{platform}”只许"
        "{limit:,.1f} kB",
        SMALLER,
    ),
    "picture-too-long": (
        "{format}每边至多{longest:,}像素，不能是{width:,} × {height:,}",
        "切片（--tiles），缩放至多{scale:g}倍（--scale），或写成{other}",
    ),
    "set-left": (
        "新的一组旁边还留着上一组的{count}个文件，那一组页数多：{files}",
        "没有人要就删掉：程序不替你删",
    ),
    "too-deep": ("文件里有东西层层套着自己", "少套几层"),
    "sheet-too-large/tall": (
        "版面高{height:.0f pt}：PDF至多高{most:.0f pt}，一整张图片也一样",
        "切片（--tiles 4000），或缩短",
    ),
    "sheet-too-large/sheet": (
        "{width:.0f in pt} × {height:.0f pt}的纸张大过PDF的上限（每边{most:.0f pt}）；版面为"
        "{page_width:.0f in pt} × {page_height:.0f in pt}，出血和印刷标记每边{offset:.0f in pt}",
        "缩小版面，换没有印刷标记的印厂规格，或不要出血",
    ),
}  # fmt: skip
