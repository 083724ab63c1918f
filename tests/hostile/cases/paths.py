"""Odd things in place of files: links, loops, FIFOs, devices, folders, and names that are none."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from hostile.case import HEADLINE, ROWS, STYLES, Case, layout, stack

LONG = "长" * 300
FIGURE = layout({"type": "figure", "figure": {"$data": "/figures/0"}})
CHART = layout({"type": "graphic", "chart": {"$data": "/charts/0"}})
RENDER = ("render", "story.json", "-l", "small.json", "-o", "page.png")
CHECK = RENDER[1:4]


def figure(path: str) -> dict[str, Any]:
    story = {"headline": "大", "figures": [{"image": path, "alt": "a"}]}
    return {"story.json": story, "small.json": FIGURE}


def chart(path: str, **more: Any) -> dict[str, Any]:
    return {"headline": "大", "charts": [{"title": "a", "source": "b", "data": path, **more}]}


def base(path: str) -> dict[str, Any]:
    given = {"file": path, "approval": "GS(2024)0650号"}
    return {"story.json": chart(ROWS, base=given, values="rate"), "small.json": CHART}  # type: ignore[arg-type]


FIELDS: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "picture": figure,
    "data": lambda path: {"story.json": chart(path), "small.json": CHART},
    "sign": lambda path: {
        "story.json": chart(ROWS, kind="pictogram", sign=path),
        "small.json": CHART,  # type: ignore[arg-type]
    },
    "map": base,
    "artwork": lambda path: {"small.json": layout({"type": "artwork", "file": path})},
    "font": lambda path: {"small.json": {**layout(stack(HEADLINE)), "fonts": {"f": path}}},
    "extends": lambda path: {"small.json": {"extends": path, **layout(stack(HEADLINE))}},
    "house": lambda path: {
        "small.json": layout(stack(HEADLINE), styles={"s": {**STYLES["s"], "house": path}})
    },
    "press": lambda path: {"small.json": {**layout(stack(HEADLINE)), "press": path}},
    "icc": lambda path: {
        "small.json": {**layout(stack(HEADLINE)), "press": "./press.json"},
        "press.json": {"extends": "newsprint", "icc": path},
    },
}
"""Every field that takes a path, in files that have one in it."""
ENDINGS = {
    "picture": ".png",
    "data": ".csv",
    "sign": ".svg",
    "map": ".geojson",
    "artwork": ".svg",
    "font": ".ttf",
    "icc": ".icc",
}


def named(field: str, path: str) -> str:
    return path + ENDINGS.get(field, ".json")


def link(name: str, target: str) -> Callable[[Path], None]:
    return lambda project: (project / name).symlink_to(target)


def fifo(name: str) -> Callable[[Path], None]:
    return lambda project: os.mkfifo(project / name)


def folder(name: str) -> Callable[[Path], None]:
    return lambda project: (project / name).mkdir()


def ring(name: str) -> Callable[[Path], None]:
    def made(project: Path) -> None:
        (project / name).symlink_to("other")
        (project / "other").symlink_to(name)

    return made


def odd_files(name: str) -> Iterator[tuple[str, Callable[[Path], None]]]:
    """What may stand where a file is looked for."""
    yield "fifo", fifo(name)
    yield "folder", folder(name)
    yield "ring-of-links", ring(name)
    yield "link-to-nothing", link(name, "nowhere")
    yield "link-to-zeros", link(name, "/dev/zero")
    yield "link-to-randomness", link(name, "/dev/urandom")
    yield "link-to-the-environment", link(name, "/proc/self/environ")


ODD_NAMES = (
    "",
    ".",
    "..",
    "/",
    "a/../..",
    "a\0b",
    "a\nb",
    "\x1b[31m",
    "~",
    "$HOME",
    "-",
    LONG,
    "con",
    "a/" * 3_000,
)


def _in_fields() -> Iterator[Case]:
    for field, files in FIELDS.items():
        name = named(field, "odd")
        for kind, before in odd_files(name):
            yield Case(
                f"path-{field}-{kind}", files(f"./{name}"), RENDER, 3, before=before
            )._replace(reads=("/dev/urandom",) if kind == "link-to-randomness" else ())
        for number, odd in enumerate(ODD_NAMES):
            path = odd if number < 5 else named(field, odd)
            # An empty name of some is as none.
            ends = (0, 3) if field in ("house", "press") and not path else 3
            yield Case(
                f"path-{field}-name-{number}", files(path), RENDER, ends, makes=("page.png",)
            )


def _stories() -> Iterator[Case]:
    yield Case("path-story-folder", {"story.json": None}, RENDER, before=folder("story.json"))
    yield Case("path-story-ring", {"story.json": None}, RENDER, before=ring("story.json"))
    call = ("check", "/dev/zero", "-l", "small.json")
    yield Case("path-story-of-zeros", {}, call, reads=("/dev/zero",), names="/dev/zero")
    yield Case("path-story-none", {}, ("check", "", "-l", "small.json"), (2, 3), names=".:")
    yield Case("path-story-long", {}, ("check", f"{LONG}.json", "-l", "small.json"), names="长")
    yield Case(
        "path-story-newline",
        {"a\nb.json": "{"},
        ("check", "a\nb.json", "-l", "small.json"),
        names=".json",
    )
    yield Case(
        "path-story-escape",
        {"\x1b[31m.json": "{"},
        ("check", "\x1b[31m.json", "-l", "small.json"),
        names=".json",
    )
    yield Case(
        "path-story-bytes",
        {"\udcff.json": "{"},
        ("check", "\udcff.json", "-l", "small.json"),
        names=".json",
    )
    yield Case("path-layout-fifo", {"small.json": None}, RENDER, before=fifo("small.json"))
    yield Case(
        "path-layout-of-zeros",
        {"small.json": None},
        RENDER,
        before=link("small.json", "/dev/zero"),
        reads=("/dev/zero",),
    )
    yield Case("path-stdin-nothing", {}, ("check", "-", "-l", "small.json"), names="stdin")
    yield Case(
        "path-stdin-bytes", {}, ("check", "-", "-l", "small.json"), stdin="\0\x1b", names="stdin"
    )
    story = '{"headline": "大", "figures": [{"image": "../outside/secret.json"}]}'
    yield Case(
        "path-stdin-reaching-out",
        {"small.json": FIGURE},
        ("check", "-", "-l", "small.json"),
        stdin=story,
        names="stdin",
    )


def _outputs() -> Iterator[Case]:
    call = ("render", "story.json", "-l", "small.json", "-o")
    yield Case("path-output-is-story", {}, (*call, "story.json"), (2, 3))
    photo = {**figure("photo.png"), "photo.png": b""}
    yield Case("path-output-is-picture", photo, (*call, "photo.png"))
    yield Case(
        "path-output-links-to-story",
        {},
        (*call, "page.png"),
        3,
        "output-is-input",
        before=link("page.png", "story.json"),
    )
    yield Case(
        "path-output-a-folder", {}, (*call, "page.png"), (2, 3, 4), before=folder("page.png")
    )
    yield Case("path-output-in-a-file", {}, (*call, "story.json/page.png"), (3, 4))
    yield Case("path-output-in-a-ring", {}, (*call, "ring/page.png"), (3, 4), before=ring("ring"))
    yield Case("path-output-long", {}, (*call, f"{LONG}.png"), (2, 3, 4))
    yield Case("path-output-nul", {}, (*call, "a\\0b.png"), (0, 2, 3, 4), makes=("a\\0b.png",))
    yield Case("path-output-newline", {}, (*call, "a\nb.png"), 0, makes=("a\nb.png",))
    yield Case("path-output-escape", {}, (*call, "\x1b[31m.png"), 0, makes=("\x1b[31m.png",))
    yield Case("path-output-a-device", {}, (*call, "/dev/full"), (2, 3, 4))
    yield Case(
        "path-save-is-layout",
        {},
        ("fit", "story.json", "-l", "small.json", "--save", "small.json"),
        (2, 3),
    )
    yield Case(
        "path-overlay-is-story",
        {},
        ("check", "story.json", "-l", "small.json", "--overlay", "story.json"),
        (2, 3),
    )


CASES = (*_in_fields(), *_stories(), *_outputs())
