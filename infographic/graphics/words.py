"""Words that devices set themselves, in the story's language: Chinese, else English."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "between": ("；", "; "),
    "missing": ("—", "—"),
    "source": ("来源：", "Source: "),
}
"""Each in Chinese and in English; {…} stands for a value."""


def word(key: str, language: str, **values: object) -> str:
    """A word or sentence of ours with its values.

    >>> word("source", "zh-Hans"), word("source", "en-GB")
    ('来源：', 'Source: ')
    """
    chinese, english = WORDS[key]
    return (chinese if language.startswith("zh") else english).format(**values)
