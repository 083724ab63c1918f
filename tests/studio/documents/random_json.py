"""JSON as authors write it, at random, and edits of it, made of plain values for comparison."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st

from infographic.loading.reading.pointer import escaped, steps_of

WORDS = st.text(
    st.sampled_from("ab/~\"\\\n\t 中，😀\u2028\u00a0é{}[],:0//*"), max_size=6
)  # fmt: skip
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.sampled_from([0.5, -2.5e-7, 1e22, 2300.25])
    | WORDS
)
KEYS = st.sampled_from(["a", "b", "c d", "//", "x-/~", "中"])
VALUES = st.recursive(
    PLAIN,
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(KEYS, parts, max_size=4),
    max_leaves=10,
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
COMMENTS = st.sampled_from(["// 注", "//", "/* a */", "/* , ] \n */", "// \u2028😀\r", "/**/"])


@st.composite
def written(draw: st.DrawFn, value: Any, *, relaxed: bool) -> str:
    """A value with white space of every kind, and where it is `relaxed` comments and commas."""
    style = draw(st.sampled_from(["tight", "air", "lines", "any"]))
    end = draw(ENDS)

    def air(depth: int) -> str:
        if style == "tight":
            return ""
        parts = [draw(st.sampled_from(["", " ", "  "]))]
        if style == "lines" or (style == "any" and draw(st.integers(0, 2)) == 0):
            parts.append((draw(ENDS) if style == "any" else end) + "  " * depth)
        if relaxed and style != "air" and draw(st.integers(0, 4)) == 0:
            comment = draw(COMMENTS)
            ended = draw(st.sampled_from(["\n", "\r\n"])) if comment.startswith("//") else ""
            parts.insert(draw(st.integers(0, len(parts))), comment + ended)
        return "".join(parts)

    def text(words: str) -> str:
        return json.dumps(words, ensure_ascii=draw(st.booleans()))

    def write(part: Any, depth: int) -> str:
        if isinstance(part, dict):
            held = [
                f"{air(depth + 1)}{text(key)}{'' if style == 'tight' else ' ' * (depth % 2)}:"
                f"{draw(st.sampled_from(['', ' ']))}{write(one, depth + 1)}"
                for key, one in part.items()
            ]
            marks = "{}"
        elif isinstance(part, list):
            held = [f"{air(depth + 1)}{write(one, depth + 1)}" for one in part]
            marks = "[]"
        else:
            return text(part) if isinstance(part, str) else json.dumps(part)
        between = [draw(st.sampled_from(["", " "])) if style == "any" else "" for _ in held]
        inside = ",".join(a + b for a, b in zip(held, between, strict=True))
        comma = "," if held and relaxed and draw(st.booleans()) else ""
        return f"{marks[0]}{inside}{comma}{air(depth)}{marks[1]}"

    return air(0) + write(value, 0) + air(0)


def pointers(value: Any, base: str = "") -> list[str]:
    """Those of all values."""
    found = [base]
    parts: Any = value.items() if isinstance(value, dict) else ()
    for key, part in enumerate(value) if isinstance(value, list) else parts:
        found += pointers(part, f"{base}/{escaped(key)}")
    return found


def at(value: Any, pointer: str) -> Any:
    for step in steps_of(pointer):
        value = value[int(step) if isinstance(value, list) else step]
    return value


def edited(value: Any, edit: dict[str, Any]) -> Any:
    """What an edit makes of a plain value; objects compare without their order."""
    value = copy.deepcopy(value)
    pointer, new = edit["pointer"], edit.get("value")
    if edit["op"] == "insert":
        at(value, pointer).insert(edit.get("index", len(at(value, pointer))), new)
        return value
    if not pointer:
        return new
    parent, _, _ = pointer.rpartition("/")
    held: Any = at(value, parent)
    step: Any = steps_of(pointer)[-1]
    step = int(step) if isinstance(held, list) else step
    match edit["op"]:
        case "set" | "create":
            held[step] = new
        case "delete":
            del held[step]
        case "duplicate":
            held.insert(step + 1, copy.deepcopy(held[step]))
        case "move":
            target = at(value, edit["to"])
            target.insert(edit["index"], held.pop(step))
    return value


@st.composite
def edits(draw: st.DrawFn, value: Any) -> dict[str, Any]:
    """An edit that can be made of a value."""
    there = pointers(value)
    lists = [one for one in there if isinstance(at(value, one), list)]
    objects = [
        one for one in there if isinstance(at(value, one), dict) and "new" not in at(value, one)
    ]
    items = [one for one in there if one and isinstance(at(value, one.rpartition("/")[0]), list)]
    kinds = ["set"] + ["delete"] * (len(there) > 1) + ["insert"] * bool(lists)
    kinds += ["create"] * bool(objects) + ["move", "duplicate"] * bool(items)
    kind = draw(st.sampled_from(kinds))
    if kind == "set":
        pointer = draw(st.sampled_from(there))
        return {"op": kind, "pointer": pointer, "value": draw(VALUES), "was": at(value, pointer)}
    if kind == "delete":
        return {"op": kind, "pointer": draw(st.sampled_from(there[1:]))}
    if kind == "insert":
        pointer = draw(st.sampled_from(lists))
        index = draw(st.integers(0, len(at(value, pointer))))
        return {"op": kind, "pointer": pointer, "index": index, "value": draw(VALUES)}
    if kind == "create":
        pointer = draw(st.sampled_from(objects))
        return {"op": kind, "pointer": f"{pointer}/new", "value": draw(VALUES)}
    pointer = draw(st.sampled_from(items))
    if kind == "duplicate":
        return {"op": kind, "pointer": pointer}
    parent = pointer.rpartition("/")[0]
    to = draw(st.sampled_from([one for one in lists if not f"{one}/".startswith(f"{pointer}/")]))
    count = len(at(value, to)) - (to == parent)
    return {"op": kind, "pointer": pointer, "to": to, "index": draw(st.integers(0, count))}
