"""Files are written whole; what is no file is written into."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from threading import Thread

import pytest

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.files import write_whole


def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_whole(pipe, b"a page")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    reader.join()
    assert got == [b"a page"]


@pytest.mark.parametrize("name", ["a\0.png", "a\ud800.png"], ids=ascii)
def test_a_name_that_no_file_can_have_is_said_with_its_mend(tmp_path: Path, name: str) -> None:
    with pytest.raises(MachineError, match="cannot be written"):
        write_whole(tmp_path / name, b"")
    assert list(tmp_path.iterdir()) == []
