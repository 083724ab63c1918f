"""The test fonts, of solid squares: `python tests/fonts/make_square_font.py`.

One em is 1000 units, the ascender 880, the descender 120; every advance is one em.
A closing mark has its ink in the left half of its cell, an opening mark in the right
half, `·` in the middle half; by `vert` a closing mark has the upper half, an opening
mark the lower. `halt` and `vhal` take the empty half away. The same fontTools gives the
same bytes.

square.ttf square.otf  ASCII, common Han, CJK marks; glyf and CFF outlines
narrow.ttf             ASCII only, so that Chinese is missing
restricted.ttf         ASCII only, its licence forbids embedding (OS/2 fsType 2)
squares.ttc            two ASCII faces: Square Regular, Square Bold
variable.ttf           ASCII only; the ink is 0.5 em wide at wght 400, 1 em at 900
broken.ttf             narrow.ttf, cut short
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.ttLib.ttCollection import TTCollection

Box = tuple[int, int, int, int]
"""Left, bottom, right, top in font units; no width is no ink."""

EM, ASCENDER, DESCENDER = 1000, 880, 120
NEW_YEAR_2024 = 3_786_912_000
"""In seconds from 1904, as fonts count them."""
WHOLE = (0, -DESCENDER, EM, ASCENDER)
NONE = (0, 0, 0, 0)
LEFT = (0, -DESCENDER, EM // 2, ASCENDER)
RIGHT = (EM // 2, -DESCENDER, EM, ASCENDER)
MIDDLE = (EM // 4, -DESCENDER, EM * 3 // 4, ASCENDER)
UPPER = (0, ASCENDER - EM // 2, EM, ASCENDER)
LOWER = (0, -DESCENDER, EM, ASCENDER - EM // 2)

ASCII = "".join(map(chr, range(0x20, 0x7F)))
CLOSING = "，。、；：？！．）》〉」』】〕〗］｝”’"
OPENING = "（《〈「『【〔〖［｛“‘"
SPACES = " \u00a0\u3000"
SYMBOLS = (
    "—…–·°±×÷℃‰€¥￥↑↓←→▲▼●○■□★"
    + "".join(map(chr, range(ord("①"), ord("⑳") + 1)))
    + "".join(map(chr, range(ord("！"), ord("～") + 1)))
)
COMMON_HAN = """
的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工
也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小
物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形
相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建
月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长
求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战
先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受
联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议
声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且
究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支
般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王
按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严亿吨零降升幅
季纸版栏摄源注排印刷墨裁血页眉脚距字磅毫著源您读
"""


def boxes(characters: str) -> dict[str, Box]:
    """The ink of each character's glyph."""
    kinds = {SPACES: NONE, CLOSING: LEFT, OPENING: RIGHT, "·": MIDDLE}
    ink = {character: box for kind, box in kinds.items() for character in kind}
    return {character: ink.get(character, WHOLE) for character in characters}


def chinese() -> str:
    han = COMMON_HAN.replace("\n", "")
    return "".join(dict.fromkeys(ASCII + SPACES + CLOSING + OPENING + SYMBOLS + han))


def name_of(character: str) -> str:
    return f"uni{ord(character):04X}"


def names_of(characters: str, suffix: str = "") -> str:
    return " ".join(name_of(character) + suffix for character in characters)


