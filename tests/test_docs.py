"""What the documents promise holds: their examples work, what is generated is in step."""

from __future__ import annotations

import json
import re
import sys
import types
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from click import Context
from pages import ROOT

import infographic
from infographic import compose
from infographic.blocks import CATALOGUE, Catalogue
from infographic.blocks.devices import KINDS as DEVICES
from infographic.cli import cli
from infographic.commands import COMMANDS
from infographic.loading.sheet.layouts import shipped_layouts
from infographic.outputs import FORMATS
from infographic.reference import limits_reference, reference

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = sorted((ROOT / "docs").glob("*.md"))


def layouts_in(text: str) -> list[str]:
    blocks = re.findall(r"```json\n(.*?)```", text, re.S)
    return [block for block in blocks if '"extends"' in block]


@pytest.mark.parametrize("number", range(len(layouts_in(README))))
def test_a_layout_in_the_readme_works_as_it_stands(number: int, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(layouts_in(README)[number], encoding="utf-8")
    page = compose(ROOT / "data.json", path)
    assert page.pdf("screen").startswith(b"%PDF")
    assert page.png(scale=0.2).startswith(b"\x89PNG")


def test_the_readme_shows_a_layout_taken_over_and_one_drawn_anew() -> None:
    assert ["body" in layout for layout in layouts_in(README)] == [False, True]


def test_the_list_of_fields_is_what_the_code_says() -> None:
    written = (ROOT / "docs" / "fields.md").read_text(encoding="utf-8")
    assert written == reference(), "run: python -m infographic.reference > docs/fields.md"


def test_the_table_of_limits_is_what_the_code_says() -> None:
    written = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    wanted = limits_reference()
    assert written == wanted, "run: python -m infographic.reference limits > docs/limits.md"


def test_every_block_is_named_in_the_readme() -> None:
    assert [name for name in CATALOGUE if f"`{name}`" not in README] == []


def test_every_device_is_described_and_shown_in_the_gallery() -> None:
    charts = (ROOT / "docs" / "charts.md").read_text(encoding="utf-8")
    gallery = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
    for kind in DEVICES:
        assert f"`{kind}`" in charts, kind
        # A line in docs/galleries/devices.py, then `python docs/build_pictures.py devices`.
        assert f"\n## {kind}\n" in gallery, kind
        for form in ("print", "social"):
            assert (ROOT / f"docs/images/gallery/{kind}-{form}.png").exists(), kind


def test_every_command_is_shown_in_the_readme() -> None:
    assert [name for name in COMMANDS if f"\ninfographic {name} " not in README] == []


def test_every_ending_has_its_row_in_the_document_of_formats() -> None:
    rows = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8").split("\n## ")[0]
    endings = [ending for each in FORMATS for ending in each.suffixes]
    assert [ending for ending in endings if f"`{ending}`" not in rows] == []


def test_the_block_shown_in_the_readme_works(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (source,) = re.findall(r"```python\n# infographic/blocks/pull_quote.py\n(.*?)```", README, re.S)
    ((kind, target),) = re.findall(r'^    "(\w+)": "([\w.]+:\w+)",$', README, re.M)
    module = types.ModuleType("infographic.blocks.pull_quote")
    monkeypatch.setitem(sys.modules, "infographic.blocks.pull_quote", module)
    exec(compile(source, "pull_quote.py", "exec"), module.__dict__)
    monkeypatch.setitem(CATALOGUE, kind, Catalogue({kind: target})[kind])
    layout = tmp_path / "quote.json"
    layout.write_text(
        '{"extends": "families/daily", "page": {"width": "100mm", "height": "auto"}, "body": '
        '{"type": "pull_quote", "quote": "一句话。", "speaker": "某人", '
        '"quote_style": "deck", "speaker_style": "byline", "rule": {"color": "hair"}}}',
        encoding="utf-8",
    )
    page = compose(ROOT / "data.json", layout)
    assert page.page.trim.height > 30


CHINESE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
FOR_THE_DESK = [
    "README.md",
    "README.zh-CN.md",
    "docs/batch.md",
    "docs/charts.md",
    "docs/data.md",
    "docs/icons.md",
]


def charts_in(document: str) -> list[dict[str, Any]]:
    """The charts, whole stories among them, that a document shows as JSON."""
    text = (ROOT / document).read_text(encoding="utf-8")
    blocks = [block for block in re.findall(r"```json\n(.*?)```", text, re.S) if "measure" in block]
    return [
        chart for block in blocks for chart in json.loads(block).get("charts", [json.loads(block)])
    ]


@pytest.mark.parametrize("document", ["README.md", "README.zh-CN.md", "docs/charts.md"])
def test_every_chart_that_is_shown_is_drawn_as_it_stands(document: str, tmp_path: Path) -> None:
    copy(ROOT / "examples" / "province-map" / "lanchuan.geojson", tmp_path)
    charts = charts_in(document)
    for chart in charts:
        (tmp_path / "story.json").write_text(json.dumps({"headline": "大事", "charts": [chart]}))
        page = compose(tmp_path / "story.json", "square")
        assert chart["title"] in page.alt_text()
        assert [one for one in page.diagnostics if one.severity == "warning"] == []
    assert charts


@pytest.mark.parametrize("document", FOR_THE_DESK)
def test_every_command_that_is_shown_has_its_options(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", text, re.S))
    lines = re.findall(r"^(?:.* )?infographic (\w+)\b([^#\n]*)", blocks, re.M)
    for name, rest in lines:
        assert name in COMMANDS, name
        found = cli.get_command(Context(cli), name)
        assert found is not None
        options = {one for each in found.params for one in each.opts}
        assert set(re.findall(r"(?<=[ \[])-{1,2}[a-z][a-z-]*", rest)) <= options, f"{name}{rest}"
    assert lines


def test_the_chinese_readme_has_the_same_first_line_and_names_every_layout_and_device() -> None:
    (setup,) = re.findall(r"^python3 -m venv .* render data.json$", README, re.M)
    assert setup in CHINESE
    assert [name for name in shipped_layouts() if f"`{name}`" not in CHINESE] == []
    assert [
        kind for kind in DEVICES if f"`{kind}`" not in CHINESE and "multiples-" not in kind
    ] == []


@pytest.mark.parametrize(
    "path",
    [ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "SECURITY.md", *DOCS],
    ids=lambda path: path.name,
)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (path.parent / target).exists(), target


NAMED = re.compile(r"`((?:[a-z_]+/)+[a-z_]*|[a-z_]+(?=\.)|(?:[a-z_]+/)+[a-z_]+)(?:\.(\w+)[\w.]*)?`")


def modules_called(name: str) -> list[Path]:
    """The modules of the house whose path ends so; for a folder its `__init__`."""
    tops = (
        path for top in ("infographic", "tests", "fonts") for path in (ROOT / top).rglob("*.py")
    )
    ends = {f"{name}.py", f"{name}/__init__.py"}
    return [path for path in tops if any(f"/{path.as_posix()}".endswith(f"/{e}") for e in ends)]


@pytest.mark.parametrize(("document", "least"), [("architecture", 40), ("glossary", 10)])
def test_the_plan_of_the_house_names_only_what_is_there(document: str, least: int) -> None:
    """`text/adjust.adjusted` is a module and a name defined in it; `flow/` is a folder."""
    text = (ROOT / "docs" / f"{document}.md").read_text(encoding="utf-8")
    missing = []
    named = set(NAMED.findall(text))
    for path, name in named:
        modules = modules_called(path.rstrip("/"))
        if not modules and "/" not in path and name not in ("py", "json"):
            continue  # a class and its method, a file of another kind
        defined = re.compile(rf"^(?: {{4}})?(?:(?:def|class) {name}\b|{name}\b.* = )", re.M)
        texts = [module.read_text(encoding="utf-8") for module in modules]
        is_there = any(not name or name == "py" or defined.search(text) for text in texts)
        is_beside = (ROOT / path).is_dir() or (ROOT / f"{path}.{name}").is_file()
        if not is_there and not is_beside and path != "infographic/shipped/":  # in a wheel alone
            missing.append(f"{path}.{name}" if name else path)
    assert missing == []
    assert len(named) > least


API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", API, re.S)


def test_the_examples_of_the_library_run_one_after_the_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("data.json", "examples", "layouts"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for number, example in enumerate(EXAMPLES, 1):
        exec(compile(example, f"docs/api.md, example {number}", "exec"), names)
    written = sorted(path.name for path in tmp_path.rglob("*") if path.is_file())
    assert {"square.png", "square.webp", "card", "broadsheet.pdf"} <= set(written)


def test_every_public_name_is_in_the_document_of_the_library() -> None:
    functions = {"compose", "draft", "fit", "check", "layouts", "span", "edited", "using_limits"}
    assert functions <= set(infographic.__all__)
    for name in functions:
        assert any(re.search(rf"\b{name}\(", example) for example in EXAMPLES), name
    missing = [name for name in infographic.__all__ if f"`{name}" not in API and name not in TYPES]
    assert missing == []


TYPES = {"FormatName", "IntentName", "LayoutLike", "PathLike", "Severity", "ShippedLayout",
         "StoryLike", "__version__"}  # fmt: skip
"""Names for annotations."""
