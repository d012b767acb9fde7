"""A list over several payers, read payer after payer: its page, and the cursor that says where to go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from helsebro.errors import BadInput, Fault

Row = TypeVar("Row")
Page = tuple[list[Row], "str | None"]
"""Rows, and the cursor of the page after them."""


def page_across(
    payers: Sequence[str],
    at_one: Callable[[str, int, str | None], Page[Row]],
    limit: int,
    cursor: str | None,
) -> Page[Row]:
    """Up to ``limit`` rows; ``at_one(payer, limit, cursor)`` reads one payer, and may leave rows out.

    Raises ``BadInput`` (400) for a cursor of another list.
    """
    found: list[Row] = []
    at, within = _start(payers, cursor)
    while at < len(payers):
        if len(found) == limit:
            return found, f"{payers[at]}:{within or ''}"
        page, within = at_one(payers[at], limit - len(found), within)
        found += page
        at += within is None
    return found, None


def _start(payers: Sequence[str], cursor: str | None) -> tuple[int, str | None]:
    if not cursor:
        return 0, None
    payer, _, within = cursor.partition(":")
    if payer not in payers:
        raise BadInput([Fault("/cursor", "unknown-cursor", "")], malformed=True)
    return list(payers).index(payer), within or None
