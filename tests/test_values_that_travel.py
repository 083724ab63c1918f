"""Pages, faces and errors go to other processes and come back the same."""

from __future__ import annotations

import copy
import importlib
import inspect
import json
import multiprocessing
import pickle
import pkgutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT

import infographic
from infographic import check, fit, layouts
from infographic.backends.plates.content import UnseparableError
from infographic.batch.engine import LostError
from infographic.batch.making import NotMadeError
from infographic.batch.rows.arrow_texts import ArrowError
from infographic.batch.rows.postgres import _RefusedError
from infographic.bound_pages import read_and_bind
from infographic.composed import ComposedPage
from infographic.display.ledger import ledger
from infographic.display.vectors.path_data import PathDataError
from infographic.foundation.calls import CALL, CallError
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import (
    Diagnostic,
    FontError,
    MachineError,
    PictureError,
    SayingError,
    SpecError,
    nearest,
)
from infographic.foundation.files import shipped
from infographic.foundation.font import Face, open_face
from infographic.foundation.limits import OverLimitError
from infographic.foundation.reach import OutOfReachError
from infographic.foundation.record import replaced
from infographic.foundation.running.answering import TooLongError
from infographic.foundation.sayings import say
from infographic.graphics.maps.faults import MapError
from infographic.layout.areas import AreaError
from infographic.loading.assets.svg.forms import WrongAttributeError
from infographic.loading.assets.svg.inked import NotDrawnError
from infographic.loading.assets.svg.looks import WrongPropertyError
from infographic.loading.assets.svg.properties import TooMuchError
from infographic.loading.assets.svg.read import _EnoughError
from infographic.loading.assets.svg.values import SvgValueError
from infographic.loading.assets.svg.xml import _RefusedError as SvgRefusedError
from infographic.loading.reading.scanner import StoppedError
from infographic.loading.tables.reading.archive import StopParsing
from infographic.make_up import make_up
from infographic.pipeline import compose, decode_pages, draft, read_files
from infographic.serve.desk import ClientGoneError
from infographic.serve.problems import ProblemError
from infographic.text.house_table import HouseError, HouseFault

STORY = Source("故事.json", '{"headline": 1}\n')
FAULT = Diagnostic(
    say("call-word", name="as", known=("万", "亿"), value="'千'"), Origin(STORY, "/as", 1, 14),
    nearest("万", ["万", "亿"]),
)  # fmt: skip
ERRORS: dict[type[Exception], Exception] = {
    CallError: CallError([Diagnostic(say("call-number/above", name="scale", value="-1"), CALL)]),
    SpecError: SpecError([FAULT, Diagnostic(say("output-is-input/itself"), Origin(STORY))]),
    MachineError: MachineError(
        say("machine/not-written", file=Path("page.pdf"), reason="No space left on device"),
        say("mend/disk-full"),
    ),
    SayingError: SayingError(say("image-cut-off/empty", name="甲.png")),
    OverLimitError: OverLimitError("pages", 7),
    OutOfReachError: OutOfReachError(say("file-outside", name="甲", folder=Path("乙"))),
    FontError: FontError(say("font-axis/static", file="甲.ttf", axis="wght")),
    HouseError: HouseError(
        [
            HouseFault("/classes", say("house-table/class", name="甲"), nearest("甲", ["乙"])),
            HouseFault("", say("house-table/form")),
        ]
    ),
    AreaError: AreaError(say("grid-areas/rectangle", area="a")),
    PictureError: PictureError(say("image-missing/file", name="甲.png"), say("mend/slashes")),
    StoppedError: StoppedError(),
    ClientGoneError: ClientGoneError(),
    TooLongError: TooLongError(),
    ProblemError: ProblemError(503, say("serve-busy", waiting=3), headers={"Retry-After": "2"}),
    _EnoughError: _EnoughError(),
    UnseparableError: UnseparableError(say("phrase/rgb")),
    WrongPropertyError: WrongPropertyError("fill", "rot", SayingError(say("phrase/rgb"))),
    WrongAttributeError: WrongAttributeError("width", SayingError(say("phrase/rgb"))),
    NotDrawnError: NotDrawnError(say("svg-value/far")),
    SvgValueError: SvgValueError(say("phrase/rgb")),
    PathDataError: PathDataError(say("phrase/rgb")),
    TooMuchError: TooMuchError(FAULT),
    SvgRefusedError: SvgRefusedError(say("svg-value/far"), say("mend/slashes")),
    LostError: LostError("crash", "SIGSEGV", 2),
    ArrowError: ArrowError("broken off"),
    _RefusedError: _RefusedError("no such table", "42P01"),
    NotMadeError: NotMadeError("press", [FAULT]),
    MapError: MapError(say("phrase/rgb"), ("features", 0), say("mend/slashes")),
    StopParsing: StopParsing(),
}
"""One of every exception of ours, as it is raised."""


def modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(infographic.__path__, "infographic."):
        if found.name != "infographic.__main__":
            yield importlib.import_module(found.name)


def own_exceptions() -> set[type]:
    """But for the studio's, which its server handles: they never leave their process."""
    return {
        cls
        for module in modules()
        for _, cls in inspect.getmembers(module, inspect.isclass)
        if issubclass(cls, BaseException) and cls.__module__.startswith("infographic")
        if not cls.__module__.startswith("infographic.studio.")
    }


@pytest.fixture(scope="module")
def pool() -> Iterator[Executor]:
    """Another process, that has nothing of this one."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        # It starts now, in this folder.
        assert pool.submit(itself, 1).result() == 1
        yield pool


@pytest.fixture(scope="module")
def overset(tmp_path_factory: pytest.TempPathFactory) -> ComposedPage:
    """Two pages whose frames have something to count: not everything fits."""
    frame = {"type": "thread", "thread": "main"}
    layout = {
        "extends": "families/daily",
        "page": {"width": "60mm", "height": "20mm"},
        "pages": [
            {"body": {**frame, "type": "article", "style": "body", "body": {"$data": "/body"}}},
            {"body": frame},
        ],
    }
    path = tmp_path_factory.mktemp("layout") / "two.json"
    path.write_text(json.dumps(layout), encoding="utf-8")
    return draft({"headline": "标题", "body": ["正文。" * 200]}, path)


@pytest.fixture(scope="module")
def broadsheet() -> ComposedPage:
    return compose(ROOT / "data.json", "broadsheet")


def written(page: ComposedPage) -> tuple[bytes, bytes, str, tuple[dict[str, object], ...]]:
    counted = tuple(entry.as_dict() for each in page.pages for entry in ledger(each.page))
    return page.pdf("screen"), page.png(scale=0.3), page.dump(), counted


def there_and_back(page: ComposedPage) -> tuple[ComposedPage, object]:
    return page, written(page)


def itself(value: Any) -> Any:
    return value


def raised(error: Exception) -> None:
    raise error


COPIES: list[Callable[[Any], Any]] = [
    copy.copy,
    copy.deepcopy,
    *(
        lambda value, protocol=protocol: pickle.loads(pickle.dumps(value, protocol))
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)
    ),
]


@pytest.mark.parametrize("name", ["overset", "broadsheet"])
def test_a_page_writes_the_same_in_another_process_and_comes_back(
    name: str, pool: Executor, request: pytest.FixtureRequest
) -> None:
    page: ComposedPage = request.getfixturevalue(name)
    back, there = pool.submit(there_and_back, page).result()
    assert back == page
    assert len(back.pages) == len(page.pages)
    assert back.diagnostics == page.diagnostics
    assert list(map(str, back.page.faults)) == list(map(str, page.page.faults))
    assert there == written(page) == written(back)


def test_a_page_for_the_press_writes_the_same_in_another_process(
    broadsheet: ComposedPage, pool: Executor
) -> None:
    assert pool.submit(broadsheet.pdf).result() == broadsheet.pdf()


def test_what_was_checked_and_fitted_travels_too(pool: Executor) -> None:
    found = [check(ROOT / "data.json", "square"), fit(ROOT / "data.json", "panel"), layouts()]
    assert pool.submit(itself, found).result() == found
    assert copy.deepcopy(found) == found


def test_a_layout_that_came_from_elsewhere_sets_the_same_page(pool: Executor) -> None:
    """What its nodes came to is kept by their identity, which no copy has."""
    page = compose(ROOT / "data.json", "panel")
    files = read_files(ROOT / "data.json", "panel", {})
    again = pool.submit(itself, files.layout).result()
    assert again.pages[0].known is not files.layout.pages[0].known
    files = files._replace(layout=again)
    (made,) = make_up(decode_pages(files, *read_and_bind(files)).plans, files.places)
    assert replaced(page, page=made).dump() == page.dump()


@pytest.mark.parametrize("copied", COPIES)
def test_a_copy_of_a_page_is_equal_to_it(
    copied: Callable[[Any], Any], overset: ComposedPage
) -> None:
    made = copied(overset)
    assert made == overset
    assert written(made) == written(overset)


def test_what_counts_the_words_of_a_frame_knows_its_count_afterwards(overset: ComposedPage) -> None:
    for page, again in zip(overset.pages, copy.deepcopy(overset).pages, strict=True):
        tallies = [entry.tally for entry in ledger(page.page)]
        assert any(tally.lines for tally in tallies)
        assert [entry.tally for entry in ledger(again.page)] == tallies


FONTS = ROOT / "tests" / "fonts"
FACES = [
    open_face(shipped("fonts") / "barlow-condensed-semibold.ttf"),
    open_face(FONTS / "squares.ttc", 1),
    open_face(FONTS / "variable.ttf", 0, (("wght", 600.0),)),
]


def told_of(face: Face) -> tuple[object, ...]:
    return face.key, face.name, face.index, face.axes, face.metrics, face.advance_of(2)


@pytest.mark.parametrize("face", FACES, ids=repr)
def test_a_face_is_opened_again_from_its_file(face: Face, pool: Executor) -> None:
    # The last 256 that were opened are known.
    face = open_face(face.path, face.index, face.axes)
    assert [made(face) is face for made in COPIES] == [True] * len(COPIES)
    assert pool.submit(told_of, face).result() == told_of(face)
    assert pool.submit(itself, face).result() is face


def test_a_face_opened_by_a_path_from_here_is_found_from_elsewhere(
    monkeypatch: pytest.MonkeyPatch, pool: Executor
) -> None:
    monkeypatch.chdir(FONTS)
    face = open_face(Path("square.ttf"))
    assert pickle.loads(pickle.dumps(face)) is face
    assert pool.submit(told_of, face).result() == told_of(face)
    assert pool.submit(itself, face).result().path == FONTS / "square.ttf"


def test_no_exception_of_ours_is_forgotten_here() -> None:
    assert own_exceptions() == set(ERRORS)


@pytest.mark.parametrize("error", ERRORS.values(), ids=lambda error: type(error).__name__)
def test_an_error_says_the_same_wherever_it_comes_from(error: Exception, pool: Executor) -> None:
    raised_there = pool.submit(raised, error).exception()
    copies = [made(error) for made in COPIES]
    for same in (raised_there, pool.submit(itself, error).result(), *copies):
        assert type(same) is type(error)
        assert str(same) == str(error)
        # By what they are written as: an exception inside another equals itself alone.
        assert repr(same.args) == repr(error.args)
        for name, value in vars(error).items():
            assert repr(getattr(same, name)) == repr(value)
        if isinstance(error, SpecError | MachineError):
            assert isinstance(same, SpecError | MachineError)
            assert same.diagnostics == error.diagnostics
            assert list(map(str, same.diagnostics)) == list(map(str, error.diagnostics))


def test_what_the_press_refuses_is_refused_with_the_same_findings_elsewhere(pool: Executor) -> None:
    heavy = {"cmyk": [90, 90, 90, 90], "srgb": "#000000"}
    page = compose(ROOT / "data.json", {"extends": "panel", "colors": {"ink": heavy}})
    with pytest.raises(SpecError) as here:
        page.pdf()
    there = pool.submit(page.pdf).exception()
    assert isinstance(there, SpecError)
    assert there.diagnostics == here.value.diagnostics
    assert "ink-limit" in [finding.code for finding in there.diagnostics]
    assert str(there) == str(here.value)


def test_the_place_in_the_file_comes_back_with_an_error(pool: Executor) -> None:
    def excerpt(error: BaseException | None) -> str:
        assert isinstance(error, SpecError)
        return error.diagnostics[0].origin.source.line(1)

    assert excerpt(pool.submit(raised, ERRORS[SpecError]).exception()) == '{"headline": 1}'


def test_what_the_machine_will_not_do_is_a_diagnostic_too() -> None:
    (diagnostic,) = ERRORS[MachineError].diagnostics  # type: ignore[attr-defined]
    assert diagnostic.code == "machine"
    assert f"{diagnostic.message}\n  hint: {diagnostic.hint}" == str(ERRORS[MachineError])
