"""Former insurance: a person's earlier insurance, and whether its time counts (R-1308–R-1311)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from helsebro.errors import Fault

FormerProduct = Literal["health-insurance", "diagnosis-insurance", "basic-health-insurance", "other"]
FORMER_PRODUCTS: tuple[str, ...] = get_args(FormerProduct)
NO_FORMER = "none"
"""The product that a person states who had no insurance at another company."""
EQUAL = "health-insurance"
"""The only kind of former insurance whose seniority we take over (R-1308, R-1311)."""


@dataclass(frozen=True)
class Former:
    """An insurance at another company.

    ``product`` is one of ``FORMER_PRODUCTS``. ``ended_on`` is the day on which it ended; ours must begin on
    that day or earlier for the two to be unbroken.
    """

    product: str
    began_on: date
    ended_on: date

    @property
    def is_equal(self) -> bool:
        """Whether it is the same kind as ours (R-1308); Diagnoseforsikring and Basis are not (R-1311)."""
        return self.product == EQUAL

    def is_unbroken(self, starts_on: date) -> bool:
        """Returns whether ours began no later than it ended (R-1308); any gap breaks it (R-1309)."""
        return self.began_on < starts_on <= self.ended_on

    def seniority(self, starts_on: date) -> date:
        """Returns the day from which waiting counts when ours began on ``starts_on``."""
        return self.began_on if self.is_equal and self.is_unbroken(starts_on) else starts_on


def former_faults(former: Former | None, seniority_from: date | None) -> list[Fault]:
    """Returns the faults: it ended before it began, or seniority comes from both it and a date."""
    if former is None:
        return []
    faults = []
    if former.ended_on < former.began_on:
        faults.append(Fault("/former/endedOn", "former-ended-before-it-began", ""))
    if seniority_from:
        faults.append(Fault("/seniorityFrom", "seniority-told-twice", ""))
    return faults
