"""Every field that takes a path, and every way in which one may lead out of the project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from hostile.case import SECRET, Case
from hostile.cases.paths import CHECK, FIELDS, RENDER, named


def _ways(name: str) -> Iterator[tuple[str, str, str, Callable[[Path], None] | None]]:
    """A way out, what is written for it, the code that must be said, and what it wants first."""
    yield "up", f"../outside/{name}", "file-outside", None
    yield "up-through-a-folder", f"folder/../../outside/{name}", "file-outside", _folder
    yield "link", f"./link-{name}", "file-outside", _link(f"link-{name}", f"../outside/{name}")
    yield "folder-link", f"folder/{name}", "file-outside", _link("folder", "../outside")
    yield "links-in-a-row", f"a/{name}", "file-outside", _row
    yield "absolute", f"/tmp/nowhere/{name}", "file-outside", None
    yield "address", f"file://../outside/{name}", "", None
    yield "web", f"https://127.0.0.1:9/{name}", "", None
    yield "share", f"\\\\127.0.0.1\\outside\\{name}", "", None
    yield "home", f"~/../outside/{name}", "", None
    yield "variable", f"$HOME/../outside/{name}", "", None
    yield "dots-behind", f"../outside/{name}...", "", None
    yield "nul-behind", f"../outside/{name}\0.png", "", None
    yield "backslashes", f"..\\outside\\{name}", "", None
    yield "percent", f"%2e%2e/outside/{name}", "", None
    yield "full-width", f"．．/outside/{name}", "", None
    yield "process", f"/proc/self/cwd/../outside/{name}", "file-outside", None


def _folder(project: Path) -> None:
    (project / "folder").mkdir()


def _link(name: str, target: str) -> Callable[[Path], None]:
    return lambda project: (project / name).symlink_to(target)


def _row(project: Path) -> None:
    (project / "a").symlink_to("b")
    (project / "b").symlink_to("../project/c")
    (project / "c").symlink_to("../outside")


def _cases() -> Iterator[Case]:
    for field, files in FIELDS.items():
        name = named(field, "secret")
        outside = {f"../outside/{name}": f'{{"bogus-secret-key": "{SECRET}"}}\n'}
        for way, path, says, before in _ways(name):
            call = RENDER if len(way) % 2 else ("check", *CHECK, "--diagnostics", "json")
            yield Case(
                f"secret-{field}-{way}", {**files(path), **outside}, call, 3, says, before=before
            )


CASES = tuple(_cases())
