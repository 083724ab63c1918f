"""`.txt`: the page as text, one item a line, for comparing."""

from __future__ import annotations

from infographic.outputs.format import Format, Writable


def write(page: Writable) -> bytes:
    from infographic.display.dump import dump

    return dump(page.page).encode()


FORMAT = Format("text", (".txt",), "what stands where, for comparing", write)
