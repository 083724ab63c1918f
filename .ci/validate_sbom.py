"""Fail where a file is not CycloneDX 1.6: `python .ci/validate_sbom.py FILE` (.ci/tools.txt)."""

import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(
    Path(sys.argv[1]).read_text(encoding="utf-8")
)
sys.exit(str(fault) if fault else 0)
