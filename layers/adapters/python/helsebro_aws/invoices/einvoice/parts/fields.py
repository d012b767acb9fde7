"""Fields of a document by their path, with the places whose value cannot be used."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from helsebro.invoices.invoice import Unreadable
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.leaf import BLANKS, value
from helsebro_aws.invoices.einvoice.parts.unread import day, number


class Fields:
    """Reads values by path. ``differing`` collects where one field is written again, and differently.

    A schema allows many of the elements on a path twice, and who takes the first never sees the second.
    """

    def __init__(self, document: UblDocument) -> None:
        self.document, self.at = document, document.at
        self.differing: list[Unreadable] = []

    def text(self, element: Any, *paths: str) -> str | None:
        """Returns the value at the paths, which all hold the same field; None when there is none."""
        every = self.document.every
        written = [(each, value(each).strip(BLANKS)) for path in paths for each in every(element, path)]
        first = next((text for _, text in written if text), None)
        if len(written) > 1:
            differing = (each for each, text in written if text and text != first)
            self.differing += [Unreadable(self.at[each], "twice") for each in differing]
        return first

    def day(self, element: Any, *paths: str) -> date | None:
        """Returns the day at the paths; None when there is none or it cannot be read."""
        return day(self.text(element, *paths) or "")

    def amount(self, element: Any, path: str) -> Decimal | None:
        """Returns the number at the path; None when there is none or it cannot be read."""
        return number(self.text(element, path) or "")


def only(values: Iterable[str | None]) -> str | None:
    """Returns the only value; None when there is none or the values differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None
