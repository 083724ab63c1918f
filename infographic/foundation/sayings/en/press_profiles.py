"""Of press profiles and the ICC profiles that they name."""

from __future__ import annotations

PRINTERS = "PDF/X wants the printer's own CMYK profile, of class “prtr”"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "press-icc/class": (
        "{file}: the profile's class is “{kind}”, not that of a printer",
        PRINTERS,
    ),
    "press-icc/length": ("{file}: the file is not as long as its header says", PRINTERS),
    "press-icc/no-profile": ("{file}: this is no ICC profile", PRINTERS),
    "press-icc/space": ("{file}: the profile is for {space}, not for CMYK", PRINTERS),
    "press-icc/unread": ("{file}: cannot be read ({reason})", PRINTERS),
    "press-icc/version": (
        "{file}: version {version} of ICC profiles is too new for {standard}",
        PRINTERS,
    ),
    "press-profile/circle": "profiles extend each other in a circle: {name}",
    "press-profile/extends": "“extends” wants a profile's name, found {kind}",
    "press-profile/ink-limits": (
        "the ink limit “design” of {design:g} % is above “hard”, {hard:g} %"
    ),
    "press-profile/no-icc": (
        "{standard} wants “icc”",
        'write "icc": "house.icc", a path from the profile\'s folder',
    ),
    "press-profile/no-identifier": (
        "{standard} wants an “identifier” in its intent",
        "write the condition's name, such as “IFRA26”",
    ),
    "press-profile/no-info": (
        "{standard} wants “info” in its intent",
        "write what the printer calls the condition, in words",
    ),
    "press-profile/no-intent": (
        "{standard} wants “intent”",
        'write "intent": {{"identifier": "IFRA26", "registry": …}}',
    ),
    "press-profile/object": "a press profile is an object, not {kind}",
    "press-spots/none": (
        "spot colours on the page: {count} (“{names:join ”、“}”); “{press}” takes none",
        "take “spot” from the colour to print it in process inks, or choose another press",
    ),
    "press-spots/some": (
        "spot colours on the page: {count} (“{names:join ”、“}”); “{press}” takes at most {most}",
        "take “spot” from the colour to print it in process inks, or choose another press",
    ),
    "press-unknown": "there is no press profile “{name}”",
    "press-unknown/file": (
        "there is no press profile {path}",
        "a path starts from the layout's folder, with --press from the one you stand in",
    ),
}
