"""Every rule on a written PDF is broken alone by a file and caught; clean files pass."""

from __future__ import annotations

import ast
import inspect as source_of
import io
import random
from typing import Any

import pikepdf
import pytest
from faulty_files import (
    BASES,
    BYTES,
    FAULTS,
    SAVED,
    Change,
    changed,
    clean,
    painted,
    put,
    typed,
)

from infographic.display.items import PLAIN_LINE
from infographic.foundation.codes import CODES
from infographic.press.inspect import document as inspect_document
from infographic.press.inspect import ink as inspect_ink
from infographic.press.inspect import page as inspect_page
from infographic.press.inspect.file import press_file
from infographic.press.inspect.run import inspect
from infographic.press.report import Finding
from infographic.profiles import press_profile


def found_in(data: bytes, base: str) -> tuple[Finding, ...]:
    profile = press_profile(BASES[base])
    return inspect(data, "page.pdf", profile, "x3" if base == "x3" else None)


def codes(data: bytes, base: str) -> list[str]:
    return [finding.code for finding in found_in(data, base)]


@pytest.mark.parametrize("base", BASES)
def test_a_clean_file_passes(base: str) -> None:
    assert found_in(clean(base), base) == ()


@pytest.mark.parametrize(("code", "base", "change"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_fault_is_caught_by_its_rule_alone(code: str, base: str, change: Change) -> None:
    assert set(codes(changed(clean(base), change), base)) == {code}


@pytest.mark.parametrize(("code", "base", "options"), SAVED, ids=[row[0] for row in SAVED])
def test_a_file_saved_wrongly_is_caught(code: str, base: str, options: dict[str, Any]) -> None:
    data = changed(clean(base), put("root.Lang", pikepdf.String("zh")), **options)
    assert codes(data, base) == [code]


@pytest.mark.parametrize(("code", "base", "change"), BYTES)
def test_a_damaged_file_is_caught(code: str, base: str, change: Any) -> None:
    assert codes(change(clean(base)), base) == [code]


def test_what_lies_outside_the_bleed_is_not_the_press_s() -> None:
    heavy = typed(4, "1 1 1 1 k", at="20 2")
    assert codes(changed(clean("insert"), heavy), "insert") == []


def test_a_fault_is_placed_on_the_trim_in_mm() -> None:
    (finding,) = found_in(changed(clean("x4"), typed(5, "0 0 0 1 k", states="/GO gs")), "x4")
    (place,) = finding.places
    assert place.box.x == pytest.approx(60)
    assert place.box.y + place.box.height == pytest.approx(200 - 60 + 5 * 0.12)
    assert "21.2 × " in str(finding)


def test_a_plain_pdf_is_held_against_the_press_all_the_same() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(300, 200))
        told = set(codes(changed(_saved(pdf), lambda one: None), "x4"))
    assert {"pdf-x-version", "pdf-intent", "pdf-trim", "pdf-empty", "pdf-xmp"} <= told


def _saved(pdf: pikepdf.Pdf) -> bytes:
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def test_a_hostile_file_is_told_and_not_fallen_for() -> None:
    def circle(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"/X Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        shelf = pdf.make_indirect(pikepdf.Dictionary(X=form))
        form.Resources = pikepdf.Dictionary(XObject=shelf)
        pdf.pages[0].Resources.XObject["/X"] = form
        pdf.pages[0].contents_add(pdf.make_stream(b"/X Do"))

    assert codes(changed(clean("x4"), circle), "x4") == ["pdf-content"]


def test_no_damage_gets_past_the_gate_or_breaks_it() -> None:
    data, chance = clean("x4"), random.Random(2026)
    for _ in range(150):
        spoilt = bytearray(data)
        for _ in range(chance.choice((1, 5, 60))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        found_in(bytes(spoilt[: chance.randrange(200, 2 * len(spoilt))]), "x4")


def test_every_code_of_the_rules_has_a_faulty_file_and_an_explanation() -> None:
    told = set()
    for module in (inspect_document, inspect_ink, inspect_page):
        for node in ast.walk(ast.parse(source_of.getsource(module))):
            if isinstance(node, ast.Constant) and str(node.value).startswith("pdf-"):
                told.add(str(node.value).partition("/")[0])
    seeded = {row[0] for row in (*FAULTS, *SAVED, *BYTES)}
    assert told - set(CODES) == set()
    assert told - seeded == set()


def test_a_style_of_lines_that_no_standard_has_changes_nothing() -> None:
    strange = painted("9 J 7 j [-1 2] 0 d 0 0 0 1 K 2 w 20 20 m 60 20 l S")
    file = press_file(changed(clean("x4"), strange), "page.pdf", press_profile("newsprint"))
    assert not file.leaves[0].seen.broken
    strokes = [paint for paint in file.leaves[0].seen.paints if paint.kind == "stroke"]
    assert strokes[-1].style == PLAIN_LINE
