"""Reports of a manifest: all that a hostile table may hold is shown, and obeyed by nobody."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from infographic.batch.digests import digest_of
from infographic.batch.job import Job, Output, Result
from infographic.batch.manifest.writing import Manifest
from infographic.batch.report import sheet
from infographic.batch.report.table import COLUMNS, FORMULA, harmless
from infographic.batch.report.writing import written
from infographic.foundation.calls import CallError
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.sayings import say, using_language

SCRIPT = "<script>alert(1)</script>"
BIDI = "a\u202egnp.exe"
ORIGIN = Origin(Source("counties.xlsx", sheet="县域"), "", 12, 3)


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def picture() -> bytes:
    from PIL import Image

    made = io.BytesIO()
    Image.new("RGBA", (540, 540), (200, 30, 30, 128)).save(made, "PNG", compress_level=1)
    return made.getvalue()


def fault(text: str) -> Diagnostic:
    return Diagnostic(say("rows-note", text=text), ORIGIN)


Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A manifest of results, and their files in `out`."""

    def made(results: Sequence[Result], data: bytes = b"") -> Path:
        out, path = tmp_path / "out", tmp_path / "made.sqlite"
        out.mkdir(exist_ok=True)
        with Manifest(path) as manifest:
            manifest.begin("/home/desk/counties.xlsx", str(out), "mark", ["{id}.png"], 9)
            for place, result in enumerate(results, 1):
                for one in result.outputs:
                    (out / one.name).write_bytes(data)
                manifest.asked(result.job, place)
                manifest.done(result, "key")
            manifest.end()
        return path

    return made


def made_of(name: str, data: bytes = b"", **more: Any) -> Result:
    job = Job("s.json", "square", (f"{name}.png",), id=name)
    return Result(job, (Output(f"{name}.png", len(data), digest_of(data)),), **more)


def failed(name: str, text: str, **more: Any) -> Result:
    return Result(Job("s.json", "square", (f"{name}.png",), id=name), (), (fault(text),), "input",
                  **more)  # fmt: skip


def test_a_contact_sheet_shows_what_failed_first_and_a_thumbnail_of_what_was_made(
    make: Make, tmp_path: Path
) -> None:
    data = picture()
    path = make([made_of("a", data), failed("b", "以上为示例"), made_of("c", data)], data)
    (page,) = written(path, tmp_path / "r.html")
    text = page.read_text(encoding="utf-8")
    tags = Tags(text)
    pictures = [attrs for tag, attrs in tags.found if tag == "img"]
    assert [one["alt"] for one in pictures] == ["a square", "c square"]
    assert all(str(one["src"]).startswith("data:image/jpeg;base64,") for one in pictures)
    assert text.index("以上为示例") < text.index("<img")
    assert "counties.xlsx 县域!C12" in "".join(tags.words)
    assert "/home/desk" not in text
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in tags.found}
    assert "default-src 'none'" in text


@pytest.mark.parametrize("hostile", [SCRIPT, '"><img src=x onerror=a()>', BIDI, "a\x00b\x1b[31m"])
def test_nothing_that_a_table_holds_is_obeyed_by_a_browser(
    make: Make, tmp_path: Path, hostile: str
) -> None:
    job = Job(hostile, hostile, ("a.png",), id=hostile)
    wrong = Result(job, (), (fault(hostile),), "crash", hostile)
    fine = Result(Job(hostile, hostile, ("b.png",), id=hostile), (Output("b.png", 0, "d"),))
    (page,) = written(make([wrong, fine]), tmp_path / "r.html")
    text = page.read_text(encoding="utf-8")
    tags = Tags(text)
    known = {"html", "head", "meta", "title", "style", "body", "header", "h1", "p", "dl", "div",
             "dt", "dd", "h2", "section", "h3", "small", "ul", "li", "span", "pre", "main",
             "article", "table", "tr", "td", "th"}  # fmt: skip
    assert {tag for tag, _ in tags.found} <= known
    assert not any(name.startswith("on") for _, attrs in tags.found for name in attrs)
    assert not {"\u202e", "\x00", "\x1b"} & set(text)


