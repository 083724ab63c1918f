"""What a worker sends of a page: only what is new, and no pixel other than the page's own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from small_pages import SQUARE
from viewed import LAYOUT, STORY, Browser, Part, opened, write

from infographic.backends.raster import raster
from infographic.display.items import TextLine
from infographic.foundation.files import PACKAGE
from infographic.foundation.geometry import Point
from infographic.foundation.record import replaced
from infographic.pipeline import draft
from infographic.studio.session.view import View
from infographic.studio.worker.desk import Desk
from infographic.studio.worker.jobs import draw, forget, leaf, window
from infographic.studio.worker.tiles import photographs


def right(scale: float = 1.0, number: int = 0, layout: str = "small.json") -> Image.Image:
    """A page as it is drawn at once."""
    return raster(draft("story.json", layout).pages[number].page, ppi=72 * scale).image()


def test_after_each_change_the_browser_has_the_page_and_was_sent_a_part_of_it(desk: Desk) -> None:
    browser = Browser(desk)
    browser.look(2.0)
    assert browser.area == 400 * 320
    for change in ({"deck": "今天后天"}, {"headline": "小 事"}, {"headline": "小事", "deck": "今"}):
        write("story.json", {**STORY, **change})
        browser.look(2.0)
        assert browser.canvases[0].tobytes() == right(2.0).tobytes()
        assert 0 < browser.area < 400 * 320 / 4
        assert not browser.heads[0]["whole"]


def test_of_a_page_that_did_not_change_nothing_is_drawn(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = Browser(desk)
    browser.look()
    monkeypatch.setattr("infographic.studio.worker.rasters.part_of_pdf", None)
    write("story.json", {"byline": "无人看", **STORY})
    browser.look()
    assert [head["tiles"] for head in browser.heads] == [[]]


def test_another_scale_or_size_or_a_new_browser_gets_the_whole_page(desk: Desk) -> None:
    browser = Browser(desk)
    browser.look()
    browser.look(1.5)
    assert browser.heads[0]["whole"] and browser.area == 300 * 240
    write("small.json", {**LAYOUT, "page": {**LAYOUT["page"], "height": "170pt"}})
    browser.look(1.5)
    assert browser.heads[0]["whole"] and browser.canvases[0].size == (300, 255)
    browser.look(1.5, whole=True)
    assert browser.heads[0]["whole"] and browser.canvases[0].tobytes() == right(1.5).tobytes()
    forget.run(desk, {"view": "v"}, print)
    assert not desk.views and not desk.sent.known


def test_pages_that_are_not_on_screen_come_later_and_only_if_they_changed(desk: Desk) -> None:
    pages = [
        {"number": "1", "body": {"type": "text", "text": {"$data": "/headline"}, "style": "s"}},
        {"number": "2", "body": {"type": "text", "text": {"$data": "/deck"}, "style": "s"}},
    ]
    write("two.json", {key: value for key, value in LAYOUT.items() if key != "body"} | {
        "pages": pages
    })  # fmt: skip
    browser = Browser(desk)
    answer = browser.look(layout="two.json", visible=[1])
    assert [head["page"] for head in browser.heads] == [1] and answer["later"] == [0]
    given = browser.given(layout="two.json", scale=1.0, page=0)
    leaf.run(desk, given, browser.hear)
    assert browser.canvases[0].tobytes() == right(number=0, layout="two.json").tobytes()
    leaf.run(desk, {**given, "revision": 0}, browser.hear)
    assert len(browser.heads) == 2
    assert browser.look(layout="two.json", visible=[])["later"] == [0, 1] and not browser.heads
    write("story.json", {**STORY, "headline": "小事"})
    browser.look(layout="two.json", visible=[7])
    browser.look(layout="two.json")
    assert [bool(head["tiles"]) for head in browser.heads] == [True, False]


def test_a_photograph_without_words_over_it_is_a_jpeg_and_nothing_else_is(desk: Desk) -> None:
    noise = Image.effect_noise((300, 200), 90).convert("L")
    Image.merge("RGB", [noise, noise.rotate(90), noise.rotate(180)]).save("noise.png")
    write("story.json", {**STORY, "figures": [{"image": "noise.png", "alt": "噪"}]})
    figure = {
        "type": "figure", "figure": {"$data": "/figures/0"}, "ratio": "2:1",
        "caption_style": "caption",
    }  # fmt: skip
    body = {"type": "stack", "children": [LAYOUT["body"]["children"][0], figure]}
    write("small.json", {**LAYOUT, "body": body})
    browser = Browser(desk)
    browser.look(2.0)
    kinds = [tile["kind"] for tile in browser.heads[0]["tiles"]]
    assert kinds == ["image/png", "image/jpeg"]
    photo = browser.heads[0]["tiles"][1]
    words = right(2.0).crop((0, 0, 400, photo["y"]))
    assert browser.canvases[0].crop((0, 0, 400, photo["y"])).tobytes() == words.tobytes()
    # The photograph's place is empty in the page's own picture.
    assert len(browser.heads[0]["pictures"][0]) < 10_000
    page = desk.views["v"].page.page
    (found,) = photographs(page, 2.0)
    assert found == (photo["x"], photo["y"], photo["width"], photo["height"])
    line = next(one for one in page.walk() if isinstance(one.item, TextLine))
    over = line._replace(at=Point(50, found.y / 2 + 30))
    assert photographs(replaced(page, items=(*page.items, over)), 2.0) == ()
    assert photographs(replaced(page, items=(over, *page.items)), 2.0) == (found,)


@pytest.mark.parametrize("scale", [0.7, 4.0, 11.3])
def test_a_part_at_any_scale_is_that_of_the_whole_page(desk: Desk, scale: float) -> None:
    browser = Browser(desk)
    browser.look()
    parts: list[Part] = []
    asked = browser.given(page=0, scale=scale, x=30, y=-5, width=90, height=60)
    window.run(desk, asked, parts.append)
    (part,) = parts
    (tile,) = part["tiles"]
    box = (tile["x"], tile["y"], tile["x"] + tile["width"], tile["y"] + tile["height"])
    assert box == (30, 0, 120, 55)
    assert opened(part["pictures"][0]).tobytes() == right(scale).crop(box).tobytes()


def test_no_part_of_a_page_that_is_gone_or_of_none_and_never_too_much(desk: Desk) -> None:
    browser = Browser(desk)
    browser.look()
    parts: list[Part] = []
    asked = browser.given(page=0, scale=4.0, x=0, y=0, width=90, height=60)
    for other in (
        {"revision": 7}, {"view": "w"}, {"page": 1}, {"page": -1}, {"x": 900}, {"width": 0},
        {"scale": 0}, {"scale": -1}, {"scale": 1e9}, {"scale": float("nan")},
    ):  # fmt: skip
        window.run(desk, {**asked, **other}, parts.append)
    assert not parts
    window.run(desk, {**asked, "scale": 32.0, "width": 10**9, "height": 10**9}, parts.append)
    assert parts[0]["tiles"][0]["width"] <= 4096 and parts[0]["tiles"][0]["height"] <= 4096


def test_pages_are_drawn_again_for_each_kind_of_file_they_are_made_from_and_no_other(
    desk: Desk,
) -> None:
    Image.new("RGB", (60, 40), "red").save("red.png")
    Path("sign.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M0 0H9V6Z"/></svg>',
        encoding="utf-8",
    )
    Path("rice.csv").write_text("市,产量\n青禾,3\n白水,4\n", encoding="utf-8")
    Path("house.json").write_bytes((PACKAGE / "text/houses/newspaper.json").read_bytes())
    Path("our.ttf").write_bytes(Path(SQUARE).read_bytes())
    Path("link.ttf").symlink_to("our.ttf")
    write("press.json", {"extends": "newsprint"})
    figures = [
        {"type": "figure", "figure": {"$data": f"/figures/{n}"}, "ratio": "3:2"} for n in (0, 1)
    ]
    write("small.json", {
        **LAYOUT, "press": "press.json", "page": {**LAYOUT["page"], "height": "600pt"},
        "fonts": {"f": "link.ttf"},
        "styles": {"s": {**LAYOUT["styles"]["s"], "house": "house.json"}},
        "body": {"type": "stack", "children": [*LAYOUT["body"]["children"], *figures]},
    })  # fmt: skip
    write("over.json", {"extends": "small.json"})
    write("story.json", {
        **STORY, "charts": [{"title": "粮", "data": {"file": "rice.csv"}}],
        "figures": [{"image": "red.png", "alt": "红"}, {"image": "sign.svg", "alt": "标"}],
    })  # fmt: skip
    write("other.json", STORY)
    told: list[Part] = []
    given = {"view": "v", "revision": 1, "story": "story.json", "scale": 1.0}
    draw.run(desk, {**given, "layout": "over.json"}, told.append)
    view = View("v", "main", *([None] * 4))  # it is not run
    assert view.depends_on(frozenset({desk.root / "other.json"})), "nothing could be made yet"
    view.inputs = frozenset(map(Path, told[0]["inputs"]))
    for name in ("story.json", "over.json", "small.json", "press.json", "house.json", "our.ttf",
                 "link.ttf", "red.png", "sign.svg", "rice.csv"):  # fmt: skip
        assert view.depends_on(frozenset({desk.root / name})), name
    assert not view.depends_on(frozenset({desk.root / "other.json", desk.root / "page.png"}))


@pytest.mark.full
def test_a_worker_that_was_warmed_has_loaded_all_that_a_first_page_needs(desk: Desk) -> None:
    Path("our.ttf").write_bytes(Path(SQUARE).read_bytes())
    write("small.json", {**LAYOUT, "fonts": {"f": "our.ttf"}})
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from infographic.studio.worker.desk import Desk\n"
        "from infographic.studio.worker.jobs import check, draw, warm\n"
        "desk, tell = Desk(Path(sys.argv[1])), lambda part: None\n"
        "stories = ['gone.json', 'story.json']\n"
        "warm.run(desk, {'stories': stories, 'layouts': ['small.json']}, tell)\n"
        "assert not desk.views and not desk.sent.known\n"
        "before = set(sys.modules)\n"
        "given = {'view': 'v', 'revision': 1, 'story': 'story.json', 'layout': 'small.json'}\n"
        "draw.run(desk, {**given, 'scale': 2.0}, tell)\n"
        "check.run(desk, given, tell)\n"
        "print(sorted(name for name in set(sys.modules) - before if 'infographic' in name))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(desk.root)], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
    )  # fmt: skip
    assert done.stdout == "[]\n", done.stderr
