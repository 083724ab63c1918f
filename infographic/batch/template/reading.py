"""A template as its file has it, and what it says of the columns it takes.

    "$batch": {"id": "code", "copy": ["words"], "required": ["gdp"]}

`id`: the column that tells an edition from the others; `copy`: columns whose cells are written as a
story's texts are, with marks; `required`: columns whose cells must not be empty.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from infographic.batch.rows import Row
from infographic.batch.stores.urls import is_url
from infographic.batch.template.binding import SETTINGS
from infographic.batch.template.bound import BoundStory, TemplateText, light
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError, nearest
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.loading.reading.source import read_file

LISTS = ("copy", "required")
FIELDS = ("id", *LISTS)


@record
class Template:
    text: TemplateText
    node: Node
    id: str
    """The column that tells an edition from the others; "" where the template does not say."""
    named: tuple[tuple[str, Origin], ...]
    """The columns that its own settings name, and where."""
    required: tuple[str, ...] = ()

    @property
    def copy(self) -> tuple[str, ...]:
        return self.text.copy

    @property
    def files(self) -> tuple[Path, ...]:
        path = self.text.here().path
        return (Path(path),) if path else ()

    def maker(self, row: Row) -> BoundStory:
        """The story of a row, made where it is asked for."""
        return BoundStory(self.text, light(row, self.text.folder))


def read_template(path: str, *, copy: Collection[str] = ()) -> Template:
    """Read a template, a file or a URL. `copy`: columns that are copy beside those that it names.

    Raises `SpecError`, and for a URL what `inputs.fetched` raises.
    """
    text = _text_of(path, copy)
    node = text.read()
    if not isinstance(node.value, dict):
        raise SpecError([Diagnostic(say("value-kind/story", found=node.kind), node.origin)])
    settings, faults = _settings(node)
    if faults:
        raise SpecError(faults)
    named = tuple((str(one.value), one.origin) for nodes in settings.values() for one in nodes)
    own = tuple(str(one.value) for one in settings.get("copy", ()))
    text = replaced(text, copy=tuple(dict.fromkeys((*own, *copy))))
    ids = [str(one.value) for one in settings.get("id", ())]
    required = tuple(str(one.value) for one in settings.get("required", ()))
    return Template(text, node, ids[0] if ids else "", named, required)


def _text_of(path: str, copy: Collection[str]) -> TemplateText:
    """A file's text, or an object's: what it names is beside it, in whatever process."""
    if not is_url(path):
        source = read_file(path, relaxed=True).origin.source
        file = "" if source.path is None else str(source.path)
        return TemplateText(source.name, source.text, source.folder, file, tuple(copy))
    # Late: an extra.
    from infographic.batch.stores.inputs import fetched, named

    copied = fetched(path)
    url, text = named(str(copied)), read_file(copied, relaxed=True).origin.source.text
    folder = url.rpartition("/")[0] if is_url(url) else str(copied.parent)
    return TemplateText(url, text, folder, url, tuple(copy))


def _settings(node: Node) -> tuple[dict[str, tuple[Node, ...]], list[Diagnostic]]:
    """What a template says of its columns, each setting as the names of columns; and what is wrong
    with it."""
    assert isinstance(node.value, dict)
    settings = node.value.get(SETTINGS)
    if settings is None:
        return {}, []
    if not isinstance(settings.value, dict):
        return {}, [Diagnostic(say("row-settings", found=settings.kind), settings.origin)]
    found: dict[str, tuple[Node, ...]] = {}
    faults: list[Diagnostic] = []
    for key, value in settings.value.items():
        if key.startswith("//"):
            continue
        at = settings.keys.get(key, settings.origin)
        if key not in FIELDS:
            faults.append(Diagnostic(say("row-settings/key", key=key), at, nearest(key, FIELDS)))
            continue
        names = value.value if key in LISTS else (value,)
        if not isinstance(names, tuple) or not all(isinstance(one.value, str) for one in names):
            faults.append(Diagnostic(say("row-settings/names", key=key), value.origin))
            continue
        found[key] = names
    return found, faults
