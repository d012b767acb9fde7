"""Every item of a list, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from helsebro_client.generated.types import UNSET, Unset

Item_co = TypeVar("Item_co", covariant=True)
Item = TypeVar("Item")


class Page(Protocol[Item_co]):
    """A page of any list; ``next_cursor`` is None on the last."""

    @property
    def items(self) -> Sequence[Item_co]:
        """The things of this page."""

    @property
    def next_cursor(self) -> str | None:
        """The cursor of the next page."""


def pages(read: Callable[[str | Unset], Page[Item]]) -> Iterator[Item]:
    """Yields every item; ``read`` gets the cursor of a page. Raises what ``read`` raises.

    ``pages(lambda cursor: answered(list_claims.sync_detailed(client=client, cursor=cursor)))``
    """
    cursor: str | Unset | None = UNSET
    while cursor is not None:
        page = read(cursor)
        yield from page.items
        cursor = page.next_cursor
