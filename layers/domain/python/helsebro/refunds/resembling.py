"""Resembling: a billed treatment that may be one of another bill of the same person (promise 27).

The same file is refused (``bill-already-asked-for``). A second photo of the same paper bill has other bytes,
so the day, the amount and the clinic are compared too. Two sessions of one day may cost the same, so it is a
doubt that a person looks at, and refuses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from helsebro.benefits.clash import certainty_of
from helsebro.ids import RefundId
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.refund import Refund


@dataclass(frozen=True)
class BilledLine:
    """What another refund of the person asked for; ``place`` is the index of its treatment."""

    refund_id: RefundId
    place: int
    on: date
    cost: Money
    clinic_number: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Resemblance:
    """A treatment of another refund; ``same_clinic`` is False when a bill does not name its clinic."""

    refund_id: RefundId
    place: int
    same_clinic: bool


def lines_of(refund: Refund) -> tuple[BilledLine, ...]:
    """Returns the treatments of a refund as later ones are compared with."""
    return tuple(
        BilledLine(refund.refund_id, place, billed.on, billed.cost, billed.clinic_number)
        for place, billed in enumerate(refund.treatments)
    )


def resembling(billed: BilledTreatment, others: Iterable[BilledLine]) -> tuple[Resemblance, ...]:
    """Returns the lines of the same day and amount; those of another clinic, when both name it, are none."""
    alike = (line for line in others if (line.on, line.cost) == (billed.on, billed.cost))
    found = [
        Resemblance(line.refund_id, line.place, same)
        for line in alike
        if (same := _same_clinic(billed.clinic_number, line.clinic_number)) is not None
    ]
    return tuple(sorted(found, key=lambda one: not one.same_clinic))


def doubles_in(refund: Refund, place: int) -> tuple[Resemblance, ...]:
    """Returns the other lines of a refund for the same treatment and day as the one at ``place``.

    Those that name another practitioner or clinic are none. What they cost plays no part: one session may
    stand on two bills with two prices. Each may be paid all the same, once who approves has named its amount.
    """
    billed = refund.treatments[place]
    return tuple(
        Resemblance(refund.refund_id, index, same)
        for index, other in enumerate(refund.treatments)
        if index != place
        and (other.on, other.type) == (billed.on, billed.type)
        and certainty_of(billed.by, other.by) == "certain"
        and (same := _same_clinic(billed.clinic_number, other.clinic_number)) is not None
    )


def _same_clinic(one: str | None, other: str | None) -> bool | None:
    """Returns whether two bills name the same clinic: False when one names none, None for two clinics."""
    if one is None or other is None:
        return False
    return True if one == other else None
