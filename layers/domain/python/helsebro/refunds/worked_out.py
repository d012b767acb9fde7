"""Worked out: how the paid part of a bill follows from its price, the subsidy and the cap (R-306, R-843)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment

SUBSIDY = "evidence.subsidy"


@dataclass(frozen=True)
class WorkedOut:
    """``rest`` is the price less the ``subsidy``; ``most`` is the cap, None when it was not reached."""

    subsidy: Money
    rest: Money
    most: Money | None

    @property
    def name(self) -> Literal["less-subsidy", "less-subsidy-to-the-cap", "to-the-cap"]:
        """Which sentence says it."""
        if not self.subsidy.amount:
            return "to-the-cap"
        return "less-subsidy-to-the-cap" if self.most else "less-subsidy"


def worked_out(treatment: BilledTreatment) -> WorkedOut | None:
    """Returns how the amount was worked out; None when it is another than the subsidy and the cap give."""
    cost, paid = treatment.cost, treatment.approved
    stated = cast("dict[str, str] | None", treatment.trail.facts.get(SUBSIDY))
    subsidy = Money.from_json(stated) if stated else Money.zero(cost.currency)
    if paid is None or not paid.amount or paid == cost or subsidy.currency != cost.currency:
        return None
    rest = Money(cost.amount - subsidy.amount, cost.currency)
    caps = [step.most for step in treatment.trail if step.most is not None]
    most = Money(min(caps), cost.currency) if caps and min(caps) < rest.amount else None
    return WorkedOut(subsidy, rest, most) if paid == (most or rest) else None
