"""What docs/service.md shows works as it stands, and names all there is."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from serving_here import STORY
from serving_there import There, service

from infographic.commands.serve import serve
from infographic.serve.calling.post import signature
from infographic.serve.fields import FIELDS
from infographic.serve.keys import digest_of_key
from infographic.serve.table import TABLE

TEXT = (Path(__file__).parents[2] / "docs" / "service.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", TEXT, re.S)


def test_every_route_status_field_and_option_is_told() -> None:
    for entry in TABLE:
        path = entry.path.replace("{digest}", "DIGEST").replace("{id}", "ID")
        assert f"`{entry.method} {path}`" in TEXT, path
        for status in entry.answers:
            assert re.search(rf"\b{status}\b", TEXT) or status in (200, 202), status
    for name in FIELDS:
        assert f"`{name}`" in TEXT or name in TEXT, name
    # Those that all commands have are added when one is run.
    for option in (one for one in serve.params if one.opts[0] != "--language"):
        assert option.opts[0] in TEXT, option.opts[0]


def test_a_receiver_knows_a_call_back_by_its_seal() -> None:
    import time

    known: dict[str, Any] = {}
    exec(blocks("python")[1], known)
    body, now = b'{"id": "7"}', int(time.time())
    header = signature(digest_of_key("a-key-of-sixteen"), body, now)
    assert known["is_ours"](header, body, "a-key-of-sixteen")
    assert not known["is_ours"](header, body + b" ", "a-key-of-sixteen")
    assert not known["is_ours"](header, body, "another-key-here")
    old = signature(digest_of_key("a-key-of-sixteen"), body, now - 400)
    assert not known["is_ours"](old, body, "a-key-of-sixteen")


@pytest.mark.full
def test_the_examples_work_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "market.jpg").write_bytes(_jpeg())
    picture = {"image": "market.jpg", "alt": "The market", "caption": "The market"}
    (tmp_path / "story.json").write_text(json.dumps({**STORY, "figures": [picture]}))
    with service(tmp_path, "--workers", "1") as there:
        for command in blocks("sh")[:2]:
            _shell(command, there, tmp_path)
        assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
        assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
        known: dict[str, Any] = {}
        exec(blocks("python")[0], known)
        known["ADDRESS"] = f"http://127.0.0.1:{there.port}"
        assert known["page"](dict(STORY), "square").startswith(b"\x89PNG")
        with pytest.raises(SystemExit, match="not made"):
            known["page"]({"headline": 3}, "square")
        _script(there, tmp_path)


def _jpeg() -> bytes:
    from io import BytesIO

    from PIL import Image

    file = BytesIO()
    Image.new("RGB", (1200, 800), (90, 120, 90)).save(file, "JPEG")
    return file.getvalue()


def _shell(command: str, there: There, folder: Path) -> None:
    if shutil.which("curl") is None:
        pytest.skip("no curl here")
    command = command.replace(":8000", f":{there.port}").replace("curl -sS", "curl -sS --fail")
    subprocess.run(["sh", "-c", command], cwd=folder, check=True, timeout=60)


def _script(there: There, folder: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here")
    story = json.dumps(dict(STORY))
    script = blocks("js")[0] + (
        f"const at = 'http://127.0.0.1:{there.port}';\n"
        f"page(at, {story}, 'square').then((bytes) => console.log(bytes[1], bytes[2]));\n"
        "page(at, {headline: 3}, 'square').catch((error) => console.log(error.message));\n"
    )
    told = subprocess.run([node, "-e", script], capture_output=True, check=True, timeout=60)
    assert b"80 78" in told.stdout and b"/headline: expected a text" in told.stdout
