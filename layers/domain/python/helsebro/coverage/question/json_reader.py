"""Reads a JSON object field by field and collects all its faults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from helsebro.coverage.question.vocabulary import COUNTRIES
from helsebro.errors import Fault, escaped, nearest
from helsebro.local_day import YEARS
from helsebro.money import Money

AMOUNT = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,2})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST = 1000
LONGEST_NAME = 200
MOST = 100_000
MOST_BMI = 300
"""Above the highest body mass index ever measured in a person."""


class Reader:
    """One JSON object at a pointer; every method returns ``None`` for a field that is absent or wrong."""

    def __init__(self, shape: object, faults: list[Fault], pointer: str = "") -> None:
        self.pointer = pointer
        self.faults = faults
        self.shape: Mapping[str, object] = {}
        self.known: dict[str, None] = {}
        if isinstance(shape, Mapping):
            self.shape = shape
        elif shape is not None:
            self.fault("", "not-an-object")

    def fault(self, name: str, code: str, detail: str = "") -> None:
        """Records a fault of a field, or of the object itself when the name is empty.

        ``detail`` is what the text of the code is completed with: a limit or the allowed values.
        """
        pointer = f"{self.pointer}/{name}" if name else self.pointer
        self.faults.append(Fault(pointer, code, detail))

    def refuse_others(self) -> None:
        """Records a fault for each field that was not read, with the nearest name of those that were."""
        for name in self.shape:
            if name not in self.known:
                self.fault(escaped(str(name)), "unknown-field", nearest(str(name), self.known))

    def required(self, name: str) -> None:
        """Records a fault when the field is absent."""
        if self._value(name) is None:
            self.fault(name, "missing")

    def is_object(self, name: str) -> bool:
        """Returns whether a field holds an object."""
        return isinstance(self._value(name), Mapping)

    def inner(self, name: str) -> Reader:
        """Returns the reader of the object in a field."""
        return Reader(self._value(name), self.faults, f"{self.pointer}/{name}")

    def rows(self, name: str) -> Iterator[Reader]:
        """Yields the readers of the objects in a list."""
        for index, row in enumerate(self._list(name) or []):
            yield Reader(row, self.faults, f"{self.pointer}/{name}/{index}")

    def text(self, name: str) -> str | None:
        """Returns a text unchanged."""
        value = self._value(name)
        if value is None or isinstance(value, str):
            return value
        self.fault(name, "not-a-string")
        return None

    def name(self, name: str) -> str | None:
        """Returns a name: a text that says something, of at most ``LONGEST_NAME`` characters."""
        value = self.text(name)
        if value is not None and not value.strip():
            self.fault(name, "missing")
        elif value is not None and len(value) > LONGEST_NAME:
            self.fault(name, "too-long", f"{LONGEST_NAME}")
        return value

    def one_of(self, name: str, values: tuple[str, ...]) -> str | None:
        """Returns a value of an enumeration."""
        value = self.text(name)
        if value is None or value in values:
            return value
        self.fault(name, "unknown-value", ", ".join(values))
        return None

    def some_of(self, name: str, values: tuple[str, ...]) -> frozenset[str] | None:
        """Returns a set of values of an enumeration."""
        found = self._list(name)
        if found is None:
            return None
        for index, value in enumerate(found):
            if value not in values:
                self.fault(f"{name}/{index}", "unknown-value", ", ".join(values))
            elif value in found[:index]:
                self.fault(f"{name}/{index}", "value-twice")
        return frozenset(value for value in found if isinstance(value, str))

    def flag(self, name: str) -> bool | None:
        """Returns true or false."""
        value = self._value(name)
        if value is None or isinstance(value, bool):
            return value
        self.fault(name, "not-a-boolean")
        return None

    def day(self, name: str) -> date | None:
        """Returns a date ``YYYY-MM-DD``."""
        value = self.text(name)
        if value is None:
            return None
        found = _day(value)
        if found is None:
            self.fault(name, "not-a-date")
        elif found.year not in YEARS:
            self.fault(name, "date-out-of-range", f"{YEARS[0]}–{YEARS[-1]}")
            return None
        return found

    def number(self, name: str, most: int = MOST) -> int | float | None:
        """Returns a number from 0 up to ``most``."""
        value = self._value(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fault(name, "not-a-number")
            return None
        if value < 0:
            self.fault(name, "negative")
            return None
        if not value <= most:
            self.fault(name, "too-large", f"{most}")
            return None
        return value

    def count(self, name: str) -> int | None:
        """Returns a whole number from 1 up."""
        sent = self._value(name)
        if isinstance(sent, int | float) and not isinstance(sent, bool) and sent < 1:
            self.fault(name, "not-a-count")
            return None
        value = self.number(name)
        if value is not None and not isinstance(value, int):
            self.fault(name, "not-a-count")
            return None
        return value

    def whole(self, name: str) -> int | None:
        """Returns a whole number from 0 up."""
        value = self.number(name)
        if value is not None and not isinstance(value, int):
            self.fault(name, "not-a-whole-number")
            return None
        return value

    def country(self, name: str) -> str | None:
        """Returns a country as two capital letters (ISO 3166)."""
        value = self.text(name)
        if value is None or value in COUNTRIES:
            return value
        self.fault(name, "not-a-country")
        return None

    def money(self, name: str, currencies: tuple[str, ...]) -> Money | None:
        """Returns the money of ``{"amount": "850.00", "currency": "DKK"}``, from 0 up."""
        if self._value(name) is None:
            return None
        inner = self.inner(name)
        inner.required("amount")
        inner.required("currency")
        amount, currency = inner.text("amount"), inner.one_of("currency", currencies)
        inner.refuse_others()
        if amount is None:
            return None
        if not AMOUNT.fullmatch(amount):
            inner.fault("amount", "not-an-amount")
            return None
        if amount.startswith("-"):
            inner.fault("amount", "negative")
            return None
        if currency is None:
            return None
        known: Literal["DKK", "NOK"] = "NOK" if currency == "NOK" else "DKK"
        return Money.of(Decimal(amount), known)

    def _value(self, name: str) -> object:
        self.known[name] = None
        return self.shape.get(name)

    def _list(self, name: str) -> list[object] | None:
        value = self._value(name)
        if value is None:
            return None
        if not isinstance(value, list | tuple):
            self.fault(name, "not-an-array")
            return None
        if len(value) > LONGEST:
            self.fault(name, "too-many", f"{LONGEST}")
            return None
        return list(value)


def _day(value: str) -> date | None:
    if not DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
