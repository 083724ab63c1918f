"""Preflight of a written PDF, of ours or of any program: on its objects, against a press profile.

No open-source validator of PDF/X exists, so these rules are the gate; each is proven by a file
that breaks it alone (tests/press/test_inspect.py).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator

import pikepdf

from infographic.foundation.datum import Origin, Source
from infographic.foundation.limits import OverLimitError
from infographic.foundation.sayings import say
from infographic.press.inspect import document as inspect_document
from infographic.press.inspect import ink as inspect_ink
from infographic.press.inspect import page as inspect_page
from infographic.press.inspect.file import PressFile, Standard, press_file
from infographic.press.profile import PressProfile
from infographic.press.report import Finding, fault, gathered

DAMAGE = (
    *(pikepdf.PdfError, pikepdf.DataDecodingError, LookupError, ValueError, TypeError),
    *(AttributeError, ArithmeticError, RuntimeError, struct.error, zlib.error),
)
"""What objects of another kind than the standard says lead a rule to. A rule that cannot look is
an error of the file: the gate stays shut."""
RULES = (*inspect_document.RULES, *inspect_page.RULES, *inspect_ink.RULES)


def inspect(
    data: bytes, name: str, profile: PressProfile, standard: Standard | None = None
) -> tuple[Finding, ...]:
    """Everything wrong or doubtful in a PDF for this press; () where nothing is.

    `standard` replaces the profile's, to hold a PDF/X-3 against its own rules.
    """
    origin = Origin(Source(name))
    try:
        file = press_file(data, name, profile, standard)
    except pikepdf.PasswordError:
        return (fault(say("pdf-encrypted/password"), origin),)
    except OverLimitError as error:
        return (fault(error.saying, origin),)
    except DAMAGE as error:
        return (fault(say("pdf-broken/file", reason=_first_line(error)), origin),)
    with file.pdf:
        return gathered(finding for rule in RULES for finding in _applied(rule, file))


def _applied(rule: Callable[[PressFile], Iterator[Finding]], file: PressFile) -> Iterator[Finding]:
    try:
        yield from rule(file)
    except OverLimitError as error:
        yield file.wrong(error.saying)
    except DAMAGE as error:
        yield file.wrong(say("pdf-broken/object", reason=_first_line(error)))


def _first_line(error: BaseException) -> str:
    # pikepdf names what it reads from by its place in memory.
    line = (str(error) or type(error).__name__).split("\n")[0]
    return re.sub(r"<_io\.BytesIO object at 0x[0-9a-f]+>", "the file", line)[:160]
