"""Pictures that are cropped and taken in, tables that are pasted, workbooks that are only read."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

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

pytestmark = pytest.mark.full
DROP = """([name, data, x, y]) => {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name));
  const at = document.elementFromPoint(x, y);
  for (const kind of ["dragover", "drop"])
    at.dispatchEvent(new DragEvent(
      kind, { dataTransfer, bubbles: true, cancelable: true, clientX: x, clientY: y }));
}"""


def picture(colour: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (1200, 900), colour).save(made, "JPEG")
    return made.getvalue()


def data_tab(page: Any, number: int) -> None:
    page.click("#tab-data")
    page.select_option("#panel-data select.which", index=number)
    until(page, "document.querySelector('.grid [role=gridcell]')")


def paste(page: Any, text: str) -> None:
    page.evaluate(
        """text => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        text,
    )


def test_a_crop_is_moved_by_dragging_on_the_page_and_by_arrow_keys_as_one_step_each(
    open_page: Open, folder: Path
) -> None:
    file = example(folder, "twelve-stats")
    page = open_page(place="story=twelve-stats/story.json&layout=broadsheet")
    select(page, "/figures/0")
    until(page, "document.querySelector('.focus-handle')")
    handle = page.locator(".focus-handle").first
    original, before = file.read_bytes(), painted(page)
    box = handle.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    for step in range(1, 6):
        page.mouse.move(box["x"] + box["width"] / 2 + 8 * step, box["y"] + box["height"] / 2)
    page.mouse.up()
    comes_true(page, lambda: story_in(file)["figures"][0]["focus"][0] > 0.22)
    repainted(page, before)
    dragged = file.read_bytes()
    # Only the two numbers are others.
    assert len(dragged.splitlines()) == len(original.splitlines())
    page.keyboard.press("Escape")
    page.keyboard.press("Control+z")
    comes_true(page, lambda: file.read_bytes() == original)


def test_a_picture_is_dropped_on_a_figure_and_what_is_none_is_refused_in_words(
    open_page: Open, folder: Path
) -> None:
    file = folder / "story.json"
    page = open_page(place="layout=broadsheet")
    box = page.locator("#desk canvas").first.bounding_box()
    at = [box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.3]
    before = painted(page)
    page.evaluate(DROP, ["现场 照片.jpg", base64.b64encode(picture("navy")).decode(), *at])
    comes_true(page, lambda: story_in(file)["figures"][0].get("image"))
    repainted(page, before)
    taken = folder / story_in(file)["figures"][0]["image"]
    assert Image.open(taken).size == (1200, 900)
    files = sorted(folder.rglob("*"))
    page.evaluate(DROP, ["假.jpg", base64.b64encode(b"GIF89a<script>").decode(), *at])
    says(page, ".incoming", "假.jpg")
    assert sorted(folder.rglob("*")) == files
    page.evaluate(DROP, ["run.exe", base64.b64encode(b"MZ").decode(), *at])
    says(page, ".incoming", "run.exe")
    assert sorted(folder.rglob("*")) == files


def test_a_picture_is_chosen_in_the_form_of_a_figure(open_page: Open, folder: Path) -> None:
    file = folder / "story.json"
    page = open_page(place="layout=broadsheet")
    select(page, "/figures/1")
    page.set_input_files(
        "#panel-edit input[type=file]",
        {"name": "../../etc/秋收.jpg", "mimeType": "image/jpeg", "buffer": picture("olive")},
    )
    comes_true(page, lambda: story_in(file)["figures"][1].get("image"))
    taken = (folder / story_in(file)["figures"][1]["image"]).resolve()
    assert taken.is_relative_to(folder.resolve())
    until(page, "document.querySelector('.board img')?.complete")


def test_a_table_pasted_from_a_spreadsheet_changes_its_cells_alone_in_gb18030(
    open_page: Open, folder: Path
) -> None:
    story = example(folder, "communique")
    table = story.parent / "prices.csv"
    told = table.read_text(encoding="utf-8").replace("\n", "\r\n")
    table.write_bytes(told.encode("gb18030"))
    page = open_page(place="story=communique/story.json&layout=broadsheet")
    data_tab(page, 4)
    until(page, "document.querySelector('#panel-data .from').textContent.includes('prices.csv')")
    page.locator(".grid [role=gridcell]", has_text="-0.8").first.click()
    paste(page, "-0.9\r\n0.75\r\n")
    wanted = told.replace("1月,-0.8\r\n", "1月,-0.9\r\n", 1).replace(
        "2月,0.7\r\n", "2月,0.75\r\n", 1
    )
    comes_true(page, lambda: table.read_bytes() == wanted.encode("gb18030"))
    page.keyboard.press("Control+z")
    comes_true(page, lambda: table.read_bytes() == told.encode("gb18030"))


def test_a_workbook_is_only_read_and_copied_to_a_csv_when_one_wants_to_write(
    open_page: Open, folder: Path
) -> None:
    story = example(folder, "communique")
    book = (story.parent / "economy.xlsx").read_bytes()
    page = open_page(place="story=communique/story.json&layout=broadsheet")
    data_tab(page, 1)
    assert page.get_attribute(".grid", "aria-readonly") == "true"
    page.locator(".grid [role=gridcell]").nth(3).click()
    page.keyboard.type("9")
    page.keyboard.press("Enter")
    page.click(".table-notice button")
    comes_true(page, lambda: list(story.parent.glob("**/*.csv")) != [story.parent / "prices.csv"])
    until(page, "document.querySelector('.grid').getAttribute('aria-readonly') === 'false'")
    assert (story.parent / "economy.xlsx").read_bytes() == book


def test_the_cells_of_a_table_in_the_story_are_written_as_numbers_were(
    open_page: Open, folder: Path
) -> None:
    file = example(folder, "communique")
    before = file.read_text(encoding="utf-8")
    page = open_page(place="story=communique/story.json&layout=broadsheet")
    data_tab(page, 6)
    page.locator(".grid [role=gridcell]", has_text="67.00").first.click()
    page.keyboard.type("67.50")
    page.keyboard.press("Enter")
    wanted = before.replace('"67.00"', '"67.50"')
    comes_true(page, lambda: file.read_text(encoding="utf-8") == wanted)
    assert json.loads(wanted) != json.loads(before)
