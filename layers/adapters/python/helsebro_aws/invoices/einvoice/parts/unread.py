"""What stands in a document and cannot be read as what it is: days and numbers, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from helsebro.invoices.invoice import Unreadable
from helsebro_aws.invoices.einvoice.leaf import BLANKS, value
from helsebro_aws.invoices.einvoice.names import CBC, Places

DAYS = ("Date",)
NUMBERS = ("Amount", "Quantity", "Percent", "Numeric", "Rate")
"""How the names of UBL's elements of these types end."""
NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,10})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def unread(root: Any, at: Places) -> Iterator[Unreadable]:
    """Yields every date, amount, quantity and percentage that cannot be read; an empty one is none."""
    for element in root.iter(f"{{{CBC}}}*"):
        if element.tag.endswith(DAYS):
            if day(value(element)) is None:
                yield Unreadable(at[element], "day", value(element).strip(BLANKS))
        elif element.tag.endswith(NUMBERS) and number(value(element)) is None:
            yield Unreadable(at[element], "number", value(element).strip(BLANKS))


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
