"""What an object store answers, as a sentence with its mend: nothing of the answer is shown but
its number and its code."""

from __future__ import annotations

import re

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say

_STATUS = late(r"status code: ([0-9]{3})")
_CODE = late(r"<Code>([A-Za-z]{1,60})</Code>")
_KIND = late(r"kind: (Connect|Timeout|Request|Decode|Interrupted|Unknown)\b")
_METADATA = ("169.254.", "metadata.google.internal", "/oauth2/token")
"""Where a store looks for credentials that are in no environment."""


def missing(url: str, package: str) -> MachineError:
    """That an extra is not installed."""
    return MachineError(say("machine/store-missing", url=url, package=package))


def fault_of(error: BaseException, url: str) -> MachineError:
    """What is wrong, of an error that `obstore` raised for an object or a store."""
    if isinstance(error, MachineError):
        return error
    said, name = str(error), type(error).__name__
    code = _found(_CODE.search(said))
    status = _found(_STATUS.search(said))
    reason = " ".join(part for part in (status, code) if part)
    if code == "NoSuchBucket" or "ContainerNotFound" in said:
        return MachineError(say("machine/store-no-bucket", url=url))
    if isinstance(error, FileNotFoundError):
        return MachineError(say("machine/input-gone", url=url))
    if name in ("AlreadyExistsError", "PreconditionError"):
        return MachineError(say("machine/store-exists", url=url))
    if any(place in said for place in _METADATA):
        return MachineError(say("machine/store-no-credentials", url=url))
    if name in ("PermissionDeniedError", "UnauthenticatedError"):
        return MachineError(say("machine/store-denied", url=url, reason=reason or name))
    if "redirect without LOCATION" in said or code == "AuthorizationHeaderMalformed":
        return MachineError(say("machine/store-region", url=url))
    if not status and (kind := _found(_KIND.search(said))):
        return MachineError(say("machine/store-unreachable", url=url, reason=kind.lower()))
    return MachineError(say("machine/store-refuses", url=url, reason=reason or name))


def _found(match: re.Match[str] | None) -> str:
    return match[1] if match else ""
