"""What is done with each message of a browser.

`handle` finds a message's function by its type in `HANDLERS`: `async def f(studio, browser,
message) -> answer`. What it answers goes back with the message's id, where it has one; what is
raised goes back as `refused`.
"""

from __future__ import annotations

import asyncio
import traceback
from importlib import import_module
from typing import TYPE_CHECKING, Any

from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import MachineError, SayingError, SpecError
from infographic.foundation.sayings import LANGUAGES, using_language
from infographic.studio.session.paths import without_folder
from infographic.studio.worker.process import JobFailedError

if TYPE_CHECKING:
    from infographic.studio.session.browser import Browser
    from infographic.studio.session.studio import Studio

HANDLERS = {
    "look": "looking.look",
    "leave": "looking.leave",
    "window": "looking.window",
    "point": "pointing.point",
    "where": "pointing.where",
    "edit": "editing.edit",
    "undo": "editing.undo",
    "redo": "editing.redo",
    "settle": "editing.settle",
    "thumbs": "thumbs.thumbs",
    "save_layout": "saving_layouts.save_layout",
    "ask": "asking.ask",
    "cancel": "asking.cancel",
    "fields": "forms.fields",
    "explain": "forms.explain",
    "icons": "forms.icons",
    "devices": "forms.devices",
    "values_at": "forms.values_at",
    "place_of": "forms.place_of",
    "formats": "exporting.formats",
    "export": "exporting.export",
    "table_copy": "tables.table_copy",
    "starters": "files.list_starters",
    "new": "files.new",
    "copy": "files.copy",
    "editor_link": "files.editor_link",
}
"""The module here and its function, imported when it is first wanted."""


def begin(studio: Studio, browser: Browser, message: dict[str, Any]) -> None:
    """Do what a message asks, beside whatever else is being done."""
    # The id of a “cancel” is that of what it ends.
    number = None if message.get("type") == "cancel" else message.get("id")
    task = asyncio.create_task(_answer(studio, browser, message))
    if number is not None:
        browser.asked[number] = task
        task.add_done_callback(lambda _: browser.asked.pop(number, None))
    else:
        _KEPT.add(task)
        task.add_done_callback(_KEPT.discard)


_KEPT: set[asyncio.Task[None]] = set()
"""A task that nobody holds may be collected while it runs."""


async def _answer(studio: Studio, browser: Browser, message: dict[str, Any]) -> None:
    # A message may say what its browser reads from now on; what is begun for it inherits that.
    if message.get("language") in LANGUAGES:
        browser.language = message["language"]
    with using_language(browser.language):
        await _answer_spoken(studio, browser, message)


async def _answer_spoken(studio: Studio, browser: Browser, message: dict[str, Any]) -> None:
    number = message.get("id")
    head = {"type": "refused", "id": number}
    try:
        module, _, function = HANDLERS[message["type"]].partition(".")
        handler = getattr(import_module(f"{__name__}.{module}"), function)
        answer = await handler(studio, browser, message)
    except (KeyError, TypeError) as error:
        browser.say({**head, "message": f"not understood: {error}", "diagnostics": []})
    except SpecError as error:
        told = [one.as_dict() for one in error.diagnostics]
        browser.say({**head, "message": "", "diagnostics": told})
    except JobFailedError as error:
        browser.say({**head, "message": error.message, "diagnostics": error.diagnostics})
    except (SayingError, MachineError, CallError) as error:
        # A `MachineError` knows where it is of.
        told = [one.as_dict() for one in getattr(error, "diagnostics", ())]
        refused = {**head, "message": str(error), "diagnostics": told}
        browser.say(without_folder(studio.root, refused))
    except Exception as error:
        # A fault of ours: it is told, and whoever asked does not wait for ever.
        traceback.print_exc()
        browser.say({**head, "message": f"{type(error).__name__}: {error}", "diagnostics": []})
    else:
        if number is not None:
            browser.say({"type": "answer", "id": number, "given": answer})
