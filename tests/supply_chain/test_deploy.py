"""What runs the service elsewhere: nobody's rights, no secret in a layer, nothing unpinned."""

from __future__ import annotations

import configparser
import re
import shlex
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import pytest
import yaml
from click import Context, Option
from pages import ROOT
from supply_chain.tools import CI, pins

from infographic.cli import cli
from infographic.foundation.limits import most
from infographic.serve.app import END_SECONDS
from infographic.serve.settings import Settings

DEPLOY = ROOT / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
COMMAND = " ".join(SERVICES["infographic"]["command"])
TOGETHER = ("workers", "megabytes")
SERVER_MEGABYTES = 250
"""Of the server itself."""
MODULES = {"pyyaml": ["yaml"]}
"""Of packages, where they are called otherwise."""
CADDY = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")


class Instruction(NamedTuple):
    name: str
    words: str
    stage: int
    """Counted from 1; 0 before the first."""


def instructions() -> list[Instruction]:
    """Those of the Dockerfile, their lines joined, without comments."""
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and line.lstrip()[0] != "#"]
    found, stage = list[Instruction](), 0
    for line in re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines():
        name, _, words = line.partition(" ")
        stage += name == "FROM"
        found.append(Instruction(name, words.strip(), stage))
    return found


DOCKERFILE = instructions()
LAST = max(one.stage for one in DOCKERFILE)
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").split("\n")


def words_of(name: str, stage: int | None = None) -> list[str]:
    return [one.words for one in DOCKERFILE if one.name == name and stage in (None, one.stage)]


def test_the_container_is_nobody_s_and_root_never_runs_in_it() -> None:
    (user,) = words_of("USER", LAST)
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user), "a number: names can be root's"
    names = [one.name for one in DOCKERFILE if one.stage == LAST]
    assert names.index("USER") > max(i for i, one in enumerate(names) if one in ("COPY", "RUN"))
    assert SERVICES["infographic"]["user"] == user


def test_every_image_has_a_version_that_is_not_the_newest_there_is() -> None:
    (base,) = words_of("ARG")
    images = [base.partition("=")[2], *(one["image"] for one in SERVICES.values())]
    assert all(re.fullmatch(r"[\w./-]+:[\w.-]*\d[\w.-]*(@sha256:[0-9a-f]{64})?", i) for i in images)
    assert {words.split()[0] for words in words_of("FROM")} == {"${PYTHON}"}


def test_nothing_comes_from_a_network_but_the_lock_s_packages_by_their_hashes() -> None:
    assert words_of("ADD") == []
    runs = " && ".join(words_of("RUN"))
    assert not re.search(r"\b(?:curl|wget|apt-get|git)\b|https?:", runs)
    installs = [one for one in runs.split("&&") if " install " in one]
    assert len(installs) == 3
    for one in installs:
        assert "--require-hashes -r .ci/" in one or "--no-index --no-deps" in one


def test_what_builds_stays_behind() -> None:
    assert words_of("RUN", LAST) == []
    assert [words.split()[:1] for words in words_of("COPY", LAST)] == [["--from=build"]]
    (copied,) = words_of("COPY", LAST)
    made = " ".join(words_of("RUN"))
    assert f"--without-pip {copied.split()[1]}" in made


def allowed(path: str) -> bool:
    """Whether a build sees a file of the repository, by .dockerignore: the last word counts."""
    seen = True
    for line in IGNORED:
        if line and line[0] != "#":
            pattern, keeps = line.lstrip("!"), line[0] == "!"
            parts = ["/".join(PurePosixPath(path).parts[:n]) for n in range(1, path.count("/") + 2)]
            if any(fnmatch(part, pattern) or pattern == "*" for part in parts):
                seen = keeps
    return seen


def test_a_build_sees_what_it_copies_and_no_more() -> None:
    sources = [word for words in words_of("COPY", 1) for word in words.split()[:-1]]
    for source in sources:
        assert (ROOT / source).exists(), source
        assert allowed(source), source
    for path in (".git/config", ".env", "deploy/keys", "tests/pages.py", "out/a.png", ".venv/x",
                 "infographic/__pycache__/a.pyc", "id_rsa"):  # fmt: skip
        assert not allowed(path), path
    shown = [line.lstrip("!") for line in IGNORED if line.startswith("!")]
    assert sorted(shown) == sorted(sources)


def test_no_key_stands_in_a_layer_or_in_the_environment() -> None:
    told = " ".join(words_of("ENV") + words_of("ARG") + words_of("LABEL"))
    assert not re.search(r"(?i)key|secret|token|password", told)
    assert "environment" not in SERVICES["infographic"]
    assert COMPOSE["secrets"] == {"infographic-keys": {"file": "./keys"}}
    assert "--keys /run/secrets/infographic-keys" in " ".join(shlex.split(_command()))
    assert "/deploy/keys" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def _command() -> str:
    (command,) = words_of("CMD")
    return " ".join(yaml.safe_load(command))


