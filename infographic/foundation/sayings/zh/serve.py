"""渲染服务：启动、密钥、拒绝请求的理由。"""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "machine/no-serve": ("服务没有安装，缺少{package}", "pip install 'infographic[serve]'"),
    "machine/serve-open": (
        "没有密钥时，服务只在本机监听，不能用{host}",
        "用--keys给出密钥文件，每个程序一行：name:key",
    ),
    "machine/serve-keys": ("密钥文件{file}读不了（{reason}）", "运行服务的用户要能读它"),
    "machine/serve-keys-open": ("本机人人可读密钥文件{file}", "chmod 600 {file}"),
    "machine/serve-keys-line": (
        "密钥文件{file}第{line}行不对",
        "写成name:key（16个字符以上）或name:sha256:HEX，名称不重复",
    ),
    "machine/serve-keys-none": ("密钥文件{file}里没有密钥", "每个程序一行：name:key"),
    "machine/serve-no-such": ("没有版式“{name}”", "写自带的名称、.json文件，或放这种文件的文件夹"),
    "machine/serve-no-such/profile": (
        "没有印厂规格“{name}”",
        "写自带的名称、.json文件，或放这种文件的文件夹",
    ),
    "machine/serve-callback-host": (
        "“{name}”不是可以回调的主机",
        "cms.example.org、cms.example.org:8443，或主机所在的网段：10.0.0.0/8",
    ),
    "machine/serve-worker": (
        "只给{megabytes} MB，制图进程起不来（{reason}）",
        "多给一些：--megabytes 1500",
    ),
    "serve-head": ("请求没有Host，或者只能有一个的标头重复了", "每个标头只写一次"),
    "serve-head/length": ("请求用两种方式说明正文的长度", "只写Content-Length或Transfer-Encoding"),
    "serve-host": (
        "没有密钥时只答复本机程序，且要用本机的名称",
        "用http://127.0.0.1或http://localhost；或者启动服务时加--keys",
    ),
    "serve-host/origin": (
        "这是别的网站的页面发来的请求",
        "没有密钥时不答复浏览器里的页面；启动服务时加--keys",
    ),
    "serve-key": ("需要密钥，没有给出认得的密钥", "Authorization: Bearer KEY，或X-API-Key: KEY"),
    "serve-busy": ("都在忙，还有{waiting}个请求在等", "过了Retry-After所说的秒数再来"),
    "serve-ending": ("服务正在结束", "过了Retry-After所说的秒数再来"),
    "serve-fault": ("服务出错，版面没有做成", "把请求编号告诉管理员"),
    "serve-too-much/time": (
        "做这个版面的时间超过服务所允许的",
        "减少稿件内容、缩小图片，或放宽--seconds",
    ),
    "serve-too-much/memory": (
        "做这个版面的内存超过服务所允许的",
        "减少稿件内容、缩小图片，或放宽--megabytes",
    ),
    "serve-too-large": ("发来的超过{most:g} MB", "缩小图片，或放宽上限"),
    "serve-request/kind": (
        "正文既不是JSON，也不是表单",
        "Content-Type: application/json；带文件时用multipart/form-data",
    ),
    "serve-request/encoding": ("正文是压缩过的", "不要压缩，不写Content-Encoding"),
    "serve-request/charset": ("正文不是UTF-8编码", "用UTF-8"),
    "serve-request/utf8": ("“{name}”不是UTF-8编码", "用UTF-8"),
    "serve-request/slow": ("正文没有在{seconds:g}秒内传完", "一次发完"),
    "serve-request/object": ("正文不是对象", "{{“story”: {{…}}, “layout”: “square”}}"),
    "serve-request/json": ("正文从第{line}行第{column}列起不是JSON", "看看那里的引号、逗号、括号"),
    "serve-request/twice": ("“{name}”写了两次", "每个字段、每个文件只发一次"),
    "serve-request/field": ("没有叫“{name}”的字段", "字段见/openapi.json；文件的部分要有文件名"),
    "serve-request/value": ("“{name}”应是{wanted}", "见/openapi.json"),
    "serve-request/missing": ("缺少“{name}”", "{{“story”: {{…}}, “layout”: “square”}}"),
    "serve-request/form": ("表单读不了：{reason}", "用multipart/form-data，像curl -F那样发"),
    "serve-part": ("“{name}”不能作部分的名称", "用文字、数字、“-”、“_”和点：photo.jpg"),
    "serve-part/foreign": (
        "“{name}”不是这个请求带来的文件",
        "把文件放进表单，这里写它那一部分的名称：photo.jpg",
    ),
    "serve-layout": ("没有叫“{name}”的版式", "名称见GET /layouts"),
    "serve-layout/profile": ("没有叫“{name}”的印厂规格", "名称见GET /layouts"),
    "serve-layout/inline": (
        "这里不接受请求自带的版式",
        "用GET /layouts里的名称；或启动服务时加--inline-layouts",
    ),
    "serve-page": ("版式有{count}页，{ending}只能是一页", "写明第几页，如“page”: 1"),
    "serve-story": ("稿件没有做成，有{count}处错误", "见diagnostics"),
    "serve-story/press": (
        "印刷厂不收这个版面，有{count}处错误",
        "见diagnostics；或者要screen.pdf或图片",
    ),
    "serve-story/strict": (
        "有{count}条提示，又要求strict，没有制作",
        "见diagnostics；或去掉strict",
    ),
    "serve-callback": (
        "这个地址不能回调",
        "用https和服务所列的主机（--callback-host），地址里不带用户名",
    ),
    "serve-none": ("没有存这个版面", "版面存一小时，只给当初的密钥"),
    "serve-none/job": ("没有这个任务", "任务记一小时，只给当初的密钥"),
    "serve-none/route": ("这个地址没有内容", "地址见/openapi.json"),
    "serve-none/method": ("这个地址不接受这种方法", "见Allow"),
    "phrase/serve-formats": "{names:list 或}",
    "phrase/serve-object": "对象",
    "phrase/serve-layout": "版式的名称",
    "phrase/serve-number": "数",
    "phrase/serve-page": "从1起的整数",
}
