"""Command lines that nobody means: values without end, files of other kinds, pointers nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from hostile.case import Case

STORY = ("check", "story.json", "-l", "small.json")
RENDER = ("render", "story.json", "-l", "small.json", "-o", "page.png")
CALLS: tuple[tuple[str, tuple[str, ...], int | tuple[int, ...]], ...] = (
    ("set-nothing", (*STORY, "--set", ""), 2),
    ("set-the-whole", (*STORY, "--set", "=1"), (2, 3)),
    ("set-nowhere", (*STORY, "--set", "/a/b/c/d=1"), 3),
    ("set-index-1e30", (*STORY, "--set", f"/body/1{'0' * 30}=a"), 3),
    ("set-escape", (*STORY, "--set", "/headline=\x1b[31m"), (0, 3)),
    ("set-a-megabyte", (*STORY, "--set", f"/deck={'a' * 100_000}"), 0),
    ("set-broken-json", (*STORY, "--set", '/body=["a'), (0, 3)),
    ("set-deep-json", (*STORY, "--set", f"/body={'[' * 50_000}"), (0, 3)),
    ("data-nowhere", (*STORY, "--data", "/charts/9=story.json"), 3),
    ("limits-below-0", (*STORY, "--limits", "pages=-1"), (2, 3)),
    ("limits-1e30", (*STORY, "--limits", f"pages=1{'0' * 30}"), (0, 2, 3)),
    ("limits-a-text", (*STORY, "--limits", "pages=many"), (2, 3)),
    ("limits-unknown", (*STORY, "--limits", "pagse=1"), (2, 3)),
    ("limits-0", (*STORY, "--limits", "file-bytes=0"), 3),
    ("scale-nan", (*RENDER, "--scale", "nan"), 2),
    ("scale-1e308", (*RENDER, "--scale", "1e308"), 2),
    ("ppi-2400", (*RENDER, "--ppi", "2400"), (0, 3)),
    ("ppi-infinity", (*RENDER, "--ppi", "inf"), 2),
    ("max-bytes-0", (*RENDER[:-1], "page.jpg", "--max-bytes", "0"), (2, 3)),
    ("max-bytes-1", (*RENDER[:-1], "page.jpg", "--max-bytes", "1"), (2, 3)),
    ("max-bytes-odd", (*RENDER[:-1], "page.jpg", "--max-bytes", "1e999YB"), 2),
    ("layout-a-picture", (*STORY[:-1], "square.ttf"), 3),
    ("layout-dots", (*STORY[:-1], "../outside/secret"), 3),
    ("layout-escape", (*STORY[:-1], "\x1b[31m"), 3),
    ("layout-with-a-nul", (*STORY[:-1], "a\\0"), 3),
    ("press-a-font", (*STORY, "--press", "square.ttf"), 3),
    ("font-path-a-file", (*STORY, "--font-path", "square.ttf"), 3),
    ("font-path-loop", (*STORY, "--font-path", "."), 0),
    ("root-none", (*STORY, "--root", "nowhere"), (0, 2, 3)),
    ("explain-nothing", ("explain", ""), 2),
    ("explain-dots", ("explain", "../../etc/passwd"), 2),
    ("fonts-of-a-story", ("fonts", "story.json"), 3),
    ("fonts-of-a-folder", ("fonts", "."), 3),
    ("icons-pattern", ("icons", "(a+)+$"), 2),
    ("press-dots", ("press", "../outside/secret"), 3),
    ("layouts-dots", ("layouts", "../outside/secret"), 3),
    ("schema-unknown", ("schema", "../story"), 2),
    ("data-of-a-font", ("data", "square.ttf"), 3),
    ("data-of-nothing", ("data", ""), (2, 3)),
    ("command-unknown", ("__import__",), 2),
    ("no-command", (), (0, 2)),
    ("options-10000", (*STORY, *["-q"] * 10_000), 0),
    ("layouts-300", ("check", "story.json", *["-l", "small.json"] * 300), (0, 2, 3)),
)


def _cases() -> Iterator[Case]:
    for name, call, ends in CALLS:
        makes = tuple(word for word in call if word.startswith("page."))
        yield Case(f"call-{name}", {}, call, ends, makes=makes, names=" ")


CASES = tuple(_cases())
