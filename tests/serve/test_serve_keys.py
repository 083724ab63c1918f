"""The file of keys."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from serving_here import KEYS, key_file

from infographic.cli import run
from infographic.foundation.diagnostics import MachineError
from infographic.serve.keys import Keys


def written(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "keys.txt"
    path.write_text(text)
    path.chmod(mode)
    return path


def test_a_key_is_known_by_itself_or_by_its_digest(tmp_path: Path) -> None:
    digest = hashlib.sha256(b"a-long-enough-key").hexdigest()
    keys = Keys(written(tmp_path, f"one:{KEYS['desk']}\n\n# two\ntwo : sha256:{digest}\n"))
    assert [one.name for key in (KEYS["desk"], "a-long-enough-key") if (one := keys.of(key))] == [
        "one", "two",
    ]  # fmt: skip
    for wrong in ("", digest, f"sha256:{digest}", "one", KEYS["desk"].upper(), "\udc80", "é"):
        assert keys.of(wrong) is None
    assert KEYS["desk"] not in repr(keys.keys)


@pytest.mark.parametrize(("text", "code"), [
    ("", "machine/serve-keys-none"), ("# none\n", "machine/serve-keys-none"),
    ("one:short\n", "machine/serve-keys-line"), ("no key at all here\n", "machine/serve-keys-line"),
    (f"a:{'x' * 20}\na:{'y' * 20}\n", "machine/serve-keys-line"),
    ("a:sha256:12\n", "machine/serve-keys-line"), (f":{'x' * 20}\n", "machine/serve-keys-line"),
])  # fmt: skip
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(MachineError) as caught:
        Keys(written(tmp_path, text))
    assert f"{caught.value.saying.key}" == code


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_file_that_everybody_reads_is_refused(tmp_path: Path) -> None:
    text = f"one:{'x' * 20}\n"
    for mode in (0o644, 0o604, 0o602):
        with pytest.raises(MachineError, match="everybody"):
            Keys(written(tmp_path, text, mode))
    assert Keys(written(tmp_path, text, 0o640)).keys


def test_a_file_that_is_too_long_is_not_read_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"one:{'x' * 40}\n"
    monkeypatch.setattr("infographic.serve.keys.MOST", len(text) - 10)
    with pytest.raises(MachineError) as caught:
        Keys(written(tmp_path, text))
    assert caught.value.saying.key == "machine/serve-keys"


def test_a_changed_file_is_read_again_and_a_broken_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infographic.serve.keys.LOOK", 0.0)
    path = key_file(tmp_path)
    keys = Keys(path)
    assert keys.of(KEYS["cms"]) is not None
    path.write_text("new:a-quite-new-key-here\n")
    assert keys.of(KEYS["cms"]) is None and keys.of("a-quite-new-key-here") is not None
    path.write_text("broken")
    assert keys.of("a-quite-new-key-here") is not None and keys.fault is not None
    path.unlink()
    assert keys.of("a-quite-new-key-here") is not None and keys.fault is not None


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.1", "pages.example.org"])
def test_without_keys_it_listens_on_this_machine_alone(
    host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["serve", "--host", host, "--port", "0"]) == 4
    assert "without keys" in capsys.readouterr().err
