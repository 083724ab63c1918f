"""What travels in the wheel: the package, its faces, layouts and examples; not what made them."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath

from hatchling.builders.wheel import WheelBuilder
from pages import ROOT

SHIPPED = PurePosixPath("infographic/shipped")


@cache
def wheel() -> dict[PurePosixPath, str]:
    """Every file of the wheel, by its path there, and the file it is made of."""
    files = WheelBuilder(str(ROOT)).recurse_included_files()
    return {PurePosixPath(str(file.distribution_path)): str(file.path) for file in files}


def files_in(folder: str) -> list[PurePosixPath]:
    """The files of the repository that are there to be read."""
    kinds = {".json", ".ttf", ".txt", ".jpg", ".png", ".py", ".gz", ".bin", ".icc", ".typed"}
    found = (path for path in (ROOT / folder).rglob("*") if path.suffix in kinds or not path.suffix)
    kept = (
        path.relative_to(ROOT)
        for path in found
        if path.is_file() and not path.name.startswith("build_")
    )
    return [PurePosixPath(path.as_posix()) for path in kept if "__pycache__" not in path.parts]


def test_no_tool_that_made_a_shipped_file_travels_with_it() -> None:
    code = [path for path in wheel() if path.suffix == ".py"]
    assert [path for path in code if path.is_relative_to(SHIPPED)] == []
    assert [path for path in wheel() if path.name.startswith(("build_", "make_pictures"))] == []
    assert [path for path in wheel() if "scenes" in path.parts] == []


def test_every_face_layout_and_example_travels() -> None:
    for folder in ("fonts", "layouts", "examples"):
        files = [path for path in files_in(folder) if path.suffix != ".py"]
        assert files
        assert [path for path in files if SHIPPED / path not in wheel()] == []
    assert SHIPPED / "data.json" in wheel()


def test_every_module_and_its_data_travel() -> None:
    files = files_in("infographic")
    for name in ("py.typed", "text/data/words.bin", "text/data/NOTICE"):
        assert PurePosixPath("infographic", name) in files
    assert [path for path in files if path not in wheel()] == []
