"""Data files: CSV, JSON and workbooks that are broken, packed or endless."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hostile.case import Case, Content, layout

CHART = layout({"type": "graphic", "chart": {"$data": "/charts/0"}})
CALL = ("check", "story.json", "-l", "small.json")
SHEET = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>年</t></is></c><c r="B1" t="inlineStr"><is><t>人</t></is></c></row><row r="2"><c r="A2"><v>2024</v></c><c r="B2"><v>1</v></c></row></sheetData>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"
PARTS: Mapping[str, str] = {
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{SHEET}</worksheet>',
}


def story(data: Any, **chart: Any) -> dict[str, Any]:
    return {"headline": "大", "charts": [{"title": "增", "data": data, "source": "局", **chart}]}


def data(
    name: str, file: str, content: Content, ends: int | tuple[int, ...] = (0, 3), **more: Any
) -> Case:
    files = {file: content, "story.json": story({"file": file, **more}), "small.json": CHART}
    return Case(f"data-{name}", files, CALL, ends)


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        for name, content in parts.items():
            # A fixed date: the same bytes on every day.
            made.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def book(**parts: str | bytes) -> bytes:
    """A workbook with other parts: `sheet`, `workbook`, `relations`, by these names."""
    names = {
        "sheet": "xl/worksheets/sheet1.xml",
        "workbook": "xl/workbook.xml",
        "relations": "xl/_rels/workbook.xml.rels",
        "strings": "xl/sharedStrings.xml",
        "styles": "xl/styles.xml",
    }
    return packed({**PARTS, **{names[name]: part for name, part in parts.items()}})


def sheet(inner: str) -> str:
    return f'<worksheet xmlns="{MAIN}">{inner}</worksheet>'


def ods(inner: str) -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0"'
        f' xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet>{inner}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": ODS_KIND, "content.xml": content})


def quine() -> bytes:
    """An archive whose one member is said to hold 4 GB."""
    made = bytearray(book())
    at = made.find(b"PK\x01\x02")
    made[at + 24 : at + 28] = b"\xff\xff\xff\xff"
    return bytes(made)


MANY = ' table:number-columns-repeated="2147483647"'
CELL = '<table:table-cell office:value-type="float" office:value="1"{}/>'
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "../../outside/secret.txt">]>'
CSV: Mapping[str, str | bytes] = {
    "empty": "",
    "mark-alone": b"\xef\xbb\xbf",
    "header-alone": "年,人\n",
    "nul": b"a,b\n1,\x002\n",
    "quote-unclosed": 'a,b\n"1,2\n',
    "quote-inside": 'a,b\n1"2,3"4\n',
    "rows-uneven": "a,b\n1\n1,2,3,4,5\n",
    "controls": "a\x1b[31m,b\x07\n1,2\n",
    "formulas": "a,b\n=cmd|'/c calc'!A1,1\n@SUM(1),2\n",
    "numbers-odd": "a,b\n1e999,nan\n-inf,0x1f\n1_000,١٢٣\n",
    "digits-long": f"a,b\n1,{'9' * 5_000}\n2,0.{'0' * 5_000}1\n",
    "names-twice": "a,a\n1,2\n",
    "names-none": ",\n1,2\n",
    "utf-16-odd": b"\xff\xfea\0,\0b",
    "utf-8-cut": "年,人\n2024,一".encode()[:-1],
    "gb18030-broken": b"\xc4\xea,\xff\xff\n1,2\n",
    "line-ends-odd": "a,b\r1,2\x0b3,4\u20285,6\n",
}
LARGE: Mapping[str, Callable[[], Content]] = {
    "columns-100000.csv": lambda: ",".join(f"c{n}" for n in range(100_000)) + "\n",
    "rows-2000000.csv": lambda: "a,b\n" + "1,2\n" * 2_000_000,
    "rows-19000.csv": lambda: "年,人\n" + "".join(f"{n},{n}\n" for n in range(19_000)),
    "cell-of-9000000.csv": lambda: "a,b\n" + "x" * 9_000_000 + ",1\n",
    "quotes-9000000.csv": lambda: "a,b\n" + '"' * 9_000_000,
    "commas-9000000.csv": lambda: "," * 9_000_000,
    "past-20-megabytes.csv": lambda: "a" * 20_000_001,
    "bomb.xlsx": lambda: book(sheet=sheet(" " * 400_000_000)),
    "strings-bomb.xlsx": lambda: book(
        strings=f'<sst xmlns="{MAIN}">{"<si><t>a</t></si>" * 5_000_000}</sst>'
    ),
    "depth-100000.xlsx": lambda: book(sheet=sheet("<a>" * 100_000 + "</a>" * 100_000)),
    "rows-1000000.xlsx": lambda: book(
        sheet=sheet(f"<sheetData>{'<row/>' * 1_000_000}</sheetData>")
    ),
    "merges-100000.xlsx": lambda: book(
        sheet=sheet(
            SHEET
            + f"<mergeCells>{'<mergeCell ref=%sA1:Z9%s/>' * 100_000}</mergeCells>".replace(
                "%s", '"'
            )
        )
    ),
    "styles-1000000.xlsx": lambda: book(
        styles=f'<styleSheet xmlns="{MAIN}"><cellXfs>{"<xf/>" * 1_000_000}</cellXfs></styleSheet>'
    ),
    "members-60000.xlsx": lambda: packed({**PARTS, **{f"m{n}": "" for n in range(60_000)}}),
    "numbers.json": lambda: [{"a": n, "b": n} for n in range(100_000)],
    "columns-1000000.json": lambda: [{f"c{n}": n for n in range(1_000_000)}],
    "records-all-other.json": lambda: [{f"c{n}": n} for n in range(2_000)],
}


def _books() -> Iterator[tuple[str, bytes]]:
    yield "cut-off.xlsx", book()[:-30]
    yield "bytes.xlsx", b"PK\x03\x04" + bytes(n * 31 % 256 for n in range(2_000))
    yield "empty.xlsx", packed({})
    yield "no-sheet.xlsx", packed({**PARTS, "xl/worksheets/sheet1.xml": ""})
    yield "laughs.xlsx", book(sheet=LAUGHS + sheet(SHEET))
    yield "entity-of-a-file.xlsx", book(sheet=OUTSIDE + sheet(SHEET))
    yield (
        "member-outside.xlsx",
        book(
            relations=PARTS["xl/_rels/workbook.xml.rels"].replace(
                "worksheets/", "../../../outside/"
            )
        ),
    )
    yield "size-lied.xlsx", quine()
    yield (
        "crc-wrong.xlsx",
        book().replace(zlib.crc32(PARTS["_rels/.rels"].encode()).to_bytes(4, "little"), b"abcd"),
    )
    yield "locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_096)
    yield (
        "cell-places-odd.xlsx",
        book(
            sheet=sheet(
                '<sheetData><row r="-1"><c r="ZZZZZZ99999999999"><v>1</v></c></row></sheetData>'
            )
        ),
    )
    yield (
        "string-missing.xlsx",
        book(sheet=sheet('<sheetData><row><c t="s"><v>99999999</v></c></row></sheetData>')),
    )
    yield (
        "dates-1e300.xlsx",
        book(sheet=sheet('<sheetData><row><c t="d"><v>1e300</v></c></row></sheetData>')),
    )
    yield "method-unknown.xlsx", packed(PARTS, zipfile.ZIP_LZMA)
    yield (
        "repeated.ods",
        ods(
            f'<table:table table:name="a"><table:table-row table:number-rows-repeated="2147483647">{CELL.format(MANY)}</table:table-row></table:table>'
        ),
    )
    yield (
        "repeated-below-0.ods",
        ods(
            f'<table:table table:name="a"><table:table-row table:number-rows-repeated="-5">{CELL.format("")}</table:table-row></table:table>'
        ),
    )
    yield (
        "spaces-repeated.ods",
        ods(
            '<table:table table:name="a"><table:table-row><table:table-cell><text:p>a<text:s text:c="2147483647"/></text:p></table:table-cell></table:table-row></table:table>'
        ),
    )
    yield "no-table.ods", ods("")


JSON: Mapping[str, Content] = {
    "nothing": "",
    "null": None,
    "number": "1",
    "deep": "[" * 5_000,
    "mixed": [{"a": 1}, [1], "x", None],
    "nested": [{"a": {"b": {"c": [1]}}}],
    "numbers-odd": '[{"a": 1e400, "b": 1}]',
    "names-odd": [{"\x1b[31m": 1, "": 2}],
}
ASKED: Mapping[str, Any] = {
    "sheet-of-1e9": {"sheet": 10**9},
    "range-odd": {"range": "A0:ZZZZZZ99999999999"},
    "range-turned": {"range": "Z9:A1"},
    "encoding-of-python": {"encoding": "rot13"},
    "encoding-unknown": {"encoding": "../../x"},
    "delimiter-long": {"delimiter": ",,,"},
    "delimiter-empty": {"delimiter": ""},
    "header-of-20": {"header": 20},
    "steps-2000": {"then": [{"sort": "年"}] * 2_000},
    "growth-of-itself": {"growth": [{"of": "年", "against": "年", "as": "年"}]},
}


def _cases() -> Iterator[Case]:
    for name, text in CSV.items():
        yield data(f"csv-{name}", "data.csv", text)
    for name, content in _books():
        yield data(name, f"data{name[name.rindex('.') :]}", content)
    for name, tree in JSON.items():
        yield data(f"json-{name}", "data.json", tree, 3 if tree is None else (0, 3))
    for name, made in LARGE.items():
        yield data(name, f"data{name[name.rindex('.') :]}", made)._replace(heavy=True)
    for name, asked in ASKED.items():
        yield data(f"asked-{name}", "data.csv", "年,人\n2024,1\n2025,3\n", **asked)
    for name, kind in (
        ("xlsx-named-csv", "data.csv"),
        ("xlsx-named-json", "data.json"),
        ("xlsx-named-ods", "data.ods"),
        ("xlsx-without-a-name", "data"),
    ):
        yield data(name, kind, book())
    yield data("csv-named-xlsx", "data.xlsx", "年,人\n2024,1\n")
    yield Case("data-file-of-a-list", {"story.json": story({"file": ["a"]}), "small.json": CHART})
    call = ("data", "data.csv")
    yield Case("data-told-of-bytes", {"data.csv": bytes(range(256))}, call, (0, 3))
    yield Case("data-told-of-1e999", {"data.csv": "a,b\n1e999,2\n"}, call, (0, 3))


CASES = tuple(_cases())