def test_it_says_whether_it_lives_without_another_program() -> None:
    (check,) = words_of("HEALTHCHECK")
    program, _, source = yaml.safe_load(check.partition("CMD ")[2])
    assert program == "python"
    compile(source, "HEALTHCHECK", "exec")
    assert "/health" in source


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_has_no_right_that_it_does_not_need(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "network_mode", "pid", "ipc", "devices"} & service.keys()
    assert "docker.sock" not in str(service)
    assert {"mem_limit", "pids_limit"} <= service.keys()
    assert all("size=" in one and "noexec" in one for one in service["tmpfs"])
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "proxy" else [])


def test_only_the_proxy_is_reached_from_outside() -> None:
    assert "ports" not in SERVICES["infographic"]
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert SERVICES["infographic"]["networks"] == ["inside"]
    assert SERVICES["proxy"]["depends_on"]["infographic"]["condition"] == "service_healthy"


def test_all_that_is_written_lies_in_the_one_folder_that_is_memory() -> None:
    (env,) = words_of("ENV", LAST)
    folders = re.findall(r"(?:HOME|TMPDIR|XDG_\w+)=(\S+)", env)
    (mount,) = SERVICES["infographic"]["tmpfs"]
    assert len(folders) == 4
    assert all(f"{one}/".startswith(f"{mount.partition(':')[0]}/") for one in folders)
    assert words_of("WORKDIR", LAST) == [mount.partition(":")[0]]


def unit() -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string((DEPLOY / "infographic.service").read_text(encoding="utf-8"))
    return parser["Service"]


def test_the_unit_is_nobody_s_and_its_keys_are_no_file_of_the_service_s_user() -> None:
    service = unit()
    assert service["DynamicUser"] == service["NoNewPrivileges"] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["CapabilityBoundingSet"] == ""
    assert service["LoadCredential"].startswith("keys:")
    # The service bounds its processes' memory by setrlimit, which belongs to @resources.
    assert "@resources" not in service["SystemCallFilter"]


def test_the_proxy_lets_in_what_the_service_takes_and_waits_longer_than_it() -> None:
    (size,) = re.findall(r"max_size (\d+)MB", CADDY)
    assert int(size) * 1_000_000 > most("serve-body")
    seconds = dict(re.findall(r"(read_body|write|response_header_timeout) (\d+)s", CADDY))
    settings = Settings({}, {})
    assert int(seconds["read_body"]) > settings.body_seconds
    # A full queue of pages that all take as long as they may.
    (workers,) = re.findall(r"--workers (\d+)", COMMAND)
    longest = (settings.queue / int(workers) + 1) * settings.seconds
    assert longest < int(seconds["response_header_timeout"]) < int(seconds["write"])


def test_it_may_end_what_it_has_begun_before_it_is_killed() -> None:
    assert int(SERVICES["infographic"]["stop_grace_period"].rstrip("s")) > END_SECONDS
    assert int(unit()["TimeoutStopSec"]) > END_SECONDS


def test_what_all_may_take_together_is_what_the_container_has() -> None:
    workers, megabytes = (int(re.findall(rf"--{o} (\d+)", COMMAND)[0]) for o in TOGETHER)
    (mount,) = SERVICES["infographic"]["tmpfs"]
    (memory,) = re.findall(r"size=(\d+)m", mount)
    kept = most("serve-kept") / 1_000_000
    needed = workers * megabytes + int(memory) + kept + SERVER_MEGABYTES
    assert needed <= 1000 * int(SERVICES["infographic"]["mem_limit"].rstrip("g"))


@pytest.mark.parametrize("line", ["CMD", "compose", "unit"])
def test_what_is_started_takes_the_options_that_it_is_given(line: str) -> None:
    command = cli.get_command(Context(cli), "serve")
    assert command is not None
    known = {one for each in command.params if isinstance(each, Option) for one in each.opts}
    words = {"CMD": _command(), "compose": COMMAND, "unit": unit()["ExecStart"]}[line]
    given = re.findall(r"--[a-z-]+", words.partition("serve")[2])
    assert {"--host", "--port", "--keys"} <= set(given) <= known


def test_what_serves_wants_no_package_but_those_of_its_lock() -> None:
    """Every module that the service is made of, where the packages of other extras are missing."""
    served = pins(CI / "serve.txt").keys()
    others = sorted({wheel for wheel in pins(CI / "requirements.txt") if wheel not in served})
    names = [name for one in others for name in MODULES.get(one, [one.replace("-", "_")])]
    source = (
        "import sys\n"
        f"sys.modules.update(dict.fromkeys({names!r}))\n"  # None: to import it is an error
        "import infographic.commands.serve, infographic.serve.run\n"
    )
    ran = subprocess.run([sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
