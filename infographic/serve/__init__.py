"""The service: pages made for other programs, over HTTP (docs/service.md).

A request passes `front` (its id, its head, its key, the log), is read by `asking` into what is
wanted, waits at the `desk` for a worker, and is drawn there by `drawing`, which is given an empty
folder with the request's own files and reads nothing else. `table` is the one table of routes:
the application, the OpenAPI and the page of docs are made from it. All of it is the extra “serve”,
imported late.
"""
