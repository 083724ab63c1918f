"""Of a face: whether its tables have the checksums that its file says that they have.

A byte that a disk or a copy has changed leaves a font that can be read, and draws others letters
or places them elsewhere. Nothing but the checksum tells.
"""

from __future__ import annotations

import struct
from typing import Any

import uharfbuzz as hb

from infographic.foundation.sfnt.tables import ENTRY, HEADER, FontTables

IDLE = ("head", "DSIG")
"""Not told of: many programs take the checksum of `head` before they put that of the file in it,
and no signature is looked at."""


def doubtful_tables(font: FontTables, face: Any) -> tuple[str, ...]:
    """The tables of a face that are not what its file says, by their tags.

    HarfBuzz adds them up, since it does so for every subset: taking all as they are, it takes a
    third of the time that Python would.
    """
    wanted = hb.SubsetInput()
    wanted.no_subset_table_tag_set.update(
        int.from_bytes(tag.encode("ascii"), "big") for tag in font.tables
    )
    wanted.drop_table_tag_set.clear()
    wanted.flags = hb.SubsetFlags.PASSTHROUGH_UNRECOGNIZED
    try:
        made = hb.SubsetPlan(face, wanted).execute().blob.data
    except (RuntimeError, MemoryError):
        return tuple(font.tables)
    count = struct.unpack_from(">4xH", made)[0]
    found = struct.iter_unpack(">4sI8x", made[HEADER : HEADER + ENTRY * count])
    summed = {tag.decode("ascii"): checksum for tag, checksum in found}
    return tuple(
        tag
        for tag, said in font.checksums.items()
        if tag not in IDLE and summed.get(tag, said) != said
    )
