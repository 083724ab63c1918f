"""What an SVG may not have is an error by name, at its place; no file ends in a traceback."""

from __future__ import annotations

import random
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis.strategies import integers, sampled_from

from infographic.foundation.codes import CODES
from infographic.foundation.diagnostics import Diagnostic
from infographic.loading.assets.svg.read import read_drawing

HEAD = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
BOX = '<rect width="9" height="9"/>'


def svg(content: str, attributes: str = 'viewBox="0 0 100 100"') -> str:
    return f"<svg {HEAD} {attributes}>\n{content}</svg>"


def faults(text: str | bytes) -> tuple[Diagnostic, ...]:
    data = text if isinstance(text, bytes) else text.encode()
    found, wrong = read_drawing(data, "logo.svg", Path("logo.svg"))
    assert (found is None) == bool(wrong)
    return wrong


PARTS = [
    ("<text x='1'>字</text>", "svg-part/text", "“text” is text"),
    ("<image href='a.png'/>", "svg-part/image", "pixels"),
    ("<switch>" + BOX + "</switch>", "svg-part/switch", "“switch”"),
    ("<svg>" + BOX + "</svg>", "svg-part/nested", "“svg” is a drawing inside"),
    ("<blob/>", "svg-part/element", "“blob”"),
    ("<rect width='9' height='9' blob='1'/>", "svg-part/attribute", "“blob” is no attribute"),
    ("<rect width='9' height='9' d='M0 0'/>", "svg-part/attribute", "“d” is no attribute"),
    ("<rect width='9' height='9' filter='url(#f)'/>", "svg-part/attribute", "“filter”"),
    ("<rect width='9' height='9' mask='url(#m)'/>", "svg-part/attribute", "“mask”"),
    ("<path d='M0 0h9' marker-end='url(#m)'/>", "svg-part/attribute", "“marker-end”"),
    ("<rect style='mix-blend-mode:multiply' width='9' height='9'/>", "svg-part/property",
     "“mix-blend-mode: multiply”"),
    ("<g style='filter:blur(2px)'>" + BOX + "</g>", "svg-part/property", "“filter: blur(2px)”"),
    ("<path d='M0 0h9' style='d:path(\"M0 0\")'/>", "svg-part/property", "“d: path"),
    ("<path d='M0 0h9' vector-effect='non-scaling-stroke'/>", "svg-part/attribute",
     "“vector-effect”"),
    ("<path d='M0 0h9v9' pathLength='9'/>", "svg-part/attribute", "“pathLength”"),
    ("<use href='#a'/>", "svg-part/missing", "“#a”"),
    ("<use href='other.svg#a'/>", "svg-part/outside", "“other.svg#a” lies outside"),
    ("<use href='http://x.example/a.svg#a'/>", "svg-part/outside", "outside the file"),
    ("<use href='data:image/svg+xml,x'/>", "svg-part/outside", "data:"),
    ("<g id='a'><use href='#a'/></g>", "svg-part/circle", "“#a” is drawn inside itself"),
    ("<use id='a' href='#b'/><use id='b' href='#a'/>", "svg-part/circle", "inside itself"),
    ("<symbol id='s'>" + BOX + "</symbol><use href='#s'/>", "svg-part/nested", "“symbol”"),
    ("<g clip-path='url(#c)'>" + BOX + "</g>", "svg-part/missing", "“#c”"),
    ("<g clip-path='circle(40%)'>" + BOX + "</g>", "svg-part/clip", "“circle(40%)”"),
    ("<clipPath id='c' clipPathUnits='objectBoundingBox'>" + BOX + "</clipPath>"
     "<g clip-path='url(#c)'>" + BOX + "</g>", "svg-part/clip-units", "objectBoundingBox"),
    ("<clipPath id='c'><text>x</text></clipPath><g clip-path='url(#c)'>" + BOX + "</g>",
     "svg-part/text", "“text”"),
    ("<clipPath id='c' clip-path='url(#c)'>" + BOX + "</clipPath><g clip-path='url(#c)'>" + BOX
     + "</g>", "svg-part/circle", "“#c”"),
    ("<clipPath id='c'><path d='M0 0h50v50H0z'/><path d='M20 20v50h50V20z'/></clipPath>"
     "<g clip-path='url(#c)'>" + BOX + "</g>", "svg-part/clip-union", "Union"),
    ("<clipPath id='c'><rect width='9' height='9' clip-path='url(#c)'/></clipPath>"
     "<g clip-path='url(#c)'>" + BOX + "</g>", "svg-part/clip-of-clip", "clip path of its own"),
    ("<g opacity='.5'>" + BOX + "<rect x='5' width='9' height='9'/></g>", "svg-part/opacity",
     "lie on one another"),
    ("<rect opacity='.5' stroke='red' width='9' height='9'/>", "svg-part/opacity", "stroke"),
    ("<linearGradient id='g'/><rect fill='url(#g)' width='9' height='9'/>", "svg-value",
     "no gradients and no patterns"),
    ("<rect fill='blurple' width='9' height='9'/>", "svg-value", "“blurple” is no value of “fill”"),
    ("<rect fill='#12345' width='9' height='9'/>", "svg-value", "“#12345”"),
    ("<rect stroke='accent' width='9' height='9'/>", "svg-value", "“accent”"),
    ("<rect fill='rgb(1,2)' width='9' height='9'/>", "svg-value", "rgb(1,2)"),
    ("<rect fill-opacity='half' width='9' height='9'/>", "svg-value", "“half”"),
    ("<g opacity='x'>" + BOX + "</g>", "svg-value", "“x” is no value of “opacity”"),
    ("<rect stroke-linecap='flat' width='9' height='9'/>", "svg-value", "butt"),
    ("<rect stroke-linejoin='arcs' width='9' height='9'/>", "svg-value", "“arcs”"),
    ("<rect stroke-miterlimit='0' width='9' height='9'/>", "svg-value", "1 or more"),
    ("<rect stroke-width='-1' width='9' height='9'/>", "svg-value", "0 or more"),
    ("<rect stroke-dasharray='2 -1' width='9' height='9'/>", "svg-value", "“2 -1”"),
    ("<path stroke='red' stroke-dasharray='.0001' d='M0 0h99'/>", "svg-value/dashes", "10000"),
    ("<path fill-rule='odd' d='M0 0h9'/>", "svg-value", "evenodd"),
    ("<path d='M0 0 L'/>", "svg-value", "“M0 0 L” is no value of “d”"),
    ("<path d='0 0'/>", "svg-value", "“0 0”"),
    ("<rect width='wide' height='9'/>", "svg-value", "“wide” is no value of “width”"),
    ("<rect width='-9' height='9'/>", "svg-value", "“-9”"),
    ("<rect width='9em' height='9'/>", "svg-value", "“em” is no unit"),
    ("<rect width='NaN' height='9'/>", "svg-value", "“NaN”"),
    ("<rect width='inf' height='9'/>", "svg-value", "“inf”"),
    ("<rect width='1e400' height='9'/>", "svg-value", "farther than a drawing reaches"),
    ("<circle r='-1'/>", "svg-value", "“-1” is no value of “r”"),
    ("<polygon points='1 2 3'/>", "svg-value", "there are 3"),
    ("<polygon points='1 2 x'/>", "svg-value", "parted by spaces or commas"),
    ("<g transform='rotate()'>" + BOX + "</g>", "svg-value", "“rotate()”"),
    ("<g transform='spin(3)'>" + BOX + "</g>", "svg-value", "rotate(a x y)"),
    ("<g transform='scale(2'>" + BOX + "</g>", "svg-value", "“scale(2”"),
    ("<g transform='matrix(1 0 0 1 0)'>" + BOX + "</g>", "svg-value", "matrix"),
    ("<g transform='scale(1e6) scale(1e6)'>" + BOX + "</g>", "svg-value", "transform"),
    ("<g transform='scale(1e6)'><g transform='scale(1e6)'>" + BOX + "</g></g>", "svg-value/far",
     "farther"),
    ("<style>a > b {fill:red}</style>" + BOX, "svg-style/selector", "“a > b”"),
    ("<style>.a:hover {fill:red}</style>" + BOX, "svg-style/selector", "“.a:hover”"),
    ("<style>@import 'x.css';</style>" + BOX, "svg-style/rest", "“@import"),
    ("<style>@media print { .a {fill:red} }</style>" + BOX, "svg-style/rest", "}"),
    ("<style type='text/less'>.a{}</style>" + BOX, "svg-style/type", "CSS"),
    ("<script>alert(1)</script>" + BOX, "svg-unsafe/active", "“script”"),
    ("<defs><script/></defs>" + BOX, "svg-unsafe/active", "“script”"),
    ("<rect width='9' height='9'><animate attributeName='x'/></rect>", "svg-unsafe/active",
     "“animate”"),
    ("<foreignObject><p/></foreignObject>" + BOX, "svg-unsafe/active", "“foreignObject”"),
    ("<a href='http://x.example'>" + BOX + "</a>", "svg-unsafe/link", "“a”"),
    ("<rect onclick='x()' width='9' height='9'/>", "svg-unsafe/handler", "“onclick”"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "key", "said"), PARTS, ids=[row[0][:60] for row in PARTS])
