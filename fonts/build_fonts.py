"""The shipped faces, built from pinned npm packages: `python fonts/build_fonts.py`.

Each source is checked against `sources.json`, each built file against `manifest.json`;
`--update` writes the manifest anew. The same sources and fontTools give the same bytes.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parent
MANIFEST = FOLDER / "manifest.json"

SYMBOLS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin-1 and Latin Extended-A, -B (pinyin)
    (0x0250, 0x036F),  # phonetic letters, modifiers, combining marks
    (0x0370, 0x04FF),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # more Latin: Vietnamese, pinyin ḿ
    (0x2000, 0x27BF),  # punctuation, currency, ℃, arrows, operators, shapes, ①
    (0x2B00, 0x2BFF),  # more arrows
    (0x2E3A, 0x2E3B),  # ⸺ ⸻
    (0x3000, 0x312F),  # CJK punctuation, kana, bopomofo
    (0x31F0, 0x31FF),  # small kana
    (0x3220, 0x325F),  # ㈠ ㉑
    (0x3280, 0x33FF),  # ㊀ ㎡
    (0xFB00, 0xFB06),  # ﬁ ﬂ
    (0xFE00, 0xFE01),  # the selectors that move full-width punctuation in its cell
    (0xFE10, 0xFE1F),  # vertical forms
    (0xFE30, 0xFE4F),  # vertical forms of CJK punctuation
    (0xFF01, 0xFF9F),  # full-width ASCII, half-width kana
    (0xFFE0, 0xFFEE),  # full-width ￥
)


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package, pinned to the bytes of its tarball."""

    name: str
    version: str
    sha256: str

    @property
    def reference(self) -> str:
        return f"{self.name}@{self.version}"

    @property
    def tarball(self) -> str:
        """The file name that `npm pack` gives it."""
        return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"


@dataclass(frozen=True, slots=True)
class Face:
    """One shipped file, and the file in a package that it is made from."""

    id: str
    file: str
    family: str
    style: str
    weight: int
    licence: str
    """Name of its licence file in `licences/`."""
    package: str
    source_file: str
    is_subset: bool = True
    is_renamed: bool = False
    is_celled: bool = False
    """Its pictures are made one em wide, and raised to the middle of a Han."""
    without: str = ""
    """Characters that are cut out of it, so that the next face of a chain gives them."""


def noto(kind: str, style: str, weight: int, *, is_subset: bool = True) -> Face:
    name, small = f"Noto{kind}SC", style.lower()
    which = small if is_subset else "full"
    return Face(
        id=f"{kind.lower()}-{which}",
        file=f"noto-{kind.lower()}-sc-{small if is_subset else 'full-' + small}.ttf",
        family=f"Noto {kind} SC",
        style=style,
        weight=weight,
        licence=f"noto-{kind.lower()}-sc.txt",
        package=f"@expo-google-fonts/noto-{kind.lower()}-sc",
        source_file=f"{weight}{style}/{name}_{weight}{style}.ttf",
        is_subset=is_subset,
    )


def latin(family: str, style: str, weight: int, *, without: str = "") -> Face:
    """A face of letters and figures, whole but for what it is to be without."""
    words = family.lower().replace(" ", "-")
    return Face(
        id=f"{words}-{style.lower()}",
        file=f"{words}-{style.lower()}.ttf",
        family=family,
        style=style,
        weight=weight,
        licence=f"{words}.txt",
        package=f"@expo-google-fonts/{words}",
        source_file=f"{weight}{style}/{family.replace(' ', '')}_{weight}{style}.ttf",
        is_subset=without != "",
        without=without,
    )


def zcool(name: str) -> Face:
    """A display face of 6,600 to 6,700 of the 8105 characters, for headlines."""
    words = name.lower().replace(" ", "-")
    return Face(
        id=words,
        file=f"zcool-{words}-regular.ttf",
        family=f"ZCOOL {name}",
        style="Regular",
        weight=400,
        licence=f"zcool-{words}.txt",
        package=f"@expo-google-fonts/zcool-{words}",
        source_file=f"400Regular/ZCOOL{name.replace(' ', '')}_400Regular.ttf",
    )


HAIRLINE_SIGNS = "+−±×÷="
"""Of faces of thick and thin strokes: as thin as their thinnest, beside figures that are bold."""


