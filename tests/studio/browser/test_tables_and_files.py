"""Tables, export, and files that are brought in, walked through in a browser."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from studio.served import REPOSITORY

CROPS = REPOSITORY / "examples" / "province-map"


def until_file(page: Any, is_so: Callable[[], bool]) -> None:
    """Wait until a file is as it should be; the page goes on meanwhile."""
    for _ in range(200):
        if is_so():
            return
        page.wait_for_timeout(50)
    raise AssertionError("the file stayed as it was")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story whose charts have a CSV in GB18030, workbooks, and data of their own."""
    folder = tmp_path / "desk"
    folder.mkdir()
    for file in CROPS.iterdir():
        if file.suffix in {".csv", ".xlsx"} or file.name == "story.json":
            shutil.copy(file, folder)
    return folder


def table_of(page: Any, pointer: str) -> None:
    page.get_by_role("tab", name="数据").click()
    page.locator(".which").select_option(pointer)
    page.locator(".grid[aria-busy='false'] .grid-cell").first.wait_for()


def cell(page: Any, row: int, column: int) -> Any:
    return page.locator(f".grid-cell[data-row='{row}'][data-column='{column}']")


@pytest.mark.full
def test_a_number_that_is_typed_changes_its_own_characters_in_the_file(
    open_page: Callable[..., Any], folder: Path
) -> None:
    file = folder / "harvest.csv"
    before = file.read_bytes().decode("gb18030")
    page = open_page()
    table_of(page, "/charts/0")
    assert cell(page, 3, 1).inner_text() == "121.0"
    cell(page, 3, 1).click()
    page.keyboard.type("99.90")
    page.keyboard.press("Enter")
    after = before.replace("121.0", "99.90")
    until_file(page, lambda: file.read_bytes().decode("gb18030") == after)
    page.keyboard.press("Control+z")
    until_file(page, lambda: file.read_bytes().decode("gb18030") == before)


@pytest.mark.full
def test_what_a_spreadsheet_copied_makes_the_storys_own_table_longer(
    open_page: Callable[..., Any], folder: Path
) -> None:
    page = open_page()
    table_of(page, "/charts/6")
    cell(page, 6, 0).click()
    page.evaluate("""() => {
      const data = new DataTransfer();
      data.setData("text/plain", "损耗\\t-1.50\\r\\n期末\\t190.0\\r\\n");
      const pasted = { clipboardData: data, bubbles: true, cancelable: true };
      document.querySelector(".cell-editor").dispatchEvent(new ClipboardEvent("paste", pasted));
    }""")
    row = '["年末库存", 191.5], ["损耗", -1.50], ["期末", 190.0]]'
    until_file(page, lambda: row in (folder / "story.json").read_text(encoding="utf-8"))


@pytest.mark.full
def test_a_workbook_is_read_only_and_a_copy_of_it_can_be_changed(
    open_page: Callable[..., Any], folder: Path
) -> None:
    book = (folder / "harvest.xlsx").read_bytes()
    page = open_page()
    table_of(page, "/charts/4")
    cell(page, 1, 2).click()
    page.keyboard.type("7")
    assert page.locator(".table-notice").inner_text()
    page.locator(".which").select_option("/charts/0")
    page.locator(".which").select_option("/charts/4")
    page.get_by_role("button", name="另存为 CSV").click()
    page.locator(".from .file", has_text="harvest-流向.csv").wait_for()
    story = json.loads((folder / "story.json").read_text(encoding="utf-8"))
    until_file(page, lambda: "harvest-流向.csv" in (folder / "story.json").read_text("utf-8"))
    assert story["charts"][4]["title"] and (folder / "harvest.xlsx").read_bytes() == book


@pytest.mark.full
def test_an_export_is_downloaded_and_leaves_nothing_in_the_folder(
    open_page: Callable[..., Any], folder: Path, tmp_path: Path
) -> None:
    before = sorted(folder.iterdir())
    page = open_page()
    page.keyboard.press("Control+e")
    with page.expect_download() as arriving:
        page.locator("dialog .primary").click()
    saved = tmp_path / arriving.value.suggested_filename
    arriving.value.save_as(saved)
    assert saved.name == "square.png" and saved.read_bytes().startswith(b"\x89PNG")
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    assert sorted(folder.iterdir()) == before


@pytest.mark.full
def test_a_file_of_data_makes_a_chart_and_a_picture_a_figure(
    open_page: Callable[..., Any], folder: Path
) -> None:
    page = open_page()
    page.locator("input[type=file][multiple]").set_input_files(CROPS / "counties.csv")
    page.locator("dialog .primary").click()
    page.locator(".from .file", has_text="data/counties.csv").wait_for()
    picture = next((REPOSITORY / "examples" / "mountain-trail" / "pictures").glob("*.jpg"))
    page.locator("input[type=file][multiple]").set_input_files(picture)

    def both() -> bool:
        story = json.loads((folder / "story.json").read_text(encoding="utf-8"))
        images = [one.get("image") for one in story.get("figures", [])]
        return (
            story["charts"][-1]["data"] == "data/counties.csv"
            and f"pictures/{picture.name}" in images
        )

    until_file(page, both)
