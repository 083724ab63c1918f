"""A process of its own that sets, draws and checks pages, so that a layout that loops or eats
memory takes nothing else down.

`process` is the server's side of it (asyncio): it starts, bounds, cancels and restarts. `main` is
the process. Between them go pickled tuples with their length before them, over its standard input
and output: `(number, job, given)` there, `(number, kind, payload)` back, of which a job may send
any number of kind “part” before its one “done” or “failed”. What a job does is the function of its
module in `jobs/`: `def run(desk: Desk, given: dict, tell: Tell) -> payload`.
"""
