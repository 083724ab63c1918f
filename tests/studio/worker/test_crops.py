"""Which part of its picture a frame shows."""

from __future__ import annotations

import pytest
from PIL import Image
from viewed import LAYOUT, STORY, Browser, write

from infographic.studio.worker.desk import Desk
from infographic.studio.worker.jobs import crops


def test_a_frame_tells_its_part_of_the_picture_and_where_it_stands(desk: Desk) -> None:
    Image.new("RGB", (60, 60), "red").save("red.png")
    figures = [{"image": "red.png", "alt": "红", "focus": [0.5, 0.9]}, {"alt": "无"}]
    figure = {"type": "figure", "figure": {"$data": "/figures/0"}}
    write("story.json", {**STORY, "figures": figures})
    write("small.json", {**LAYOUT, "body": figure})
    browser = Browser(desk)
    browser.look()
    (found,) = crops.run(desk, {"view": "v", "pointer": "/figures/0"}, print)["crops"]
    assert (found["page"], found["x"], found["y"], found["width"]) == (0, 0, 0, 200)
    # A frame of 200 × 160 points shows four fifths of the square, at its foot.
    assert found["window"]["height"] == pytest.approx(0.8, abs=1e-3)
    assert found["window"]["y"] == pytest.approx(0.2, abs=1e-3)
    assert found["window"]["width"] == 1
    for other in ("/figures/1", "/figures", "/figures/01"):
        wanted = [found] if other == "/figures" else []
        assert crops.run(desk, {"view": "v", "pointer": other}, print)["crops"] == wanted
    assert crops.run(desk, {"view": "gone", "pointer": "/figures/0"}, print) == {"crops": []}
