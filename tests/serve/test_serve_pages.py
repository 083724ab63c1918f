"""The service's answers: pages, checks, jobs, what is kept, and what is said of each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving_here import KEYS, PAGE, STORY, Served, key_file, served

from infographic import compose
from infographic.batch.digests import digest_of
from infographic.foundation.limits import using_limits
from infographic.serve.asking import is_part_name
from infographic.serve.kept import Store
from infographic.serve.keys import Keys


@pytest.fixture(scope="module")
def desk() -> Iterator[Served]:
    with served() as one:
        yield one


def test_a_page_is_the_one_that_the_program_makes(desk: Served) -> None:
    answer = desk.render()
    assert answer.status_code == 200 and answer.headers["content-type"] == "image/png"
    assert answer.content == compose(dict(STORY), "square").png(scale=0.2)
    digest = digest_of(answer.content)
    assert answer.headers["infographic-digest"] == digest
    assert answer.headers["etag"] == f'"{digest}"'
    assert answer.headers["infographic-warnings"] == "0"
    assert answer.headers["infographic-codes"] == "story-unused"
    assert answer.headers["content-location"] == f"/render/{digest}"


def test_json_has_the_words_and_the_link_of_a_page(desk: Served) -> None:
    told = desk.render(headers={"Accept": "application/json"}).json()
    assert told["words"].startswith("Three counties grew by a tenth")
    assert told["diagnostics"][0]["code"] == "story-unused"
    kept = desk.client.get(told["link"])
    assert kept.headers["content-type"] == told["type"] == "image/png"
    assert len(kept.content) == told["bytes"]


def test_what_is_known_is_not_sent_again(desk: Served) -> None:
    tag = desk.render().headers["etag"]
    for answer in (
        desk.render(headers={"If-None-Match": tag}),
        desk.client.get(f"/render/{tag[1:-1]}", headers={"If-None-Match": f'"x", {tag}'}),
    ):
        assert (answer.status_code, answer.content) == (304, b"")
    assert desk.render(headers={"If-None-Match": '"another"'}).status_code == 200


def test_what_json_says_of_a_page_has_a_tag_of_its_own(desk: Served) -> None:
    page = desk.render().headers["etag"]
    json_ = {"Accept": "application/json"}
    english, chinese = (
        desk.render({**PAGE, "language": one}, headers=json_) for one in ("en", "zh")
    )
    tags = [page, english.headers["etag"], chinese.headers["etag"]]
    assert english.text != chinese.text and len(set(tags)) == 3
    assert english.headers["infographic-digest"] == chinese.headers["infographic-digest"]
    assert [
        desk.render({**PAGE, "language": "zh"}, headers={**json_, "If-None-Match": tag}).status_code
        for tag in tags
    ] == [200, 200, 304]


def test_a_wrong_story_is_told_where_it_is_wrong_in_the_body(desk: Served) -> None:
    body = '{"layout": "square",\n "story": {"headline": 3,\n   "language": "en"}}'
    answer = desk.client.post("/render", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (told["status"], told["type"]) == (422, "urn:infographic:problem:serve-story")
    first = told["diagnostics"][0]
    assert (first["code"], first["pointer"]) == ("value-kind", "/headline")
    assert (first["line"], first["column"]) == (2, 24)
    assert body.splitlines()[1][23] == "3"


def test_messages_are_in_the_language_that_is_asked_for(desk: Served) -> None:
    wrong = {**PAGE, "story": {"headline": 3}}
    assert "文字" in desk.render({**wrong, "language": "zh"}).json()["diagnostics"][0]["message"]
    asked = desk.render(wrong, headers={"Accept-Language": "zh-CN,zh;q=0.9"}).json()
    assert asked["detail"].startswith("稿件没有做成")
    for liked, begins in (("en;q=0.2, zh", "稿件"), ("fr, zh;q=0.5", "稿件"), ("fr", "the story")):
        told = desk.render(wrong, headers={"Accept-Language": liked}).json()["detail"]
        assert told.startswith(begins), liked
    assert desk.render(wrong).json()["detail"].startswith("the story is not made")


def test_a_form_brings_a_story_with_its_pictures(desk: Served) -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        '<rect width="9" height="9" fill="#808080"/></svg>'
    )
    picture = {"image": "drawing.svg", "alt": "A square", "caption": "A square"}
    story = json.dumps({**STORY, "figures": [picture]})
    form = {"layout": (None, "square"), "story": ("story.json", story), "scale": (None, "0.2")}
    files = {**form, "drawing.svg": ("C:\\evil\\..\\x.svg", drawing)}
    answer = desk.client.post("/render", files=files)
    assert answer.status_code == 200 and answer.headers["content-type"] == "image/png"
    assert "image-missing" not in answer.headers["infographic-codes"]
    gone = desk.client.post("/render", files={**form, "other.svg": ("a.svg", drawing)})
    assert "missing" in gone.text and "/infographic-" not in gone.text


def test_a_folder_of_a_request_is_gone_whatever_happens(
    desk: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    form = {"layout": (None, "square"), "a.png": ("a.png", b"x"), "story": (None, "{")}
    assert desk.client.post("/render", files=form).status_code == 422
    assert desk.client.post("/render", files={**form, "b/c": ("a", b"")}).status_code == 400
    assert desk.render().status_code == 200
    assert desk.client.post("/jobs", json=PAGE).status_code == 202
    assert list(tmp_path.iterdir()) == []


def test_check_says_what_is_wrong_and_makes_nothing(desk: Served) -> None:
    fine, wrong = (
        desk.client.post("/check", json={**PAGE, "story": story})
        for story in (STORY, {"headline": 3})
    )
    assert (fine.status_code, wrong.status_code) == (200, 200)
    assert fine.json()["passes"] and not wrong.json()["passes"]
    assert wrong.json()["diagnostics"][0]["code"] == "value-kind"
    assert int(wrong.headers["infographic-errors"]) >= 1


def test_a_job_is_made_while_nobody_waits(desk: Served) -> None:
    for answer in (
        desk.client.post("/jobs", json=PAGE),
        desk.render(headers={"Prefer": "respond-async"}),
    ):
        assert answer.status_code == 202
        told = desk.client.get(answer.headers["location"]).json()
        assert told["status"] == "done"
        assert desk.client.get(told["link"]).status_code == 200
    wrong = desk.client.post("/jobs", json={**PAGE, "story": {"headline": 3}})
    told = desk.client.get(wrong.headers["location"]).json()
    assert (told["status"], told["code"]) == ("failed", "serve-story")
    assert told["diagnostics"][0]["pointer"] == "/headline"


def test_of_several_pages_one_is_asked_for(desk: Served) -> None:
    panels = [{"title": f"P{n}", "stats": [{"value": "1", "label": "a"}]} for n in range(2)]
    body = {"layout": "carousel", "story": {**STORY, "panels": panels}, "scale": 0.1}
    told = desk.render(body)
    assert (told.status_code, told.json()["diagnostics"][0]["code"]) == (422, "serve-page")
    first, second = (desk.render({**body, "page": n}) for n in (1, 2))
    assert first.status_code == second.status_code == 200
    assert first.content != second.content and int(first.headers["infographic-pages"]) > 1
    assert desk.render({**body, "page": 99}).status_code == 422


def test_an_option_of_another_format_is_not_passed_over(desk: Served) -> None:
    for wrong in ({"quality": 3}, {"scale": -1}, {"max_bytes": "x"}, {"force": True}):
        answer = desk.render({**PAGE, **wrong})
        assert answer.status_code == 422, wrong
        assert answer.headers["infographic-codes"] == "call-file"


@pytest.mark.parametrize("asked", [
    {"scale": 20}, {"scale": None, "ppi": 2400}, {"format": "webp", "scale": 6},
])  # fmt: skip
def test_more_pixels_than_may_be_are_the_requests_fault(desk: Served, asked: Any) -> None:
    wanted = {name: value for name, value in {**PAGE, **asked}.items() if value is not None}
    with using_limits({"png-pixels": 40_000_000, "packed-pixels": 30_000_000}):
        answer = desk.render(wanted)
    wrong = [one for one in answer.json()["diagnostics"] if one["severity"] == "error"]
    assert answer.status_code == 422
    assert [one["values"]["limit"] for one in wrong] in (["png-pixels"], ["packed-pixels"])


def test_a_layout_comes_along_only_where_that_is_allowed(desk: Served) -> None:
    inline = {**PAGE, "layout": {"extends": "square"}}
    refused = desk.render(inline)
    assert (refused.status_code, refused.headers["infographic-codes"]) == (403, "serve-layout")
    with served(takes_inline=True) as open_to:
        assert open_to.render(inline).content == desk.render().content
        for base in ("../../../etc/passwd.json", "/etc/passwd.json", "./data.json"):
            told = open_to.render({**inline, "layout": {"extends": base}})
            assert told.status_code == 422, base
            assert open_to.log[-1]["layout"] == "inline"


def test_what_is_made_is_for_the_key_that_asked_for_it(tmp_path: Path) -> None:
    heads = [{"Authorization": f"Bearer {key}"} for key in KEYS.values()]
    with served(keys=Keys(key_file(tmp_path))) as one:
        digest = one.render(headers=heads[0]).headers["infographic-digest"]
        job = one.client.post("/jobs", json=PAGE, headers=heads[0]).headers["location"]
        for path in (f"/render/{digest}", job):
            assert one.client.get(path, headers=heads[0]).status_code == 200
            assert one.client.get(path, headers=heads[1]).status_code == 404
        # Who made the same has it, too.
        assert one.render(headers=heads[1]).headers["infographic-digest"] == digest
        assert one.client.get(f"/render/{digest}", headers=heads[1]).status_code == 200


def test_the_log_has_a_line_a_request_and_nothing_of_the_story(tmp_path: Path) -> None:
    with served(keys=Keys(key_file(tmp_path))) as one:
        heads = {"X-API-Key": KEYS["desk"], "X-Request-ID": "order-66"}
        answer = one.render(headers=heads)
        assert answer.headers["x-request-id"] == "order-66"
        one.render(headers={**heads, "X-Request-ID": "a b"})
    (first, second) = one.log
    assert {name: first[name] for name in ("id", "key", "route", "layout", "status")} == {
        "id": "order-66", "key": "desk", "route": "/render", "layout": "square", "status": 200,
    }  # fmt: skip
    assert first["bytes"] == len(answer.content) and first["codes"] == "story-unused"
    assert second["id"] not in ("a b", "order-66")
    written = json.dumps(one.log)
    assert "Yushu" not in written and KEYS["desk"] not in written


def test_what_is_kept_is_bounded_by_bytes_and_by_age() -> None:
    now = [0.0]
    store = Store(lambda: now[0])
    with using_limits({"serve-kept": 10}):
        for name in ("a", "b", "c"):
            store.put(name, b"1234", "image/png", "me")
        assert [store.get(name, "me") is not None for name in "abc"] == [False, True, True]
        store.put("d", b"12345678901", "image/png", "me")
        assert store.get("d", "me") is None and store.bytes == 8
        now[0] = 3601.0
        assert store.get("b", "me") is None and store.bytes == 4


def test_counts_are_prometheus_text(desk: Served) -> None:
    desk.render()
    desk.client.get("/nowhere")
    told = desk.client.get("/metrics").text
    assert 'infographic_requests_total{method="POST",route="/render",status="200"}' in told
    assert 'route="none",status="404"' in told
    assert "\ninfographic_workers 1.0\n" in told


@pytest.mark.parametrize(("path", "kind"), [
    ("/", "text/html"), ("/openapi.json", "application/json"), ("/layouts", "application/json"),
    ("/health", "application/json"), ("/health/live", "application/json"),
])  # fmt: skip
def test_the_service_tells_of_itself(desk: Served, path: str, kind: str) -> None:
    answer = desk.client.get(path)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith(kind)
    assert "<script" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "a\\b", "a\r\nb", "a\0", "con.png", "e\u0301"]
)
def test_a_part_is_not_called_so(name: Any) -> None:
    assert not is_part_name(name) and is_part_name("é.png")