def test_what_cannot_be_drawn_is_said_by_name_at_its_place(part: str, key: str, said: str) -> None:
    found = faults(svg(BOX + "\n" + part))
    assert {fault.saying.key for fault in found} == {key}
    fault = found[0]
    assert said in f"{fault.message}\n{fault.hint}"
    assert fault.hint
    assert fault.code in CODES
    assert (fault.origin.file, fault.origin.line) == ("logo.svg", 3)
    assert fault.origin.column > 0


WHOLE = [
    ("", "svg-broken"),
    ("no xml", "svg-broken"),
    ("<svg", "svg-broken"),
    (f"<svg {HEAD} viewBox='0 0 9 9'><g></svg>", "svg-broken"),
    (f"<svg {HEAD} viewBox='0 0 9 9'><use p:href='#a'/></svg>", "svg-broken"),
    ("<html/>", "svg-broken/root"),
    ("<svg xmlns='http://other.example'/>", "svg-broken/root"),
    (b"\x1f\x8b\x08\0\0", "svg-broken/packed"),
    ("<?xml version='1.0' encoding='klingon'?><svg/>", "svg-broken/encoding"),
    ("<?xml version='1.0' encoding='gb2312'?><svg/>", "svg-broken/encoding"),
    (svg(BOX, ""), "svg-size/none"),
    (svg(BOX, "width='100%' height='9'"), "svg-size/none"),
    (svg(BOX, "viewBox='0 0 0 9'"), "svg-size/zero"),
    (svg(BOX, "viewBox='0 0 9 9' width='0'"), "svg-size/zero"),
    (svg(BOX, "viewBox='0 0 9'"), "svg-value"),
    (svg(BOX, "viewBox='0 0 -9 9'"), "svg-value"),
    (svg(BOX, "viewBox='0 0 NaN 9'"), "svg-value"),
    (svg(BOX, "viewBox='0 0 1e400 9'"), "svg-value"),
    (svg(BOX, "viewBox='0 0 9 9' width='wide'"), "svg-value"),
    (svg(BOX, "viewBox='0 0 9 9' preserveAspectRatio='middle'"), "svg-value"),
    (svg(""), "svg-empty"),
    (svg("<rect width='9' height='9' fill='none'/>"), "svg-empty"),
    ("<?xml-stylesheet href='a.css'?>" + svg(BOX), "svg-unsafe/stylesheet"),
    ("<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg(BOX), "svg-unsafe/doctype"),
    ("<!DOCTYPE svg [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>" + svg(BOX),
     "svg-unsafe/doctype"),
    ("<!DOCTYPE svg SYSTEM 'http://x.example/a.dtd'>" + svg("<g>&secret;</g>" + BOX),
     "svg-unsafe/entity"),
    (svg("<style>&secret;</style>" + BOX), "svg-broken"),
    (svg("<g>" * 70 + BOX + "</g>" * 70), "svg-unsafe/deep"),
    (svg(BOX * 20_001), "svg-unsafe/elements"),
    (svg(f"<!--{'x' * 10_000_000}-->" + BOX), "svg-unsafe/large"),
    (svg("".join(f"<g id='g{i}'>" + f"<use href='#g{i + 1}'/>" * 10 + "</g>" for i in range(9))
         + f"<g id='g9'>{BOX}</g>"), "svg-unsafe/drawn"),
    (svg(f"<path id='p' d='M0 0{'h1' * 30_000}'/>" + "<use href='#p'/>" * 9), "svg-unsafe/drawn"),
    (svg("".join(f"<g id='g{i}'><use href='#g{i + 1}'/></g>" for i in range(200))
         + f"<g id='g200'>{BOX}</g>"), "svg-unsafe/deep"),
    (svg(f"<path d='M0 0{'h1' * 200_001}'/>"), "svg-value"),
    (svg("<style>" + ".a{fill:red}" * 5_001 + "</style>" + BOX), "over-limit"),
    (svg("<style>" + ".a{}" * 4_999 + "</style>"
         + "".join(f"<g class='a' id='g{i}'>{BOX}</g>" for i in range(2_000))), "over-limit"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key"), WHOLE, ids=[f"{row[1]}-{i}" for i, row in enumerate(WHOLE)]
)
def test_a_file_that_is_none_or_too_much_is_refused_at_once(text: str | bytes, key: str) -> None:
    assert key in [fault.saying.key for fault in faults(text)]


def test_a_billion_laughs_are_not_begun() -> None:
    laughs = "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10}'>" for i in range(1, 10))
    (fault,) = faults(f"<!DOCTYPE svg [<!ENTITY l0 'ha'>{laughs}]>" + svg("<g>&l9;</g>"))
    assert fault.saying.key == "svg-unsafe/doctype"


def test_everything_wrong_is_said_at_once_each_thing_once() -> None:
    found = faults(svg("<text/>\n<g id='a'><image/></g>\n<use href='#a'/><use href='#a'/>"))
    assert [fault.saying.form for fault in found] == ["text", "image"]
    assert [fault.origin.line for fault in found] == [2, 3]


def test_the_line_is_quoted_and_the_place_marked() -> None:
    (fault,) = faults(svg("<g>\n  <rect fill='blurple' width='9' height='9'/></g>"))
    quoted = str(fault).splitlines()
    assert quoted[1].endswith("<rect fill='blurple' width='9' height='9'/></g></svg>")
    assert quoted[2].index("^") == quoted[1].index("<rect")


def test_definitions_that_nothing_refers_to_are_passed_over() -> None:
    unused = "<defs><mask id='m'><text/></mask><filter id='f'/><pattern><image/></pattern></defs>"
    assert faults(svg(unused + "<linearGradient id='g'/>" + BOX)) == ()


SEED = svg(
    "<style>.a{fill:#d33} #q{stroke:red}</style><defs><g id='s'><path d='M1 2c3 4 5 6 7 8z'/></g>"
    "<clipPath id='c'><circle cx='9' cy='9' r='5'/></clipPath></defs>"
    "<use href='#s' transform='rotate(9 1 2)'/><rect id='q' class='a' width='50%' height='9'"
    " stroke-dasharray='3 1' clip-path='url(#c)' opacity='.5'/>"
    "<polygon points='1,2 3,4 5 6' style='fill:none;stroke:currentColor'/>"
)
BITS = (*"<>\"'/=#;:{}()%&019.-eE", "NaN", "inf", "url(#s)", "#q", "<g>", "</g>", "<use ", "href")


@settings(max_examples=150)
@given(seed=integers(0, 10**9), count=integers(1, 12), bit=sampled_from(BITS))
def test_no_damage_ends_in_a_traceback(seed: int, count: int, bit: str) -> None:
    chance, text = random.Random(seed), list(SEED)
    for _ in range(count):
        at = chance.randrange(len(text))
        match chance.randrange(3):
            case 0:
                del text[at]
            case 1:
                text[at] = chance.choice([bit, "9", "-", " "])
            case _:
                text.insert(at, bit)
    found, wrong = read_drawing("".join(text).encode(), "x.svg", Path("x.svg"))
    assert (found is None) == bool(wrong)
    assert all(str(fault) for fault in wrong)


LONG = 60_000
ENDLESS = [
    f"<style>{'a ' * LONG}</style>{BOX}",
    f"<style>{'a{' * LONG}</style>{BOX}",
    f"<rect width='{'1' * LONG}字' height='9'/>",
    f"<g transform='{' ' * LONG}x'>{BOX}</g>",
]


@pytest.mark.parametrize("content", ENDLESS, ids=["words", "braces", "digits", "spaces"])
def test_long_values_are_gone_through_once(content: str) -> None:
    begun = process_time()
    assert faults(svg(content))[0].code in ("svg-style", "svg-value")
    # In steps the square of their length they took a minute.
    assert process_time() - begun < 3


@pytest.mark.parametrize("name", ["idna", "undefined", "punycode", "base64", "none"])
def test_an_encoding_that_is_of_no_texts_is_an_error(name: str) -> None:
    text = f"<?xml version='1.0' encoding='{name}'?>{svg(BOX)}"
    assert faults(text)[0].code == "svg-broken"
