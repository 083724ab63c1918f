"""Of the service: its start, its keys, what a request is refused with."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "machine/no-serve": (
        "the service is not installed: {package} is missing",
        "pip install 'infographic[serve]'",
    ),
    "machine/serve-open": (
        "without keys the service listens on this machine alone, not on {host}",
        "give a file of keys with --keys, a line for each program: name:key",
    ),
    "machine/serve-keys": (
        "the file of keys {file} cannot be read ({reason})",
        "the service's own user needs to read it",
    ),
    "machine/serve-keys-open": (
        "the file of keys {file} can be read by everybody on this machine",
        "chmod 600 {file}",
    ),
    "machine/serve-keys-line": (
        "line {line} of the file of keys {file} is not taken",
        "name:key with 16 characters or more, or name:sha256:HEX; each name once",
    ),
    "machine/serve-keys-none": (
        "the file of keys {file} has none",
        "a line for each program: name:key",
    ),
    "machine/serve-no-such": (
        "there is no layout “{name}”",
        "a shipped name, a .json file, or a folder of such files",
    ),
    "machine/serve-no-such/profile": (
        "there is no press profile “{name}”",
        "a shipped name, a .json file, or a folder of such files",
    ),
    "machine/serve-callback-host": (
        "“{name}” is no host that can be called back",
        "cms.example.org, cms.example.org:8443, or a network in which such a host lies: 10.0.0.0/8",
    ),
    "machine/serve-worker": (
        "no process that makes pages can be begun with {megabytes} MB ({reason})",
        "allow it more: --megabytes 1500",
    ),
    "serve-head": (
        "the request has no Host, or a header twice that may stand once",
        "send each of them once",
    ),
    "serve-head/length": (
        "the request says in two ways where its body ends",
        "send Content-Length, or Transfer-Encoding",
    ),
    "serve-host": (
        "without keys only programs of this machine are answered, by the name of this machine",
        "http://127.0.0.1 or http://localhost; or start the service with --keys",
    ),
    "serve-host/origin": (
        "this was asked by a page of another site",
        "without keys no page of a browser is answered; start the service with --keys",
    ),
    "serve-key": (
        "a key is wanted, and none that is known was given",
        "Authorization: Bearer KEY, or X-API-Key: KEY",
    ),
    "serve-busy": (
        "all workers are busy, and {waiting:# request waits|# requests wait}",
        "come again after the seconds of Retry-After",
    ),
    "serve-ending": ("the service is ending", "come again after the seconds of Retry-After"),
    "serve-fault": (
        "the page could not be made, by a fault of the service",
        "tell its keeper the id of the request",
    ),
    "serve-too-much/time": (
        "the page took longer than the service allows",
        "a smaller story, smaller pictures, or a larger --seconds",
    ),
    "serve-too-much/memory": (
        "the page needs more memory than the service allows",
        "a smaller story, smaller pictures, or a larger --megabytes",
    ),
    "serve-too-large": ("more than {most:g} MB are sent", "smaller pictures, or a higher limit"),
    "serve-request/kind": (
        "the body is neither JSON nor a form",
        "Content-Type: application/json, or multipart/form-data where files come with it",
    ),
    "serve-request/encoding": ("the body is packed", "send it as it is, without Content-Encoding"),
    "serve-request/charset": ("the body is in another encoding than UTF-8", "write it as UTF-8"),
    "serve-request/utf8": ("“{name}” is not UTF-8", "write it as UTF-8"),
    "serve-request/slow": ("the body did not come within {seconds:g} seconds", "send it in one go"),
    "serve-request/object": ("the body is no object", "{{“story”: {{…}}, “layout”: “square”}}"),
    "serve-request/json": (
        "the body is no JSON, from line {line}, column {column}",
        "look at what stands there: a quote, a comma, a bracket",
    ),
    "serve-request/twice": ("“{name}” stands twice", "send each field and each file once"),
    "serve-request/field": (
        "there is no field “{name}”",
        "the fields are those of /openapi.json; a file needs a file name in its part",
    ),
    "serve-request/value": ("“{name}” is to be {wanted}", "see /openapi.json"),
    "serve-request/missing": ("“{name}” is missing", "{{“story”: {{…}}, “layout”: “square”}}"),
    "serve-request/form": (
        "the form cannot be read: {reason}",
        "multipart/form-data, as curl -F sends it",
    ),
    "serve-part": (
        "“{name}” cannot be a part's name",
        "letters, digits, “-”, “_” and points: photo.jpg",
    ),
    "serve-part/foreign": (
        "“{name}” is no file of this request",
        "send the file with the form, and write its part's name here: photo.jpg",
    ),
    "serve-layout": ("there is no layout “{name}”", "the names are those of GET /layouts"),
    "serve-layout/profile": (
        "there is no press profile “{name}”",
        "the names are those of GET /layouts",
    ),
    "serve-layout/inline": (
        "a layout of the request's own is not taken here",
        "a name of GET /layouts; or start the service with --inline-layouts",
    ),
    "serve-page": (
        "the layout has {count:# page|# pages}, and a {ending} takes one",
        "say which: “page”: 1",
    ),
    "serve-story": ("the story is not made: {count:# error|# errors}", "see the diagnostics"),
    "serve-story/press": (
        "the press will not take the page: {count:# error|# errors}",
        "see the diagnostics; or ask for a screen.pdf or a picture",
    ),
    "serve-story/strict": (
        "nothing is made: {count:# message|# messages}, and “strict” was asked",
        "see the diagnostics; or leave “strict” out",
    ),
    "serve-callback": (
        "this address may not be called back",
        "https, a host that the service lists (--callback-host), and no user in it",
    ),
    "serve-none": (
        "no such page is kept",
        "pages are kept for an hour, for the key that asked for them",
    ),
    "serve-none/job": (
        "there is no such job",
        "jobs are remembered for an hour, for the key that asked for them",
    ),
    "serve-none/route": (
        "there is nothing at this address",
        "the addresses are those of /openapi.json",
    ),
    "serve-none/method": ("this is not done at this address", "see Allow"),
    "phrase/serve-formats": "{names:list or}",
    "phrase/serve-object": "an object",
    "phrase/serve-layout": "a layout's name",
    "phrase/serve-number": "a number",
    "phrase/serve-page": "a whole number from 1",
}
