"""JSON Schema (2020-12) for a file format, from the same types the decoder goes by.

Descriptions are the docstrings of classes and the string literals below their fields. An object
is distinguished by if/then rather than oneOf, so that an editor underlines the wrong field and not
the whole block.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any, assert_never

from infographic.foundation.fields import Range
from infographic.foundation.record import is_record
from infographic.foundation.units import POINTS_PER, ZIHAO
from infographic.loading.binding.directives import directive_schema
from infographic.loading.decoding.forms import (
    PAGE,
    Choice,
    Custom,
    Edges,
    Field,
    Fixed,
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
    record_of,
)

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES = {
    str: "string", int: "integer", float: "number", Decimal: "number", bool: "boolean",
    type(None): "null",
}  # fmt: skip
ALL_KINDS = {"string", "number", "boolean", "null", "array", "object"}
_COMMENTS = {"^//": True}
_ASIDE = {"^(//|x-)": True}
"""Beside known fields: comments, and keys that are the author's own."""


def schema_of(
    kind: type,
    *,
    custom: Mapping[Any, Schema] | None = None,
    written_as: Mapping[Any, object] | None = None,
    catalogue: Mapping[str, type] | None = None,
    block: object = None,
    directives: bool = False,
    partial: bool = False,
    title: str = "",
) -> Schema:
    """The schema of a file that decodes to `kind`.

    `custom` has a schema for every type with a reader of its own, `written_as` for a type that is
    made of something else the annotation of that; `block` is the annotation that means any block of
    the catalogue; with `directives`, every value inside a block may also be a
    $data, $each, $if, $join or $index. A `partial` file may leave out every field at its top, as
    one that extends another does.
    """
    writer = _Writer(custom or {}, catalogue or {}, block, directives, written_as or {})
    top = writer.record(record_of(kind), extra={"$schema": {"type": "string"}})
    if partial:
        del top["required"]
    head: Schema = {"$schema": DIALECT, "title": title or kind.__name__}
    return {**head, **top, "$defs": writer.finished()}


