"""The one store: bounded by count or weight, the last asked for stays, hits are counted."""

from __future__ import annotations

from infographic.foundation.memo import STORES, Memo, forget


def test_a_store_forgets_what_was_not_asked_for_longest() -> None:
    store = Memo[str]("", 3)
    for name in "abc":
        store.put(name, name.upper())
    assert store.get("a") == "A"
    store.put("d", "D")
    assert [store.get(name) for name in "abcd"] == ["A", None, "C", "D"]


def test_a_store_is_bounded_by_what_its_values_weigh_and_keeps_one_that_is_too_heavy() -> None:
    store = Memo[str]("", 10, len)
    store.put("a", "four")
    store.put("b", "six...")
    store.put("b", "two...")
    assert len(store) == 2
    store.put("c", "x")
    assert (store.get("a"), store.get("b"), store.get("c")) == (None, "two...", "x")
    store.put("d", "much more than ten")
    assert (len(store), store.get("d")) == (1, "much more than ten")


def test_objects_in_a_key_by_identity_live_as_long_as_the_key() -> None:
    store, made = Memo[int]("", 8), list[int]()
    for number in range(100):
        key = object()
        made.append(id(key))
        store.put(id(key), number, key)
    kept = [one for one in made[-8:] if store.get(one) is not None]
    assert len(kept) == len(set(kept)) == 8


def test_a_named_store_is_counted_and_emptied_with_all_others() -> None:
    store = Memo[int]("of this test", 4)
    try:
        assert store.made("a", lambda: 1) == store.made("a", lambda: 2) == 1
        assert STORES["of this test"].count == (1, 1, 1)
        forget()
        assert store.get("a") is None
    finally:
        del STORES["of this test"]
