"""Of object stores, inputs by URL, and clusters."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "machine/not-read": (
        "{file}: cannot be read ({reason})",
        "look whether it is there and may be read",
    ),
    "machine/store-missing": (
        "{url} needs a package that is not installed: {package}",
        "pip install 'infographic[storage]'",
    ),
    "machine/store-no-bucket": (
        "{url}: there is no such bucket",
        "correct its name, or make it first",
    ),
    "machine/store-denied": (
        "{url}: the store refuses the credentials, or they may not do this ({reason})",
        "look at the credentials in this process's environment (AWS_ACCESS_KEY_ID,"
        " AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN; GOOGLE_APPLICATION_CREDENTIALS;"
        " AZURE_STORAGE_ACCOUNT_KEY), and at what they may do in this bucket",
    ),
    "machine/store-no-credentials": (
        "{url}: no credentials are in this process's environment",
        "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (GOOGLE_APPLICATION_CREDENTIALS;"
        " AZURE_STORAGE_ACCOUNT_NAME and AZURE_STORAGE_ACCOUNT_KEY), here and on every worker;"
        " for a public bucket AWS_SKIP_SIGNATURE=true",
    ),
    "machine/store-exists": (
        "{url}: something else stands there already, and is not to be written over",
        "give another name, or let it be written over",
    ),
    "machine/store-unreachable": (
        "{url}: the store does not answer ({reason})",
        "look at the network, and at the endpoint's address if you set one (AWS_ENDPOINT_URL)",
    ),
    "machine/store-region": (
        "{url}: the bucket is in another region",
        "set AWS_REGION to the bucket's region",
    ),
    "machine/store-refuses": (
        "{url}: the store will not do it ({reason})",
        "look at the bucket's rules, and try again",
    ),
    "machine/input-gone": (
        "{url}: there is no such object",
        "correct its name; letters' case counts",
    ),
    "machine/input-large": (
        "{url} is of {size:,} bytes, more than {most:,}",
        "give a smaller file, or raise the limit",
    ),
    "machine/copies": (
        "{folder}: copies of what comes by URL cannot be kept there ({reason})",
        "set XDG_CACHE_HOME to a folder that this user may write to",
    ),
    "store-url/folder": ("{url} names a folder, not a file", "name one file"),
    "store-url/secret": (
        "{url}: a credential stands in the URL, and would be kept wherever the URL is",
        "take it out, and give it by the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,"
        " GOOGLE_APPLICATION_CREDENTIALS, AZURE_STORAGE_ACCOUNT_KEY",
    ),
    "store-url/query": (
        "{url}: what follows “{mark}” in a URL is not taken",
        "name the object alone; options of a store are given by its environment variables",
    ),
    "store-url/scheme": (
        "{url}: no store is known by “{scheme}”",
        "s3://bucket/folder, gs://bucket/folder, az://container/folder,"
        " abfss://container@account.dfs.core.windows.net/folder, file:///folder",
    ),
    "store-url/bucket": ("{url} names no bucket", "write it so: s3://bucket/folder"),
    "store-url/read-only": (
        "{url}: over https files are read, not written",
        "write to s3://, gs://, az:// or a folder",
    ),
    "store-url/plain": (
        "{url}: whoever is on the way could change what comes over http",
        "take https://",
    ),
    "store-url/memory": (
        "{url} is a store of one process, and the jobs are done in others",
        "work in this process (--workers 0), or write to a folder",
    ),
    "store-url/name": (
        "{url}: no object can be called “{name}”",
        "leave out “..”, “.”, empty folders and control characters",
    ),
    "machine/cluster-missing": (
        "a Dask cluster needs a package that is not installed: {package}",
        "pip install 'infographic[dask]'",
    ),
    "machine/cluster-unreachable": (
        "the cluster's scheduler at {url} does not answer in {seconds:g} s ({reason})",
        "look whether it runs, whether the address and port are its own, and whether both sides"
        " have certificates of the same authority",
    ),
    "machine/cluster-gone": (
        "the scheduler at {url} is gone",
        "start it again, and go on where it ended: --resume",
    ),
    "machine/not-shared": (
        "{folder} is not on a disk that the workers see: {worker}",
        "write to a folder that all machines have at the same path, or to an object store",
    ),
    "machine/cluster-empty": (
        "the cluster at {url} has no worker that may have jobs{refused}",
        "start workers that have the same infographic, faces and packages: docs/batch-cluster.md",
    ),
    "cluster-url/plain": (
        "{url}: jobs travel as pickles, and who can speak to a scheduler without TLS can run any"
        " program on every worker and here; tcp:// is taken for this machine alone",
        "start scheduler and workers with --protocol tls:// and certificates, and name it tls://…",
    ),
    "cluster-url/scheme": (
        "{url} is no address of a scheduler",
        "tls://host:8786, or tcp://127.0.0.1:8786 on this machine",
    ),
    "cluster-url/certificates": (
        "{url} needs certificates, and none are given",
        "give --tls-ca, --tls-cert and --tls-key, or set distributed.comm.tls in Dask's"
        " configuration",
    ),
    "cluster-url/no-file": (
        "the file of {option} is not there: {file}",
        "correct its path",
    ),
    "worker-differs": (
        "the worker {worker} gets no jobs: it would make other bytes ({differences:join ; })",
        "install the same there as here, or take it out of the cluster",
    ),
    "phrase/worker-part": "{part}: {there} there, {here} here",
    "phrase/worker-part-missing": "none",
    "phrase/worker-refused": ": {workers:join ; }",
    "phrase/worker-one": "{worker} differs ({differences:join , })",
}
