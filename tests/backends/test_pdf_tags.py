"""What a screen reader reads of a screen PDF."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pikepdf
import pypdfium2 as pdfium
from hand_set import SERIF, at, box, line, opened, operators, page, run

from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.display.items import DataTable, Group, Placed, Role
from infographic.display.page import Page
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.geometry import Point, Size


def words(text: str) -> Placed:
    return at(0, 12, line(run(SERIF, text)))


def group(role: Role | None, *items: Placed, y: float = 0, **more: Any) -> Placed:
    return Placed(Point(10, y), Group(items, role, **more), BUILT_IN)


def sample() -> Page:
    return page(
        group(Role.HEADING_1, words("大标题")),
        at(0, 20, box(300, 1)),
        at(0, 22, box(300, 1)),
        group(
            Role.SECTION,
            group(Role.HEADING_2, words("小标题")),
            group(Role.PARAGRAPH, words("一行"), words("又一行"), y=20),
            group(None, group(None, words("无名的一行"), words("同一段"))),
            group(
                Role.LIST, group(Role.LIST_ITEM, words("甲")), group(Role.LIST_ITEM, words("乙"))
            ),
            y=30,
        ),
        group(
            Role.FIGURE,
            at(0, 0, box(40, 30)),
            group(Role.CAPTION, words("图说")),
            y=100,
            alt="一座桥",
            clip=Size(40, 30),
        ),
        group(Role.ARTIFACT, words("装饰"), at(0, 0, box(9, 9)), y=150),
        words("散落的一行"),
    )


def tree(element: Any) -> Any:
    """An element as its kind and its children; contents as their marks."""
    children = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    return (
        str(element.S),
        [int(child) if isinstance(child, int) else tree(child) for child in children],
    )


def marks(data: bytes) -> Iterator[tuple[str, int, list[str]]]:
    """Each marked content with its number, and the operators of showing and painting in it."""
    stack: list[tuple[str, int, list[str]]] = []
    outside: list[str] = []
    for operands, operator in operators(data):
        if operator in ("BDC", "BMC"):
            number = operands[1].get("/MCID", -1) if operator == "BDC" else -1
            stack.append((str(operands[0]), int(number), []))
        elif operator == "EMC":
            done = stack.pop()
            if done[0] != "/Span":
                yield done
        elif operator in ("TJ", "f", "S", "B", "Do"):
            (stack[0][2] if stack else outside).append(operator)
    assert not stack
    assert not outside, "painted outside every marked content"


def test_roles_become_elements_in_reading_order() -> None:
    with opened(pdf_bytes(sample(), Intent.SCREEN)) as pdf:
        assert tree(pdf.Root.StructTreeRoot.K) == (
            "/Document",
            [
                ("/H1", [0]),
                (
                    "/Sect",
                    [
                        ("/H2", [1]),
                        ("/P", [2, 3]),
                        ("/P", [4, 5]),
                        (
                            "/L",
                            [
                                ("/LI", [("/LBody", [("/P", [6])])]),
                                ("/LI", [("/LBody", [("/P", [7])])]),
                            ],
                        ),
                    ],
                ),
                ("/Figure", [8, ("/Caption", [9])]),
                ("/P", [10]),
            ],
        )


def test_every_line_is_in_one_marked_content_and_the_rest_is_decoration() -> None:
    found = list(marks(pdf_bytes(sample(), Intent.SCREEN)))
    numbered = [(kind, number, shown) for kind, number, shown in found if number >= 0]
    assert [number for _, number, _ in numbered] == list(range(11))
    assert {kind: shown for kind, _, shown in numbered if kind == "/Figure"} == {"/Figure": ["f"]}
    assert all(shown == ["TJ"] for kind, _, shown in numbered if kind != "/Figure")
    decoration = [shown for kind, number, shown in found if number < 0]
    assert decoration == [["f", "f"], ["TJ", "f"]]


def test_contents_lead_back_to_their_elements() -> None:
    with opened(pdf_bytes(sample(), Intent.SCREEN)) as pdf:
        leaf, root = pdf.pages[0], pdf.Root.StructTreeRoot
        key, parents = root.ParentTree.Nums
        assert leaf.StructParents == key == 0
        for number, parent in enumerate(parents):
            assert number in [child for child in parent.K if isinstance(child, int)]
            assert parent.Pg.objgen == leaf.obj.objgen
        assert Counter(str(parent.S) for parent in parents)["/P"] == 7


def test_a_figure_says_what_it_shows_and_where() -> None:
    with opened(pdf_bytes(sample(), Intent.SCREEN)) as pdf:
        figure = pdf.Root.StructTreeRoot.K.K[2]
        assert str(figure.Alt) == "一座桥"
        assert [float(side) for side in figure.A.BBox] == [10, 70, 50, 100]


def test_a_figures_box_is_round_what_it_holds() -> None:
    unclipped = group(Role.FIGURE, at(5, 5, box(20, 10)), at(10, 20, box(30, 10)), y=100, alt="图")
    with opened(pdf_bytes(page(unclipped), Intent.SCREEN)) as pdf:
        figure = pdf.Root.StructTreeRoot.K.K[0]
        assert [float(side) for side in figure.A.BBox] == [15, 70, 50, 95]


def test_a_document_group_is_the_document() -> None:
    whole = group(Role.DOCUMENT, group(Role.HEADING_1, words("题")))
    with opened(pdf_bytes(page(whole), Intent.SCREEN)) as pdf:
        assert tree(pdf.Root.StructTreeRoot.K) == ("/Document", [("/H1", [0])])


def test_a_screen_pdf_says_that_it_is_tagged_and_shows_its_title() -> None:
    with opened(pdf_bytes(sample(), Intent.SCREEN)) as pdf:
        assert pdf.Root.MarkInfo.Marked is True
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        assert str(pdf.Root.Lang) == "zh-Hans"
        assert pdf.pages[0].Tabs == pikepdf.Name("/S")


def test_a_print_pdf_has_no_tags() -> None:
    data = pdf_bytes(sample(), Intent.PRINT)
    with opened(data) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
    assert not [1 for operands, operator in operators(data) if operator in ("BMC", "BDC")]


# The data behind a figure

DATA = DataTable(("县", "产量（万吨）"), (("榆树", "367.2"), ("农安", "—")), "其余3行从略")


def chart() -> Page:
    return page(
        group(Role.FIGURE, words("榆树"), at(0, 20, box(30, 9)), alt="条形图，共5项。", data=DATA)
    )


def test_the_data_of_a_figure_follow_it_as_a_table_with_heads() -> None:
    pdf = opened(pdf_bytes(chart(), Intent.SCREEN))
    figure, table, more = pdf.Root.StructTreeRoot.K.K
    assert [str(one.S) for one in (figure, table, more)] == ["/Figure", "/Table", "/P"]
    assert str(more.ActualText) == "其余3行从略"
    cells = [[(str(cell.S), str(cell.ActualText)) for cell in row.K] for row in table.K]
    assert cells == [
        [("/TH", "县"), ("/TH", "产量（万吨）")],
        [("/TH", "榆树"), ("/TD", "367.2")],
        [("/TH", "农安"), ("/TD", "—")],
    ]
    scopes = [[str(cell.A.Scope) for cell in row.K if "/A" in cell] for row in table.K]
    assert scopes == [["/Column", "/Column"], ["/Row"], ["/Row"]]


def test_the_data_of_a_figure_are_neither_seen_nor_copied_twice() -> None:
    with_data = chart()
    (figure,) = with_data.items
    without = page(Placed(figure.at, replace(figure.item, data=None), BUILT_IN))
    for intent in (Intent.PRINT, Intent.SCREEN):
        one, other = (pdf_bytes(each, intent) for each in (with_data, without))
        assert (one == other) is (intent is Intent.PRINT)
        assert pixels(one) == pixels(other)
        assert copied(one).split() == copied(other).split()


def pixels(pdf: bytes) -> bytes:
    document = pdfium.PdfDocument(pdf)
    return bytes(document[0].render(scale=2).buffer)


def copied(pdf: bytes) -> str:
    document = pdfium.PdfDocument(pdf)
    return str(document[0].get_textpage().get_text_range())
