"""How each tool is asked for a page.

An engine is a function that takes a kind of page and gives a function from a story to the page's
bytes; what it may keep warm between two stories it makes once. Nothing is imported before the
engine asked for needs it. Kinds: “broadsheet” (print PDF), “square” (1080 × 1080 PNG), “square-pdf”
(the same page, to read its words), “article” (PDF); and those that only we make, in `ours`.
"""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

Paint = Callable[[dict[str, Any]], bytes]

HERE = Path(__file__).resolve().parent


def infographic(kind: str, workspace: Path) -> Paint:
    import ours

    return ours.KINDS[kind]()


def typst_inputs(kind: str, workspace: Path) -> Paint:
    """The story handed over in `sys.inputs`."""
    compile_ = _typst(kind, workspace, "json(bytes(sys.inputs.story))")
    return lambda story: compile_(sys_inputs={"story": json.dumps(story, ensure_ascii=False)})


def typst_file(kind: str, workspace: Path) -> Paint:
    """The story in a file that is written anew."""
    name = f"story-{os.getpid()}.json"
    compile_ = _typst(kind, workspace, f'json("{name}")')

    def paint(story: dict[str, Any]) -> bytes:
        text = json.dumps(story, ensure_ascii=False)
        (workspace / name).write_text(text, encoding="utf-8")
        return compile_()

    return paint


def typst_source(kind: str, workspace: Path) -> Paint:
    """The story as a text inside the source."""
    compile_ = _typst(kind, workspace, None)

    def paint(story: dict[str, Any]) -> bytes:
        # JSON's own escapes but \uXXXX mean the same in a Typst string, and none is written.
        text = json.dumps(json.dumps(story, ensure_ascii=False), ensure_ascii=False)
        return compile_(input=_typst_main(kind, f"json(bytes({text}))"))

    return paint


def _typst(kind: str, workspace: Path, story: str | None) -> Callable[..., bytes]:
    """One compiler kept warm, which sees only the faces that the pages use."""
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[workspace / "fonts"],
    )
    main: Path | None = None
    if story is not None:
        # As a file: a compiler forgets a source given as bytes after its first page.
        main = workspace / f"main-{kind}-{os.getpid()}.typ"
        main.write_bytes(_typst_main(kind, story))
    compiler = typst.Compiler(main, root=workspace, font_paths=fonts)
    # Our print PDF has no tags either; at 72 ppi a point is a pixel.
    options: dict[str, Any] = (
        {"format": "png", "ppi": 72.0} if kind == "square" else {"format": "pdf", "pdf_tags": False}
    )

    def compile_(**more: Any) -> bytes:
        result = compiler.compile(**options, **more)
        assert isinstance(result, bytes)
        return result

    return compile_


def _typst_main(kind: str, story: str) -> bytes:
    name = kind.removesuffix("-pdf")
    function = {"broadsheet": "broadsheet", "square": "square-card", "article": "article"}[name]
    return f'#import "{name}.typ": {function}\n#{function}({story})\n'.encode()


def weasyprint(kind: str, workspace: Path) -> Paint:
    import logging

    library = importlib.import_module("weasyprint")
    text_fonts = importlib.import_module("weasyprint.text.fonts")
    html = importlib.import_module("html_pages")
    # It reports each CSS property it does not know, once a page.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    fonts = text_fonts.FontConfiguration()
    base = f"{workspace}/"
    sheet = (workspace / "house.css").read_text(encoding="utf-8")
    house = library.CSS(string=sheet, base_url=base, font_config=fonts)

    def paint(story: dict[str, Any]) -> bytes:
        page = library.HTML(
            string=html.page(kind.removesuffix("-pdf"), story, workspace), base_url=base
        )
        pdf: bytes = page.write_pdf(stylesheets=[house], font_config=fonts)
        return _rasterized(pdf) if kind == "square" else pdf

    return paint


def _rasterized(pdf: bytes) -> bytes:
    """WeasyPrint writes no PNG: its PDF goes through the rasteriser that we use too."""
    import io

    pdfium = importlib.import_module("pypdfium2")
    document = pdfium.PdfDocument(pdf)
    # A CSS pixel is 0.75 pt.
    image = document[0].render(scale=4 / 3).to_pil()
    document.close()
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


ENGINES: dict[str, Callable[[str, Path], Paint]] = {
    "infographic": infographic,
    "typst_inputs": typst_inputs,
    "typst_file": typst_file,
    "typst_source": typst_source,
    "weasyprint": weasyprint,
}
