"""The studio's front end: its pure parts run by Node, and what is said over the line."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from infographic.studio import messages
from infographic.studio.session.catalogue import shipped_layouts
from infographic.studio.session.handlers import HANDLERS

REPOSITORY = Path(__file__).resolve().parent.parent.parent
WEB = REPOSITORY / "infographic" / "studio" / "web"
TESTS = Path(__file__).with_name("web")


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node here")
def test_the_pure_parts_of_the_front_end_do_what_their_tests_say() -> None:
    files = sorted(map(str, TESTS.glob("*.test.mjs")))
    assert files
    done = subprocess.run(
        ["node", "--test", *files], capture_output=True, text=True, cwd=REPOSITORY, check=False
    )
    assert done.returncode == 0, done.stdout


def typed(name: str) -> set[str]:
    """The fields of a message in protocol.js, by its `type`, less that."""
    text = (WEB / "js" / "protocol.js").read_text(encoding="utf-8").replace("\n *", " ")
    found = re.search(rf'@typedef \{{\{{type: "{name}",(.*?)\}}\}} \w+', text)
    assert found, name
    # Fields of fields stand deeper.
    flat = re.sub(r"\[[^\]]*\]|<[^>]*>", "", found[1])
    return set(re.findall(r"(\w+)\??:", flat))


@pytest.mark.parametrize("message", messages.TO_BROWSER)
def test_the_browser_and_the_server_know_the_same_messages(message: type) -> None:
    fields = set(message.__annotations__) - {"type"}
    (name,) = re.findall(r"Literal\['(\w+)'\]", str(message.__annotations__["type"])) or re.findall(
        r'Literal\["(\w+)"\]', str(message.__annotations__["type"])
    )
    assert typed(name) - {"message"} == fields - {"message"}


def test_no_words_of_one_language_stand_in_the_code() -> None:
    """A full-width mark between two texts would be read in English, too."""
    for file in (WEB / "js").rglob("*.js"):
        text = file.read_text(encoding="utf-8")
        for line in re.findall(r".*(?:\}[：、，。；（]\$|[\"`][：、，。；][\"`]).*", text):
            assert 'language === "zh"' in line, (file, line)


def test_every_message_that_is_handled_is_told_of_and_the_other_way_round() -> None:
    told = {
        name
        for message in messages.FROM_BROWSER
        for name in re.findall(r"['\"](\w+)['\"]", str(message.__annotations__["type"]))
    }
    assert told == set(HANDLERS)


def test_no_file_of_the_front_end_is_long_or_brings_others_code() -> None:
    for file in WEB.rglob("*"):
        if file.suffix not in {".js", ".css", ".html"}:
            continue
        text = file.read_text(encoding="utf-8")
        assert text.count("\n") <= 400, file
        assert not re.search(r"(?:from|src=|href=|url\(|import\()\s*[\"']?(?:https?:)?//", text), (
            file
        )
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=\"|style=\"", text), file


def test_each_shipped_layout_has_a_title_in_both_languages() -> None:
    words = {
        language: dict(
            re.findall(
                r'"canvas\.([\w-]+)": "(.+)"',
                (WEB / "words" / language / "bar.js").read_text(encoding="utf-8"),
            )
        )
        for language in ("zh", "en")
    }
    for one in shipped_layouts():
        if one["family"] == "daily":
            assert words["zh"][one["canvas"]] == one["title"]
        assert words["en"][one["canvas"]].isascii(), one["canvas"]


def test_marks_of_one_language_stand_among_its_words_and_not_in_the_code() -> None:
    for file in (WEB / "js").rglob("*.js"):
        code = re.sub(r"/\*[\s\S]*?\*/|//.*", "", file.read_text(encoding="utf-8"))
        assert not re.search(r"[`\"][^`\"\n]*[：、][^`\"\n]*[`\"]", code), file
