"""The shipped ICC profiles stand packed beside themselves, as they are packed for a PDF."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from infographic.backends.pdf import press
from infographic.foundation.files import PACKAGE

PROFILES = sorted((PACKAGE / "press").glob("*.icc"))


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.name)
def test_a_shipped_profile_is_packed_beforehand(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = zlib.compress(path.read_bytes(), 6)
    monkeypatch.setattr(press.zlib, "compress", None)
    data, packed = press._read(path, 0, 0)
    assert data == path.read_bytes() == zlib.decompress(packed)
    assert packed == wanted


def test_a_profile_of_the_house_is_packed_when_it_is_read(tmp_path: Path) -> None:
    own = tmp_path / "own.icc"
    own.write_bytes(PROFILES[0].read_bytes())
    Path(f"{own}.z").write_bytes(b"of something else")
    assert zlib.decompress(press._read(own, 0, 0)[1]) == own.read_bytes()
