"""Make the pictures of the studio anew: docs/images/studio.jpg, and studio-zh.jpg in Chinese.

    python docs/build_studio_pictures.py

It needs Playwright and a Chromium, and faces for Chinese on the machine. Browsers differ in their
faces from machine to machine, so that nothing compares the pictures with what is made now.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from studio.browser.conftest import FLAGS, until
from studio.served import REPOSITORY as ROOT
from studio.served import served

PLACE = "story=twelve-stats/story.json&layout=broadsheet&second=story"
PAINTED = "performance.getEntriesByName('painted').some(one => one.detail.view === 'second')"
NUMBER = """[...document.querySelectorAll("[id^=option-main]")]
  .filter((one) => /stats|数字|Number/.test(one.getAttribute("aria-label")))
  .map((one) => one.getBoundingClientRect())
  .map((box) => [box.x + box.width * 0.3, box.y + box.height * 0.4])[0]"""
THUMBS = "document.querySelectorAll('.thumb-frame.drawn').length > 5"


def window(browser: Any, address: str, language: str) -> bytes:
    """The studio with a number of the broadsheet chosen and a picture for the phone beside it."""
    page = browser.new_page(
        viewport={"width": 1366, "height": 768}, device_scale_factor=2, locale=language
    )
    page.goto(f"{address}#{PLACE}")
    until(page, f"{PAINTED} && {THUMBS}", seconds=60)
    until(page, NUMBER)
    page.mouse.click(*page.evaluate(NUMBER))
    until(page, "document.activeElement.matches('#panel-edit textarea, #panel-edit input')")
    page.mouse.move(2, 760)
    page.wait_for_timeout(1500)
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    made = io.BytesIO()
    taken.resize((1500, 843), Image.Resampling.LANCZOS).save(
        made, "JPEG", quality=84, optimize=True, progressive=True
    )
    return made.getvalue()


def main() -> None:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory(prefix="infographic-studio-") as name:
        folder = Path(name, "desk")
        shutil.copytree(ROOT / "examples" / "twelve-stats", folder / "twelve-stats")
        with (
            served(folder, log=Path(name, "studio.log")) as studio,
            sync_playwright() as playwright,
        ):
            found = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
            for language, file in (("en-GB", "studio.jpg"), ("zh-CN", "studio-zh.jpg")):
                data = window(browser, studio.address, language)
                (ROOT / "docs" / "images" / file).write_bytes(data)
                print(f"{file}: {len(data)} bytes")
            browser.close()


if __name__ == "__main__":
    main()
