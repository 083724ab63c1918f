"""From nodes to the frozen types they stand for, finding every error, each at its own place.

What a field may hold is its annotation (see `forms`); a type with rules of its own has a reader.
A reader gets the node and reports what is wrong; if it reports an error, what it returns is
thrown away.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, assert_never, cast

from infographic.foundation import limits
from infographic.foundation.datum import ASIDE, Node
from infographic.foundation.diagnostics import SpecError, near_word, nearest
from infographic.foundation.record import is_record
from infographic.foundation.sayings import Saying, say
from infographic.loading.decoding.forms import (
    PAGE,
    Choice,
    Custom,
    Edges,
    Field,
    Fixed,
    Form,
    Later,
    Measure,
    OfPage,
    OneOf,
    Raw,
    Record,
    Scalar,
    Several,
    Table,
    form_of,
    may_be,
    name_of,
    one_of,
    record_of,
    wanted,
)  # fmt: skip
from infographic.loading.decoding.kept import DECODED, Known, Once, Read
from infographic.loading.decoding.values import (
    EXAMPLES,
    FAILED,
    NUMBERS,
    Failed,
    Report,
    Values,
    as_number,
    example_of,
    in_brackets,
    is_numeric,
    made_whole,
    shown,
    too_many,
    wrong_count,
)
from infographic.text.copy import Copy

T = TypeVar("T")
Reader = Callable[[Node, Report], object]


def decode(
    node: Node,
    kind: type[T],
    readers: Mapping[Any, Reader] | None = None,
    catalogue: Mapping[str, type] | None = None,
    block: object = None,
) -> T:
    """Decode a node, or raise `SpecError` with everything wrong in it."""
    decoder = Decoder(readers or {}, catalogue or {}, block)
    result = decoder.decode(node, kind)
    if isinstance(result, Failed):
        raise SpecError(decoder.diagnostics)
    return result


class Decoder(Values):
    """Decodes nodes and gathers what is wrong with them in `diagnostics`.

    `catalogue` names the blocks by their “type”; `block` is the annotation that means any of
    them.
    """

    def __init__(
        self, readers: Mapping[Any, Reader], catalogue: Mapping[str, type] | None = None,
        block: object = None, known: Known | None = None, once: Once | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.known, self.looks, self.worded = known, 0, 0
        self.once = once
        story = once.known if once is not None else None
        self.volatile = next(
            (one.volatile for one in (known, story) if one is not None), frozenset()
        )
        self.forms: dict[int, tuple[object, Form]] = {}
        self.readers, self.catalogue, self.block = readers, catalogue or {}, block

    def decode(self, node: Node, kind: type[T]) -> T | Failed:
        """A whole tree; “$schema” at its top names the schema for editors and is ignored."""
        if isinstance(node.value, dict) and "$schema" in node.value:
            fields = {key: part for key, part in node.value.items() if key != "$schema"}
            node = Node(fields, node.origin, node.keys)
        return cast("T | Failed", self.read(node, kind))

    def wanted(self, form: Form) -> Saying:
        is_block = isinstance(form, Custom) and form.hint is self.block
        return say("phrase/block") if is_block else wanted(form)

    def form(self, hint: object) -> Form:
        """The form of an annotation; readers come before all else."""
        # By identity: to hash an annotation takes longer than all else here.
        known = self.forms.get(id(hint))
        if known is None or known[0] is not hint:
            known = self.forms[id(hint)] = hint, self.form_anew(hint)
        return known[1]

    def form_anew(self, hint: object) -> Form:
        form = form_of(hint)
        if hint in self.readers or not isinstance(form, Custom) or hint is self.block:
            return Custom(hint) if hint in self.readers else form
        if form.hint in self.readers:
            return form
        if isinstance(hint, type) and is_record(hint):
            return record_of(hint)
        raise TypeError(f"no reader for {hint}")

    def read(self, node: Node, hint: object) -> object:
        """The value of a node for an annotation, or FAILED."""
        once = self.once
        if once is None or not isinstance(hint, type) or hint not in once.kinds:
            return self.read_known(node, hint, self.known)
        kept = once.values.get((id(node), hint))
        if kept is not None:
            self.looks += kept[2]
            # It may hold short texts, whose terms are the story's.
            self.worded += 1
            return kept[1]
        before = len(self.diagnostics), self.looks
        value = self.read_known(node, hint, once.known)
        if value is not FAILED:
            is_passing = before != (len(self.diagnostics), self.looks)
            once.values[id(node), hint] = node, value, is_passing
        return value

    def read_known(self, node: Node, hint: object, known: Known | None) -> object:
        """The same, taken from an earlier page where nothing was said of the node."""
        if known is None:
            return self.read_anew(node, hint)
        key = id(known), id(node), id(hint)
        kept = DECODED.get(key)
        words = self.once.words if self.once is not None else None
        if kept is not None and not kept.is_passing and kept.words in (None, words):
            self.worded += kept.words is not None
            return kept.value
        before, worded = (len(self.diagnostics), self.looks), self.worded
        value = self.read_anew(node, hint)
        if value is FAILED:
            return value
        if kept is not None and self.once is not None and self.once.same(kept.value, value):
            value = kept.value
        is_passing = before != (len(self.diagnostics), self.looks)
        used = words if worded != self.worded else None
        DECODED.put(key, Read(value, used, is_passing, hint), (known, node))
        return value

    def read_anew(self, node: Node, hint: object) -> object:
        form = self.form(hint)
        match form:
            case Raw():
                return node
            case Scalar():
                return self.scalar(node, form)
            case Measure():
                return self.measure(node, form)
            case Edges():
                return self.edges(node, form)
            case Choice():
                return self.choice(node, form)
            case Several():
                return self.several(node, form)
            case Fixed():
                return self.fixed(node, form)
            case Table():
                return self.table(node, form)
            case Record():
                return self.record(node, form)
            case OneOf():
                value = self.one_of(node, form)
                return value if form.short_for is None else made_whole(node, value, form.short_for)
            case Custom():
                return self.custom(node, form)
            case OfPage():
                return self.of_page(node, form)
            case Later(cls=cls):
                if self.once is not None:
                    # A story's own value, as the kinds that every story has.
                    self.once.kinds |= {cls}
                    if self.once.known is not None:
                        self.once.known.later |= {cls}
                return self.read(node, cls)
            case unknown:
                assert_never(unknown)

    # Lists and objects

    def several(self, node: Node, form: Several) -> object:
        if not isinstance(node.value, tuple):
            if self.is_like(node, form.item):
                return self.unlike(node, form, say("mend/in-brackets"))
            item = wanted(self.form(form.item))
            return self.unlike(node, form, say("mend/item-in-brackets", item=item))
        if (long := too_many(len(node.value), form.item)) is not None:
            return self.fault(long, node.origin)
        parts = [self.read(part, form.item) for part in node.value]
        wrong = wrong_count(len(parts), form.bounds)
        if wrong is not None:
            return self.fault(wrong, node.origin)
        return FAILED if FAILED in parts else tuple(parts)

    def is_like(self, node: Node, hint: object) -> bool:
        """Whether a node could be an item of a list."""
        form = self.form(hint)
        members = form.members if isinstance(form, OneOf) else (hint,)
        return any(may_be(node, self.form(member)) for member in members)

    def is_custom(self, hint: object) -> bool:
        return isinstance(self.form(hint), Custom)

    def fixed(self, node: Node, form: Fixed) -> object:
        if not isinstance(node.value, tuple) or len(node.value) != len(form.items):
            found = wanted(Fixed(node.value)) if isinstance(node.value, tuple) else shown(node)
            said = say("value-kind", wanted=wanted(form), found=found)
            return self.fault(said, node.origin, in_brackets(len(form.items)))
        pairs = zip(node.value, form.items, strict=True)
        parts = [self.read(part, item) for part, item in pairs]
        return FAILED if FAILED in parts else tuple(parts)

    def table(self, node: Node, form: Table) -> object:
        if not isinstance(node.value, dict):
            return self.unlike(node, form)
        kept = {
            key: part
            for key, part in node.value.items()
            if part.value is not None and not key.startswith("//")
        }
        if len(kept) > (most := limits.most("names")):
            return self.fault(say("names-many", most=most, limit="names"), node.origin)
        parts = {key: self.read(part, form.item) for key, part in kept.items()}
        return FAILED if FAILED in parts.values() else parts

    def record(self, node: Node, form: Record, extra: tuple[str, ...] = ()) -> object:
        """A dataclass; `extra` are keys that it has beside its fields."""
        if not isinstance(node.value, dict) or hasattr(form.cls, "opened"):
            if isinstance(node.value, form.cls):
                return node.value  # data, read into a table when the story was
            for fault in (faults := getattr(node.value, "faults", ())):
                self.report(fault)
            if faults:
                return FAILED
            return self.unlike(node, form, EXAMPLES.get(form.cls.__name__))
        before = self.errors
        values: dict[str, object] = {"origin": node.origin} if form.has_origin else {}
        unknown: list[str] = []
        for key, part in node.value.items():
            field = form.fields.get(key)
            if field is not None:
                # null is “not given”, whatever the field is of.
                if part.value is not None or field.required:
                    values[field.name] = self.read(part, field.hint)
                    if key in form.places:
                        values[form.places[key]] = part.origin
            elif key not in extra and not key.startswith(ASIDE):
                unknown.append(key)
        meant = self.unknown(node, node.value, form, unknown) if unknown else frozenset()
        for field in form.fields.values():
            if field.required and field.key not in node.value and field.key not in meant:
                self.missing(node, form, field)
        return form.cls(**values) if self.errors == before else FAILED

    def unknown(
        self, node: Node, parts: Mapping[str, Node], form: Record, keys: list[str]
    ) -> frozenset[str]:
        """Say which keys are no fields; the fields that are meant by them."""
        # Late: few files have one.
        from infographic.loading.decoding.unknown_fields import unknown_fields

        # More than are told are not compared with what is known.
        keys = keys[: limits.most("faults") + 1]
        said = unknown_fields(form.cls.__name__, form.fields, keys, parts)
        for key, saying, mend in said.faults:
            self.fault(saying, node.keys.get(key, parts[key].origin), mend)
        return said.meant

    def missing(self, node: Node, form: Record, field: Field) -> None:
        kind = example_of(self.form(field.hint)) or self.wanted(self.form(field.hint))
        saying = say("field-missing", type=name_of(form.cls.__name__), key=field.key, wanted=kind)
        self.fault(saying, node.origin)

    # One of several kinds

    def custom(self, node: Node, form: Custom) -> object:
        if form.hint is self.block and form.hint not in self.readers:
            return self.any_block(node, form)
        before = self.errors
        self.looks += form.hint in self.volatile
        value = self.readers[form.hint](node, self.report)
        self.worded += isinstance(value, Copy) and value.story is not None
        return value if self.errors == before else FAILED

    def of_page(self, node: Node, form: OfPage) -> object:
        if node.value == PAGE:
            return self.custom(node, Custom(form.mark))
        if isinstance(node.value, str):
            near = near_word(node.value, (PAGE,))
            if near is not None:
                return self.unlike(node, form, near)
        return self.read_anew(node, form.hint)

    def any_block(self, node: Node, form: Custom) -> object:
        if not isinstance(node.value, dict):
            return self.unlike(node, form, say("mend/block"))
        name = node.value.get("type")
        if name is None:
            return self.fault(say("block-type/missing"), node.origin, nearest("", self.catalogue))
        if not isinstance(name.value, str) or name.value not in self.catalogue:
            mend = nearest(str(name.plain()), self.catalogue)
            return self.fault(say("block-type", found=shown(name)), name.origin, mend)
        return self.record(node, record_of(self.catalogue[name.value]), extra=("type",))

    def one_of(self, node: Node, form: OneOf) -> object:
        forms = [(hint, self.form(hint)) for hint in form.members]
        likely = [hint for hint, member in forms if may_be(node, member)]
        sure = [h for h in likely if not self.is_custom(h)] or likely
        records = [h for h in sure if isinstance(self.form(h), Record)]
        if len(records) > 1:
            return self.one_record(node, [cast("type", hint) for hint in records])
        if not sure:
            lengths = [h for h, member in forms if isinstance(member, Measure)]
            # A number where a length may be lacks its unit: say that.
            sure = lengths if isinstance(node.value, NUMBERS) else []
        if not sure:
            numeric = next((m for _, m in forms if is_numeric(m)), None)
            mend = as_number(node.value, numeric) if numeric else None
            examples = (EXAMPLES.get(getattr(hint, "__name__", "")) for hint in form.members)
            return self.unlike(node, form, mend or next(filter(None, examples), None))
        # 3.0 stays a float where a float may be: no digit that was written is lost.
        sure.sort(key=lambda hint: hint is not type(node.value))
        if len(sure) == 1:
            only = self.form(sure[0])
            if isinstance(only, Choice) and isinstance(node.value, str):
                # What else the field may be is wanted as well as the words.
                return self.choice(node, only, wanted(form))
            return self.read(node, sure[0])
        # Two kinds that are written alike (“auto” or “3mm”): the first that can be read.
        kept, errors = self.diagnostics, self.errors
        for hint in sure:
            self.diagnostics, self.errors = [], 0
            count = len(self.once.values) if self.once is not None else 0
            value = self.read(node, hint)
            found, failed = self.diagnostics, self.errors
            self.diagnostics, self.errors = kept, errors
            if not failed:
                self.diagnostics += found
                return value
            if self.once is not None:
                self.once.forget(count)
        return self.unlike(node, form)

    def one_record(self, node: Node, kinds: list[type]) -> object:
        """Dataclasses are distinguished by the keys that only one of them has."""
        records = [record_of(kind) for kind in kinds]
        keys = {key for key in cast("dict[str, Node]", node.value) if not key.startswith(ASIDE)}
        scores = []
        for record in records:
            others = set().union(*(r.fields for r in records if r is not record))
            own = {key for key in record.fields if key not in others}
            required = {key for key, field in record.fields.items() if field.required}
            scores.append(len(keys & own) - len(keys - set(record.fields)) - len(required - keys))
        best = max(scores)
        if scores.count(best) == 1:
            return self.read(node, kinds[scores.index(best)])
        wanted_keys = [[k for k, f in record.fields.items() if f.required] for record in records]
        wants = [
            say("phrase/all-of", parts=[say("phrase/quoted", words=key) for key in own])
            for own in wanted_keys
        ]
        strange = sorted(keys - {key for record in records for key in record.fields})
        mend = None
        if strange:
            # Late: few files have one.
            from infographic.loading.decoding.unknown_fields import meant_by

            classes = [record.cls.__name__ for record in records]
            keys_wanted = {k for own in wanted_keys for k in own}
            mend = meant_by(strange[0], classes) or nearest(strange[0], keys_wanted)
        return self.fault(say("value-kind/object", wanted=one_of(wants)), node.origin, mend)