class _Writer:
    def __init__(
        self,
        custom: Mapping[Any, Schema],
        catalogue: Mapping[str, type],
        block: object,
        directives: bool,
        written_as: Mapping[Any, object],
    ) -> None:
        self.written_as = written_as
        self.custom, self.catalogue, self.block = custom, catalogue, block
        self.directives = directives
        self.in_block = False
        """Whether what is being written stands inside a block, where directives may."""
        self.defs: dict[str, Schema] = {}
        self.names: dict[object, str] = {}

    def finished(self) -> Schema:
        if self.directives:
            block = {"$ref": "#/$defs/block"} if "block" in self.defs else {}
            self.defs |= directive_schema(block)
        return dict(sorted(self.defs.items()))

    def value(self, hint: object) -> Schema:
        """The schema of a value that may also be a directive."""
        schema = self.plain(hint)
        if (
            not (self.directives and self.in_block)
            or not schema
            or schema.get("$ref") == "#/$defs/block"
        ):
            return schema
        return {
            "if": {"$ref": "#/$defs/is-directive"},
            "then": {"$ref": "#/$defs/directive"},
            "else": schema,
        }

    def plain(self, hint: object) -> Schema:
        if hint in self.custom:
            return self.shared(hint, getattr(hint, "__name__", str(hint)), self.custom[hint])
        if hint in self.written_as:
            return self.plain(self.written_as[hint])
        form = form_of(hint)
        match form:
            case Raw():
                return {}
            case Scalar(kind=kind, bounds=bounds):
                return {"type": _TYPES[kind], **_bounds(bounds)}
            case Measure(bounds=bounds):
                return self.length(bounds)
            case Edges():
                length = self.length(Range(ge=0))
                lists = [
                    {"type": "array", "items": length, "minItems": n, "maxItems": n} for n in (2, 4)
                ]
                return self.shared(hint, "Insets", {"anyOf": [length, *lists]})
            case Choice(values=values):
                return {"enum": list(values)}
            case Several(item=item, bounds=bounds):
                return {"type": "array", "items": self.value(item), **_bounds(bounds)}
            case Fixed(items=items):
                many = len(items)
                parts = [self.value(item) for item in items]
                return {"type": "array", "prefixItems": parts, "minItems": many, "maxItems": many}
            case Table(item=item):
                schema: Schema = {"type": "object", "patternProperties": _COMMENTS}
                return {**schema, "additionalProperties": _or_null(self.value(item))}
            case OneOf(members=members):
                return self.one_of(members)
            case OfPage(hint=own):
                page = {"const": PAGE, "description": "What the page's columns have."}
                return {"anyOf": [self.plain(own), page]}
            case Custom(hint=kind) if kind in self.custom:
                return self.custom[kind]
            case Custom():
                return self.named(hint)
            case Record() | Later():
                return self.named(form.cls)
            case unknown:
                assert_never(unknown)

    def one_of(self, members: tuple[object, ...]) -> Schema:
        """Each JSON type goes to the members written so, and an editor to the one that is meant."""
        schemas = {member: self.plain(member) for member in members}
        if any(not schema for schema in schemas.values()):
            return {}
        if all(
            isinstance(schema.get("type"), str) and len(schema) == 1 for schema in schemas.values()
        ):
            return {"type": list(dict.fromkeys(schema["type"] for schema in schemas.values()))}
        branches: list[tuple[list[Schema], list[str]]] = []
        for kind in ("string", "number", "boolean", "null", "array", "object"):
            meant = [schemas[member] for member in members if kind in self.kinds(member)]
            known = next((types for other, types in branches if other == meant), None)
            if known is not None:
                known.append(kind)
            elif meant:
                branches.append((meant, [kind]))
        return {
            "type": [kind for _, kinds in branches for kind in kinds],
            "allOf": [
                {"if": {"type": kinds}, "then": meant[0] if len(meant) == 1 else {"anyOf": meant}}
                for meant, kinds in branches
            ],
        }

    def kinds(self, hint: object) -> set[str]:
        """The JSON types a type is written as; integers are numbers."""
        if hint in self.custom:
            return _kinds_of(self.custom[hint])
        if hint in self.written_as:
            return self.kinds(self.written_as[hint])
        match form_of(hint):
            case Scalar(kind=kind):
                return {"number" if kind is int else _TYPES[kind]}
            case Measure():
                return {"string", "number"}
            case Edges():
                return {"string", "number", "array"}
            case Choice(values=values):
                return _kinds_of({"enum": list(values)})
            case Several() | Fixed():
                return {"array"}
            case OfPage(hint=own):
                return {*self.kinds(own), "string"}
            case OneOf(members=members):
                return {kind for member in members for kind in self.kinds(member)}
            case Custom(hint=kind) if kind in self.custom:
                return _kinds_of(self.custom[kind])
            case Raw():
                return ALL_KINDS
            case Table() | Record() | Custom() | Later():
                return {"object"}

    def named(self, hint: object) -> Schema:
        if hint is self.block and self.block is not None:
            return self.any_block()
        if isinstance(hint, type) and is_record(hint):
            key = (hint, self.in_block)
            if key not in self.names:
                name = self.name(key, hint.__name__)
                self.defs[name] = self.record(record_of(hint))
            return {"$ref": f"#/$defs/{self.names[key]}"}
        raise TypeError(f"no schema for {hint}")

    def name(self, hint: object, wanted: str) -> str:
        """A name for a definition; two classes of one name get two."""
        taken = set(self.names.values())
        name = next(n for n in (wanted, *(f"{wanted}{i}" for i in range(2, 99))) if n not in taken)
        self.names[hint] = name
        return name

    def shared(self, hint: object, wanted: str, schema: Schema) -> Schema:
        if hint not in self.names:
            self.defs[self.name(hint, wanted)] = schema
        return {"$ref": f"#/$defs/{self.names[hint]}"}

    def length(self, bounds: Range) -> Schema:
        signed = (bounds.ge is None or bounds.ge < 0) and (bounds.gt is None or bounds.gt < 0)
        units = "|".join(POINTS_PER)
        number = f"{'[+-]?' if signed else '[+]?'}([0-9]+\\.?[0-9]*|\\.[0-9]+)"
        written = {
            "anyOf": [
                {"type": "string", "pattern": f"^ *({number} *({units})|0) *$"},
                {"enum": [*ZIHAO, 0]},
            ],
            "description": "A length: “3mm”, “12pt”, “40px”, “小五”.",
        }
        return self.shared(("length", signed), "SignedLength" if signed else "Length", written)

    def record(
        self, record: Record, extra: Mapping[str, Schema] | None = None, type_name: str = ""
    ) -> Schema:
        descriptions = field_descriptions(record.cls)
        properties: dict[str, Schema] = dict(extra or {})
        for field in record.fields.values():
            properties[field.key] = self.field(field, descriptions.get(field.name, ""))
        required = [field.key for field in record.fields.values() if field.required]
        return {
            "type": "object",
            "description": summary(record.cls),
            "properties": properties,
            "required": (["type"] if type_name else []) + required,
            "patternProperties": _ASIDE,
            "additionalProperties": False,
        }

    def field(self, field: Field, description: str) -> Schema:
        schema = self.value(field.hint)
        if not field.required:
            schema = _or_null(schema)
        if description:
            schema = {**schema, "description": description}
        form = form_of(field.hint)
        if isinstance(form, OfPage):
            form = form_of(form.hint)
        if isinstance(form, Measure) and isinstance(field.default, int | float) and field.default:
            schema = {**schema, "default": f"{field.default:g}pt"}
        elif isinstance(form, Scalar | Choice) and isinstance(field.default, str | int | float):
            schema = {**schema, "default": field.default}
        return schema

    def any_block(self) -> Schema:
        """Any block of the catalogue: its “type” first, then that type's own fields."""
        if "block" not in self.defs:
            self.defs["block"] = {}
            outside, self.in_block = self.in_block, True
            types = [
                {"const": name, "description": summary(cls)} for name, cls in self.catalogue.items()
            ]
            choices = []
            for name, cls in self.catalogue.items():
                title = f"block-{name}"
                const: Schema = {"const": name, "description": summary(cls)}
                self.defs[title] = self.record(record_of(cls), {"type": const}, name)
                is_this = {"properties": {"type": {"const": name}}, "required": ["type"]}
                choices.append({"if": is_this, "then": {"$ref": f"#/$defs/{title}"}})
            kind: Schema = {
                "type": "object",
                "description": "A block: an object with its “type”.",
                "properties": {"type": {"enum": list(self.catalogue), "anyOf": types}},
                "required": ["type"],
                "allOf": choices,
            }
            if self.directives:
                kind = {
                    "if": {"$ref": "#/$defs/is-directive"},
                    "then": {"$ref": "#/$defs/directive-for-block"},
                    "else": kind,
                }
            self.defs["block"] = kind
            self.in_block = outside
        return {"$ref": "#/$defs/block"}


