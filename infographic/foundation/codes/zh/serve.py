"""渲染服务。"""

from __future__ import annotations

CODES: dict[str, str] = {
    "serve-head": """\
请求缺Host，或标头重复。
同名标头有两个时，中间的程序各取一个，所以这种请求不答复。""",
    "serve-host": """\
没有密钥的服务收到了别处的请求。
没有密钥时，只答复本机程序，用本机的名称，不答复浏览器里的页面，否则任何网页都能借你之名使用它。
    infographic serve --keys keys.txt""",
    "serve-key": """\
请求没有服务认得的密钥。
    curl -H "Authorization: Bearer 密钥" …
    curl -H "X-API-Key: 密钥" …
两个标头写了两个密钥，也不接受。""",
    "serve-busy": """\
每个进程都在做版面，等待的请求也满了。
一个进程一次做一版；数量由`--workers`和`--queue`决定。Retry-After说明大概多久后有空位。""",
    "serve-ending": """\
服务收到结束的指令：已开始的做完，不再接受新的。""",
    "serve-fault": """\
服务的错误，不是稿件的错误。
日志里有请求编号和出错的位置。""",
    "serve-too-much": """\
做一个版面的时间或内存超过服务所允许的。
数量由`--seconds`和`--megabytes`决定。只结束了那一个进程，不影响别的版面。""",
    "serve-too-large": """\
发来的超过服务所接受的（docs/limits.md：serve-story、serve-body、serve-parts）。
没有读完就已拒绝。""",
    "serve-request": """\
发给服务的请求不对：不是JSON或表单，字段不认得，或类型不对。
    {"story": {"headline": "…"}, "layout": "square", "format": "png"}
所有字段见GET /openapi.json。""",
    "serve-part": """\
请求里文件的名称不行，或稿件写了没有发来的文件。
稿件只能写随它发来的文件，用其部分的名称。
    curl -F story=@story.json -F layout=square -F photo.jpg=@photo.jpg …
    "figures": [{"image": "photo.jpg", "alt": "…"}]""",
    "serve-layout": """\
服务没有这个名称的版式或印厂规格，或不接受请求自带的版式。
名称见GET /layouts。""",
    "serve-page": """\
版式有几页，却没有写明哪一页；一次答复只有一个文件。
    {"story": {…}, "layout": "carousel", "format": "png", "page": 2}""",
    "serve-story": """\
稿件没有做成。
原因见`diagnostics`，每条都有行、列和改法。""",
    "serve-callback": """\
任务写了服务不能回调的地址。
主机要在启动服务时逐个列出，用https回调，且须在互联网上或所列网段里；不跟随重定向。
    infographic serve --callback-host cms.example.org --callback-host 10.0.0.0/8""",
    "serve-none": """\
没有这个地址、版面或任务。
版面和任务保留一小时，只给当初的密钥看。""",
}
