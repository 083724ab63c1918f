"""What is set is kept: all of it while a page is made, the last of it from page to page.

A cache of a thousand paragraphs hits nothing where a page has more of them and goes through them
in turn, pass after pass: each is dropped before its turn comes again. So a page in the making has
a store of its own, filled from the bounded cache, and gone when the page is made. Between pages
those of two or three broadsheets are kept: more were never asked for by a new text, and were 60 MB.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, update_wrapper
from itertools import islice
from typing import Any, Generic, TypeVar, TypeVarTuple

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.limits import Budget, OverLimitError
from infographic.foundation.memo import CACHES

MOST_ON_PAGE = 16_384
"""So many values of a kind are kept for a page. Of paragraphs they are a book's, about 200 MB; of
a text that is tried in many sizes, the last few sizes."""

Key = TypeVarTuple("Key")
Value = TypeVar("Value")
Result = TypeVar("Result")
_Store = dict[object, dict[Hashable, Any]]

# A thread has a context of its own, and so a page of its own.
_page: ContextVar[_Store | None] = ContextVar("page", default=None)
_work: ContextVar[dict[str, Budget] | None] = ContextVar("work", default=None)

_at: ContextVar[Origin] = ContextVar("at", default=BUILT_IN)
"""Of the last paragraph that was counted."""


@contextmanager
def for_one_page() -> Iterator[None]:
    """Keep what is set until the end; inside another such block, until the end of that one."""
    if _page.get() is not None:
        yield
        return
    token, set_before = _page.set({}), _work.set({})
    try:
        yield
    finally:
        _page.reset(token)
        _work.reset(set_before)


A_PARAGRAPH = 20
"""Characters that take as long as a paragraph of none."""


def count_set(characters: int, at: Origin) -> None:
    """Count a paragraph that a page in the making is about to set, tried or to stand.

    Raises `SpecError` where all of the page's, in all sizes that were tried, come to too many.
    """
    _at.set(at)
    count_work("set-characters", characters + A_PARAGRAPH, at)


def count_again(characters: int) -> None:
    """Count that the last paragraph's lines are about to be ended anew."""
    count_work("set-characters", characters, _at.get())


def count_work(limit: str, work: int, at: Origin) -> None:
    """Count work that a page in the making is about to do, under a limit's name.

    Raises `SpecError` where all of the page's, or of a layout's pages, comes to too much.
    """
    budgets = _work.get()
    if budgets is None:
        return
    if limit not in budgets:
        budgets[limit] = Budget(limit)
    try:
        budgets[limit].spend(work)
    except OverLimitError as error:
        raise SpecError([error.at(at)]) from error


class KeptForPage(Generic[*Key, Value]):
    """A pure function, its values kept."""

    def __init__(self, make: Callable[[*Key], Value], between: int, on_page: int) -> None:
        self._between_pages = lru_cache(maxsize=between)(make)
        self._on_page = on_page
        self.cache_info = self._between_pages.cache_info
        self.cache_clear = self._between_pages.cache_clear
        update_wrapper(self, make)
        CACHES[f"{make.__module__.rpartition('.')[2]}.{make.__name__.strip('_')}"] = self

    def asked(self) -> tuple[int, int]:
        """Hits and misses of what is kept from page to page."""
        info = self.cache_info()
        return info.hits, info.misses

    def clear(self) -> None:
        """Forget what is kept from page to page."""
        self.cache_clear()

    def __call__(self, *key: *Key) -> Value:
        page = _page.get()
        if page is None:
            return self._between_pages(*key)
        own = page.get(self)
        if own is None:
            own = page[self] = {}
        try:
            value: Value = own[key]
        except KeyError:
            if len(own) >= self._on_page:
                # The older half: what a text was tried in before its present size.
                for old in [*islice(own, self._on_page // 2)]:
                    del own[old]
            value = own[key] = self._between_pages(*key)
        return value


def kept(
    *, between_pages: int, on_page: int = MOST_ON_PAGE
) -> Callable[[Callable[[*Key], Value]], KeptForPage[*Key, Value]]:
    """Keep a pure function's values: the last so many, and of a page in the making so many.

    Its arguments are hashable and given by place.
    """

    def keeping(make: Callable[[*Key], Value]) -> KeptForPage[*Key, Value]:
        return KeptForPage(make, between_pages, on_page)

    return keeping


MOST_BY_IDENTITY = 1024


def once_a_page(
    key: tuple[Hashable, ...], of: tuple[object, ...], make: Callable[[], Result]
) -> Result:
    """What `make` gives, made once for a page in the making: by a key, and by the very values that
    it is made of and that no key can hold."""
    page = _page.get()
    if page is None:
        return make()
    own = page.setdefault(once_a_page, {})
    known = own.get(whole := (key, *map(id, of)))
    if known is None:
        if len(own) >= MOST_BY_IDENTITY:
            own.clear()
        # They are held, so that no others take their identities.
        known = own[whole] = (of, make())
    made: Result = known[1]
    return made
