"""Object stores: against the protocol of a real server, and what may stand in a URL."""

from __future__ import annotations

import json
import os
import pickle
import socket
import traceback
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from infographic.batch.digests import digest_of
from infographic.batch.engine.flow import results
from infographic.batch.engine.here import InProcess
from infographic.batch.engine.pool import Pool
from infographic.batch.job import Job
from infographic.batch.stores import must_answer, objects, store_of
from infographic.batch.stores.faults import fault_of
from infographic.batch.stores.folder import FolderStore
from infographic.batch.stores.objects import ObjectStore
from infographic.batch.stores.urls import place_of
from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import MachineError, SpecError
from infographic.foundation.files import shipped

SECRET = "planted-0451-secret"
KEY = "AKIAPLANTED0451"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server that speaks S3, with a bucket “paper”."""
    from moto.server import ThreadedMotoServer

    one = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    one.start()
    host, port = one.get_host_and_port()
    ask(f"{host}:{port}", "PUT", "/paper")
    yield f"{host}:{port}"
    one.stop()


def ask(address: str, method: str, path: str, body: bytes = b"", kind: str = "text/plain") -> bytes:
    connection = HTTPConnection(address)
    connection.request(method, path, body, {"Content-Type": kind})
    return connection.getresponse().read()


@pytest.fixture
def s3(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The environment of a process that may write there."""
    given = {
        "AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://{server}",
    }  # fmt: skip
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    objects._opened.cache_clear()
    yield server
    objects._opened.cache_clear()


def whole(error: BaseException) -> str:
    """All that a program that dies of an error would show of it, and all that travels of it."""
    # Not this file's own lines.
    stack = traceback.TracebackException.from_exception(error, lookup_lines=False)
    stack.stack.clear()
    # Where Dask is imported, an error is pickled with what it was raised from.
    behind = repr((error.__context__, error.__cause__))
    return "".join((*stack.format(), repr(error), str(error), behind, repr(pickle.dumps(error))))


def test_objects_are_put_and_got_by_names_as_they_are() -> None:
    store = store_of("memory://test/out")
    store.put_all([("县/100%25 #1?.png", b"abc"), ("b.pdf", b"")])
    assert store.get("县/100%25 #1?.png") == b"abc"
    assert store.digest("县/100%25 #1?.png") == digest_of(b"abc")
    assert (store.get("no.pdf"), store.digest("no.pdf")) == (None, None)
    # The same for all who name it, in this process.
    assert store_of("memory://test/out").get("b.pdf") == b""


def test_what_stands_there_is_written_over_only_where_that_is_wanted() -> None:
    store = ObjectStore("memory://test/once", overwrite=False)
    store.put_all([("a.pdf", b"abc")])
    # A request that is tried again because its answer was lost finds its own bytes.
    store.put_all([("a.pdf", b"abc")])
    with pytest.raises(MachineError, match="something else stands there"):
        store.put_all([("a.pdf", b"abd")])
    assert store.get("a.pdf") == b"abc"
    ObjectStore("memory://test/once").put_all([("a.pdf", b"abd")])
    assert store.get("a.pdf") == b"abd"


@pytest.mark.parametrize("name", ["../a.pdf", "a/../b.pdf", "a//b.pdf", "/a.pdf", "a\nb.pdf", ""])
def test_no_name_leaves_the_folder_of_a_store(name: str) -> None:
    with pytest.raises(CallError, match="no object can be called"):
        store_of("memory://test/out").put_all([("good.pdf", b""), (name, b"")])
    assert store_of("memory://test/out").get("good.pdf") is None


@pytest.mark.parametrize("name", ["../a.txt", "a/../../b.txt", "/a.txt", "..\\a.txt", "C:a.txt"])
def test_no_name_leaves_the_folder_that_was_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(CallError, match="no object can be called"):
        store_of(str(tmp_path / "out")).put_all([("good.txt", b""), (name, b"")])
    assert not list(tmp_path.iterdir())
    # Of the folder that we stand in, who names the file says where it goes.
    store_of("").put_all([(str(tmp_path / "a.txt"), b"")])
    assert (tmp_path / "a.txt").exists()


