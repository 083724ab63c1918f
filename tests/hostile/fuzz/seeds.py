"""What each reader is given first, and the words that its files are made of."""

from __future__ import annotations

import json
from typing import Any

from hostile.case import TESTS, layout
from hostile.cases import drawings, maps, pictures, press_files, tables, texts

SMALL = 4_000
"""Bytes of the largest seed."""
TEXTS = ("建立**2300**余个，增长5%。", "“大”{汉|hàn}（1—5月）", "a-b 3.5万 {?据悉，?}完")
STORY: dict[str, Any] = {
    "headline": "大事发生　小事也有",
    "body": [
        "一段**2300**余个话{~不断~}。",
        {"lead": "导语"},
        {"subhead": "小标题"},
        {"quote": "话", "by": "人"},
    ],
    "panels": [
        {
            "title": "数",
            "stats": [
                "国**2**个",
                {"label": "人", "value": 3, "unit": "个"},
                {"from": "**1**", "to": "**2**"},
            ],
        }
    ],
    "figures": [{"image": None, "caption": "图", "credit": "人", "alt": "图", "aspect": "3:2"}],
    "charts": [
        {
            "title": "增",
            "measure": {"what": "数", "unit": "人"},
            "data": {"columns": ["年", "人"], "rows": [["2024", 1], ["2025", 3]]},
            "source": "局",
        },
        {
            "title": "比",
            "kind": "bars",
            "data": {"columns": ["地", "%"], "rows": [["甲", 1.5], ["乙", -3], ["丙", None]]},
            "highlight": ["甲"],
        },
    ],
    "tables": [{"title": "表", "data": {"columns": ["a", "b"], "rows": [["1", "2"]]}}],
    "events": [{"when": "2024年", "what": "事"}, {"when": "2025年3月", "what": "又一事"}],
}


def _json(*trees: object) -> list[bytes]:
    return [json.dumps(tree, ensure_ascii=False).encode() for tree in trees]


