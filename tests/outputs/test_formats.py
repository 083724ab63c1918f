"""The table of formats: endings, options, and all that is read from it."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from small_pages import SQUARE

from infographic import compose, outputs
from infographic.cli import run
from infographic.commands.shared.format_options import format_options
from infographic.foundation.calls import CallError
from infographic.outputs import FORMATS, default_endings, format_of
from infographic.outputs.format import Format, Option, Writable

STORY = {"headline": "大事"}


def layout(width: str, height: str) -> str:
    return json.dumps(
        {
            "page": {"width": width, "height": height},
            "fonts": {"f": SQUARE},
            "styles": {"s": {"font": "f", "size": "20px", "leading": "24px"}},
            "body": {"type": "text", "text": {"$data": "/headline"}, "style": "s"},
        }
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("story.json").write_text(json.dumps(STORY))
    Path("card.json").write_text(layout("300px", "200px"))
    Path("sheet.json").write_text(layout("60mm", "40mm"))
    return tmp_path


def render(*arguments: str) -> int:
    return run(["render", "story.json", "-q", *arguments])


def test_every_ending_belongs_to_one_format_and_every_option_to_one_meaning() -> None:
    endings = [ending for each in FORMATS for ending in each.suffixes]
    assert len(set(endings)) == len(endings)
    for name, (option, formats) in outputs.options().items():
        assert all(option in each.options for each in formats), name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.pdf", "print PDF"),
        ("a.screen.pdf", "screen PDF"),
        ("A.PNG", "PNG"),
        ("x.y.jpeg", "JPEG"),
        ("a.jpg", "JPEG"),
        ("a.webp", "WebP"),
        ("a.svg", "SVG"),
        ("a.txt", "text"),
    ],
)
def test_a_name_says_its_format(name: str, kind: str) -> None:
    assert format_of(Path("out") / name).name == kind


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.jepg", "did you mean “.jp"),
        ("a.docx", "no format"),
        (".png", "ending"),
        ("a", "no end"),
    ],
)
def test_an_unknown_ending_is_said_with_the_nearest(name: str, said: str) -> None:
    with pytest.raises(CallError, match=said) as error:
        format_of(name)
    assert [one.code for one in error.value.diagnostics] == ["call-file"]
    assert ".webp" in str(error.value)


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> Format:
    """A format of its own: a file's content is the page's title."""

    def write(page: Writable, *, loud: bool = False) -> bytes:
        return page.page.title.encode() + b"!" * loud

    made = Format(
        "toy",
        (".toy",),
        "for this test",
        write,
        (Option("loud", "flag", "with a mark"),),
        is_picture=True,
        by_default=frozenset({"print"}),
    )
    monkeypatch.setattr(outputs, "FORMATS", (*FORMATS, made))
    return made


def test_a_format_in_the_table_is_saved_rendered_and_written_by_default(
    toy: Format, folder: Path
) -> None:
    assert compose(STORY, "card.json").save("a.toy", loud=True).read_bytes() == "大事!".encode()
    assert render("-l", "card.json", "-o", "b.toy", "--alt-text") == 0
    assert Path("b.toy").read_text(encoding="utf-8") == "大事"
    assert Path("b.alt.txt").is_file()
    assert render("-l", "sheet.json", "-o", "out/") == 0
    assert {path.suffix for path in Path("out").iterdir()} == {".pdf", ".png", ".toy"}
    with pytest.raises(ValueError, match=r"did you mean “\.toy”"):
        format_of("a.toyy")


def test_its_options_are_on_the_command_line(toy: Format) -> None:
    @format_options
    def say(**values: object) -> None:
        click.echo(values["loud"])

    command = click.command()(say)
    runner = CliRunner()
    assert runner.invoke(command, ["--loud"]).output == "True\n"
    assert "toy: with a mark" in runner.invoke(command, ["--help"]).output


@pytest.mark.parametrize(
    "wrong",
    [
        ["-o", "a.png", "--quality", "80"],
        ["-o", "a.pdf", "--scale", "2"],
        ["-o", "a.pdf", "--tiles", "200"],
        ["-o", "a.png", "--force"],
        ["-o", "a.svg", "--scale", "2"],
        ["-o", "a.png", "--text"],
        ["-o", "a.jpg", "--transparent"],
        ["-o", "a.png", "-o", "a.jpg", "--transparent"],
        ["-o", "a.jpg", "--quality", "101"],
        ["-o", "a.jpg", "--quality", "7.5"],
        ["-o", "a.webp", "--max-bytes", "2 loaves"],
        ["-o", "a.jpgg"],
    ],
)
def test_an_option_or_ending_that_nothing_can_take_is_a_wrong_call(
    wrong: list[str], folder: Path
) -> None:
    before = sorted(folder.iterdir())
    assert render("-l", "card.json", *wrong) == 2
    assert sorted(folder.iterdir()) == before


def test_an_option_goes_to_the_files_that_take_it(folder: Path) -> None:
    assert render("-l", "card.json", "-o", "a.pdf", "-o", "a.jpg", "--quality", "80") == 0
    assert Path("a.pdf").is_file()
    assert Path("a.jpg").is_file()


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ({"quality": 80}, "call-file", "PNG takes no “quality”"),
        ({"scael": 2}, "call-file", "did you mean “scale”"),
        ({"scale": -1}, "call-file", "a number from 0.05 to 20"),
        ({"transparent": "yes"}, "call-file", "true or false"),
    ],
)
def test_a_library_call_with_a_wrong_option_says_so(
    options: dict[str, object], code: str, said: str, folder: Path
) -> None:
    with pytest.raises(CallError, match=said) as error:
        compose(STORY, "card.json").save("a.png", **options)
    assert [one.code for one in error.value.diagnostics] == [code]
    assert not Path("a.png").exists()


def test_a_print_page_and_a_card_have_their_usual_endings() -> None:
    assert default_endings("print") == [".pdf", ".screen.pdf", ".png"]
    assert default_endings("screen") == [".png"]