def test_a_file_url_is_a_folder(tmp_path: Path) -> None:
    store = store_of(f"file://{tmp_path}/out%20of%20it")
    assert store == FolderStore(f"{tmp_path}/out of it")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        (f"s3://{KEY}:{SECRET}@paper/out", "a credential stands in the URL"),
        (f"s3://{SECRET}@paper/out", "a credential stands in the URL"),
        (f"s3://paper/out?X-Amz-Signature={SECRET}", "a credential stands in the URL"),
        (f"az://account/box/out?sv=1&sig={SECRET}", "a credential stands in the URL"),
        (f"https://name:{SECRET}@host/out", "a credential stands in the URL"),
        (f"s3://paper:{SECRET}/out", "names no bucket"),
        (f"s3://[{SECRET}/out", "names no bucket"),
        ("s3://paper/out?region=x", "is not taken"),
        ("s3:///out", "names no bucket"),
        ("ftp://host/out", "no store is known"),
        ("https://host/out", "are read, not written"),
    ],
)
def test_a_url_holds_no_credential_and_nothing_that_is_passed_over(url: str, said: str) -> None:
    with pytest.raises(CallError, match=said) as refused:
        store_of(url)
    assert SECRET not in whole(refused.value)


def test_what_comes_over_http_comes_from_this_machine_alone() -> None:
    assert place_of("http://127.0.0.1:8000/rows.csv").path == "rows.csv"
    with pytest.raises(CallError, match="on the way"):
        place_of("http://host/rows.csv")


def test_a_store_of_one_process_is_refused_for_others() -> None:
    class Elsewhere(InProcess):
        is_here = False

    with pytest.raises(CallError, match="of one process"):
        next(results([Job({}, "square", ("a.png",))], Elsewhere(), "memory://test"))


@pytest.mark.full
def test_jobs_to_a_bucket_make_the_bytes_of_a_folder(s3: str, tmp_path: Path) -> None:
    story = json.loads(shipped("data.json").read_text(encoding="utf-8"))
    jobs = [
        Job({**story, "headline": f"第{number}县"}, "square", (f"县/{number}.png", f"{number}.pdf"))
        for number in range(3)
    ]
    there = list(results(jobs, InProcess(), "s3://paper/out of/六十县"))
    here = list(results(jobs, InProcess(), str(tmp_path)))
    assert [one.outputs for one in there] == [one.outputs for one in here]
    assert all(one.is_made for one in there)
    store = store_of("s3://paper/out of/六十县")
    for one in here:
        for output in one.outputs:
            assert store.get(output.name) == (tmp_path / output.name).read_bytes()
            # By its metadata: one request, without the bytes.
            assert store.digest(output.name) == output.digest
    assert SECRET.encode() not in pickle.dumps((store, there)) + repr(there).encode()


@pytest.mark.full
def test_each_process_fetches_its_stories_and_pictures_and_nothing_secret_is_in_what_travels(
    s3: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    story = json.loads(shipped("data.json").read_text(encoding="utf-8"))
    project = store_of("s3://paper/project")
    for number in range(4):
        project.put_all([(f"{number}.json", json.dumps({**story, "headline": "县"}).encode())])
    jobs = [Job(f"s3://paper/project/{number}.json", "square", (f"{number}.png",))
            for number in range(4)]  # fmt: skip
    with Pool(2) as pool:
        made = list(results(jobs, pool, "s3://paper/made"))
    assert [one.failure for one in made] == [""] * 4
    assert len({one.outputs[0].digest for one in made}) == 1
    assert {one.inputs[0].path for one in made} == {job.story for job in jobs}
    assert SECRET.encode() not in pickle.dumps((jobs, made))
    copies = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in copies if SECRET.encode() in path.read_bytes()] == []