def _or_null(schema: Schema) -> Schema:
    """A value that may be null: not given, or what is inherited taken away."""
    kind = schema.get("type")
    if not schema or (isinstance(kind, list) and "null" in kind):
        return schema
    if "enum" in schema:
        return {**schema, "enum": [*dict.fromkeys([*schema["enum"], None])]}
    if isinstance(kind, str) and not {"if", "allOf"} & set(schema):
        return {**schema, "type": [kind, "null"]}
    return {"if": {"type": "null"}, "then": {}, "else": schema}


def _kinds_of(schema: Schema) -> set[str]:
    """The JSON types that a schema written by hand allows; all where it does not say."""
    if "enum" in schema or "const" in schema:
        values = schema.get("enum", [schema.get("const")])
        return {
            "number" if kind == "integer" else kind for kind in (_TYPES[type(v)] for v in values)
        }
    if "anyOf" in schema:
        return {kind for part in schema["anyOf"] for kind in _kinds_of(part)}
    given = schema.get("type", sorted(ALL_KINDS))
    listed = [given] if isinstance(given, str) else given
    return {"number" if kind == "integer" else kind for kind in listed}


def _bounds(bounds: Range) -> Schema:
    names = {
        "ge": "minimum",
        "gt": "exclusiveMinimum",
        "le": "maximum",
        "lt": "exclusiveMaximum",
        "min_length": "minItems",
        "max_length": "maxItems",
    }
    given = {name: getattr(bounds, field) for field, name in names.items()}
    return {name: bound for name, bound in given.items() if bound is not None}


def summary(cls: type) -> str:
    """The first paragraph of a class's docstring, on one line."""
    return " ".join((inspect.getdoc(cls) or "").split("\n\n")[0].split())


@cache
def field_descriptions(cls: type) -> Mapping[str, str]:
    """The string literal below each field, inherited ones too."""
    found: dict[str, str] = {}
    for owner in reversed(cls.__mro__):
        if not is_record(owner):
            continue
        tree = ast.parse(textwrap.dedent(inspect.getsource(owner))).body[0]
        body = tree.body if isinstance(tree, ast.ClassDef) else []
        for statement, below in pairwise(body):
            if (
                isinstance(statement, ast.AnnAssign)
                and isinstance(statement.target, ast.Name)
                and isinstance(below, ast.Expr)
                and isinstance(below.value, ast.Constant)
                and isinstance(below.value.value, str)
            ):
                found[statement.target.id] = " ".join(below.value.value.split())
    return found
