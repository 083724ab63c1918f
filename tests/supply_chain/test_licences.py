"""The core needs no package of the GPL family, by what each package says of itself."""

from __future__ import annotations

from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest
from supply_chain.tools import PROJECT, script

licences = script("licences")
EXTRAS = PROJECT["optional-dependencies"]
FOR_US = {"test", "dev"}
"""Extras that nobody installs who renders."""


def install(site: Path, name: str, *lines: str, text: str = "", carried: str = "") -> None:
    """A package in a folder, as far as its metadata goes."""
    folder = site / f"{name}-1.0.dist-info"
    (folder / "licenses" / "others").mkdir(parents=True)
    about = ["Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0", *lines]
    (folder / "METADATA").write_text("\n".join(about) + "\n", encoding="utf-8")
    (folder / "licenses" / "LICENSE.txt").write_text(text, encoding="utf-8")
    (folder / "licenses" / "others" / "LICENSE.txt").write_text(carried, encoding="utf-8")
    files = [f"{folder.name}/METADATA", f"{folder.name}/licenses/LICENSE.txt",
             f"{folder.name}/licenses/others/LICENSE.txt"]  # fmt: skip
    (folder / "RECORD").write_text("".join(f"{each},,\n" for each in files), encoding="utf-8")


def installed(site: Path, name: str) -> Distribution:
    (found,) = distributions(path=[str(site)], name=name)
    return found


@pytest.mark.parametrize(
    ("needs", "among"),
    [
        (PROJECT["dependencies"], {"reportlab", "pillow", "lxml"}),  # what others need, too
        (EXTRAS["studio"], {"starlette", "anyio", "h11"}),
        (EXTRAS["batch"], {"rich", "pygments"}),
        (EXTRAS["dask"], {"distributed", "tornado", "cloudpickle", "msgpack"}),
        (EXTRAS["storage"], {"obstore"}),
        (EXTRAS["postgres"], {"adbc-driver-postgresql", "adbc-driver-manager"}),
        (EXTRAS["serve"], {"starlette", "python-multipart", "prometheus-client"}),
    ],
)
def test_no_package_that_we_need_is_of_the_gpl_family(needs: list[str], among: set[str]) -> None:
    packages = licences.needed(needs)
    offences = {name: licences.offence(each.distribution) for name, each in packages.items()}
    assert {name: offence for name, offence in offences.items() if offence} == {}
    assert among <= offences.keys()


def test_no_extra_goes_unlooked_at() -> None:
    looked_at = test_no_package_that_we_need_is_of_the_gpl_family.pytestmark[0].args[1]
    every = [needs for needs, _ in looked_at]
    assert [name for name in EXTRAS if EXTRAS[name] not in every and name not in FOR_US] == []


@pytest.mark.parametrize(
    "line",
    [
        "License-Expression: AGPL-3.0-or-later",
        "License-Expression: MIT AND LGPL-2.1-only",
        "License: GPLv3",
        "License: GNU Lesser General Public License v2 or later",
        "Classifier: License :: OSI Approved :: GNU Affero General Public License v3",
        "Classifier: License :: OSI Approved :: GNU General Public License (GPL)",
    ],
)
def test_a_package_that_names_a_licence_of_the_family_is_refused(line: str, tmp_path: Path) -> None:
    install(tmp_path, "viral", line)
    assert "is under" in licences.offence(installed(tmp_path, "viral"))


def test_a_package_whose_licence_s_text_is_of_the_family_is_refused(tmp_path: Path) -> None:
    text = (
        "\n                 GNU AFFERO GENERAL PUBLIC LICENSE\n     Version 3, 19 November 2007\n"
    )
    install(tmp_path, "viral", "License: see LICENSE.txt", text=text)
    assert "AFFERO" in licences.offence(installed(tmp_path, "viral"))


def test_a_package_that_names_no_licence_is_refused(tmp_path: Path) -> None:
    install(tmp_path, "silent")
    assert licences.offence(installed(tmp_path, "silent")) == "names no licence"


def test_a_licence_that_speaks_of_the_family_further_down_is_not_of_it(tmp_path: Path) -> None:
    text = (
        "Mozilla Public License Version 2.0\n"
        + "1. Definitions\n" * 9
        + "GNU General Public License"
    )
    carried = "GNU GENERAL PUBLIC LICENSE\nVersion 3\n"  # of a runtime with its exception
    install(tmp_path, "mild", "License-Expression: MPL-2.0", text=text, carried=carried)
    assert licences.offence(installed(tmp_path, "mild")) == ""


def test_what_a_needed_package_needs_is_looked_at_and_what_only_an_extra_needs_is_not(
    tmp_path: Path,
) -> None:
    install(tmp_path, "top", "License: MIT", "Requires-Dist: middle[fast]>=1",
            "Requires-Dist: tests-only; extra == 'test'",
            "Requires-Dist: elsewhere; sys_platform == 'plan9'")  # fmt: skip
    install(tmp_path, "middle", "License: MIT", "Requires-Dist: viral; extra == 'fast'")
    install(tmp_path, "viral", "License: AGPL-3.0", "Requires-Dist: top")
    packages = licences.needed(["top"], lambda name: installed(tmp_path, name))
    assert list(packages) == ["middle", "top", "viral"]
    assert packages["middle"].requires == {"viral"}
    assert licences.offence(packages["viral"].distribution) == "is under “AGPL-3.0”"