def test_a_file_that_is_gone_or_was_changed_since_is_said(make: Make, tmp_path: Path) -> None:
    data = picture()
    path = make([made_of("a", data), made_of("b", data), made_of("c", data)], data)
    (tmp_path / "out" / "a.png").unlink()
    (tmp_path / "out" / "b.png").write_bytes(picture() + b"\0")
    (tmp_path / "out" / "c.png").write_bytes(b"no picture")
    (page,) = written(path, tmp_path / "r.html")
    text = page.read_text(encoding="utf-8")
    assert "the file is gone" in text
    assert "the file was changed since" in text
    assert "the file cannot be read" in text


def test_a_long_sheet_is_several_files_that_lead_to_each_other(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "PAGE", 2)
    data = picture()
    path = make([made_of(f"n{number}", data) for number in range(5)], data)
    pages = list(written(path, tmp_path / "r 1.html"))
    assert [one.name for one in pages] == ["r 1.html", "r 1-2.html", "r 1-3.html"]
    shown = [[a["alt"] for tag, a in Tags(p.read_text()).found if tag == "img"] for p in pages]
    assert shown == [["n0 square", "n1 square"], ["n2 square", "n3 square"], ["n4 square"]]
    links = [a["href"] for tag, a in Tags(pages[1].read_text()).found if tag == "a"]
    links = [one for one in links if not str(one).startswith("out/")]
    assert links == ["r%201.html", "r%201-3.html"]


def test_a_sheet_is_chinese_where_chinese_is_spoken(make: Make, tmp_path: Path) -> None:
    with using_language("zh"):
        (page,) = written(make([made_of("a")]), tmp_path / "r.html")
    text = page.read_text(encoding="utf-8")
    assert 'lang="zh-Hans"' in text
    assert "批量制作总览" in text


def test_a_table_is_for_excel_and_none_of_its_cells_is_a_formula(
    make: Make, tmp_path: Path
) -> None:
    names = [f"{mark}1+1" for mark in FORMULA] + [" =1"]
    results = [
        replaced_id(failed(f"n{number}", "=cmd()"), name) for number, name in enumerate(names)
    ]
    warned = Diagnostic(say("rows-note", text="x"), ORIGIN, severity=Severity.WARNING)
    results.append(made_of("fine", diagnostics=(warned,)))
    (path,) = written(make(results), tmp_path / "r.csv")
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row[0] for row in rows[1:]] == [f"'{name}" for name in names] + ["fine"]
    assert not any(cell.lstrip(" ").startswith(FORMULA) for row in rows[1:] for cell in row)
    told = dict(zip(COLUMNS, rows[1], strict=True))
    assert (told["state"], told["failure"], told["place"]) == (
        "failed", "input", "counties.xlsx 县域!C12",
    )  # fmt: skip
    assert dict(zip(COLUMNS, rows[-1], strict=True))["codes"] == "rows-note"


def replaced_id(result: Result, name: str) -> Result:
    from infographic.foundation.record import replaced

    return replaced(result, job=replaced(result.job, id=name))


def test_numbers_stay_numbers_in_a_table() -> None:
    assert (harmless(-1.5), harmless("-1.5")) == (-1.5, "'-1.5")


def test_a_report_as_json_has_the_run_and_its_jobs(make: Make, tmp_path: Path) -> None:
    (path,) = written(make([made_of("a"), failed("b", "x")]), tmp_path / "r.json")
    told = json.loads(path.read_bytes())
    assert (told["run"]["made"], told["run"]["failed"], told["run"]["asked"]) == (1, 1, 9)
    assert [(one["id"], one["failure"]) for one in told["jobs"]] == [("a", ""), ("b", "input")]
    assert told["jobs"][1]["diagnostics"][0]["cell"] == "C12"


def test_a_report_of_another_ending_or_of_no_run_is_refused(make: Make, tmp_path: Path) -> None:
    path = make([])
    with pytest.raises(CallError, match=r"\.html, \.csv or \.json"):
        list(written(path, tmp_path / "r.pdf"))
    Manifest(tmp_path / "new.sqlite").close()
    for manifest in ("new.sqlite", "none.sqlite"):
        with pytest.raises(SpecError):
            list(written(tmp_path / manifest, tmp_path / "r.csv"))
    assert not (tmp_path / "none.sqlite").exists()
