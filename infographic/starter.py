"""A folder to start from: a story, a layout of one's own, the schemas, places for files."""

from __future__ import annotations

import json
import os
from pathlib import Path

from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError, nearest
from infographic.foundation.files import shipped, write_whole
from infographic.foundation.reach import MARKER
from infographic.foundation.sayings import say
from infographic.loading.binding.needs import missing_needs
from infographic.loading.reading.source import read_file
from infographic.loading.reading.values import node_of
from infographic.loading.sheet.layouts import all_layouts, read_layout
from infographic.schemas import schema_text

STORY = {
    "$schema": "./schema/story.schema.json",
    "language": "zh-Hans",
    "publication": {
        "name": "示例日报",
        "section": "要闻",
        "page": "01",
        "date": "2026年11月22日 星期日",
    },
    "headline": "一粒米的旅程　一座城的粮仓",
    "deck": "——青禾市秋粮收购数说",
    "byline": "本报记者 何示例",
    "lead": "今年秋收，青禾市把烘干、质检、结算都搬到了田边，农户卖粮少跑路、少排队。",
    "body": [
        "清晨六点，稻香镇收储库的大门刚打开，卡车便停上了地磅。扦样、质检、过磅、卸粮，手机“叮”的一声，货款到账。",
        {"subhead": "烘干前移到村口"},
        "潮粮当天下地、当天入机，不再摊在路边等太阳。全市217个收购网点用上同一张卡，排号、检验、结算共用一份数据。",
    ],
    "panels": [
        {
            "title": "秋粮收购　数说变化",
            "stats": [
                "开设收购网点**217**个",
                "收购秋粮约**128.6**万吨，结算售粮款**36.2**亿元",
                # Where a layout has no room for all, these give way.
                {
                    "from": "去年卖一车粮要**74**分钟",
                    "to": "今年只要**19**分钟",
                    "priority": "may",
                },
                {"text": "当日结清的货款占**98**%以上", "priority": "may"},
            ],
        }
    ],
    "figures": [
        {
            "image": None,
            "caption": "稻香镇收储库前，种粮大户等候过磅。",
            "credit": "资料图片",
            "alt": "几辆卡车在收储库门前排队",
            "aspect": "3:2",
        },
        {
            "image": None,
            "caption": "烘干机开进村口，潮粮当天入机。",
            "credit": "资料图片",
            "alt": "村口的粮食烘干机",
            "aspect": "3:2",
        },
    ],
    "credits": ["制图/方样张"],
    "source": "数据来源：青禾市粮食部门（示例）",
}

LAYOUT = """\
// A layout of your own: everything of “{base}”, with what stands here laid over it.
// Layouts may hold comments. An editor that knows JSON Schema completes every field.
{{
  "$schema": "../schema/layout.schema.json",
  "title": "我的版式",
  "description": "{base}, in colours and type of our own.",
  "extends": "{base}",

  // A colour is its inks for the press, in per cent, and its sRGB for the screen.
  "colors": {{
    "{color}": {{"cmyk": [100, 62, 0, 22], "srgb": "#0f4c8a"}}
  }},

  // A style says only what differs from the one it takes over.
  "styles": {{
    "{style}": {{"color": "ink"}}
  }},

  // The page, as “{base}” has it: change its size, margins, bleed or ground here.
  "page": {page}

  // What stands where is the “body” of {base}.json in {folder} of the program:
  // copy it here to change it.
}}
"""

NOTES = {
    MARKER: "# The topmost folder of a project: stories and layouts in it may name files of all of "
    "it,\n# and of no other folder (docs/security.md). What stands here is not read.\n",
    "pictures/README.txt": "Pictures (JPEG, PNG, TIFF). A story names one by its path from the "
    'story\'s folder: "image": "pictures/market.jpg".\n',
    "fonts/README.txt": "The paper's own faces (TTF, OTF, TTC). A layout in layouts/ names one by "
    'its path: "fonts": {"headline": "../fonts/OurSong.otf"}.\n',
}

