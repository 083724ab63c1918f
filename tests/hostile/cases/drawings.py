"""SVG files: parts from elsewhere, parts in themselves, numbers without end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from hostile.case import SECRET, Case, layout

HEAD = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
BOX = '<rect id="r" width="9" height="9"/>'
ARTWORK = layout(
    {"type": "artwork", "file": "logo.svg", "height": "20pt", "colors": {"*": "red"}},
    colors={"red": {"cmyk": [0, 100, 100, 0], "srgb": "#ff0000"}},
)
CALL = ("render", "story.json", "-l", "small.json", "-o", "page.pdf")


def svg(content: str, attributes: str = 'viewBox="0 0 100 100"') -> str:
    return f"<svg {HEAD} {attributes}>\n{content}</svg>"


def entities(more: str, use: str) -> str:
    return f"<!DOCTYPE svg [{more}]>{svg(use)}"


def laughs() -> str:
    told = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    return entities(told, "<desc>&a11;</desc>" + BOX)


def doubling(depth: int) -> str:
    made = "".join(
        f'<g id="g{n}"><use href="#g{n + 1}"/><use href="#g{n + 1}"/></g>' for n in range(depth)
    )
    return svg(f'<defs>{made}<g id="g{depth}">{BOX}</g></defs><use href="#g0"/>')


def clips(depth: int) -> str:
    made = "".join(
        f'<clipPath id="c{n}" clip-path="url(#c{n + 1})">{BOX}</clipPath>' for n in range(depth)
    )
    return svg(f'{made}<clipPath id="c{depth}">{BOX}</clipPath><g clip-path="url(#c0)">{BOX}</g>')


REFUSED: Mapping[str, str | bytes] = {
    "empty": "",
    "no-xml": "GIF89a",
    "cut-off": svg(BOX)[:-9],
    "entity-of-a-file": entities(
        '<!ENTITY x SYSTEM "../outside/secret.txt">', f"<desc>&x;</desc>{BOX}"
    ),
    "entities-laughing": laughs(),
    "entity-parameter": entities('<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;', BOX),
    "use-elsewhere": svg('<use href="../outside/secret.json#a"/>'),
    "image-elsewhere": svg('<image href="file:///etc/passwd" width="9" height="9"/>'),
    "style-elsewhere": svg(f'<style>@import url("http://127.0.0.1:9/a.css");</style>{BOX}'),
    "sheet-elsewhere": f'<?xml-stylesheet href="http://127.0.0.1:9/a.css"?>{svg("<blob/>")}',
    "script": svg(f"<script>alert(1)</script>{BOX}"),
    "event": svg('<rect width="9" height="9" onload="alert(1)"/>'),
    "foreign-object": svg(
        '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'
    ),
    "use-of-itself": svg('<g id="a"><use href="#a"/></g>'),
    "uses-in-a-ring": svg('<use id="a" href="#b"/><use id="b" href="#a"/>'),
    "uses-doubling": doubling(60),
    "clip-of-itself": svg(
        f'<clipPath id="c" clip-path="url(#c)">{BOX}</clipPath><g clip-path="url(#c)">{BOX}</g>'
    ),
    "numbers-odd": svg('<rect width="nan" height="1e999"/>'),
    "path-odd": svg('<path d="M 0 0 L 1e400 nan C"/>'),
    "matrix-of-nothing": svg(f'<g transform="matrix(nan 0 0 1e308 0 0)">{BOX}</g>'),
    "box-of-nothing": svg(BOX, 'viewBox="0 0 0 0"'),
    "box-below-nothing": svg(BOX, 'viewBox="0 0 -1 -1"'),
    "encoding-unknown": '<?xml version="1.0" encoding="x-none"?>' + svg(BOX),
    "name-of-another-kind": "<html><body>a</body></html>",
    "bytes": bytes(range(256)),
    "gzip": b"\x1f\x8b\x08\0" + bytes(30),
}
TAKEN: Mapping[str, str | bytes | Callable[[], str]] = {
    "utf-16": svg(BOX).encode("utf-16"),
    "type-elsewhere": f'<!DOCTYPE svg SYSTEM "http://127.0.0.1:9/svg.dtd">{svg(BOX)}',
    "box-of-1e300": svg(BOX, 'viewBox="0 0 1e300 1e300"'),
    "box-of-1e-300": svg(BOX, 'viewBox="0 0 1e-300 1e-300"'),
    "matrix-flat": svg(f'<g transform="scale(0)">{BOX}</g>'),
    "stroke-of-1e300": svg('<path d="M0 0h9" stroke="#000" stroke-width="1e300"/>'),
    "arc-of-1e300": svg('<path d="M0 0A1e300 1e300 0 1 1 1e300 9"/>'),
    "names-controlled": svg('<rect width="9" height="9" class="&#x1b;[31m"/>').replace(
        "&#x1b;", "\u009b"
    ),
    "comment-of-a-secret": svg(f"<!-- {SECRET[::-1]} -->{BOX}"),
    "dashes-of-nearly-0": svg('<path d="M0 0h99999" stroke="#000" stroke-dasharray="0.001"/>'),
    "dashes-of-0": svg('<path d="M0 0h99" stroke="#000" stroke-dasharray="0 0"/>'),
    "dashes-on-a-skew": svg(
        '<g transform="matrix(1 0 9 .1 0 0)"><path d="M0 0h9999" stroke="#000" fill="none" stroke-dasharray="0.001 0.001"/></g>'
    ),
    "clips-nested": clips(40),
    "groups-60-deep": svg("<g>" * 60 + BOX + "</g>" * 60),
    "groups-100000-deep": lambda: svg("<g>" * 100_000 + BOX + "</g>" * 100_000),
    "rectangles-19000": lambda: svg(BOX.replace('id="r" ', "") * 19_000),
    "rectangles-900000": lambda: svg("<rect width='9' height='9'/>" * 300_000),
    "attributes-100000": lambda: svg(
        "<rect " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/>"
    ),
    "rules-100000": lambda: svg(
        "<style>" + "".join(f".c{n} {{fill: red}}" for n in range(100_000)) + f"</style>{BOX}"
    ),
    "classes-20000": lambda: svg(f"<rect width='9' height='9' class='{'a ' * 20_000}'/>" * 20),
    "path-of-190000": lambda: svg(f'<path d="M0 0{"h1" * 190_000}"/>'),
    "path-of-2000000": lambda: svg(f'<path d="M0 0{"h1" * 2_000_000}"/>'),
    "curves-stroked": lambda: svg(
        f'<g transform="scale(1 9)"><path fill="none" stroke="#000" d="M0 0{"c1 9 2 9 3 0" * 50_000}"/></g>'
    ),
    "opacities-overlapping": lambda: svg(
        "<g opacity='.5'>" + "<rect width='9' height='9'/>" * 5_000 + "</g>"
    ),
    "clips-of-2000-shapes": lambda: svg(
        f"<clipPath id='c'>{'<circle r=%s9%s/>' * 2_000}</clipPath><g clip-path='url(#c)'>{BOX}</g>".replace(
            "%s", '"'
        )
    ),
    "transform-of-100000": lambda: svg(f'<g transform="{"scale(1) " * 100_000}">{BOX}</g>'),
    "names-of-a-million": lambda: svg(f'<g id="{"a" * 1_000_000}"/>{BOX}'),
    "spaces-9000000": lambda: svg(" " * 9_000_000 + BOX),
}


def _cases() -> Iterator[Case]:
    for name, text in REFUSED.items():
        files = {"logo.svg": text, "small.json": ARTWORK}
        yield Case(f"svg-{name}", files, CALL, 3)
    for name, made in TAKEN.items():
        yield Case(
            f"svg-{name}",
            {"logo.svg": made, "small.json": ARTWORK},
            CALL,
            (0, 3),
            makes=("page.pdf",),
            heavy=callable(made),
        )
    figure = layout({"type": "figure", "figure": {"$data": "/figures/0"}})
    for name in ("use-elsewhere", "entity-of-a-file", "uses-doubling"):
        story = {"headline": "大", "figures": [{"image": "a.svg", "alt": "a"}]}
        files = {"a.svg": REFUSED[name], "story.json": story, "small.json": figure}
        yield Case(f"svg-figure-{name}", files, CALL, 3)


CASES = tuple(_cases())
