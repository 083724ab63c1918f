"""Reports of a manifest: what failed first, what is shown of a file, and nothing that is obeyed."""

from __future__ import annotations

import base64
import io
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image

from infographic.batch.digests import digest_of
from infographic.batch.job import Failure, Job, Output, Result
from infographic.batch.manifest.reading import Run
from infographic.batch.manifest.writing import Manifest
from infographic.batch.report import sheet
from infographic.batch.report.thumbnails import small, thumbnail
from infographic.batch.report.writing import written
from infographic.batch.stores.folder import FolderStore
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.sayings import say, using_language

SCRIPT = "<script>alert(1)</script>"
TURNED = "a\u202egnp.exe"


def picture(kind: str = "PNG", size: tuple[int, int] = (900, 1200)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "#1d6470").save(file, kind)
    return file.getvalue()


PNG = picture()


class Made:
    """A manifest of jobs that no engine has done."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder / "out"
        self.out.mkdir()
        self.path = folder / "made.sqlite"
        self.jobs: list[Result] = []

    def made(
        self, name: str, data: bytes = PNG, *, layout: str = "square", edition: str = ""
    ) -> None:
        (self.out / name).write_bytes(data)
        job = Job("story.json", layout, (name,), id=edition or name.partition(".")[0])
        output = Output(name, len(data), digest_of(data))
        self.jobs.append(Result(job, outputs=(output,)))

    def failed(
        self, edition: str, failure: Failure = "input", message: str = "", count: int = 1
    ) -> None:
        at = Origin(Source("counties.xlsx", "", ".", None, "县域"), "/headline", 9, 3)
        said = [Diagnostic(say("row-empty", name=f"{edition}{n}"), at) for n in range(count)]
        job = Job("story.json", "square", (f"failed-{len(self.jobs)}.png",), id=edition)
        told = () if message else tuple(said)
        self.jobs.append(Result(job, diagnostics=told, failure=failure, message=message))

    def report(self, name: str) -> Path:
        with Manifest(self.path) as manifest:
            manifest.begin("desk/counties.xlsx", str(self.out), "mark", ["x"], len(self.jobs))
            for place, result in enumerate(self.jobs, 1):
                manifest.asked(result.job, place)
                manifest.done(result, str(place))
            manifest.end()
        return next(iter(written(self.path, self.folder / name)))

    def html(self) -> str:
        return self.report("report.html").read_text(encoding="utf-8")


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path)


class Tags(HTMLParser):
    """The tags of a page, and what each link and picture leads to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.leads: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.leads += [value or "" for name, value in attrs if name in ("src", "href")]
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_what_failed_stands_first_with_its_words_at_its_cell(made: Made) -> None:
    made.made("a.png")
    made.failed("b", count=7)
    made.failed("c", "crash", message="Segmentation fault")
    words = Tags(made.html()).words
    assert "the cell of “b0” is empty" in words
    assert "counties.xlsx 县域!C9" in words, "its place in the workbook"
    assert "fill it in" in words, "and the mend"
    assert "“b4”" in words and "“b5”" not in words and "… and 2 more" in words
    assert "Segmentation fault" in words
    assert words.index("“b0”") < words.index("a.png")


def test_layouts_are_summed_up_by_why_they_failed(made: Made) -> None:
    for name in ("a.png", "b.png", "c.png"):
        made.made(name)
    made.made("d.png", layout="card")
    made.failed("e", "time")
    rows = re.findall(r"<tr>(.*?)</tr>", made.html())
    assert [re.sub("<[^>]+>", " ", row).split() for row in rows] == [
        ["made", "too", "long"], ["square", "3", "1"], ["card", "1", "–"],
    ]  # fmt: skip


def test_one_layout_that_has_no_failure_needs_no_table(made: Made) -> None:
    made.made("a.png")
    assert "<table" not in made.html()


def test_every_reason_of_a_failure_has_words(made: Made) -> None:
    for language in ("en", "zh"):
        with using_language(language):
            words = [sheet.reason(one) for one in get_args(Failure) if one]
        assert len({*words}) == len(words) == 8


def test_a_picture_is_small_inlined_and_leads_to_its_file(made: Made) -> None:
    made.made("板桥 1.png")
    leads = Tags(made.html()).leads
    assert leads[0] == "out/%E6%9D%BF%E6%A1%A5%201.png"
    head, _, code = leads[1].partition(",")
    assert head == "data:image/jpeg;base64"
    found = Image.open(io.BytesIO(base64.b64decode(code)))
    assert found.size == (360, 480)


def test_a_link_never_has_a_scheme(made: Made) -> None:
    run = Run("", "", "", "", "", 0, 0, 0, 0.0, 0)
    page = sheet.Sheet(run, (), (), (), FolderStore(str(made.out)), made.out)
    link = sheet.link_to(Output("javascript:alert(1).png", 1, ""), page)
    assert link == "javascript%3Aalert%281%29.png"


@pytest.mark.parametrize(("change", "said"), [
    (lambda file: file.unlink(), "the file is gone"),
    (lambda file: file.write_bytes(picture(size=(30, 40))), "the file was changed since"),
    (lambda file: file.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n"), "the file cannot be read"),
    (lambda file: file.write_bytes(PNG[:60]), "the file cannot be read"),
])  # fmt: skip
def test_what_happened_to_a_file_since_is_said(made: Made, change: object, said: str) -> None:
    made.made("a.png")
    assert callable(change)
    change(made.out / "a.png")
    assert said in Tags(made.html()).words


def test_a_picture_too_large_to_be_opened_is_named_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    (tmp_path / "a.png").write_bytes(PNG)
    found = thumbnail(Output("a.png", len(PNG), digest_of(PNG)), FolderStore(str(tmp_path)))
    assert found == (b"", "")


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PDF"])
def test_each_kind_has_its_picture(kind: str) -> None:
    made = Image.open(io.BytesIO(small(picture(kind), f"a.{kind.lower()}")))
    assert (made.format, made.size) == ("JPEG", (360, 480))


def test_nothing_in_a_manifest_is_obeyed(made: Made) -> None:
    made.made("a.png", edition=SCRIPT)
    made.made("b.png", layout=f'"><img src=x onerror={SCRIPT}>', edition=TURNED)
    made.failed(SCRIPT)
    made.failed(f"</pre>{SCRIPT}", "crash", message=f"</pre>{SCRIPT}")
    html = made.html()
    tags = Tags(html)
    assert "script" not in tags.names
    assert tags.names.count("img") == 2
    assert tags.words.count(SCRIPT) >= 3, "they are shown as they are"
    assert "\u202e" not in html and "a\\u202egnp.exe" in tags.words
    assert "default-src 'none'" in html
    assert all(one.startswith(("data:image/jpeg", "out/")) for one in tags.leads)


def test_a_sheet_on_paper_has_six_pictures_a_row() -> None:
    """By their width on a screen it were three: twenty-one pages for 120 pictures."""
    on_paper = sheet._style().partition("@media print")[2]
    assert "repeat(6,1fr)" in on_paper
