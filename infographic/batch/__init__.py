"""Many stories in many layouts: jobs, the processes that do them, and where their files go.

`job` is what is asked for and what came of it, `making` does one job, `engine` does many, in
processes here or on a cluster, `stores` take the files. docs/architecture.md has the map.
"""