FACES = (
    noto("Serif", "Regular", 400),
    noto("Serif", "Bold", 700),
    noto("Serif", "Black", 900),
    noto("Sans", "Regular", 400),
    noto("Sans", "Medium", 500),
    noto("Sans", "Bold", 700),
    noto("Sans", "Black", 900),
    Face(
        id="kai-regular",
        file="infographic-kai-regular.ttf",
        family="Infographic Kai",
        style="Regular",
        weight=400,
        licence="lxgw-wenkai.txt",
        package="@fontsource/lxgw-wenkai",
        # Named Latin and 500, it is the whole Regular of LXGW WenKai 1.311.
        source_file="files/lxgw-wenkai-latin-500-normal.woff2",
        is_renamed=True,
    ),
    latin("Barlow Condensed", "Medium", 500),
    latin("Barlow Condensed", "SemiBold", 600),
    latin("Barlow Condensed", "Bold", 700),
    latin("Barlow Semi Condensed", "Medium", 500),
    latin("Barlow Semi Condensed", "SemiBold", 600),
    latin("Barlow Semi Condensed", "Bold", 700),
    latin("Sofia Sans Extra Condensed", "ExtraBold", 800),
    latin("Newsreader", "Medium", 500),
    latin("Newsreader", "Bold", 700),
    latin("Bodoni Moda", "Bold", 700, without=HAIRLINE_SIGNS + "%‰"),
    Face(
        id="dm-serif-display",
        file="dm-serif-display-regular.ttf",
        family="DM Serif Display",
        style="Regular",
        weight=400,
        licence="dm-serif-display.txt",
        package="@expo-google-fonts/dm-serif-display",
        source_file="400Regular/DMSerifDisplay_400Regular.ttf",
        without=HAIRLINE_SIGNS,
    ),
    zcool("QingKe HuangYou"),
    zcool("XiaoWei"),
    Face(
        id="bebas-neue",
        file="bebas-neue-regular.ttf",
        family="Bebas Neue",
        style="Regular",
        weight=400,
        licence="bebas-neue.txt",
        package="@expo-google-fonts/bebas-neue",
        source_file="400Regular/BebasNeue_400Regular.ttf",
        is_subset=False,
    ),
    noto("Sans", "Regular", 400, is_subset=False),
    Face(
        id="emoji",
        file="infographic-emoji-regular.ttf",
        family="Infographic Emoji",
        style="Regular",
        weight=400,
        licence="noto-emoji.txt",
        package="@expo-google-fonts/noto-emoji",
        source_file="400Regular/NotoEmoji_400Regular.ttf",
        is_subset=False,
        is_renamed=True,
        is_celled=True,
    ),
)


def build(sources: Path, fonts: Path) -> list[dict[str, Any]]:
    """Write every face and licence into a folder; return their manifest."""
    sources.mkdir(parents=True, exist_ok=True)
    packages = {package.name: package for package in pinned_packages()}
    for package in packages.values():
        fetch(package, sources)
    (fonts / "licences").mkdir(parents=True, exist_ok=True)
    entries = []
    for face in FACES:
        package = packages[face.package]
        with tarfile.open(sources / package.tarball) as tarball:
            source = read(tarball, face.source_file)
            write_licence(tarball, source, fonts / "licences" / face.licence)
        built = built_from(source, face)
        (fonts / face.file).write_bytes(built)
        entries.append(entry(face, package, built))
        print(f"{face.file}  {len(built):,} bytes", flush=True)
    return entries


def pinned_packages() -> list[Package]:
    pins = json.loads((FOLDER / "sources.json").read_text("utf-8"))
    if fontTools.version != pins["fonttools"]:
        print(f"warning: fontTools {fontTools.version}, pinned is {pins['fonttools']}")
    return [Package(**package) for package in pins["packages"]]


def fetch(package: Package, sources: Path) -> None:
    """Bring a package's tarball into the folder if it is not there; check its bytes."""
    tarball = sources / package.tarball
    if not tarball.exists():
        command = ["npm", "pack", "--silent", package.reference]
        subprocess.run(command, cwd=sources, check=True, stdout=subprocess.DEVNULL)
    found = sha256(tarball.read_bytes())
    if found != package.sha256:
        sys.exit(f"{tarball}: sha256 is {found}, pinned is {package.sha256}")


def read(tarball: tarfile.TarFile, path: str) -> bytes:
    member = tarball.extractfile(f"package/{path}")
    if member is None:
        raise FileNotFoundError(path)
    return member.read()


def write_licence(tarball: tarfile.TarFile, source: bytes, target: Path) -> None:
    """Copy the font's licence, headed by the copyright that the font itself states."""
    has_own = "package/LICENSE_FONT" in tarball.getnames()
    path = "LICENSE_FONT" if has_own else "LICENSE"
    # A package's text may name another holder than the font does.
    text = read(tarball, path).decode("utf-8").replace("\r\n", "\n").strip()
    font = TTFont(BytesIO(source), lazy=True)
    holder = font["name"].getDebugName(0).strip()
    lines = [line for line in holder.splitlines() if line.strip() not in text]
    target.write_text("\n".join([*lines, text, ""]), "utf-8")


def built_from(source: bytes, face: Face) -> bytes:
    if face.is_celled:
        return celled(source, face)
    return cut(source, face) if face.is_subset else source


HAN_MIDDLE = 0.38
"""Of the em box above the baseline, in em: (0.88 − 0.12) / 2."""


