"""Of press profiles."""

from __future__ import annotations

CODES: dict[str, str] = {
    "press-unknown": """\
There is no such press profile.
A path ends in .json; a name without it is one of ours: `infographic press` lists them. A layout
names its profile in “press”; --press names another for once.""",
    "press-profile": """\
A press profile lacks something, or says two things that cannot both be.
PDF/X wants the printing condition by name and its ICC profile. The shortest profile of a house:
    {"extends": "newsprint", "ink": {"design": 230, "hard": 240}}""",
    "press-icc": """\
The ICC profile of a press profile cannot be used.
It must be a printer's CMYK profile (class “prtr”), whole, and of version 2 for PDF/X-1a. Ask the
plant for it, or take a shipped one: IFRA26S_2004_newsprint.icc, FOGRA39L_coated.icc.""",
}
