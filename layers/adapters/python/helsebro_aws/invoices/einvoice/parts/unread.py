"""What stands in a document and cannot be read as what it is: days and numbers, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal

from helsebro.invoices.invoice import Unreadable
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.leaf import BLANKS, value
from helsebro_aws.invoices.einvoice.names import CBC

Type = Literal["day", "number"]
DAYS = ("Date",)
NUMBERS = ("Amount", "Quantity", "Percent", "Numeric", "Rate")
"""How the names of UBL's elements of these types end."""
NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,10})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def unread(document: UblDocument) -> Iterator[Unreadable]:
    """Yields every date, amount, quantity and percentage that cannot be read; an empty one is none."""
    wrong: dict[Any, Type] = {}
    for tag, elements in document.by_tag.items():
        kind = _type_of(tag)
        if kind:
            read = day if kind == "day" else number
            wrong.update({element: kind for element in elements if read(value(element)) is None})
    for element, place in document.at.items() if wrong else ():
        if element in wrong:
            yield Unreadable(place, wrong[element], value(element).strip(BLANKS))


@lru_cache(maxsize=2_000)
def _type_of(tag: str) -> Type | None:
    """Returns what the elements of a name hold; None where it is neither."""
    if not tag.startswith(f"{{{CBC}}}"):
        return None
    return "day" if tag.endswith(DAYS) else "number" if tag.endswith(NUMBERS) else None


def day(written: str) -> date | None:
    """Returns the day; None where it has another form, a time or a time zone, or is in no calendar."""
    plain = written.strip(BLANKS)
    try:
        return date.fromisoformat(plain) if DAY.fullmatch(plain) else None
    except ValueError:
        return None


def number(written: str) -> Decimal | None:
    """Returns the number; None where it is not written in digits with a point."""
    plain = written.strip(BLANKS)
    return Decimal(plain) if NUMBER.fullmatch(plain) else None
