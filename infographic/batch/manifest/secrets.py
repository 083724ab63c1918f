"""What may be a credential is taken out of a text before it is kept or told to others."""

from __future__ import annotations

from infographic.foundation.late_pattern import late

_USER = late(r"([A-Za-z][A-Za-z0-9+.-]*://)([^\s/@:]*):[^\s/]*@")
"""A URL's user and password: “postgresql://desk:secret@db”. A password may hold an “@”."""
_SIGNED = late(
    r"(?i)([?&;#\s](?:x-[a-z]+-\w+|sig|se|sp|sv|sr|signature|token|access_token|api_?key|key|secret|"
    r"password|passwd|pwd|credential)=)[^\s&;#\"'”]+"
)


def redacted(text: str) -> str:
    """A text without the passwords and signatures of the URLs in it.

    >>> redacted("postgresql://desk:se@cret@db/press and s3://b/a?sig=abc&x=1")
    'postgresql://desk:***@db/press and s3://b/a?sig=***&x=1'
    """
    if "://" not in text and "=" not in text:
        return text
    return _SIGNED.sub(r"\1***", _USER.sub(r"\1\2:***@", text))


def redacted_all(value: object) -> object:
    """The same of all texts in a value as JSON has it."""
    if isinstance(value, str):
        return redacted(value)
    if isinstance(value, dict):
        return {name: redacted_all(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [redacted_all(one) for one in value]
    return value
