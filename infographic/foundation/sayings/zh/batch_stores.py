"""对象存储、按网址取的输入、集群。"""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "machine/not-read": ("{file}：读不出（{reason:term}）", "看看它在不在，能不能读"),
    "machine/store-missing": (
        "{url}要用没有安装的软件包：{package}", "pip install 'infographic[storage]'",
    ),
    "machine/store-no-bucket": ("{url}：没有这个存储桶", "改正名字，或先建好"),
    "machine/store-denied": (
        "{url}：存储不认这份凭证，或凭证没有权限（{reason:term}）",
        "看看本进程环境变量里的凭证（AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、AWS_SESSION_TOKEN；"
        "GOOGLE_APPLICATION_CREDENTIALS；AZURE_STORAGE_ACCOUNT_KEY），以及它在这个桶里能做什么",
    ),
    "machine/store-no-credentials": (
        "{url}：本进程的环境变量里没有凭证",
        "在这里和每个工作进程上设好AWS_ACCESS_KEY_ID和AWS_SECRET_ACCESS_KEY"
        "（或GOOGLE_APPLICATION_CREDENTIALS；AZURE_STORAGE_ACCOUNT_NAME和AZURE_STORAGE_ACCOUNT_KEY）；"
        "公开的桶用AWS_SKIP_SIGNATURE=true",
    ),
    "machine/store-exists": ("{url}：已经有别的文件，不许覆盖", "换个名字，或允许覆盖"),
    "machine/store-unreachable": (
        "{url}：存储没有应答（{reason:term}）",
        "看看网络；设了地址的，看看地址对不对（AWS_ENDPOINT_URL）",
    ),
    "machine/store-region": ("{url}：这个桶在别的区域", "把AWS_REGION设成桶所在的区域"),
    "machine/store-refuses": ("{url}：存储不肯做（{reason:term}）", "看看桶的规则，再试一次"),
    "machine/input-gone": ("{url}：没有这个对象", "改正名字；大小写要一致"),
    "machine/input-large": ("{url}有{size:,}字节，超过{most:,}", "换小一些的文件，或放宽限制"),
    "machine/copies": (
        "{folder}：按网址取来的文件不能存在那里（{reason:term}）",
        "把XDG_CACHE_HOME设为本用户可以写的文件夹",
    ),
    "store-url/folder": ("{url}是文件夹，不是文件", "写一个文件"),
    "store-url/secret": (
        "{url}：网址里有凭证，网址存到哪里，凭证就跟到哪里",
        "从网址里去掉，改用环境变量：AWS_ACCESS_KEY_ID和AWS_SECRET_ACCESS_KEY、"
        "GOOGLE_APPLICATION_CREDENTIALS、AZURE_STORAGE_ACCOUNT_KEY",
    ),
    "store-url/query": (
        "{url}：网址里“{mark}”之后的内容不收", "只写对象的名字；存储的选项用它的环境变量",
    ),
    "store-url/scheme": (
        "{url}：“{scheme}”不是认得的存储",
        "s3://bucket/folder、gs://bucket/folder、az://container/folder、"
        "abfss://container@account.dfs.core.windows.net/folder、file:///folder",
    ),
    "store-url/bucket": ("{url}没有写存储桶", "这样写：s3://bucket/folder"),
    "store-url/read-only": ("{url}：https只读不写", "写到s3://、gs://、az://或文件夹"),
    "store-url/plain": ("{url}：http上的内容可能在路上被人改动", "改用https://"),
    "store-url/memory": (
        "{url}只在一个进程里，而任务在别的进程里做", "在本进程里做（--workers 0），或写到文件夹",
    ),
    "store-url/name": ("{url}：对象不能叫“{name}”", "去掉“..”“.”、空文件夹名和控制字符"),
    "machine/cluster-missing": (
        "用Dask集群要用没有安装的软件包：{package}", "pip install 'infographic[dask]'",
    ),
    "machine/cluster-unreachable": (
        "集群调度器{url}在{seconds:g}秒内没有应答（{reason:term}）",
        "看看它在不在运行，地址和端口对不对，两边的证书是不是同一机构签发",
    ),
    "machine/cluster-gone": ("调度器{url}不在了", "重新启动它，再接着做：--resume"),
    "machine/not-shared": (
        "{folder}不在工作进程看得见的磁盘上：{worker}",
        "写到各台机器路径相同的共享文件夹，或写到对象存储",
    ),
    "machine/cluster-empty": (
        "集群{url}没有可以派任务的工作进程{refused}",
        "启动装有同样infographic、字体和软件包的工作进程：docs/batch-cluster.md",
    ),
    "cluster-url/plain": (
        "{url}：任务用pickle传送，不用TLS，谁能连上调度器，谁就能在每个工作进程和本机上运行任何程序；"
        "tcp://只收本机的",
        "调度器和工作进程用--protocol tls://和证书启动，地址写tls://…",
    ),
    "cluster-url/scheme": (
        "{url}不是调度器的地址", "tls://host:8786；在本机上是tcp://127.0.0.1:8786",
    ),
    "cluster-url/certificates": (
        "{url}要用证书，没有给",
        "写--tls-ca、--tls-cert和--tls-key，或在Dask配置里设distributed.comm.tls",
    ),
    "cluster-url/no-file": ("{option}写的文件不在：{file}", "改正路径"),
    "worker-differs": (
        "工作进程{worker}不派任务：它做出的字节会不同（{differences:join ；}）",
        "装成和这里一样的，或从集群里去掉",
    ),
    "phrase/worker-part": "{part}：那边是{there}，这边是{here}",
    "phrase/worker-part-missing": "没有",
    "phrase/worker-refused": "：{workers:join ；}",
    "phrase/worker-one": "{worker}不同（{differences:join ，}）",
}  # fmt: skip
