"""A page of a list that is read as a whole, because its order is not that of its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from helsebro.errors import BadInput, Fault

SortedEntry = TypeVar("SortedEntry")


def sorted_page(
    entries: Sequence[SortedEntry], id_of: Callable[[SortedEntry], str], limit: int, cursor: str | None
) -> tuple[list[SortedEntry], str | None]:
    """Returns up to ``limit`` entries after the one that the cursor names, and the cursor of the next page.

    Raises ``BadInput`` (400) for a cursor of another list.
    """
    begins = 0
    if cursor:
        begins = next((place for place, entry in enumerate(entries, 1) if id_of(entry) == cursor), 0)
        if not begins:
            raise BadInput([Fault("/cursor", "unknown-cursor", "")], malformed=True)
    found = list(entries[begins : begins + limit])
    return found, id_of(found[-1]) if begins + limit < len(entries) else None
