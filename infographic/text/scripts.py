"""Scripts that cannot be set: those that run from right to left, and those whose letters join.

We set every line from left to right, breaking between Han and at spaces. Arabic or Devanagari set
so would be wrong in ways that nobody in a Chinese newsroom might see; they are refused instead.
"""

from __future__ import annotations

from infographic.foundation.late_pattern import late

_SCRIPTS = {
    "Hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010e60-\U00010e7f\U0001ee00-\U0001eeff",
    "Syriac": "\u0700-\u074f\u0860-\u086f",
    "Thaana": "\u0780-\u07bf",
    "N’Ko": "\u07c0-\u07ff",
    "Samaritan or Mandaic": "\u0800-\u085f",
    "Indic": "\u0900-\u0dff\ua8e0-\ua8ff\U00011000-\U000110cf\U00011100-\U0001137f",
    "Thai or Lao": "\u0e00-\u0eff",
    "Tibetan": "\u0f00-\u0fff",
    "Myanmar": "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f",
    "Khmer": "\u1780-\u17ff\u19e0-\u19ff",
    "Mongolian": "\u1800-\u18af\U00011660-\U0001167f",
    "Tai": "\u1950-\u19df\u1a20-\u1aaf",
    "Javanese, Balinese or kin": "\u1700-\u177f\u1a00-\u1a1f\u1b00-\u1bff\u1c00-\u1c4f"
    "\ua930-\ua9df\uaa00-\uaa5f\uabc0-\uabff",
    "right-to-left": "\u202a-\u202e\u2066-\u2069\U00010800-\U00010fff\U0001e800-\U0001edff",
}
_ANY = late("|".join(f"([{ranges}])" for ranges in _SCRIPTS.values()))
_ONE = late(f"[{''.join(_SCRIPTS.values())}]")
_NAMES = tuple(_SCRIPTS)


def unsupported(text: str) -> dict[str, str]:
    """The characters of a text that cannot be set, by their script.

    >>> unsupported("联合国 الأمم 与 ไทย")
    {'Arabic': 'الأم', 'Thai or Lao': 'ไทย'}
    """
    if _ONE.search(text) is None:
        return {}
    found: dict[str, dict[str, None]] = {}
    for match in _ANY.finditer(text):
        assert match.lastindex is not None
        found.setdefault(_NAMES[match.lastindex - 1], {})[match[0]] = None
    return {script: "".join(characters) for script, characters in found.items()}
