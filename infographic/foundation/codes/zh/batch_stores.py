"""对象存储、按网址取的输入、集群。"""

from __future__ import annotations

CODES: dict[str, str] = {
    "store-url": """\
存储或输入的网址不能用：里面有凭证或签名，种类不认得，没有写存储桶，或不能写入。
凭证从各进程的环境变量里读，从不写进网址、任务或清单。
    infographic batch counties.xlsx -t story.json -l square -o 's3://paper/out/{id}.png'""",
    "cluster-url": """\
Dask调度器的地址不能用。任务用pickle传送，pickle会运行代码：不用TLS，
谁连得上端口，谁就管得了每个工作进程。所以tcp://只收本机的。
    --dask tls://scheduler:8786 --tls-ca ca.pem --tls-cert cert.pem --tls-key key.pem""",
    "worker-differs": """\
集群里有一个工作进程的infographic、字体或写文件的软件包版本不同，做出的字节会不一样。
不给它派任务，由其余的做完。消息里写明哪里不同。docs/batch-cluster.md说明工作进程要有什么。""",
}
