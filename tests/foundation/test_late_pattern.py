"""Patterns that were compiled beforehand are those that Python would compile."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from infographic.foundation import late_pattern
from infographic.foundation.late_pattern import compiled, late

HAS_CODES = bool(late_pattern._codes())


@pytest.mark.skipif(not HAS_CODES, reason="patterns.bin is not for this Python")
def test_every_pattern_of_the_file_is_what_python_compiles() -> None:
    assert len(late_pattern._codes()) > 300
    for pattern, flags in late_pattern._codes():
        made, wanted = compiled(pattern, flags), re.compile(pattern, flags)
        # Equal patterns have the same words, flags and code.
        assert made == wanted and made.groupindex == wanted.groupindex


def test_the_file_is_what_its_script_writes() -> None:
    script = Path(late_pattern.__file__).with_name("build_patterns.py")
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_python_that_the_file_is_not_for_compiles_patterns_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    known = [*late_pattern._codes()][:9]
    monkeypatch.setattr(late_pattern, "FILE", tmp_path / "patterns.bin")
    late_pattern._codes.cache_clear()
    try:
        assert late_pattern._codes() == {}
        assert [compiled(*one) for one in known] == [re.compile(*one) for one in known]
    finally:
        late_pattern._codes.cache_clear()


def test_a_pattern_nobody_foresaw_is_compiled_when_it_is_asked() -> None:
    foreseen = late(rb"never (?P<seen>\d+) before", re.IGNORECASE)
    assert vars(foreseen).keys() == {"_said"}
    match = foreseen.search(b"NEVER 12 before")
    assert match is not None and match["seen"] == b"12"
