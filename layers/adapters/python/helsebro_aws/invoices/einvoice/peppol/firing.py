"""A firing: where a rule of Peppol does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Firing:
    """The element at which the rule does not hold, and the values that its text shows.

    A text shows codes, days and amounts, never what may hold a person's number or name.
    """

    rule: str
    element: Any
    values: Mapping[str, object] = field(default_factory=dict)