SHOW_TASK, STUDIO_TASK = "显示在工作台 Show in studio", "工作台 Studio"
VS_CODE_TASKS = f"""\
// 终端菜单“运行任务”：打开工作台；把光标所在处显示在工作台的版面上。
// Terminal > Run Task: open the studio; show the cursor's place on the page in it.
// 绑一个键 / A key for it (Keyboard Shortcuts, JSON):
//   {{"key": "ctrl+alt+s", "command": "workbench.action.tasks.runTask", "args": "{SHOW_TASK}"}}
{{
  "version": "2.0.0",
  "tasks": [
    {{
      "label": "{STUDIO_TASK}",
      "type": "process",
      "command": "infographic",
      "args": ["studio", "${{workspaceFolder}}"],
      "isBackground": true,
      "problemMatcher": [],
      "presentation": {{"reveal": "always", "panel": "dedicated"}}
    }},
    {{
      "label": "{SHOW_TASK}",
      "type": "process",
      "command": "infographic",
      "args": ["show", "--utf-16", "${{file}}:${{lineNumber}}:${{columnNumber}}"],
      "problemMatcher": [],
      "presentation": {{"reveal": "silent", "showReuseMessage": false}}
    }}
  ]
}}
"""
VS_CODE_SETTINGS = """\
{
  "json.schemas": [
    {"fileMatch": ["/*.json", "/stories/**/*.json"], "url": "./schema/story.schema.json"},
    {"fileMatch": ["/layouts/**/*.json"], "url": "./schema/layout.schema.json"}
  ],
  "files.associations": {"**/layouts/**/*.json": "jsonc"}
}
"""


def start(folder: Path, layout: str) -> tuple[list[Path], list[Path]]:
    """Make what is missing of a starter folder; which files were made, and which were there.

    Raises `SpecError` for a layout that is not shipped, `MachineError` where nothing can be
    written.
    """
    if layout not in all_layouts():
        origin, mend = Origin(Source("--layout")), nearest(layout, all_layouts())
        raise SpecError([Diagnostic(say("layout-unknown/shipped", name=layout), origin, mend)])
    base = read_layout(shipped("layouts") / f"{layout}.json").node
    texts = {
        "data.json": story_text(base),
        "layouts/mine.json": layout_text(layout, base),
        "schema/story.schema.json": schema_text("story"),
        "schema/layout.schema.json": schema_text("layout"),
        **NOTES,
        ".vscode/tasks.json": VS_CODE_TASKS,
        ".vscode/settings.json": VS_CODE_SETTINGS,
    }
    made, kept = [], []
    for name, text in texts.items():
        path = folder / name
        if os.path.lexists(path):
            kept.append(path)
        else:
            write_whole(path, text.encode())
            made.append(path)
    return made, kept


def story_text(layout: Node) -> str:
    """A short story; the shipped whole page where the layout needs more than that."""
    story: object = STORY
    needs = layout.value.get("needs") if isinstance(layout.value, dict) else None
    if needs is not None and missing_needs(needs, node_of(STORY, "data.json")):
        page = read_file(shipped("layouts").parent / "data.json", relaxed=False).plain()
        assert isinstance(page, dict)
        story = {**page, "$schema": STORY["$schema"]}
    return json.dumps(story, ensure_ascii=False, indent=2) + "\n"


def layout_text(name: str, base: Node) -> str:
    """A commented layout over a shipped one, with a colour and a style that it really has."""
    assert isinstance(base.value, dict)
    page = base.value["page"].plain()
    return LAYOUT.format(
        base=name,
        color=_one_of(base.value.get("colors"), "accent"),
        style=_one_of(base.value.get("styles"), "panel-title"),
        page=json.dumps(page, ensure_ascii=False),
        folder=f"{shipped('layouts').name}/",
    )


def _one_of(tokens: Node | None, wanted: str) -> str:
    """The token's name that is wanted, or the first there is."""
    names = list(tokens.value) if tokens is not None and isinstance(tokens.value, dict) else []
    return wanted if wanted in names or not names else names[0]