def square_font(
    ink: Mapping[str, Box],
    *,
    style: str = "Regular",
    cff: bool = False,
    fs_type: int = 0,
) -> FontBuilder:
    """A font with these characters, and no features."""
    glyphs = {".notdef": WHOLE} | {name_of(one): box for one, box in ink.items()}
    if "，" in ink:
        glyphs |= {f"{name_of(one)}.vert": UPPER for one in CLOSING}
        glyphs |= {f"{name_of(one)}.vert": LOWER for one in OPENING}
    builder = FontBuilder(EM, isTTF=not cff)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({ord(one): name_of(one) for one in ink})
    postscript = f"Square-{style}"
    if cff:
        outlines = {name: charstring(box) for name, box in glyphs.items()}
        builder.setupCFF(postscript, {"FullName": f"Square {style}"}, outlines, {})
    else:
        builder.setupGlyf({name: outline(box) for name, box in glyphs.items()})
    builder.setupHorizontalMetrics({name: (EM, box[0]) for name, box in glyphs.items()})
    builder.setupHorizontalHeader(ascent=ASCENDER, descent=-DESCENDER)
    tops = {name: ASCENDER - box[3] if box != NONE else 0 for name, box in glyphs.items()}
    builder.setupVerticalMetrics({name: (EM, top) for name, top in tops.items()})
    builder.setupVerticalHeader(ascent=EM // 2, descent=-EM // 2)
    if cff:
        builder.setupVerticalOrigins({}, ASCENDER)
    builder.setupNameTable(
        {
            "familyName": "Square",
            "styleName": style,
            "uniqueFontIdentifier": postscript,
            "fullName": f"Square {style}",
            "version": "Version 1.000",
            "psName": postscript,
        },
        mac=False,
    )
    builder.setupOS2(
        fsType=fs_type,
        usWeightClass=700 if style == "Bold" else 400,
        sTypoAscender=ASCENDER,
        sTypoDescender=-DESCENDER,
        sTypoLineGap=0,
        usWinAscent=ASCENDER,
        usWinDescent=DESCENDER,
        sxHeight=500,
        sCapHeight=ASCENDER,
    )
    builder.setupPost(keepGlyphNames=False)
    builder.font.recalcTimestamp = False
    builder.font["head"].created = builder.font["head"].modified = NEW_YEAR_2024
    return builder


def corners(box: Box) -> list[tuple[int, int]]:
    left, bottom, right, top = box
    return [(left, bottom), (left, top), (right, top), (right, bottom)]


def outline(box: Box) -> Any:
    pen = TTGlyphPen(None)
    if box != NONE:
        draw(pen, corners(box))
    return pen.glyph()


def charstring(box: Box) -> Any:
    pen = T2CharStringPen(EM, None)
    if box != NONE:
        # PostScript fills to the left of the path, TrueType to the right.
        draw(pen, corners(box)[::-1])
    return pen.getCharString()


def draw(pen: Any, points: Sequence[tuple[int, int]]) -> None:
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def add_features(font: TTFont) -> None:
    """`halt` and `vhal` halve the marks, `vert` turns them, as in Noto CJK."""
    half = EM // 2
    addOpenTypeFeaturesFromString(
        font,
        f"""
        languagesystem DFLT dflt;
        languagesystem hani dflt;
        @closing = [{names_of(CLOSING)}];
        @opening = [{names_of(OPENING)}];
        @closing_vert = [{names_of(CLOSING, ".vert")}];
        @opening_vert = [{names_of(OPENING, ".vert")}];
        feature vert {{
            sub @closing by @closing_vert;
            sub @opening by @opening_vert;
        }} vert;
        feature halt {{
            pos @closing <0 0 -{half} 0>;
            pos @opening <-{half} 0 -{half} 0>;
        }} halt;
        feature vhal {{
            pos @closing_vert <0 0 0 -{half}>;
            pos @opening_vert <0 {half} 0 -{half}>;
        }} vhal;
        """,
    )


def variable_font() -> FontBuilder:
    ink = boxes(ASCII)
    narrow = {one: MIDDLE if box == WHOLE else box for one, box in ink.items()}
    builder = square_font(narrow)
    builder.setupFvar([("wght", 400, 400, 900, "Weight")], [])
    quarter = EM // 4
    sides = [(-quarter, 0), (-quarter, 0), (quarter, 0), (quarter, 0)]
    still = [(0, 0)] * 4
    builder.setupGvar(
        {
            name_of(one): [TupleVariation({"wght": (0.0, 1.0, 1.0)}, sides + still)]
            for one, box in narrow.items()
            if box != NONE
        }
    )
    return builder


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
    folder = folder.parent if folder.is_file() else folder
    for name, cff in (("square.ttf", False), ("square.otf", True)):
        builder = square_font(boxes(chinese()), cff=cff)
        add_features(builder.font)
        builder.save(folder / name)
    square_font(boxes(ASCII)).save(folder / "narrow.ttf")
    square_font(boxes(ASCII), fs_type=2).save(folder / "restricted.ttf")
    variable_font().save(folder / "variable.ttf")
    collection = TTCollection()
    collection.fonts = [
        square_font(boxes(ASCII), style=style).font for style in ("Regular", "Bold")
    ]
    collection.save(folder / "squares.ttc")
    whole = (folder / "narrow.ttf").read_bytes()
    (folder / "broken.ttf").write_bytes(whole[: len(whole) // 2])


if __name__ == "__main__":
    main()
