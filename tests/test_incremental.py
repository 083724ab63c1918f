"""A page made after others is the page made first; of a changed story only the change is set."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from pages import ROOT, STORIES

from infographic.bound_pages import read_and_bind
from infographic.display.items import Picture
from infographic.foundation import memo
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.memo import STORES, Count
from infographic.loading.decoding.kept import DECODED
from infographic.pipeline import draft, read_files
from infographic.story.model import Stat
from infographic.text.copy import Copy

Edit = Callable[[str, Random], str]


def made(story: Path, layout: str) -> str:
    """All that stands on the pages, each with its place in the files, and all that is said."""
    try:
        page = draft(story, layout)
    except SpecError as error:
        return str(error)
    said = "\n".join(map(str, page.diagnostics))
    return "\n".join([*(one.dump() for one in page.pages), said])


def another_number(text: str, random: Random) -> str:
    places = [found.start() for found in re.finditer(r'(?<=[*"])[1-9](?=[0-9.]*[*"])', text)]
    at = random.choice(places or [0])
    return text if not places else text[:at] + random.choice("123456789") + text[at + 1 :]


def a_line_above(text: str, random: Random) -> str:
    return text.replace("{", "{" + "\n" * random.randint(1, 4), 1)


def other_indents(text: str, random: Random) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False, indent=random.randint(1, 6))


def keys_in_another_order(text: str, random: Random) -> str:
    story = json.loads(text)
    keys = random.sample([*story], len(story))
    return json.dumps({key: story[key] for key in keys}, ensure_ascii=False, indent=2)


def a_paragraph_twice(text: str, random: Random) -> str:
    story = json.loads(text)
    if story.get("body"):
        story["body"].insert(0, random.choice(story["body"]))
    return json.dumps(story, ensure_ascii=False, indent=2)


def a_stat_less(text: str, random: Random) -> str:
    story = json.loads(text)
    stats = story["panels"][0]["stats"] if story.get("panels") else []
    if len(stats) > 1:
        del stats[random.randrange(len(stats))]
    return json.dumps(story, ensure_ascii=False, indent=2)


def words_of_the_headline_quoted(text: str, random: Random) -> str:
    story = json.loads(text)
    words = story["headline"]
    at = random.randrange(max(len(words) - 4, 1))
    if story.get("body"):
        story["body"].append(f"这就是“{words[at : at + random.randint(2, 4)]}”的来历。")
    return json.dumps(story, ensure_ascii=False, indent=2)


def an_unknown_field(text: str, random: Random) -> str:
    return text.replace("{", '{"kickr": "一",', 1)


EDITS: tuple[Edit, ...] = (
    another_number, a_line_above, other_indents, keys_in_another_order, a_paragraph_twice,
    a_stat_less, words_of_the_headline_quoted, an_unknown_field,
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    memo.forget()
    yield tmp_path
    memo.forget()


PAIRS = [
    ("square", "data"), ("modern/panel", "bilingual"), ("tabloid", "mountain-trail"),
    ("weibo", "data"), ("desk/card-3x4", "communique"), ("modern/long-image", "marathon"),
]  # fmt: skip
SWEPT = [
    pytest.param(layout, story, marks=pytest.mark.full)
    for layout in ("broadsheet", "carousel", "gala/square", "flash/panel", "half-page")
    for story in STORIES
]


@pytest.mark.parametrize(("layout", "story"), [*PAIRS, *SWEPT])
def test_a_page_made_after_others_is_the_page_made_first(
    folder: Path, layout: str, story: str
) -> None:
    shutil.copytree(STORIES[story].parent, folder, dirs_exist_ok=True, ignore=_but_data)
    file, random = folder / "edited.json", Random(f"{layout} {story}")
    text = STORIES[story].read_text(encoding="utf-8")
    texts = [text]
    for _ in range(5):
        texts.append(random.choice(EDITS)(texts[-1], random))
    # Back again, as by undo.
    texts.append(text)
    warm = []
    for text in texts:
        file.write_text(text, encoding="utf-8")
        warm.append(made(file, layout))
    for text, page in zip(texts, warm, strict=True):
        memo.forget()
        file.write_text(text, encoding="utf-8")
        assert page == made(file, layout)


def test_a_quotation_among_paragraphs_has_the_places_of_its_own_file(folder: Path) -> None:
    shutil.copytree(STORIES["summer"].parent, folder, dirs_exist_ok=True)
    story = json.loads(STORIES["summer"].read_text(encoding="utf-8"))
    story["body"].insert(2, {"quote": "先看数，再说话。", "by": "一位读者"})
    first, second = folder / "first.json", folder / "second.json"
    first.write_text(json.dumps(story, ensure_ascii=False, indent=1), encoding="utf-8")
    # On the same lines: their places are equal but for the file.
    shutil.copy(first, second)
    made(first, "broadsheet")
    assert "first.json" not in made(second, "broadsheet")
    assert "second.json" not in made(first, "broadsheet")


def test_a_house_table_and_a_face_that_changed_on_disk_are_seen_though_their_layout_did_not(
    folder: Path,
) -> None:
    layout, table, face = folder / "own.json", folder / "house.json", folder / "own-face.ttf"
    layout.write_text(
        '{"extends": "square", "fonts": {"headline": "own-face.ttf"}, '
        '"styles": {"deck": {"house": "house.json"}}}',
        encoding="utf-8",
    )
    table.write_text('{"extends": "newspaper"}', encoding="utf-8")
    shutil.copy(ROOT / "fonts" / "noto-serif-sc-black.ttf", face)
    page = made(ROOT / "data.json", str(layout))
    assert "NotoSerifSC-Black 69 " in page
    table.write_text('{"extends": "nowhere"}', encoding="utf-8")
    assert "error[house-table]" in made(ROOT / "data.json", str(layout))
    table.write_text('{"extends": "newspaper"}', encoding="utf-8")
    face.unlink()
    shutil.copy(ROOT / "fonts" / "noto-sans-sc-black.ttf", face)
    assert "NotoSansSC-Black 69 " in made(ROOT / "data.json", str(layout))


def _but_data(folder: str, names: list[str]) -> list[str]:
    """What a story needs beside it: pictures and data, no project."""
    return names if Path(folder) == ROOT else []


def counted(work: Callable[[], object]) -> dict[str, Count]:
    before = {name: store.count for name, store in STORES.items()}
    work()
    return {
        name: Count(
            store.count.hits - before[name].hits if name in before else store.count.hits,
            store.count.misses - before[name].misses if name in before else store.count.misses,
            len(store),
        )
        for name, store in STORES.items()
    }


@pytest.mark.parametrize(
    ("edit", "frames"),
    [
        # Of each number's block and the blocks round it: twice, since a row asks what it wants.
        (lambda text: text.replace("**1800**", "**1900**"), 9),
        (lambda text: text.replace("{", "{\n\n", 1), 0),
        (lambda text: json.dumps(json.loads(text), ensure_ascii=False, indent=1), 0),
    ],
)
def test_of_a_changed_story_only_the_blocks_round_the_change_are_laid_out(
    folder: Path, edit: Callable[[str], str], frames: int
) -> None:
    file = folder / "data.json"
    text = (ROOT / "data.json").read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    made(file, "broadsheet")
    changed = edit(text)
    assert changed != text
    file.write_text(changed, encoding="utf-8")
    assert counted(lambda: made(file, "broadsheet"))["frames"].misses <= frames


def test_a_picture_that_changed_on_disk_is_seen_though_its_story_did_not(folder: Path) -> None:
    source = ROOT / "examples" / "mountain-trail"
    shutil.copytree(source, folder, dirs_exist_ok=True)
    story = folder / "story.json"
    pictures = json.loads(story.read_text(encoding="utf-8"))["figures"]
    first, second = (folder / pictures[n]["image"] for n in (0, 1))
    before = seen(story)
    shutil.copy(second, first)
    after = seen(story)
    assert before != after
    memo.forget()
    assert after == seen(story)


def seen(story: Path) -> list[str]:
    pages = draft(story, "tabloid").pages
    items = [placed.item for one in pages for placed in one.page.walk()]
    return [item.image.digest for item in items if isinstance(item, Picture)]


def test_what_is_wrong_is_told_where_it_stands_in_the_story_that_is_read(folder: Path) -> None:
    # The same picture is missing in both, on other lines.
    for lines in (0, 3):
        file = folder / "story.json"
        text = '{"headline": "大事",' + "\n" * lines + '"figures": [{"image": "a.jpg"}]}'
        file.write_text(text, encoding="utf-8")
        with pytest.raises(SpecError) as caught:
            read_and_bind(read_files(file, "tabloid", {}))
        (missing,) = (one for one in caught.value.diagnostics if one.code == "image-missing")
        assert missing.origin.line == lines + 1


@pytest.mark.parametrize("layout", ["weibo", "modern/column", "modern/weibo"])
def test_a_text_whose_value_is_kept_no_more_is_read_as_the_storys_own(layout: str) -> None:
    # Its terms part “风电和太阳能发电装机” otherwise. Of a panel that is kept stats may be gone.
    story = STORIES["communique"]
    memo.forget()
    first = made(story, layout)
    memo.forget()
    made(story, "panel")
    for key, (read, _, _) in [*DECODED._values.items()]:
        if isinstance(read.value, Copy | Stat):
            del DECODED._values[key]
    assert made(story, layout) == first
    memo.forget()
