"""Measure infographic beside Typst and WeasyPrint.

    python benchmarks/run.py [--quick] [--only PART…] [--markdown] [--json FILE] [--python PYTHON]

See README.md for what is measured and how fairness is kept.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import FULL, QUICK, Bench, can_import, make_workspace
from lines import Line, markdown, table
from measure import REPOSITORY
from sections.cold import cold
from sections.desk import desk
from sections.growth import growth
from sections.memory import memory
from sections.preview import preview
from sections.studio import studio
from sections.warm import warm

PARTS: dict[str, Callable[[Bench], Iterator[Line]]] = {
    "cold": cold, "warm": warm, "preview": preview, "studio": studio,
    "desk": desk, "growth": growth, "memory": memory,
}  # fmt: skip
ALONE = {"preview", "studio"}
"""Parts that need no peer."""


def environment(python: str) -> dict[str, Any]:
    """Where and with what it was measured."""
    cpus = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((c.split(":", 1)[1].strip() for c in cpus if c.startswith("model name")), "")
    asked = ["typst", "weasyprint", "uharfbuzz", "reportlab", "pypdfium2", "pillow", "fonttools"]
    code = (
        "import json, sys; from importlib import metadata as m\n"
        "have = {d.name.lower(): d.version for d in m.distributions()}\n"
        f"print(json.dumps({{n: have.get(n) for n in {asked!r} + ['isal']}}))"
    )
    answer = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=REPOSITORY, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit.stdout.strip(),
        "cpu": model,
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": json.loads(answer.stdout),
    }


def asked_for() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure infographic beside Typst and WeasyPrint.")
    parser.add_argument("--quick", action="store_true", help="a minute and a half, coarse")
    parser.add_argument("--markdown", action="store_true", help="print the table of the manual")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    parser.add_argument(
        "--only", nargs="+", choices=tuple(PARTS), metavar="PART", help=", ".join(PARTS)
    )
    parser.add_argument(
        "--python", default=sys.executable,
        help="an interpreter with our dependencies, typst and weasyprint (default: this one)",
    )  # fmt: skip
    asked = parser.parse_args()
    if has_peers(asked) and not can_import(asked.python, "typst"):
        parser.error("typst is missing: pip install -r benchmarks/requirements.txt")
    return asked


def has_peers(asked: argparse.Namespace) -> bool:
    return bool({*(asked.only or PARTS)} - ALONE)


def measured(bench: Bench, names: list[str]) -> tuple[list[Line], list[float], list[str]]:
    """The lines of some parts, the machine's load between them, and what broke off."""
    lines, load, failed = list[Line](), [os.getloadavg()[0]], list[str]()
    for name in names:
        try:
            for entry in PARTS[name](bench):
                lines.append(entry)
        except (RuntimeError, subprocess.CalledProcessError) as error:
            failed.append(f"{name} broke off: {error}")
        load.append(os.getloadavg()[0])
    return lines, load, failed


def main() -> None:
    asked = asked_for()
    with tempfile.TemporaryDirectory(prefix="infographic-bench-") as folder:
        workspace = Path(folder) / "pages"
        make_workspace(workspace)
        bench = Bench(asked.python, QUICK if asked.quick else FULL, workspace)
        if not bench.has_weasyprint:
            bench.say("weasyprint cannot be imported (see README.md): left out")
        bench.compile_byte_code()
        try:
            if has_peers(asked):
                bench.say("the words of all tools")
                bench.compare_words()
        except subprocess.CalledProcessError:
            sys.exit("nothing was measured")
        lines, load, failed = measured(bench, asked.only or list(PARTS))
    where = environment(asked.python)
    packages = ", ".join(f"{name} {version}" for name, version in where["packages"].items())
    print(f"{where['cpu']}, {where['cores']} cores, Python {where['python']}; {packages}")
    print(f"{where['commit']}, {where['date']}, load {' '.join(f'{v:.1f}' for v in load)}")
    print("CPU time but where a line says “by the clock”. Medians (least–most); the ratio is the")
    print("median over neighbouring runs.\n")
    print(markdown(lines) if asked.markdown else table(lines))
    judged = [entry for entry in lines if entry.bar is not None]
    print(f"\n{sum(bool(e.is_met) for e in judged)} of {len(judged)} bars met")
    if asked.json:
        result = {
            "environment": {**where, "load": load},
            "quick": asked.quick,
            "lines": [{**asdict(entry), "is_met": entry.is_met} for entry in lines],
        }
        text = json.dumps(result, ensure_ascii=False, indent=1)
        asked.json.write_text(text + "\n", encoding="utf-8")
    if failed:
        sys.exit("\n".join(failed))


if __name__ == "__main__":
    main()
