"""What stands in sentences about a written PDF."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "phrase/blend-mode": "blend mode {name}",
    "phrase/box": "{left:g} {bottom:g} {right:g} {top:g}",
    "phrase/count-of-bytes": "{count} bytes",
    "phrase/cut-off": "cut off",
    "phrase/group": "a group",
    "phrase/halftone-name": "a halftone by name",
    "phrase/halftone-phase": "a halftone phase (HTP)",
    "phrase/halftone-transfer": "a halftone's transfer function",
    "phrase/halftone-type": "a halftone of type {number}",
    "phrase/icc-class": "of class “{kind}”",
    "phrase/icc-space": "for {space}, /N {count}",
    "phrase/icc-version": "of version {version}",
    "phrase/name-of-a-file": "the name of another file",
    "phrase/no-icc": "no ICC profile",
    "phrase/nothing-readable": "nothing that can be read",
    "phrase/opacity": "{entry} {value:g}",
    "phrase/opi-comment": "an OPI comment",
    "phrase/page-elsewhere": "a page of another file",
    "phrase/paint-above": "{kind} in {ink}",
    "phrase/paint-below": "{kind} of {ink}",
    "phrase/picture": "picture",
    "phrase/picture-for-printing": "another picture for printing",
    "phrase/pixels": "{width} × {height} pixels",
    "phrase/postscript": "PostScript",
    "phrase/soft-mask": "a soft mask",
    "phrase/stream-elsewhere": "a stream's data in another file",
    "phrase/text-above": "text of {size:.4g pt} in {ink}",
    "phrase/transfer-function": "a transfer function ({entry})",
}
