"""The bill of materials of a wheel, as CycloneDX 1.6: `python .ci/sbom.py WHEEL -o FILE`.

It names what the wheel needs (each package, its version as installed here, its licence) and what of
others it carries (faces, press profiles, icons, words, pictures: each with its licence, its digest
and where it came from). Digests are of the files in the wheel, and checked against those that the
faces' manifest pins. The same wheel and the same packages give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from email.parser import BytesParser
from fnmatch import fnmatch
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from licences import Package, licence, needed
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).resolve().parent
FONTS = "infographic/shipped/fonts"
ICONS = "infographic/graphics/icons"
OWN_KINDS = {".py", ".json", ".csv", ".xlsx", ".geojson", ".topojson"}
"""What we write or make ourselves, but for `icons.json`, which is told by its own list."""

Json = dict[str, Any]


class BillError(Exception):
    """The wheel holds what no list accounts for, or not what a list says."""


def files_of(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def npm(package: str) -> Json:
    """Where a file came from, by "@scope/name@1.2.3"."""
    name, _, version = package.rpartition("@")
    purl = f"pkg:npm/{name.replace('@', '%40')}@{version}"
    return {"name": name, "version": version, "purl": purl}


def carried(files: Mapping[str, bytes]) -> Iterator[Json]:
    """What others made: path, licence, the file with its text (`notice`), and what it is `of`."""
    for face in json.loads(files[f"{FONTS}/manifest.json"]):
        yield {
            "path": f"{FONTS}/{face['file']}",
            "licence": face["licence"],
            "notice": f"{FONTS}/{face['licence_file']}",
            "of": [npm(face["source"])],
            "sha256": face["sha256"],
        }
    for package in json.loads(files[f"{ICONS}/sources.json"])["packages"]:
        yield {
            "path": f"{ICONS}/icons.json",
            "licence": package["licence"],
            "notice": f"{ICONS}/licences/{package['kept_as']}",
            "of": [npm(f"{package['name']}@{package['version']}")],
        }
    yield from json.loads((HERE / "third_party.json").read_text(encoding="utf-8"))["files"]


def unaccounted(files: Iterable[str], told: Iterable[str]) -> list[str]:
    """Files that somebody else may have made, and no list says who."""
    lists = json.loads((HERE / "third_party.json").read_text(encoding="utf-8"))
    known = {*told}
    patterns = [*lists["ours"], *lists["texts"]]
    return [
        name
        for name in files
        if Path(name).suffix not in OWN_KINDS
        and name not in known
        and not any(fnmatch(name, pattern) for pattern in patterns)
    ]


def licences(text: str, is_spdx: bool) -> list[Json]:
    return [{"expression": text}] if is_spdx else [{"license": {"name": text}}]


def file_component(one: Json, files: Mapping[str, bytes]) -> Json:
    """A file that others made, or raise `BillError` where it is not what its list says."""
    for name in (one["path"], one["notice"]):
        if name not in files:
            raise BillError(f"{name} is told of and is not in the wheel")
    digest = hashlib.sha256(files[one["path"]]).hexdigest()
    if one.get("sha256", digest) != digest:
        raise BillError(f"{one['path']} is not the file of its manifest: sha256 {digest}")
    origins = [{"type": "file", "bom-ref": f"{one['path']}#{o['name']}", **o} for o in one["of"]]
    return {
        "type": "file",
        "bom-ref": f"{one['path']}#{one['licence']}",
        "name": one["path"],
        "hashes": [{"alg": "SHA-256", "content": digest}],
        "licenses": licences(
            one["licence"], is_spdx=" " not in one["licence"].replace(" AND ", "")
        ),
        "pedigree": {"ancestors": origins},
        "properties": [{"name": "infographic:licence-text", "value": one["notice"]}],
    }


def package_component(name: str, distribution: Distribution) -> Json:
    text, is_spdx = licence(distribution)
    if not text:
        raise BillError(f"{name} names no licence")
    purl = f"pkg:pypi/{name}@{distribution.version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": distribution.version,
        "purl": purl,
        "licenses": licences(text, is_spdx),
        "scope": "required",
    }


def edge(reference: str, names: Iterable[str], packages: Mapping[str, Package]) -> Json:
    return {"ref": reference, "dependsOn": [purl_of(name, packages) for name in sorted(names)]}


def purl_of(name: str, packages: Mapping[str, Package]) -> str:
    return f"pkg:pypi/{name}@{packages[name].distribution.version}"


def bill(files: Mapping[str, bytes], metadata: bytes, digest: str) -> Json:
    """The bill of a wheel with these files and METADATA, whose sha256 is `digest`.

    Raises `BillError` for a file that no list accounts for.
    """
    about = BytesParser().parsebytes(metadata, headersonly=True)
    core = [each for each in about.get_all("Requires-Dist") or [] if "extra ==" not in each]
    packages = needed(core)
    told = list(carried(files))
    strangers = unaccounted(files, [one["path"] for one in told])
    if strangers:
        raise BillError(f"who made {', '.join(strangers)}? say so in .ci/third_party.json")
    purl = f"pkg:pypi/{about['Name']}@{about['Version']}"
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest)}",
        "version": 1,
        "metadata": {
            "lifecycles": [{"phase": "build"}],
            "component": {
                "type": "application",
                "bom-ref": purl,
                "name": about["Name"],
                "version": about["Version"],
                "purl": purl,
                "licenses": licences(about["License-Expression"], is_spdx=True),
                "hashes": [{"alg": "SHA-256", "content": digest}],
            },
        },
        "components": [
            *(package_component(name, each.distribution) for name, each in packages.items()),
            *(file_component(one, files) for one in told),
        ],
        "dependencies": [
            edge(purl, {canonicalize_name(Requirement(each).name) for each in core}, packages),
            *(
                edge(purl_of(name, packages), each.requires, packages)
                for name, each in packages.items()
            ),
        ],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("wheel", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    files = files_of(arguments.wheel)
    (metadata,) = (name for name in files if name.endswith(".dist-info/METADATA"))
    digest = hashlib.sha256(arguments.wheel.read_bytes()).hexdigest()
    try:
        made = bill(files, files[metadata], digest)
    except BillError as error:
        print(error, file=sys.stderr)
        return 1
    arguments.output.write_text(
        json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