def _noise(count: int) -> list[bytes]:
    """Bytes for dice."""
    return [
        bytes((n * n * 31 + n * 7919 * k) // 7 % 256 for n in range(600))
        for k in range(1, count + 1)
    ]


def of_stories() -> list[bytes]:
    parts = [{"headline": "大", key: STORY[key]} for key in ("body", "panels", "charts", "events")]
    return [*_json(STORY, *parts), *_noise(6)]


def of_layouts() -> list[bytes]:
    from hostile.cases import layouts

    grid = layout(
        {
            "type": "grid",
            "areas": ["a b", "a c"],
            "columns": ["1fr", "40pt"],
            "children": {
                "a": {
                    "type": "numbers",
                    "facts": [{"$each": "/panels/0/stats", "do": {"$data": "."}}],
                    "style": "s",
                    "value_style": "s",
                },
                "b": {"type": "qr", "text": "a"},
                "c": {"type": "rule"},
            },
        },
        colors={"red": {"cmyk": [0, 99, 99, 0], "srgb": "#ff0000"}},
        parts={"p": {"type": "spacer", "height": "9pt"}},
    )
    made = [layouts.page(columns=3), layouts.style(leading=1.6, balance=True), grid]
    return [*_json(*made), *_noise(12)]


def of_json() -> list[bytes]:
    return [*of_stories(), b'// a\n{"a": [1, 2.5e3, true, null, "\\u5927\\n"],}']


def of_marks() -> list[bytes]:
    return [one.encode("utf-8", "replace") for _, one, _ in texts.MARKS]


def of_texts() -> list[bytes]:
    return [one.encode() for one in TEXTS]


def of_presses() -> list[bytes]:
    return _json(
        {"extends": "newsprint", "ink_limit": 240}, {"extends": "newsprint", "icc": "a.icc"}
    )


def of_fonts() -> list[bytes]:
    return [
        (TESTS / "fonts" / name).read_bytes()
        for name in ("narrow.ttf", "variable.ttf", "squares.ttc")
    ]


def of_pictures() -> list[bytes]:
    return [
        made for made in pictures.TAKEN.values() if isinstance(made, bytes) and len(made) < SMALL
    ]


def of_drawings() -> list[bytes]:
    both = (*drawings.TAKEN.values(), *drawings.REFUSED.values())
    texts_ = [one.encode() if isinstance(one, str) else one for one in both if not callable(one)]
    return [one for one in texts_ if len(one) < SMALL]


def of_tables() -> list[bytes]:
    sheet = tables.sheet(tables.SHEET).encode()
    strings = f'<sst xmlns="{tables.MAIN}"><si><t>年</t></si></sst>'.encode()
    inner = b'<a xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"/>'
    rows = _json(
        [{"年": "2024", "人": 1.5}, {"年": "2025", "人": None}], {"columns": ["a"], "rows": [[1]]}
    )
    return [
        b"c" + "年,万人\n2024,1.5\n2025,（3）\n合计,4.5\n".encode(),
        b"c" + 'a;b\r\n"1,5";2%\r\n'.encode("utf-16"),
        *(b"j" + one for one in rows),
        b"x" + sheet,
        b"s" + strings,
        b"o" + inner,
        b"z" + tables.book(),
    ]


def of_maps() -> list[bytes]:
    lines = maps.geo({"type": "MultiLineString", "coordinates": maps.SQUARE})
    arcs = maps.topology([[[0, 0], [1, 1], [2, 0]]], [[0]])
    return _json(maps.polygon(maps.SQUARE), arcs, maps.deep(3), lines)


def of_pdfs() -> list[bytes]:
    whole = [
        one for one in press_files.FILES.values() if isinstance(one, bytes) and len(one) < SMALL
    ]
    drawn = b"cq 1 0 0 1 0 0 cm 0.5 0.2 0 0 k 0 0 9 9 re f Q /F Do /G gs BT /T 9 Tf (a) Tj ET"
    return [*whole, drawn]


def _words(words: str) -> tuple[bytes, ...]:
    return tuple(words.encode().split())


BINARY = (
    b"IHDR",
    b"IDAT",
    b"iCCP",
    b"acTL",
    b"\xff\xd8",
    b"\xff\xc0",
    b"\xff\xda",
    b"\xff\xe1",
    b"Exif\0\0",
    b"II*\0",
    b"MM\0*",
    b"RIFF",
    b"VP8X",
    b"GIF89a",
    b"\0\0\0\0",
    b"\xff\xff\xff\xff",
)
WORDS = {
    "json": _words("{ } [ ] , : \" \\u0041 \\ud83d \\ // /* */ true null -1e5 ： ， “ ” 0x1 ' NaN"),
    "markup": _words("** {~ ~} {. .} {_ _} {= =} {? ?} {?? ??} {! !} {^ {_ } { | \\ \\* 大 2300 %"),
    "text": _words(
        "** {~ ~} {. .} {汉|hàn} 2300 % 万 亿 由 到 增长 ， 。 “ ” （ ） — … 年 月 1/3 ≥ × \u3000 -"
    ),
    "story": _words(
        '"headline": "body": "panels": "stats": "charts": "data": "columns": "rows": "kind": "value": null true [] {} , -1 1e30 "万" "%"'
    ),
    "layout": _words(
        '"type": "stack" "grid" "numbers" "children": "areas": "$data": "$each": "do": "1fr" "rest" "auto" "0pt" "1e9mm" "." null [] {} , -1'
    ),
    "press": _words('"extends": "newsprint" "icc": "ink_limit": "min_text": null {} [] 1e308 -1 ,'),
    "font": (b"\0\0", b"\xff\xff", b"\0\1\0\0", b"glyf", b"CFF ", b"\x80\0"),
    "picture": BINARY,
    "svg": _words(
        '<g> </g> <path d="M0 0 A1 1 0 1 1 9 9z"/> <use href="#a"/> id="a" transform="matrix(1 0 0 1 0 0)" viewBox="0 0 9 9" stroke="#000" stroke-dasharray="1" clip-path="url(#c)" <clipPath <style> .a{fill:red} class="a" % 1e9 nan &amp; <!-- --> <![CDATA[ ]]> opacity=".5"'
    ),
    "table": (
        *_words(
            ', ; " <row> <c <v> </v> </c> r="A1" t="s" s="1" </row> <f> 2024年 1,234.5 （3） % … -- 合计 1e999 2024-01-01 {"columns": [ ]'
        ),
        b"\t",
    ),
    "map": _words(
        '"type": "Polygon" "MultiPolygon" "LineString" "Topology" "arcs": "transform": "scale": "coordinates": [ ] , -180 90 1e308 null "properties": {} "features": ~0 -1'
    ),
    "pdf": _words(
        "obj endobj stream endstream << >> [ ] /Type /Page /Kids /Contents /Resources /XObject /Font /Length /Filter /FlateDecode 1 0 R xref trailer startxref q Q cm re f S Do gs BT ET Tf Tj k K cs scn sh BI ID EI W n -1 1e9 null (a) <41>"
    ),
}
