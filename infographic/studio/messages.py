"""What the browser and the server say to each other over `/live`; `web/js/protocol.js` is the same
for the browser, and a test compares the two.

Every message is a JSON object with a `type`. One of the browser's that has an `id` is answered by
`answer` or `refused` with the same id. Lengths are points from the trim's top left, as on a `Page`;
`scale` is pixels of the screen a point. Pictures come as binary messages: four bytes (big endian)
with the length of a JSON head, the head, then the pictures one after the other, each as long as the
head says.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from infographic.studio.file_messages import Copy, EditorLink, New, Starters
from infographic.studio.form_messages import Explain, Fields, PlaceOf, ValuesAt

Mode = Literal["page", "overlay", "plates", "proof"]


class Place(TypedDict):
    """Where something stands in a file."""

    file: str
    """From the studio's folder; "" where it is none of it."""
    pointer: str
    line: int
    column: int
    offset: NotRequired[int]
    """Which character of the text value, in code points."""


class Box(TypedDict):
    x: float
    y: float
    width: float
    height: float


class OnPage(Box):
    page: int


# From the browser


class Look(TypedDict):
    """What a view shows from now on; its pages come as `page`, `tiles` and `checked`."""

    type: Literal["look"]
    view: str
    """“main”, “second”: one each browser and pane."""
    story: str
    layout: str
    scale: float
    mode: NotRequired[Mode]
    plate: NotRequired[str]
    """The plate of `plates`; "" for all together."""
    language: NotRequired[str]
    """Of what is said: “zh” or “en”. Any message may say it, and it holds for all that is asked
    for after it."""
    press: NotRequired[str]


class Leave(TypedDict):
    """A view is closed; nothing is drawn for it any more."""

    type: Literal["leave"]
    view: str


class Window(TypedDict):
    """A part of a page, sharp at another scale; it comes as `tiles` with `window` true."""

    type: Literal["window"]
    view: str
    page: int
    scale: float
    x: int
    """In pixels of the page at that scale, as the others."""
    y: int
    width: int
    height: int


class PointAt(TypedDict):
    """What stands at a place of the page; answered by `Pointed`."""

    type: Literal["point"]
    id: int
    view: str
    page: int
    x: float
    y: float


class WhereIs(TypedDict):
    """Where a datum stands on the pages; answered by {"places": [OnPage, …]}."""

    type: Literal["where"]
    id: int
    view: str
    file: str
    pointer: str
    offset: NotRequired[int]


class Edit(TypedDict):
    """Changes of files, all or none; answered by {"version": …} or refused with diagnostics."""

    type: Literal["edit"]
    id: int
    file: str
    edits: list[dict[str, Any]]
    """As `documents` take them: {"op": "set", "pointer": …, "value": …, "was": …} and others."""
    stroke: NotRequired[str]
    """Edits of one stroke of writing are one step of undoing."""


class Settle(TypedDict):
    """Choose where the file and what was written here differ."""

    type: Literal["settle"]
    id: int
    file: str
    pointer: str
    take: Literal["ours", "theirs"]


class SaveLayout(TypedDict):
    """A layout with what `fit` changed, as a new file; answered by {"layout": its path}."""

    type: Literal["save_layout"]
    id: int
    layout: str
    tuning: dict[str, Any]
    """As the job “fit” answered it."""
    name: NotRequired[str]


class Undo(TypedDict):
    type: Literal["undo", "redo"]
    id: int


class Thumbs(TypedDict):
    """Thumbnails that are wanted now, the most wanted first; they come as `thumb`."""

    type: Literal["thumbs"]
    story: str
    layouts: list[str]
    width: int
    """In pixels; a thumbnail is no higher than 1.6 times that."""


class Ask(TypedDict):
    """Whatever else is asked of the worker, by the job's name: “fit”, “table”, “ink” …"""

    type: Literal["ask"]
    id: int
    job: str
    given: dict[str, Any]


class Formats(TypedDict):
    """Answered by {"formats": the kinds of files and their options, "profiles": press profiles}."""

    type: Literal["formats"]
    id: int


class Export(TypedDict):
    """Make files of a story; answered by what was made and refused (`handlers/exporting`), each
    file then at `GET /export/KEY/NAME`. `progress` tells of each."""

    type: Literal["export"]
    id: int
    story: str
    layouts: list[str]
    formats: list[dict[str, Any]]
    """{"ending": “.png”, "options": {…}, "tiles": px or null, "alt_text": bool}."""
    press: NotRequired[str]
    fit: NotRequired[bool]
    """Whether each page is first changed, as its layout allows, until the story fills it."""


class TableCopy(TypedDict):
    """A new CSV with the data of a chart or table; answered by {"file", "named"}: its path from the
    studio's folder and from the story's."""

    type: Literal["table_copy"]
    id: int
    story: str
    pointer: str