def celled(source: bytes, face: Face) -> bytes:
    """The whole font, each picture in a cell of one em as Han are."""
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    advances = Counter(advance for advance, _ in font["hmtx"].metrics.values())
    em = advances.most_common(1)[0][0]
    glyphs = font["glyf"]
    # Most pictures are as tall and stand as high: their middle is the middle of each.
    tops = Counter((glyphs[name].yMin, glyphs[name].yMax) for name in font.getGlyphOrder()
                   if glyphs[name].numberOfContours)  # fmt: skip
    low, high = tops.most_common(1)[0][0]
    rise = round(HAN_MIDDLE * em - (low + high) / 2)
    for name in font.getGlyphOrder():
        glyph = glyphs[name]
        if glyph.numberOfContours > 0:
            glyph.coordinates.translate((0, rise))
            glyph.recalcBounds(glyphs)
    font["head"].unitsPerEm = em
    font["vhea"].ascent, font["vhea"].descent = em // 2, -em // 2
    rename(font, face)
    built = BytesIO()
    font.save(built)
    return built.getvalue()


def cut(source: bytes, face: Face) -> bytes:
    """Keep our characters and every layout feature; drop hints and glyph names."""
    options = subset.Options(
        layout_features=["*"],
        name_IDs=["*"],
        name_languages=["*"],
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        recalc_timestamp=False,
        # It packs tables differently, and is only there where uharfbuzz is installed.
        harfbuzz_repacker=False,
    )
    # Apple's own layout tables, and an editor's time stamp.
    options.drop_tables += ["FFTM", "bsln", "feat", "morx", "prop"]
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    font.flavor = None
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters() - set(map(ord, face.without)))
    subsetter.subset(font)
    if face.is_renamed:
        rename(font, face)
    built = BytesIO()
    font.save(built)
    return built.getvalue()


def characters() -> set[int]:
    """Every code point of a shipped subset."""
    kept = {ord(character) for character in common_han()} | set(gb2312())
    for first, last in SYMBOLS:
        kept.update(range(first, last + 1))
    return kept


def common_han() -> str:
    """The 8105 characters of the 通用规范汉字表."""
    lines = (FOLDER / "characters/8105.txt").read_text("utf-8").splitlines()
    han = "".join(line for line in lines if not line.startswith("#"))
    if len(han) != 8105 or len(set(han)) != 8105:
        sys.exit(f"characters/8105.txt holds {len(set(han))} characters")
    return han


def gb2312() -> Iterator[int]:
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from map(ord, bytes((row, cell)).decode("gb2312", errors="ignore"))


def rename(font: TTFont, face: Face) -> None:
    """Take a reserved name out of every record that names the face; credits stay."""
    names = font["name"]
    credited = {0, 8, 9, 11, 12, 13, 14}
    names.names = [
        record
        for record in names.names
        if record.platformID == 3 and record.langID == 0x409 and record.nameID in credited
    ]
    postscript = face.family.replace(" ", "") + "-" + face.style
    version = f"Version {font['head'].fontRevision:.3f}"
    for name_id, text in {
        1: face.family,
        2: face.style,
        3: f"{postscript};{version}",
        4: f"{face.family} {face.style}",
        5: version,
        6: postscript,
        10: f"Made from {face.package}, in cells of one em."
        if face.is_celled
        else f"A subset of {face.package}, renamed as the Open Font License asks.",
    }.items():
        names.setName(text, name_id, 3, 1, 0x409)


def entry(face: Face, package: Package, built: bytes) -> dict[str, Any]:
    return {
        "id": face.id,
        "file": face.file,
        "family": face.family,
        "style": face.style,
        "weight": face.weight,
        "licence": "OFL-1.1",
        "licence_file": f"licences/{face.licence}",
        "source": package.reference,
        "source_file": face.source_file,
        "sha256": sha256(built),
        "characters": len(TTFont(BytesIO(built), lazy=True).getBestCmap()),
    }


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def changed(entries: Sequence[dict[str, Any]]) -> list[str]:
    """Names of the built files that are not as the manifest has them."""
    manifest = json.loads(MANIFEST.read_text("utf-8"))
    recorded = {known["file"]: known for known in manifest}
    return [built["file"] for built in entries if recorded.get(built["file"]) != built]


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the shipped fonts.")
    parser.add_argument("--sources", type=Path, help="folder of .tgz files, kept")
    parser.add_argument("--output", type=Path, default=FOLDER, help="where to write")
    parser.add_argument("--update", action="store_true", help="write manifest.json anew")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as downloads:
        entries = build(arguments.sources or Path(downloads), arguments.output)
    if arguments.update:
        lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
        MANIFEST.write_text(f"[\n{lines}\n]\n", "utf-8")
    elif differing := changed(entries):
        sys.exit(f"not as manifest.json has them: {', '.join(differing)}")


if __name__ == "__main__":
    main()