@pytest.mark.full
def test_nothing_is_drawn_for_a_bucket_that_is_not_there(s3: str) -> None:
    drawn = []

    def jobs() -> Iterator[Job]:
        drawn.append(1)
        yield Job({}, "square", ("a.png",))

    with pytest.raises(MachineError, match="s3://none/out: there is no such bucket"):
        next(results(jobs(), InProcess(), "s3://none/out"))
    assert drawn == []


@pytest.mark.full
def test_a_bucket_says_what_is_wrong_and_never_what_it_was_asked_with(s3: str) -> None:
    told = []

    def wrong(saying: str, call: Any, *given: Any) -> None:
        with pytest.raises(MachineError, match=saying) as error:
            call(*given)
        told.append(whole(error.value))

    paper, none = store_of("s3://paper/out"), store_of("s3://none/out")
    wrong("no such bucket", none.put_all, [("a.png", b"")])
    wrong("no such bucket", none.get, "a.png")
    # What another tool put there has no digest beside it.
    ask(s3, "PUT", "/paper/out/theirs.png", b"theirs")
    assert paper.digest("theirs.png") == digest_of(b"theirs")
    with pytest.raises(SpecError, match="would be written over"):
        paper.put_all([("a.png", b"")], ["s3://paper/out/a.png"])
    once = ObjectStore("s3://paper/out", overwrite=False)
    once.put_all([("b.png", b"1")])
    wrong("something else stands there", once.put_all, [("b.png", b"2")])
    # From now on it looks who asks, and knows nobody.
    before = ask(s3, "POST", "/moto-api/reset-auth", b"0")
    try:
        wrong("refuses the credentials", paper.put_all, [("a.png", b"")])
        wrong("refuses the credentials", paper.get, "b.png")
        wrong("refuses the credentials", paper.digest, "b.png")
        wrong("refuses the credentials", must_answer, "s3://paper/out")
    finally:
        # To where it was: “inf”.
        count = str(json.loads(before)["PREVIOUS_INITIAL_NO_AUTH_ACTION_COUNT"])
        ask(s3, "POST", "/moto-api/reset-auth", count.encode())
    assert [one for one in told if SECRET in one or KEY in one] == []


@pytest.mark.parametrize("kind", ["PermissionDeniedError", "GenericError", "AlreadyExistsError"])
def test_what_a_store_answers_is_never_shown_as_it_is(kind: str) -> None:
    """An address that was asked may hold a signature (Azure's), and an answer what was asked."""
    answer = (
        f"Error performing PUT https://a.blob.core.windows.net/b/x?sv=1&sig={SECRET} in 3ms -"
        f" Server returned non-2xx status code: 403 Forbidden: <Error><Code>{SECRET}</Code>"
        f"<Code>AuthenticationFailed</Code><AWSAccessKeyId>{KEY}</AWSAccessKeyId></Error>"
    )
    fault = fault_of(type(kind, (Exception,), {})(answer), "az://b/x")
    assert SECRET not in whole(fault)
    assert KEY not in whole(fault)


@pytest.mark.full
def test_a_store_that_does_not_answer_is_not_waited_for_for_ever(
    s3: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"RETRIES": 1, "RETRY": 1, "REQUEST": 1, "READ": 1}.items():
        monkeypatch.setattr(objects, name, value)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{silent.getsockname()[1]}")
        begun = monotonic()
        for call in (lambda: store_of("s3://paper/x").put_all([("a", b"")]),
                     lambda: store_of("s3://paper/x").get("a")):  # fmt: skip
            with pytest.raises(MachineError, match=r"does not answer \(timeout\)"):
                call()
        # A hang, and no measure: without bounds it would be a minute or more.
        assert monotonic() - begun < 30
    objects._opened.cache_clear()
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(MachineError, match=r"does not answer \(connect\)"):
        store_of("s3://paper/x").get("a")


def test_without_the_package_the_mend_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "obstore.store", None)
    objects._opened.cache_clear()
    with pytest.raises(MachineError) as missing:
        store_of("s3://paper/out")
    assert "pip install 'infographic[storage]'" in str(missing.value)
    assert os.environ.get("AWS_SECRET_ACCESS_KEY") != SECRET