class Cancel(TypedDict):
    """What was asked with that id is wanted no more."""

    type: Literal["cancel"]
    id: int


# To the browser


class Hello(TypedDict):
    type: Literal["hello"]
    version: str
    folder: str
    """The folder's name; its path stays here."""
    stories: list[dict[str, Any]]
    """{"file": …, "title": …}."""
    layouts: list[dict[str, Any]]
    """{"name", "title", "family", "canvas", "kind", "width", "height", "pages", "own"}."""
    story: str
    layout: str
    language: str


class Stories(TypedDict):
    """The stories and layouts of the folder, when they change."""

    type: Literal["stories"]
    stories: list[dict[str, Any]]
    layouts: list[dict[str, Any]]


class Document(TypedDict):
    """A story as it is now, after every change of it, whoever made it."""

    type: Literal["document"]
    file: str
    version: int
    value: Any
    """As `json.loads` gives it; null while the file is broken."""
    numbers: dict[str, str]
    """Numbers by their pointers, where JavaScript would lose digits: {"/charts/0/of": "1.50"}."""
    saved: bool
    undo: str
    """What would be undone, "" for nothing; likewise redo."""
    redo: str
    faults: list[dict[str, Any]]
    """Diagnostics of a file that cannot be read, could not be saved, or was changed elsewhere."""
    conflicts: list[dict[str, Any]]
    """`documents.Conflict` of each value that was changed here and elsewhere: {"file", "pointer",
    "ours", "theirs", "stands", "deleted"}; `settle` chooses."""


class Pages(TypedDict):
    """A view's pages, before their pictures."""

    type: Literal["page"]
    view: str
    revision: int
    story: str
    layout: str
    scale: float
    mode: Mode
    pages: list[dict[str, Any]]
    """{"number", "width", "height", "unit", "ppi", "px": [w, h], "safe": [t, r, b, l]}."""
    regions: list[dict[str, Any]]
    """{"page", "file", "pointer", "kind", "x", "y", "width", "height"}: what is shown where, the
    innermost last."""
    ledger: list[dict[str, Any]]
    """As `LedgerEntry.as_dict`, with "page"."""
    diagnostics: list[dict[str, Any]]
    """As `Diagnostic.as_dict`, with "places" on the page where it is known."""
    took: float
    """Milliseconds in the worker."""


class Tiles(TypedDict):
    """Head of a binary message: pictures of parts of a page."""

    type: Literal["tiles"]
    view: str
    revision: int
    page: int
    scale: float
    window: bool
    """Whether it was asked for by `window`, else it is the page at its scale."""
    whole: bool
    """Nothing of what was drawn before is to stay."""
    tiles: list[dict[str, Any]]
    """{"x", "y", "width", "height", "bytes", "kind": “image/png”}, in pixels."""


class Checked(TypedDict):
    """What preflight, 核数 and the lints say of the pages of a revision."""

    type: Literal["checked"]
    view: str
    revision: int
    diagnostics: list[dict[str, Any]]


class Failed(TypedDict):
    """A view's pages could not be made; those before stay."""

    type: Literal["failed"]
    view: str
    revision: int
    why: Literal["input", "time", "memory", "crash"]
    diagnostics: list[dict[str, Any]]


class Thumb(TypedDict):
    """Head of a binary message: one picture, or the reason why there is none."""

    type: Literal["thumb"]
    story: str
    layout: str
    version: int
    fits: bool
    why: str
    code: str
    """Of the diagnostic that is `why`; "" where it fits."""
    over: int
    """By how many characters it is too long; 0 where it fits."""
    may_be_fitted: bool
    """Whether `fit` may change the layout."""
    pages: int
    """How many the layout has; the picture is of the first. 0 where there is no picture."""
    width: int
    height: int
    tiles: list[dict[str, Any]]


class Show(TypedDict):
    """An editor's cursor is there."""

    type: Literal["show"]
    place: Place
    story: str
    """The story that shows it: the file itself, or one whose pages are made of it; "" for none."""


class Progress(TypedDict):
    type: Literal["progress"]
    id: int
    done: int
    of: int
    what: str


class Answer(TypedDict):
    type: Literal["answer"]
    id: int
    given: Any


class Refused(TypedDict):
    type: Literal["refused"]
    id: int
    message: str
    diagnostics: list[dict[str, Any]]


FROM_BROWSER = (
    Look,
    Leave,
    Window,
    PointAt,
    WhereIs,
    Edit,
    Settle,
    SaveLayout,
    Undo,
    Thumbs,
    Ask,
    Starters,
    New,
    Copy,
    EditorLink,
    Cancel,
    Formats,
    Export,
    TableCopy,
    Fields,
    Explain,
    ValuesAt,
    PlaceOf,
)
TO_BROWSER = (
    Hello, Stories, Document, Pages, Tiles, Checked, Failed, Thumb, Show, Progress, Answer, Refused,
)  # fmt: skip
