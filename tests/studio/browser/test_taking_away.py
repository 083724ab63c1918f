"""What a desk takes with it: files of every kind, new stories; and a studio that ends meanwhile."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from studio.browser.conftest import until
from studio.browser.hands import (
    Open,
    comes_true,
    example,
    painted,
    repainted,
    says,
    select,
    story_in,
)  # fmt: skip
from studio.served import served

pytestmark = pytest.mark.full


def exported(page: Any, *kinds: str, tiles: str = "") -> dict[str, bytes]:
    """What the dialog of export makes of this layout, by names."""
    page.click("#bar button.primary")
    until(page, "document.querySelector('dialog .kind input')")
    for row in page.locator("dialog .kind").all():
        ending = row.locator(".dim").first.text_content()
        row.locator(".choice input").set_checked(ending in kinds)
    if tiles:
        page.fill("dialog [data-field=tiles]", tiles)
    with page.expect_download(timeout=90_000) as got:
        page.click("dialog footer button.primary")
    name, data = got.value.suggested_filename, Path(got.value.path()).read_bytes()
    page.keyboard.press("Escape")
    until(page, "!document.querySelector('dialog')")
    if not name.endswith(".zip"):
        return {name: data}
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        return {one: files.read(one) for one in files.namelist()}


def test_one_page_is_taken_as_pdf_png_jpeg_webp_and_svg(open_page: Open, folder: Path) -> None:
    page, files = open_page(place="layout=square"), sorted(folder.iterdir())
    made = exported(page, ".pdf", ".png", ".jpg", ".webp", ".svg")
    by_ending = {Path(name).suffix: data for name, data in made.items()}
    assert set(by_ending) == {".pdf", ".png", ".jpg", ".webp", ".svg"}
    for ending in (".png", ".jpg", ".webp"):
        assert Image.open(io.BytesIO(by_ending[ending])).size == (1080, 1080)
    with pikepdf.open(io.BytesIO(by_ending[".pdf"])) as pdf:
        assert len(pdf.pages) == 1
    assert by_ending[".svg"].lstrip().startswith((b"<svg", b"<?xml"))
    # Exports are downloads: nothing is put beside the story.
    assert sorted(folder.iterdir()) == files


def test_a_tall_picture_is_taken_in_tiles_and_a_set_of_cards_page_by_page(open_page: Open) -> None:
    page = open_page(place="layout=long-image")
    tiles = exported(page, ".png", tiles="1600")
    sizes = [Image.open(io.BytesIO(data)).size for data in tiles.values()]
    assert len(sizes) > 1 and all(high <= 1600 for _, high in sizes)
    page.evaluate("location.hash = location.hash.replace('long-image', 'carousel')")
    until(page, "document.querySelectorAll('#desk .page').length > 1")
    cards = exported(page, ".png", tiles=" ")
    assert len(cards) == page.evaluate("document.querySelectorAll('#desk .page').length")


def test_a_new_story_is_begun_from_one_that_travels_along_and_replaces_none(
    open_page: Open, folder: Path
) -> None:
    before = (folder / "story.json").read_bytes()
    page = open_page(place="layout=square")
    page.click("#bar .stories button")
    page.locator("dialog .starter input").nth(1).check()
    page.fill("dialog .new-name", "story")
    page.keyboard.press("Enter")
    until(page, "!document.querySelector('dialog') && !location.hash.includes('story=story.json')")
    made = page.evaluate("decodeURIComponent(location.hash.match(/story=([^&]*)/)[1])")
    assert story_in(folder / made)["headline"]
    assert (folder / "story.json").read_bytes() == before


def test_numbers_panels_paragraphs_and_figures_are_added_copied_moved_and_deleted(
    open_page: Open, folder: Path
) -> None:
    page, file = open_page(place="layout=broadsheet"), folder / "story.json"
    original = file.read_bytes()
    for pointer, items in (
        ("/panels/0", ("panels",)), ("/panels/0/stats/1", ("panels", 0, "stats")),
        ("/body/1", ("body",)), ("/figures/0", ("figures",)),
    ):  # fmt: skip

        def there(items: tuple[Any, ...] = items) -> list[Any]:
            value = story_in(file)
            for key in items:
                value = value[key]
            return list(value)

        before = there()
        page.click("#tab-outline")
        page.click(f"[data-pointer='{pointer}']")
        page.keyboard.press("Control+d")
        comes_true(page, lambda before=before, there=there: len(there()) == len(before) + 1)
        until(page, f"document.activeElement.dataset.pointer !== '{pointer}'")
        page.keyboard.press("Delete")
        comes_true(page, lambda before=before, there=there: there() == before)
    # What was copied and deleted left no trace.
    assert file.read_bytes() == original


def test_a_studio_that_ends_and_begins_again_is_found_again_and_nothing_is_lost(
    chromium: Any, folder: Path, tmp_path: Path
) -> None:
    file = folder / "story.json"
    with served(folder, log=tmp_path / "one.log") as studio:
        address = studio.address
        context = chromium.new_context(viewport={"width": 1366, "height": 768}, locale="zh-CN")
        page = context.new_page()
        page.goto(address)
        until(page, "performance.getEntriesByName('painted').length > 0")
        select(page, "/deck")
        page.keyboard.press("Control+End")
        page.keyboard.type("甲")
        comes_true(page, lambda: story_in(file)["deck"].endswith("甲"))
    says(page, "#status", "断|重")
    page.keyboard.type("乙")
    port = re.findall(r":(\d+)/", address)[0]
    with served(folder, "--port", port, log=tmp_path / "two.log") as studio:
        assert studio.address.split("?")[0] == address.split("?")[0]
        # It has another key: a tab with the new address lets this one in, too.
        other = context.new_page()
        before = painted(page)  # it may be painted before the new tab has its page
        other.goto(studio.address)
        comes_true(page, lambda: story_in(file)["deck"].endswith("甲乙"), seconds=30)
        repainted(page, before)
        context.close()


def test_a_story_of_an_example_with_pictures_is_exported_for_the_press(
    open_page: Open, folder: Path
) -> None:
    example(folder, "mountain-trail")
    page = open_page(place="story=mountain-trail/story.json&layout=tabloid")
    made = exported(page, ".pdf")
    with pikepdf.open(io.BytesIO(next(iter(made.values())))) as pdf:
        assert "/TrimBox" in pdf.pages[0]
        assert any(image.Subtype == "/Image" for image in pdf.pages[0].Resources.XObject.values())
