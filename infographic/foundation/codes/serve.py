"""Of the service."""

from __future__ import annotations

CODES: dict[str, str] = {
    "serve-head": """\
A request to the service lacks a Host, or has a header twice.
Of two headers of a name each program in between takes another: such a request is not answered.""",
    "serve-host": """\
A service without keys was asked from elsewhere.
It answers programs of this machine alone, by this machine's own names, and no page of a browser:
otherwise any page of the internet could ask it in your name.
    infographic serve --keys keys.txt""",
    "serve-key": """\
A request has no key that the service knows.
    curl -H "Authorization: Bearer KEY" …
    curl -H "X-API-Key: KEY" …
Two headers with two keys are refused.""",
    "serve-busy": """\
All workers make a page, and as many requests wait as may.
One page is made a worker; `--workers` and `--queue` say how many. The answer's Retry-After says
when a place is likely to be free.""",
    "serve-ending": """\
The service was told to end: it makes what it has begun and takes no more.""",
    "serve-fault": """\
A fault of the service, not of the story.
The log has the request's id, and where it happened.""",
    "serve-too-much": """\
A page took more time or memory than the service allows a page.
`--seconds` and `--megabytes` say how much. The worker was ended, and no other page with it.""",
    "serve-too-large": """\
More is sent than the service takes (docs/limits.md: serve-story, serve-body, serve-parts).
It is refused before all of it is read.""",
    "serve-request": """\
A request to the service is not one: no JSON, no form, an unknown field, one of another kind.
    {"story": {"headline": "…"}, "layout": "square", "format": "png"}
GET /openapi.json describes all fields.""",
    "serve-part": """\
A file of a request has a name that it cannot have, or a story names a file that is not sent.
A story may name the files that come with it, by their parts' names, and no other file.
    curl -F story=@story.json -F layout=square -F photo.jpg=@photo.jpg …
    "figures": [{"image": "photo.jpg", "alt": "…"}]""",
    "serve-layout": """\
The service has no layout or press profile of a name, or takes none that a request brings along.
GET /layouts lists the names.""",
    "serve-page": """\
A layout with several pages was asked for, and not which page: an answer is one file.
    {"story": {…}, "layout": "carousel", "format": "png", "page": 2}""",
    "serve-story": """\
The service made nothing of a story.
The answer's `diagnostics` say why, each with its line, column and mend.""",
    "serve-callback": """\
A job names an address that the service may not call back.
Such a host is listed, exactly, when the service is started; it is called by https, and must lie on
the internet, or in a listed network. No redirect is followed.
    infographic serve --callback-host cms.example.org --callback-host 10.0.0.0/8""",
    "serve-none": """\
There is no such address, page or job.
Pages and jobs are kept for an hour, and shown to the key that asked for them alone.""",
}
