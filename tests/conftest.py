"""What all tests share: goldens, and paths."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from difflib import unified_diff
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import HealthCheck, settings

from infographic.foundation import reach
from infographic.foundation.limits import settle, using_limits
from infographic.foundation.memo import STORES

GOLDENS = Path(__file__).resolve().parent / "goldens"
Golden = Callable[[str, str], None]
Limited = Callable[[Mapping[str, int]], None]

# A busy machine is no fault of the code.
settings.register_profile(
    "without-clock", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("without-clock")

SWEEPS = (
    "tests/fit/",
    "tests/hostile_numbers/",
    "tests/look_stories/",
    "tests/typography/test_horizontal.py",
    "tests/typography/test_uax14.py",
    "tests/press/test_pdfx_files.py",
    "tests/press/test_plates_ghostscript.py",
    "tests/press/test_preflight_gate.py",
    "tests/display/test_collisions.py",
    "tests/text/test_runaround.py",
    "tests/text/test_paragraph_properties.py",
    "tests/subbing/test_figure_score.py",
    "tests/test_rows_of_numbers.py",
    "tests/test_same_files_everywhere.py",
    "tests/test_starter.py",
    "tests/test_stories.py",
    "tests/test_typos.py",
    # Threads, processes, thousands of paragraphs, and every module, command or code in turn.
    "tests/backends/test_eight_threads.py",
    "tests/backends/test_same_bytes.py",
    "tests/foundation/test_collector.py",
    "tests/loading/test_binding.py",
    "tests/loading/test_codes.py",
    "tests/blocks/test_making_words_fit.py",
    "tests/blocks/test_wrap.py",
    "tests/flow/test_body_tally.py",
    "tests/layout/test_copyfit.py",
    "tests/press/test_inspect.py",
    "tests/press/test_picture_colour",
    "tests/press/test_plates_coverage.py",
    "tests/press/test_ink_stacks.py",
    "tests/text/test_keeping.py",
    "tests/writing/",
    "tests/test_cli_inputs.py",
    "tests/test_costs.py",
    "tests/test_docs.py",
    "tests/test_house_rules.py",
    "tests/test_pictures_of_docs.py",
    "tests/test_schemas.py",
    "tests/test_typed.py",
    "tests/test_values_that_travel.py",
    "tests/test_wheel.py",
)
"""What `pytest -m quick` leaves out: the tests that go through all there is of something."""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """With `-m quick` what it leaves out is not even imported: that takes a third of the time."""
    if config.getoption("markexpr") != "quick" or not collection_path.is_file():
        return None
    place = collection_path.relative_to(config.rootpath).as_posix()
    return True if place.startswith(SWEEPS) else None


PAIR = re.compile(r"\[[^]:]+:[^]:]+]$")
"""The layout and the story at the end of a test's name."""
FAMILIES = re.compile(r"\b(?:desk|flash|gala)/")
SAMPLE = 8
"""The suite tries every so many of the tests of a page of these families; `-m full` tries all."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """One worker makes all tests of a page, and composes it: by `load` both compose most of them
    (424 pages for 268). It makes all of a file, too, which shares what it has made."""
    if config.getvalue("dist") != "load":
        return None
    from xdist.scheduler import LoadScopeScheduling

    class OfPages(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            pair = PAIR.search(nodeid)
            return pair[0] if pair else nodeid.partition("::")[0]

    return OfPages(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if FAMILIES.search(item.name) and crc32(item.nodeid.encode()) % SAMPLE:
            item.add_marker("full")
        place = item.path.relative_to(config.rootpath).as_posix()
        if not place.startswith(SWEEPS) and item.get_closest_marker("full") is None:
            item.add_marker("quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the goldens anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a file of tests/goldens, or writes it with --update-goldens."""

    def compare(name: str, text: str) -> None:
        path = GOLDENS / name
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return
        assert path.is_file(), f"there is no golden {name}: run pytest --update-goldens"
        before = path.read_text(encoding="utf-8")
        if text == before:
            return
        diff = unified_diff(before.splitlines(), text.splitlines(), name, "now", lineterm="", n=1)
        moved = list(diff)
        shown = "\n".join(moved[:60])
        pytest.fail(f"{len(moved)} lines of diff; read them, then --update-goldens:\n{shown}")

    return compare


@pytest.fixture
def limited() -> Iterator[Limited]:
    """Other limits until the end of the test: limited({"data-rows": 50})."""
    # Tests of inner parts begin no page, which would ask for it.
    settle()
    # What other tests made is put back, or each of them would make it again.
    kept = [(store, store._values, store._room) for store in STORES.values()]
    for store, _, _ in kept:
        store._values, store._room = OrderedDict(), store._most
    with ExitStack() as until_end:
        yield lambda limits: until_end.enter_context(using_limits(limits))
    settle()
    for store, values, room in kept:
        store._values, store._room = values, room


@pytest.fixture(autouse=True, scope="session")
def _fonts_of_the_tests_are_shipped() -> Iterator[None]:
    """The fonts of the tests are in reach of every story, as those that travel with the program."""
    own = (*reach._own(), Path(__file__).resolve().parent / "fonts")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reach, "_own", lambda: own)
        yield
