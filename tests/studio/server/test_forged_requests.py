"""Requests that no page of the studio makes, and what they are refused with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from studio.server.forged import (
    DOOR,
    ELSEWHERE,
    HERE,
    LET_IN,
    PORT,
    REFUSED,
    VISIT,
    Asked,
    host,
    stranger,
)

from infographic.studio.server.guards import Door, Refusal, judged
from infographic.studio.server.keys import Keys


def answered(asked: Asked, door: Door = DOOR) -> str:
    """Why it is refused; “token taken” and “goes on” where it is not."""
    verdict = judged(door, asked.scope)
    if verdict is None:
        return "goes on"
    return verdict.why if isinstance(verdict, Refusal) else "token taken"


@pytest.mark.parametrize("name", LET_IN)
def test_what_a_user_asks_goes_on(name: str) -> None:
    assert answered(LET_IN[name]) == "goes on"


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_forged_is_refused(name: str) -> None:
    why, asked = REFUSED[name]
    assert answered(asked) == why


def test_there_are_more_than_fifty_of_them() -> None:
    assert len(REFUSED) > 70


def test_a_good_token_is_taken_for_a_cookie_again_and_again() -> None:
    asked = stranger(query="token=the-token")
    assert [answered(asked) for _ in range(3)] == ["token taken"] * 3


def test_a_ticket_is_good_once() -> None:
    door = Door(Keys("the-token", "the-cookie"), PORT)
    asked = stranger(query=f"token={door.keys.ticket()}")
    assert [answered(asked, door) for _ in range(2)] == ["token taken", "token"]


def test_a_studio_that_is_open_to_the_network_answers_to_addresses_but_to_no_other_name() -> None:
    wide = Door(DOOR.keys, PORT, frozenset({"127.0.0.1", "localhost", "desk-7"}), is_wide=True)
    names = ["192.168.1.7:8420", "[fe80::1]:8420", "desk-7:8420", "desk-8:8420", "evil.example"]
    assert [answered(host(name), wide) for name in names] == ["goes on"] * 3 + ["host"] * 2


# Through the whole application: the gate stands round every route


PAGES = [
    name
    for name, (_, asked) in REFUSED.items()
    if asked.method != "SOCKET" and "host" in dict(asked.headers)
]
"""No client asks without a Host."""


@pytest.mark.parametrize("name", PAGES)
def test_the_studio_refuses_what_is_forged(client_of: Callable[..., Any], name: str) -> None:
    asked = REFUSED[name][1]
    client = client_of(DOOR)
    client.cookies.clear()
    headers = [(key, value.encode("latin-1")) for key, value in asked.headers]
    address = f"{asked.path}?{asked.query}" if asked.query else asked.path
    answer = client.request(asked.method, address, headers=headers)
    assert answer.status_code in (400, 403)
    assert "set-cookie" not in answer.headers
    assert "infographic studio" in answer.text


@pytest.mark.parametrize("name", [name for name in REFUSED if REFUSED[name][1].method == "SOCKET"])
def test_a_forged_line_is_never_opened(client_of: Callable[..., Any], name: str) -> None:
    from starlette.websockets import WebSocketDisconnect

    client = client_of(DOOR)
    client.cookies.clear()
    asked = REFUSED[name][1]
    with pytest.raises(WebSocketDisconnect) as refused:  # noqa: SIM117 (which is raised)
        with client.websocket_connect(f"ws{HERE[4:]}/live", headers=dict(asked.headers)):
            pass
    assert refused.value.code == 1008


def test_the_line_of_our_own_page_is_opened(
    client_of: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infographic.studio.session.studio.shipped_layouts", tuple)
    client = client_of(DOOR)
    client.cookies.clear()
    headers = dict(LET_IN["the line"].headers)
    with client.websocket_connect(f"ws{HERE[4:]}/live", headers=headers) as line:
        assert line.receive_json()["type"] == "hello"


def test_a_stranger_is_told_in_both_languages_what_to_open(client_of: Callable[..., Any]) -> None:
    client = client_of()
    client.cookies.clear()
    answer = client.get("/")
    assert answer.status_code == 403
    assert "请打开终端里显示的网址" in answer.text
    assert "Open the address that the terminal printed" in answer.text
    assert "refresh" not in answer.text


def test_whoever_comes_by_a_link_of_another_site_is_led_to_the_page_once_more(
    client_of: Callable[..., Any],
) -> None:
    """A strict cookie is kept back from the first visit, not from one that our page leads to."""
    client = client_of()
    client.cookies.clear()
    answer = client.get("/", headers=dict([ELSEWHERE, VISIT]))
    assert answer.status_code == 403
    assert 'http-equiv="refresh" content="0; url=/"' in answer.text
