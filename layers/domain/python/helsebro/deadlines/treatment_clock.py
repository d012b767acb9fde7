"""Treatment clock: which clock an approved treatment starts, and how many working days it has.

A consultation at a private hospital or clinic of the network is guaranteed (R-1203). A psychologist or a
physical practitioner is assigned where possible (R-1204). Crisis help has clocks of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from helsebro.claims.claim import Claim
from helsebro.claims.counted_in import WITHOUT_CLINIC
from helsebro.coverage.question.windows import add_months
from helsebro.coverage.terms.product import product
from helsebro.guarantees.extension import CRISIS

CONSULTATION, ASSIGNMENT = "R-1203", "R-1204"
CRISIS_START, CRISIS_END = "R-7144", "R-7145"
BY_MODULE = {"health": CONSULTATION, "physical": ASSIGNMENT, "psychology": ASSIGNMENT}


@dataclass(frozen=True)
class TreatmentClock:
    """The clock of a treatment and its number of working days."""

    kind: Literal["consultation", "assignment"]
    working_days: int


def treatment_clock(claim: Claim) -> TreatmentClock | None:
    """Returns the clock that an approval of the claim starts.

    None for crisis help, a treatment outside the network, what no clinic gives at an appointment, or one of
    no module with such a promise.
    """
    without_appointment = {CRISIS, *WITHOUT_CLINIC}
    if claim.question.treatment.in_network is False or claim.treatment_type in without_appointment:
        return None
    modules = product(claim.product).chapter(claim.treatment_type).modules
    rule = next((rule for module, rule in BY_MODULE.items() if module in modules), None)
    if rule is None:
        return None
    days = product(claim.product).parameter(rule, "workingDays")
    return TreatmentClock("consultation" if rule == CONSULTATION else "assignment", days)


def last_day_to_start(claim: Claim) -> date | None:
    """Returns the last day on which crisis help may begin; None for other claims (R-7144)."""
    occurred_on = claim.question.event.occurred_on
    if claim.treatment_type != CRISIS or occurred_on is None:
        return None
    return occurred_on + timedelta(days=product(claim.product).parameter(CRISIS_START, "days"))


def last_day_of_crisis_help(claim: Claim) -> date | None:
    """Returns the last day of crisis help, counted from the event; None for other claims (R-7145, Q13)."""
    occurred_on = claim.question.event.occurred_on
    if claim.treatment_type != CRISIS or occurred_on is None:
        return None
    return add_months(occurred_on, product(claim.product).parameter(CRISIS_END, "months"))
