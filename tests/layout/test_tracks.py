from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import floats, integers, lists, sampled_from, tuples

from infographic.layout.tracks import AUTO, Track, read_track, resolve

REST = Track(1.0, "rest")


def fr(share: float) -> Track:
    return Track(share, "fr")


def pt(points: float) -> Track:
    return Track(points, "pt")


def test_fixed_tracks_keep_their_size_and_shares_divide_what_is_left() -> None:
    assert resolve([pt(30), fr(1), fr(2)], [0, 0, 0], whole=150, gap=15) == (30, 30, 60)


def test_an_auto_track_is_as_large_as_its_content() -> None:
    assert resolve([AUTO, fr(1)], [40, 10], whole=100, gap=10) == (40, 50)


def test_a_per_cent_is_of_the_whole_gaps_included() -> None:
    assert resolve([Track(30, "%"), fr(1)], [0, 0], whole=100, gap=10) == (30, 60)


def test_a_share_is_never_smaller_than_its_content() -> None:
    assert resolve([fr(1), fr(1)], [80, 0], whole=100, gap=0) == (80, 20)


def test_rest_is_smaller_than_its_content_where_it_must_be() -> None:
    assert resolve([AUTO, REST], [30, 999], whole=100, gap=0) == (30, 70)


def test_rest_is_never_less_than_nothing() -> None:
    assert resolve([AUTO, REST], [130, 999], whole=100, gap=0) == (130, 0)


def test_without_a_whole_every_share_is_as_its_content_is() -> None:
    assert resolve([fr(1), REST, AUTO], [10, 20, 30], whole=None, gap=5) == (10, 20, 30)


def test_no_tracks_are_no_sizes() -> None:
    assert resolve([], [], whole=100, gap=10) == ()


SHARES = lists(floats(0.1, 9), min_size=1, max_size=8)


@given(shares=SHARES, gap=floats(0, 5))
def test_shares_fill_the_whole(shares: list[float], gap: float) -> None:
    sizes = resolve([fr(s) for s in shares], [0.0] * len(shares), whole=400, gap=gap)
    assert sum(sizes) + gap * (len(shares) - 1) == pytest.approx(400)
    assert [size / sizes[0] for size in sizes] == pytest.approx([s / shares[0] for s in shares])


TRACKS = lists(tuples(sampled_from(["pt", "fr", "auto", "rest"]), floats(0.5, 90)), min_size=1)


@given(tracks=TRACKS, whole=integers(10, 500))
def test_no_content_is_squeezed_but_that_of_rest(
    tracks: list[tuple[str, float]], whole: int
) -> None:
    natural = [content for _, content in tracks]
    made = [Track(1.0 if unit != "pt" else 20.0, unit) for unit, _ in tracks]
    for (unit, content), size in zip(tracks, resolve(made, natural, whole, 3), strict=True):
        assert size >= 0
        if unit in ("fr", "auto"):
            assert size >= content - 1e-6


@given(tracks=TRACKS, whole=integers(10, 500))
def test_where_anything_is_shared_nothing_is_left_over_or_missing(
    tracks: list[tuple[str, float]], whole: int
) -> None:
    made = [Track(1.0 if unit != "pt" else 20.0, unit) for unit, _ in tracks]
    sizes = resolve(made, [content for _, content in tracks], whole, 3)
    least = {"pt": 20.0, "rest": 0.0}
    needed = sum(least.get(unit, content) for unit, content in tracks) + 3 * (len(sizes) - 1)
    if any(unit in ("fr", "rest") for unit, _ in tracks):
        assert sum(sizes) + 3 * (len(sizes) - 1) == pytest.approx(max(whole, needed))


@pytest.mark.parametrize(
    "text", ["", "fr", "-2fr", "2 fr", "auto auto", "10", "-3mm", "200%%", "0fr", "0.0fr", "2000fr"]
)
def test_what_is_no_track_is_refused(text: str) -> None:
    assert read_track(text) is None


def test_tracks_are_read_as_authors_write_them() -> None:
    read = [read_track(text) for text in ("auto", "rest", ".5fr", "30%", "小五", "0")]
    assert read == [AUTO, REST, fr(0.5), Track(30, "%"), pt(9), pt(0)]


def test_a_rest_is_never_smaller_than_its_least() -> None:
    track = read_track("rest 40pt")
    assert track == Track(1.0, "rest", 40.0)
    assert track is not None
    assert resolve([track, pt(80)], [90, 80], whole=100, gap=0) == (40, 80)
    assert resolve([track, pt(30)], [90, 30], whole=100, gap=0) == (70, 30)
    assert read_track("rest -4pt") is None
