"""What goes wrong on an evening: broken files, dead workers, full disks, two at one story."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from studio.browser.conftest import until
from studio.browser.hands import (
    Open,
    comes_true,
    example,
    painted,
    repainted,
    save,
    says,
    select,
    story_in,
)  # fmt: skip
from studio.served import REPOSITORY, Served

pytestmark = pytest.mark.full


def workers(studio: Served) -> list[int]:
    """Process ids of a studio's workers."""
    listed = subprocess.run(
        ["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    ).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    return [
        int(pid) for pid, parent, args in rows
        if int(parent) == studio.process.pid and "defunct" not in args
    ]  # fmt: skip


def megabytes(studio: Served) -> float:
    """What the server holds in memory."""
    asked = ["ps", "-o", "rss=", "-p", str(studio.process.pid)]
    return int(subprocess.run(asked, capture_output=True, text=True, check=True).stdout) / 1000


def ink_of(page: Any) -> str:
    """All pixels of the first page, as one text."""
    pixels: str = page.evaluate("document.querySelector('#desk canvas').toDataURL()")
    return pixels


def test_a_file_that_is_broken_leaves_the_last_good_page_with_the_fault_at_its_line(
    open_page: Open, folder: Path
) -> None:
    page, file = open_page(place="layout=square"), folder / "story.json"
    good = file.read_text(encoding="utf-8")
    shown = ink_of(page)
    save(file, good.replace('"headline":', '"headline"', 1))
    says(page, ".notice", "story.json")
    line = 1 + good[: good.index('"headline":')].count("\n")
    says(page, ".notice", f"第 ?{line} ?行")
    assert ink_of(page) == shown
    page.click(".notice button")
    says(page, "#panel-messages", f"story.json:{line}")
    before = painted(page)
    save(file, good.replace("2300", "2317"))
    until(page, "document.querySelector('.notice').hidden")
    repainted(page, before)
    assert ink_of(page) != shown


def test_the_page_goes_on_when_its_worker_is_killed(
    open_page: Open, folder: Path, studio: Served
) -> None:
    page, file = open_page(place="layout=square"), folder / "story.json"
    shown = ink_of(page)
    dead = workers(studio)
    assert dead
    for pid in dead:
        os.kill(pid, signal.SIGKILL)
    save(file, file.read_text(encoding="utf-8").replace("2300", "2317"))
    until(page, "!document.querySelector('.notice') || document.querySelector('.notice').hidden")
    comes_true(page, lambda: ink_of(page) != shown)
    assert studio.process.poll() is None
    comes_true(page, lambda: set(workers(studio)).isdisjoint(dead) and bool(workers(studio)))


@pytest.fixture
def full_disk(studio: Served) -> Iterator[Any]:
    """Takes all room from the studio to write, and gives it back."""

    def filled(is_full: bool) -> None:
        most = 0 if is_full else resource.RLIM_INFINITY
        resource.prlimit(studio.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    yield filled
    filled(False)


def test_what_a_full_disk_does_not_take_is_kept_said_and_saved_later(
    open_page: Open, folder: Path, full_disk: Any
) -> None:
    page, file = open_page(place="layout=square"), folder / "story.json"
    before, files = file.read_bytes(), sorted(folder.iterdir())
    select(page, "/deck")
    full_disk(True)
    painted_before = painted(page)
    page.keyboard.press("Control+End")
    page.keyboard.type("不丢")
    repainted(page, painted_before)
    says(page, "#status", "未存")
    says(page, "#tab-messages .badge", ".")
    assert file.read_bytes() == before and sorted(folder.iterdir()) == files
    full_disk(False)
    page.keyboard.type("字")
    comes_true(page, lambda: story_in(file)["deck"].endswith("不丢字"))
    says(page, "#status", "已存")
    assert sorted(folder.iterdir()) == files


def test_two_windows_change_two_fields_and_both_stand_in_both_windows(
    open_page: Open, folder: Path
) -> None:
    one, other, file = open_page(), open_page(), folder / "story.json"
    select(one, "/deck")
    select(other, "/lead")
    for _ in range(5):
        one.keyboard.press("Control+End")
        one.keyboard.type("甲")
        other.keyboard.press("Control+End")
        other.keyboard.type("乙")
    comes_true(
        one,
        lambda: (
            story_in(file)["deck"].endswith("甲" * 5) and story_in(file)["lead"].endswith("乙" * 5)
        ),
    )
    held = (
        "[...document.querySelectorAll('#panel-edit textarea')].map(one => one.value).join('\\n')"
    )
    for page in (one, other):
        until(page, f"{held}.includes('{'甲' * 5}') && {held}.includes('{'乙' * 5}')")
        assert not page.query_selector(".conflict")


def test_two_windows_in_one_field_lose_nothing_that_was_seen(open_page: Open, folder: Path) -> None:
    one, other, file = open_page(), open_page(), folder / "story.json"
    select(one, "/deck")
    select(other, "/deck")
    one.keyboard.press("Control+End")
    one.keyboard.type("甲")
    until(other, "document.activeElement.value.endsWith('甲')")
    other.keyboard.press("Control+End")
    other.keyboard.type("乙")
    until(one, "document.activeElement.value.endsWith('甲乙')")
    comes_true(one, lambda: story_in(file)["deck"].endswith("甲乙"))


def test_what_an_editor_saves_meanwhile_in_another_field_is_merged(
    open_page: Open, folder: Path
) -> None:
    page, file = open_page(place="layout=square"), folder / "story.json"
    select(page, "/deck")
    page.keyboard.press("Control+End")
    page.keyboard.type("甲")
    save(file, json.dumps({**story_in(file), "lead": "别人的导语"}, ensure_ascii=False, indent=1))
    page.keyboard.type("乙")
    comes_true(
        page,
        lambda: story_in(file)["lead"] == "别人的导语" and story_in(file)["deck"].endswith("甲乙"),
    )


def test_workers_that_answer_no_more_are_replaced_and_the_page_goes_on(
    open_page: Open, folder: Path, studio: Served
) -> None:
    page, file = open_page(place="layout=square"), folder / "story.json"
    shown, hung = ink_of(page), workers(studio)
    for pid in hung:
        # As those that compute for ever: after ten seconds they are ended.
        os.kill(pid, signal.SIGSTOP)
    save(file, file.read_text(encoding="utf-8").replace("2300", "2317"))
    comes_true(page, lambda: ink_of(page) != shown, seconds=60)
    assert set(workers(studio)) != set(hung)


def test_a_thousand_edits_in_a_row_keep_their_order_and_the_last_one_stands(
    open_page: Open, folder: Path, studio: Served
) -> None:
    page, file = open_page(place="layout=square"), folder / "story.json"
    select(page, "/headline")
    before, held = painted(page), megabytes(studio)
    answers = page.evaluate(
        """was => new Promise((done) => {
          const socket = new WebSocket(`ws://${location.host}/live`);
          const answers = [];
          socket.onopen = () => {
            for (let turn = 1; turn <= 1000; turn += 1) {
              const value = `第${turn}稿`;
              const edits = [{ op: "set", pointer: "/headline", value, was }];
              socket.send(JSON.stringify(
                { type: "edit", id: turn, file: "story.json", edits, stroke: "a" }));
              was = value;
            }
          };
          socket.onmessage = ({ data }) => {
            if (typeof data !== "string") return;
            const told = JSON.parse(data);
            if (told.type !== "answer" && told.type !== "refused") return;
            answers.push([told.type, told.id]);
            if (answers.length === 1000) socket.close(), done(answers);
          };
        })""",
        story_in(file)["headline"],
    )
    assert answers == [["answer", turn] for turn in range(1, 1001)]
    comes_true(page, lambda: story_in(file)["headline"] == "第1000稿")
    until(page, "document.activeElement.value === '第1000稿'")
    repainted(page, before)
    # Of what came while a page was being drawn only the last was drawn.
    assert painted(page) - before < 100
    assert megabytes(studio) - held < 50
    page.keyboard.press("Control+z")
    comes_true(page, lambda: "激扬红色力量" in story_in(file)["headline"])


def test_what_is_typed_fast_stands_in_its_order(open_page: Open, folder: Path) -> None:
    page, file = open_page(place="layout=square"), folder / "story.json"
    select(page, "/lead")
    page.keyboard.press("Control+a")
    text = "".join(chr(0x4E00 + turn) for turn in range(300))
    for one in text:
        page.keyboard.insert_text(one)
    comes_true(page, lambda: story_in(file)["lead"] == text)
    assert page.evaluate("document.activeElement.value") == text


def test_an_input_method_is_not_disturbed_and_sends_what_it_ends_with(
    open_page: Open, folder: Path
) -> None:
    page, file = open_page(place="layout=square"), folder / "story.json"
    select(page, "/deck")
    before = story_in(file)["deck"]
    page.keyboard.press("Control+End")
    session = page.context.new_cdp_session(page)
    for part in ("d", "da", "dang", "党"):
        session.send(
            "Input.imeSetComposition",
            {"text": part, "selectionStart": len(part), "selectionEnd": len(part)},
        )
        # Another field is changed elsewhere while it composes.
        save(file, json.dumps({**story_in(file), "kicker": part}, ensure_ascii=False))
        page.wait_for_timeout(150)
        assert page.evaluate("document.activeElement.value") == before + part
        assert story_in(file)["deck"] == before
    session.send("Input.insertText", {"text": "党建"})
    comes_true(page, lambda: story_in(file)["deck"] == before + "党建")
    assert story_in(file)["kicker"] == "党"


def test_an_editor_elsewhere_moves_the_page_to_its_cursor(open_page: Open, folder: Path) -> None:
    example(folder, "mountain-trail")
    page = open_page(place="story=story.json&layout=square")
    file = folder / "mountain-trail" / "story.json"
    text = file.read_text(encoding="utf-8").splitlines()
    line = 1 + next(at for at, one in enumerate(text) if '"deck"' in one)
    column = text[line - 1].index(":") + 4
    said = subprocess.run(
        [sys.executable, "-m", "infographic", "show", f"{file}:{line}:{column}"],
        capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )  # fmt: skip
    assert said.returncode == 0, said.stderr
    until(page, "location.hash.includes('mountain-trail')")
    until(page, "document.activeElement.tagName === 'TEXTAREA'")
    assert page.evaluate("document.activeElement.value") == story_in(file)["deck"]
