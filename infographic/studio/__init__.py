"""The studio: a story's pages in a browser, set anew while they are written (docs/studio.md).

Four rooms, imports downwards: `server/` (the web: routes, sockets, guards), `session/` (what is
open, who looks at what, what changed; asyncio), `documents/` (the texts that are edited) and
`worker/` (a process that sets, draws and checks; what it does is in `worker/jobs/`, a file a job).
`web/` is the page itself: plain ES modules. All of it is the extra “studio”, imported late.
"""
