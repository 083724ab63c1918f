"""What `infographic explain CODE` says in Chinese, a file an area, as in English."""

from __future__ import annotations

from importlib import import_module

from infographic.foundation.codes import AREAS as ENGLISH

AREAS = tuple(import_module(f"{__name__}.{area.__name__.rpartition('.')[2]}") for area in ENGLISH)
