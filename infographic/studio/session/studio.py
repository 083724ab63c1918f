"""A studio: a folder, what of it is open, its workers, and the browsers that look at it."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from infographic import __version__
from infographic.foundation.reach import OutOfReachError
from infographic.foundation.record import field, record
from infographic.foundation.sayings import using_language
from infographic.studio.session.browser import Browser
from infographic.studio.session.catalogue import shipped_layouts, stories_in
from infographic.studio.session.exported import Exports
from infographic.studio.session.intake import Intake
from infographic.studio.session.paths import is_plain, outside, path_in
from infographic.studio.session.texts import Texts
from infographic.studio.session.thumbnails import Pictures, Thumbnails
from infographic.studio.session.view import View, keep
from infographic.studio.session.watching import watched
from infographic.studio.worker.child import Spares
from infographic.studio.worker.process import MEGABYTES, JobFailedError, Worker

BEHIND = 5
"""By how much the process of thumbnails gives way to others, as `nice` counts."""


@record(frozen=False, eq=False)
class Studio:
    """`begin` before the first browser, `end` after the last."""

    root: Path
    """The folder, a real path; nothing outside is read or written."""
    story: str = ""
    """That is shown first: its path from the folder; "" for the first that is found."""
    layout: str = "square"
    language: str = ""
    """“zh” or “en”; "" for what the browser asks for."""
    polling: bool = False
    """Whether files are looked at again and again, where a network share tells of no change."""
    on_unsaved: Callable[[str], None] = lambda file: None
    """Is told at the end of each file whose changes no disk took: they are gone then."""
    front: Worker = field(init=False)
    """Draws what is looked at."""
    back: Worker = field(init=False)
    """Draws thumbnails, exports: what may wait."""
    spares: Spares = field(init=False)
    browsers: set[Browser] = field(default_factory=set)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)
    exports: Exports = field(default_factory=Exports)
    shipped: tuple[dict[str, Any], ...] = ()
    """The shipped layouts, once they are known."""
    own_layouts: list[dict[str, Any]] = field(default_factory=list)
    pictures: Pictures = field(default_factory=Pictures)
    thumbnails: dict[int, Thumbnails] = field(default_factory=dict)
    """By the browser's number."""
    intake: Intake = field(init=False)
    """Opens what is uploaded, and pictures for forms."""
    listing: asyncio.Lock = field(default_factory=asyncio.Lock)
    is_list_due: bool = False
    """Whether somebody waits to list the files, as they are by then."""
    texts: Texts = field(init=False)
    """The files that are being edited."""

    def __post_init__(self) -> None:
        self.intake = Intake(self.root)
        self.texts = Texts(
            self.root, self.tell_each, lambda path: self.redraw({path}), self._is_looked_at
        )

    async def begin(self) -> None:
        self.spares = Spares(self.root, MEGABYTES, self._warmth())
        self.front = Worker(self.root, spares=self.spares, on_restart=self.draw_again)
        self.back = Worker(self.root, spares=self.spares, on_restart=self._behind)
        await asyncio.gather(self.front.start(), self.back.start())
        self.tasks.append(asyncio.create_task(self._list_shipped()))
        self.tasks.append(asyncio.create_task(self._warm()))
        self.tasks.append(asyncio.create_task(self._watch()))

    async def end(self) -> None:
        self.texts.save_all()
        for file in self.texts.unsaved:
            self.on_unsaved(file)
        for task in self.tasks:
            task.cancel()
        for browser in [*self.browsers]:
            self.farewell(browser)
        await asyncio.gather(self.front.stop(), self.back.stop(), self.intake.stop())
        await self.spares.close()
        self.exports.close()

    def _warmth(self) -> dict[str, Any]:
        """What makes a worker ready for what will be looked at."""
        story = self.story or next((one["file"] for one in stories_in(self.root)), "")
        return {"stories": [story] if story else [], "layouts": [self.layout, "broadsheet"]}

    async def _warm(self) -> None:
        """First what draws the page that somebody waits for, then what waits for it to fail."""
        warmth = self._warmth()
        for layout in warmth["layouts"]:
            # One by one: who asks for a page meanwhile has it before the next.
            with suppress(JobFailedError):
                await self.front.ask("warm", {**warmth, "layouts": [layout]}, seconds=60)
        with suppress(JobFailedError):
            await self.back.ask("warm", {**warmth, "nice": BEHIND}, seconds=60)
        await self._find_layouts()
        self.spares.prepare()

    def _behind(self) -> None:
        """Thumbnails give way to the page that is being written, in a new process too."""

        async def ask() -> None:
            with suppress(JobFailedError):
                await self.back.ask("warm", {"layouts": (), "nice": BEHIND})

        keep(asyncio.create_task(ask()))

    def draw_again(self) -> None:
        """A worker has begun anew, and knows nothing of what is shown."""
        for view in self.views:
            view.lost()

    # Browsers

    def welcome(self, browser: Browser) -> None:
        self.browsers.add(browser)
        browser.language = self.language or browser.language
        stories = stories_in(self.root)
        first = self.story or (stories[0]["file"] if stories else "")
        browser.say({
            "type": "hello", "version": __version__, "folder": self.root.name,
            "stories": stories, "layouts": self.layouts,
            "story": first, "layout": self.layout, "language": browser.language,
        })  # fmt: skip

    def farewell(self, browser: Browser) -> None:
        self.browsers.discard(browser)
        if browser.number in self.thumbnails:
            self.thumbnails.pop(browser.number).close()
        browser.close()

    def tell_all(self, message: Mapping[str, Any]) -> None:
        for browser in self.browsers:
            browser.say(message)

    def tell_each(self, make: Callable[[], Mapping[str, Any]]) -> None:
        """Tell every browser what is made for its language, once for all that speak it."""
        made: dict[str, Mapping[str, Any]] = {}
        for browser in self.browsers:
            if browser.language not in made:
                with using_language(browser.language):
                    made[browser.language] = make()
            browser.say(made[browser.language])

    @property
    def views(self) -> list[View]:
        return [view for browser in self.browsers for view in browser.views.values()]

    def view_of(self, browser: Browser, name: str) -> View:
        if name not in browser.views:
            browser.views[name] = View(
                f"{browser.number}/{name}", name, self.front, self.given, browser.say,
                browser.say_pictures,
            )  # fmt: skip
        return browser.views[name]

    def thumbnails_of(self, browser: Browser) -> Thumbnails:
        if browser.number not in self.thumbnails:
            self.thumbnails[browser.number] = Thumbnails(
                self.root, browser, self.front, self.back, self.pictures, self.given
            )
        return self.thumbnails[browser.number]

    # Files

    @property
    def layouts(self) -> list[dict[str, Any]]:
        """All that may be chosen, the folder's own first."""
        return [*self.own_layouts, *self.shipped]

    async def _list_shipped(self) -> None:
        """It takes a second or two; the first page does not wait for it."""
        self.shipped = await asyncio.to_thread(shipped_layouts)
        await self._tell_files()

    async def _find_layouts(self) -> None:
        """Ask a worker for the folder's own, and tell of others than before: settling a layout may
        take what a studio must not."""
        with suppress(JobFailedError):
            found = await self.back.ask("layouts", {})
            if found != self.own_layouts:
                self.own_layouts = found
                await self._tell_files()

    async def _tell_files(self) -> None:
        """Many files, or a slow disk, keep no page waiting; of several that wait one does it."""
        if self.is_list_due:
            return
        self.is_list_due = True
        async with self.listing:
            self.is_list_due = False
            stories = await asyncio.to_thread(stories_in, self.root)
            self.tell_all({"type": "stories", "stories": stories, "layouts": self.layouts})

    def path_of(self, file: str) -> Path:
        """The real path of a file that a browser names. Raises `OutOfReachError`."""
        return path_in(self.root, file)

    def given(self, look: Mapping[str, Any]) -> dict[str, Any]:
        """What a worker is to be given for a `look`; files by their paths from the folder, where
        the worker stands. Raises `OutOfReachError`."""
        story = self.path_of(look["story"])
        # What a browser asks for opens nothing besides.
        kept = {name: value for name, value in look.items() if name not in ("allow", "font_path")}
        for name in ("layout", "press"):
            if look.get(name):
                kept[name] = self.name_or_file(look[name])
        return {"layout": "", **kept, "story": self.name_of(story), "text": self.text_of(story)}

    def name_or_file(self, name: str) -> str:
        """A shipped layout's or press profile's name as it is; a file's, from the folder. Raises
        `OutOfReachError`."""
        if name.endswith(".json"):
            return self.name_of(self.path_of(name))
        # Names are looked for in folders, and lead no way out of these.
        if not is_plain(name, on_windows=True):
            raise outside(name)
        return name

    def name_of(self, path: Path) -> str:
        """A file of the folder as the browser and all messages name it."""
        return path.relative_to(self.root).as_posix()

    def text_of(self, path: Path) -> str | None:
        """The text of a file that is being edited; None for one that stands as the disk has it."""
        return self.texts.unsaved_text(path)

    def redraw(self, paths: Iterable[Path]) -> None:
        """Draw what depends on these files."""
        changed = frozenset(paths)
        if not changed:
            return
        for view in self.views:
            if view.depends_on(changed):
                view.again()
        for one in self.thumbnails.values():
            one.again()

    def files_changed(self, paths: Iterable[Path]) -> None:
        """The disk has other files than before."""
        changed = self.texts.disk_changed(frozenset(paths))
        self.redraw(changed)
        if any(path.suffix == ".json" for path in changed):
            keep(asyncio.create_task(self._tell_files()))
            keep(asyncio.create_task(self._find_layouts()))

    def _is_looked_at(self, path: Path) -> bool:
        for view in self.views:
            with suppress(OutOfReachError):
                if view.look and self.path_of(view.look["story"]) == path:
                    return True
        return False

    def show_document(self, browser: Browser, file: str) -> None:
        """Tell a browser what a story holds. Raises `SpecError` where it cannot be opened."""
        with using_language(browser.language):
            browser.say(self.texts.message(self.texts.open(self.path_of(file))))

    async def _watch(self) -> None:
        async for paths in watched(self.root, polling=self.polling):
            try:
                self.files_changed(paths)
            except Exception:
                # A fault of ours with one file: the next change is seen all the same.
                traceback.print_exc()
