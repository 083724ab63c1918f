"""What README and docs show is made anew by one command, and one that goes stale is found."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pages import ROOT
from PIL import Image

from infographic.loading.sheet.layouts import all_layouts

DOCS = ROOT / "docs"


@pytest.fixture(autouse=True, scope="module")
def with_the_galleries() -> None:
    sys.path.append(str(DOCS))


def shown() -> set[Path]:
    """Every picture that README or a document shows."""
    found = set()
    for path in (*ROOT.glob("README*.md"), *DOCS.glob("*.md")):
        for target in re.findall(r"!\[[^]]*\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            found.add((path.parent / target).resolve())
    return found


def made() -> set[Path]:
    """Every picture that a command makes: those of the studio, which need a browser, one of their
    own."""
    from galleries import devices, documents, layouts

    return {
        *(DOCS / "images" / name for name in ("studio.jpg", "studio-zh.jpg")),
        *(documents.PICTURES / name for name in (*documents.SHOWN, documents.COUNTIES)),
        *(devices.PICTURES / f"{kind}-{on}.png" for kind in devices.SHOWN for on in devices.ON),
        devices.PICTURES / "data-page.png",
        *(layouts.PICTURES / layouts.file_of(name) for name in all_layouts()),
    }


def test_every_picture_that_is_shown_is_made_and_every_one_that_is_made_is_shown() -> None:
    assert made() == shown(), "run: python docs/build_pictures.py"


def test_nothing_lies_among_the_pictures_that_nothing_makes() -> None:
    assert set((DOCS / "images").rglob("*.*")) == made()


def test_every_family_has_a_picture_of_its_own_in_the_readme() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        families = {layout.rpartition("/")[0] or "daily" for layout in all_layouts()}
        assert [one for one in families if f"images/family-{one}.jpg" not in text] == [], name


def test_every_layout_is_shown_under_its_family() -> None:
    page = (DOCS / "pages.md").read_text(encoding="utf-8")
    assert [name for name in all_layouts() if f"`{name}`" not in page] == []


def encoded(picture: Image.Image) -> bytes:
    into = io.BytesIO()
    picture.save(into, "PNG")
    return into.getvalue()


def test_a_picture_that_looks_otherwise_is_stale_and_one_off_by_an_edge_is_not(
    tmp_path: Path,
) -> None:
    from galleries.made import Made

    page = Image.new("RGB", (200, 100), "white")
    (tmp_path / "page.png").write_bytes(encoded(page))
    other, off = page.copy(), page.copy()
    other.paste("red", (0, 0, 20, 20))
    off.paste("red", (0, 0, 3, 3))
    path = tmp_path / "page.png"
    assert list(Made({path: encoded(other)}).stale()) == [path]
    assert list(Made({path: encoded(page.resize((100, 50)))}).stale()) == [path]
    assert list(Made({path: encoded(off)}).stale()) == []


def test_writing_brings_the_files_in_step_and_takes_away_what_nothing_makes(
    tmp_path: Path,
) -> None:
    from galleries.made import Made

    data = encoded(Image.new("RGB", (4, 4), "red"))
    folder = tmp_path / "images"
    folder.mkdir()
    (folder / "old.png").write_bytes(data)
    made = Made({folder / "new.png": data}, {tmp_path / "page.md": "# Page\n"}, folder)
    made.write()
    assert [path.name for path in folder.iterdir()] == ["new.png"]
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == "# Page\n"
    assert list(made.stale()) == []


def test_a_body_is_cut_or_lengthened_by_its_own_paragraphs() -> None:
    from galleries.documents import of_length

    told = {"headline": "题", "body": [{"subhead": "节"}, "一" * 100, "二" * 100]}
    assert of_length(told, 90)["body"] == told["body"][:2]
    longer = of_length(told, 450)["body"]
    assert longer[:3] == told["body"]
    assert longer[3:] == ["一" * 100, "二" * 100, "一" * 100]


@pytest.mark.full
def test_every_picture_of_readme_and_docs_looks_as_it_is_made_now() -> None:
    command = [sys.executable, str(DOCS / "build_pictures.py"), "--check"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
