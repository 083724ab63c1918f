"""The bill of materials: all that the wheel needs and all of others that it carries, licensed."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hatchling.builders.wheel import WheelBuilder
from pages import ROOT
from supply_chain.tools import CI, PROJECT, script, wanted

from infographic import __version__

sbom = script("sbom")
METADATA = "\n".join(
    ["Name: infographic", f"Version: {__version__}", f"License-Expression: {PROJECT['license']}"]
    + [f"Requires-Dist: {each}" for each in PROJECT["dependencies"]]
    + ["Requires-Dist: pytest>=8.0; extra == 'test'"]
).encode()


@cache
def wheel() -> dict[str, bytes]:
    """The files of the wheel by their paths there; it is not packed for that."""
    files = WheelBuilder(str(ROOT)).recurse_included_files()
    return {str(each.distribution_path): Path(each.path).read_bytes() for each in files}


@cache
def bill() -> dict[str, Any]:
    made: dict[str, Any] = sbom.bill(wheel(), METADATA, "0" * 64)
    return made


def components(kind: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for each in bill()["components"]:
        if each["type"] == kind:
            found.setdefault(each["name"], []).append(each)
    return found


def licence(component: dict[str, Any]) -> str:
    (only,) = component["licenses"]
    return only.get("expression") or only["license"]["name"]


def test_the_bill_has_every_package_of_the_core_with_its_version_and_licence() -> None:
    packages = components("library")
    for one in wanted(PROJECT["dependencies"]):
        ((package,)) = packages[one.name]
        assert one.specifier.contains(package["version"])
        assert package["purl"] == f"pkg:pypi/{one.name}@{package['version']}"
        assert licence(package)
    assert "lxml" in packages  # what pikepdf needs
    assert "pytest" not in packages


def test_the_bill_says_who_needs_whom() -> None:
    edges = {each["ref"].split("@")[0]: each["dependsOn"] for each in bill()["dependencies"]}
    direct = {each.split("@")[0] for each in edges["pkg:pypi/infographic"]}
    assert direct == {f"pkg:pypi/{one.name}" for one in wanted(PROJECT["dependencies"])}
    assert any(each.startswith("pkg:pypi/lxml@") for each in edges["pkg:pypi/pikepdf"])
    known = {each["bom-ref"] for each in bill()["components"]}
    assert {each for them in edges.values() for each in them} <= known


def test_the_bill_has_every_shipped_face_with_its_licence_digest_and_source() -> None:
    files = components("file")
    faces = json.loads((ROOT / "fonts" / "manifest.json").read_text(encoding="utf-8"))
    for face in faces:
        ((component,)) = files[f"infographic/shipped/fonts/{face['file']}"]
        assert licence(component) == face["licence"]
        assert component["hashes"] == [{"alg": "SHA-256", "content": face["sha256"]}]
        (source,) = component["pedigree"]["ancestors"]
        assert source["purl"].startswith("pkg:npm/")
    assert {f"infographic/shipped/fonts/{path.name}" for path in ROOT.glob("fonts/*.ttf")} == {
        name for name in files if name.endswith(".ttf")
    }


def test_the_bill_has_profiles_icons_words_and_photographs_of_others() -> None:
    files = {name: sorted(map(licence, found)) for name, found in components("file").items()}
    assert files["infographic/press/FOGRA39L_coated.icc"] == ["CC0-1.0"]
    assert files["infographic/graphics/icons/icons.json"] == ["CC0-1.0", "MIT"]
    assert files["infographic/text/data/words.bin"] == ["MIT AND Apache-2.0"]
    pictures = "infographic/shipped/examples/mountain-trail/pictures"
    assert files[f"{pictures}/pass.jpg"] == ["CC-BY-4.0"]


def test_every_licence_that_the_bill_tells_of_travels_in_the_wheel() -> None:
    texts = [
        each["properties"][0]["value"] for found in components("file").values() for each in found
    ]
    assert texts
    assert [text for text in texts if text not in wheel()] == []


def test_references_are_each_given_once_and_the_bill_is_the_same_each_time() -> None:
    references = [each["bom-ref"] for each in bill()["components"]]
    assert len(references) == len({*references})
    assert sbom.bill(wheel(), METADATA, "0" * 64) == bill()


def test_a_file_that_no_list_accounts_for_stops_the_bill() -> None:
    stranger = "infographic/shipped/fonts/found-somewhere.ttf"
    with pytest.raises(sbom.BillError, match="found-somewhere"):
        sbom.bill({**wheel(), stranger: b""}, METADATA, "0" * 64)


def test_a_face_that_is_not_the_one_of_its_manifest_stops_the_bill() -> None:
    face = "infographic/shipped/fonts/bebas-neue-regular.ttf"
    with pytest.raises(sbom.BillError, match="bebas-neue-regular"):
        sbom.bill({**wheel(), face: b"another"}, METADATA, "0" * 64)


def test_a_list_that_tells_of_a_file_that_is_gone_stops_the_bill() -> None:
    files = {name: data for name, data in wheel().items() if not name.endswith("words.bin")}
    with pytest.raises(sbom.BillError, match=r"words\.bin"):
        sbom.bill(files, METADATA, "0" * 64)


def test_the_release_makes_the_bill_of_the_wheel_that_it_builds() -> None:
    assert "sbom.py" in (CI / "release").read_text(encoding="utf-8")
    assert ".ci/release" in (CI / "full").read_text(encoding="utf-8")
