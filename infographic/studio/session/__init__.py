"""What is open in a studio and who looks at it: asyncio, no web and no drawing.

`Studio` is the whole; a `Browser` is one open page of a browser, with its `View`s; `handlers/` has
what is done with each message of a browser, a file a subject.
"""
