"""A list over several payers, read one payer after the other: a page of it, and the cursor of the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from helsebro.errors import BadInput, Fault

Entry = TypeVar("Entry")
PayerPage = tuple[list[Entry], "str | None"]
"""Entries, and the cursor of the next page."""


def page_across(
    payers: Sequence[str],
    page_of: Callable[[str, int, str | None], PayerPage[Entry]],
    limit: int,
    cursor: str | None,
) -> PayerPage[Entry]:
    """Returns up to ``limit`` entries and the cursor of the next page.

    ``page_of(payer, limit, cursor)`` reads one payer, and may return fewer entries than ``limit``: where more
    follow there, the answer ends, so that it takes a bounded number of reads. Raises ``BadInput`` (400) for a
    cursor of another list.
    """
    found: list[Entry] = []
    at, within = _start(payers, cursor)
    while at < len(payers):
        if len(found) == limit:
            return found, f"{payers[at]}:{within or ''}"
        page, within = page_of(payers[at], limit - len(found), within)
        found += page
        if within:
            return found, f"{payers[at]}:{within}"
        at += 1
    return found, None


def _start(payers: Sequence[str], cursor: str | None) -> tuple[int, str | None]:
    if not cursor:
        return 0, None
    payer, _, within = cursor.partition(":")
    if payer not in payers:
        raise BadInput([Fault("/cursor", "unknown-cursor", "")], malformed=True)
    return list(payers).index(payer), within or None
