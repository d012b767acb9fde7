"""Stripe object: a JSON object of Stripe's, whose fields are looked at one by one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime


class NotStripes(Exception):
    """The text is no object of Stripe's, or a field of it is not what the documentation says."""


@dataclass(frozen=True)
class StripeObject:
    """Every field that is read raises ``NotStripes`` when it is missing or of another type."""

    fields: Mapping[str, object]

    def text(self, name: str) -> str:
        """Returns a field that is a text."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            raise NotStripes(name)
        return value

    def number(self, name: str) -> int:
        """Returns a field that is a whole number."""
        value = self.fields.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise NotStripes(name)
        return value

    def time(self, name: str) -> datetime:
        """Returns a field that is a time, in seconds since 1970."""
        try:
            return datetime.fromtimestamp(self.number(name), UTC)
        except (OverflowError, ValueError, OSError):
            raise NotStripes(name) from None

    def inner(self, name: str) -> StripeObject:
        """Returns a field that is an object."""
        return as_object(self.fields.get(name), name)

    def inner_or_empty(self, name: str) -> StripeObject:
        """Returns a field that may be an object; else an empty one."""
        value = self.fields.get(name)
        return as_object(value, name) if isinstance(value, dict) else StripeObject({})

    def listed(self, name: str) -> list[StripeObject]:
        """Returns a field that is a list of objects."""
        values = self.fields.get(name)
        if not isinstance(values, list):
            raise NotStripes(name)
        return [as_object(value, name) for value in values]

    def text_or_empty(self, name: str) -> str:
        """Returns a field that may be a text; else nothing."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""


def object_of(body: bytes) -> StripeObject:
    """Returns the object of a body. Raises ``NotStripes``."""
    try:
        return as_object(json.loads(body), "")
    except (ValueError, RecursionError):
        raise NotStripes("json") from None


def as_object(value: object, name: str) -> StripeObject:
    """Returns a value that is an object. Raises ``NotStripes``."""
    if not isinstance(value, dict):
        raise NotStripes(name)
    return StripeObject(value)
