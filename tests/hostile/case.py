"""A case: files in a folder, a call, and what must come of it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

TESTS = Path(__file__).resolve().parents[1]
SECRET = "TOP-SECRET-VALUE"
"""What lies in the files outside the project; nothing that is written or said may hold it."""

STYLES = {"s": {"font": "f", "size": "10pt", "leading": "12pt"}}
PAGE = {"width": "200pt", "height": "auto", "ppi": 72}
STORY: dict[str, Any] = {"headline": "大事发生", "lead": "一句话", "body": ["一段话。"]}
ROWS: dict[str, Any] = {"columns": ["年", "万人"], "rows": [["2024", 1], ["2025", 3]]}


def layout(body: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """A small layout in the test's square font, `page`'s fields taken over its own."""
    page = {**PAGE, **more.pop("page", {})}
    styles = {**STYLES, **more.pop("styles", {})}
    return {"page": page, "fonts": {"f": "square.ttf"}, "styles": styles, "body": body, **more}


def stack(*children: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "stack", "children": list(children)}


HEADLINE = {"type": "text", "text": {"$data": "/headline"}, "style": "s"}
SMALL = layout(stack(HEADLINE))

Tree = str | bytes | Mapping[str, Any] | list[Any] | None
Content = Tree | Callable[[], Tree]
"""A file's text or bytes, a tree for JSON, None for a file of the base that is left out;
or what makes one of them, for what is large."""


class Case(NamedTuple):
    """One hostile file, or a few of them, and what must come of it."""

    name: str
    files: Mapping[str, Content] = {}
    """By names from the project's folder; “../outside/x” is none of its own."""
    call: tuple[str, ...] = ("check", "story.json", "-l", "small.json")
    ends: int | tuple[int, ...] = 3
    """The exit code; several where the file may as well be taken."""
    says: str = ""
    """The code of a diagnostic that must be among those said."""
    makes: tuple[str, ...] = ()
    """Files that the call writes where it ends in 0."""
    leaves: tuple[str, ...] = ()
    """Files that it writes whatever it ends in: those of layouts with which nothing is wrong."""
    before: Callable[[Path], None] | None = None
    """What is done to the project's folder before the call: links, FIFOs, rights."""
    reads: tuple[str, ...] = ()
    """Paths outside that the call itself names, and that may be read."""
    stdin: str = ""
    heavy: bool = False
    """It takes more than a second, and is tried with all of them alone."""
    names: str = ""
    """Words that the refusal must hold; without them, one of the project's files."""


def tree_text(tree: object) -> bytes:
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass")


def base() -> dict[str, Any]:
    """What every project has: a story, a layout for its headline, the square font; and outside of
    it, what is nobody's business."""
    secret = {"bogus-secret-key": SECRET}
    return {
        "story.json": STORY,
        "small.json": SMALL,
        "square.ttf": (TESTS / "fonts" / "square.ttf").read_bytes(),
        "../outside/secret.json": secret,
        "../outside/secret.csv": f"{SECRET},1\n{SECRET},2\n",
        "../outside/secret.txt": f"{SECRET}\n",
    }


def set_up(case: Case, folder: Path) -> Path:
    """Make a case's files below `folder`, which is there and empty. Gives the project's folder."""
    project = folder / "project"
    for name in ("project", "outside", "home", "tmp"):
        (folder / name).mkdir()
    for name, content in {**base(), **case.files}.items():
        if callable(content):
            content = content()
        if content is None:
            continue
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            content = content.encode("utf-8", "surrogatepass")
        path.write_bytes(content if isinstance(content, bytes) else tree_text(content))
    if case.before is not None:
        case.before(project)
    return project


def take_down(folder: Path) -> None:
    """Remove a case's folder, whatever rights it has been left with."""
    for path, folders, _ in os.walk(folder):
        for name in folders:
            inner = Path(path, name)
            if not inner.is_symlink():
                inner.chmod(0o700)
    shutil.rmtree(folder)


def digests(folder: Path) -> dict[str, str]:
    """What lies in a folder: a digest for a file, what else it is for all else."""
    found = {}
    for path, folders, names in os.walk(folder):
        for name in (*folders, *names):
            each = Path(path, name)
            found[each.relative_to(folder).as_posix()] = _digest(each)
    return found


def _digest(path: Path) -> str:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return f"-> {path.readlink()}"
    if not stat.S_ISREG(mode):
        return stat.filemode(mode)
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except PermissionError:
        return f"{path.stat().st_size} bytes"
