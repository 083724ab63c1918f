"""Of object stores, inputs by URL, and clusters."""

from __future__ import annotations

CODES: dict[str, str] = {
    "store-url": """\
A URL of a store or of an input cannot be taken: a credential or a signature stands in it, its kind
is not known, it names no bucket, or it cannot be written to. Credentials are read from each
process's environment, and are never part of a URL, of a job or of the manifest.
    infographic batch counties.xlsx -t story.json -l square -o 's3://paper/out/{id}.png'""",
    "cluster-url": """\
The address of a Dask scheduler cannot be taken. Jobs travel as pickles, which run code: without
TLS, who reaches the port owns every worker. tcp:// is therefore taken on this machine alone.
    --dask tls://scheduler:8786 --tls-ca ca.pem --tls-cert cert.pem --tls-key key.pem""",
    "worker-differs": """\
A worker of the cluster has another infographic, other faces or another version of a package that
writes files, so that it would make other bytes. It gets no jobs; the others do all. The message
names what differs. docs/batch-cluster.md tells what a worker needs.""",
}
