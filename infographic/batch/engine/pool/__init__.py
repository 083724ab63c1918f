"""A pool of processes of this machine, each of which does one call at a time.

A process that is lost (a crash, too much memory or time) costs no call but its own anything: the
pool of the standard library fails all that wait. A thread a worker (`holding`) hands it calls and
waits for answers; `children` is a worker as that thread holds it, `beginning` how it is begun:
forked from a `server` that has read layouts and faces, or by itself. `worker` is the process.
"""

from infographic.batch.engine.pool.holding import MEGABYTES, SECONDS, Pool

__all__ = ["MEGABYTES", "SECONDS", "Pool"]
