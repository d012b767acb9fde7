"""Former insurance: what a person was insured with before us, and whether its time counts (R-1308–R-1311)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from helsebro.errors import Fault

FormerProduct = Literal["health-insurance", "diagnosis-insurance", "basic-health-insurance", "other"]
FORMER_PRODUCTS: tuple[str, ...] = get_args(FormerProduct)
EQUAL = "health-insurance"
"""The one kind of former insurance whose seniority we take over (R-1308); no other does (R-1311)."""


@dataclass(frozen=True)
class Former:
    """An insurance at another company.

    ``product`` is one of ``FORMER_PRODUCTS``. ``ended_on`` is the day on which it ceased, hence the day on
    which ours must begin for the two to be unbroken.
    """

    product: str
    began_on: date
    ended_on: date

    @property
    def is_equal(self) -> bool:
        """Whether it was of the same sort as ours (R-1308): Diagnoseforsikring and Basis are not (R-1311)."""
        return self.product == EQUAL

    def is_unbroken(self, starts_on: date) -> bool:
        """Whether ours began no later than it ceased (R-1308); any gap breaks it (R-1309)."""
        return self.began_on < starts_on <= self.ended_on

    def seniority(self, starts_on: date) -> date:
        """The day from which waiting counts when ours began on ``starts_on``."""
        return self.began_on if self.is_equal and self.is_unbroken(starts_on) else starts_on


def former_faults(former: Former | None, seniority_from: date | None) -> list[Fault]:
    """It ended no earlier than it began, and seniority has one source: the former insurance or a date."""
    if former is None:
        return []
    faults = []
    if former.ended_on < former.began_on:
        faults.append(Fault("/former/endedOn", "former-ended-before-it-began", ""))
    if seniority_from:
        faults.append(Fault("/seniorityFrom", "seniority-told-twice", ""))
    return faults
