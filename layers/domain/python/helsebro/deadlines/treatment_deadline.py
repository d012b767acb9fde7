"""Treatment deadline: ten working days from the approval to a consultation or an assigned practitioner.

A consultation at a private hospital or clinic of the network is guaranteed (R-1203). A psychologist or a
physical practitioner is assigned where possible (R-1204). Crisis help has its own deadlines.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from helsebro.bookings.booking import Booking
from helsebro.claims.claim import Claim
from helsebro.coverage.terms.product import product
from helsebro.deadlines.claim_deadline import ShownDeadline
from helsebro.local_day import local_day, zone
from helsebro.working_days import working_days_after

CONSULTATION, ASSIGNMENT = "R-1203", "R-1204"
BY_MODULE = {"health": CONSULTATION, "physical": ASSIGNMENT, "psychology": ASSIGNMENT}
KINDS = {CONSULTATION: "consultation", ASSIGNMENT: "assignment"}


def treatment_deadline(claim: Claim, bookings: Iterable[Booking], at: datetime) -> ShownDeadline | None:
    """Returns the deadline of an approved treatment in the network, None when the claim has none.

    ``bookings`` are those of the claim. A consultation meets the deadline when it starts in time, also when
    the member does not come; an assignment when the first booking is made in time, also if cancelled later.
    """
    rule = _rule(claim)
    if rule is None or claim.status != "approved" or claim.answered_at is None:
        return None
    due_at = _due(claim, claim.answered_at, product(claim.product).parameter(rule, "workingDays"))
    if rule == CONSULTATION:
        times = [booking.starts_at for booking in bookings if booking.status != "cancelled"]
    else:
        times = [booking.booked_at for booking in bookings]
    if any(moment <= at and moment < due_at for moment in times):
        return ShownDeadline(KINDS[rule], due_at, "met")
    return ShownDeadline(KINDS[rule], due_at, "running" if at < due_at else "missed")


def _rule(claim: Claim) -> str | None:
    if claim.question.treatment.in_network is False or claim.treatment_type == "crisis-help":
        return None
    modules = product(claim.product).chapter(claim.treatment_type).modules
    return next((rule for module, rule in BY_MODULE.items() if module in modules), None)


def _due(claim: Claim, approved_at: datetime, working_days: int) -> datetime:
    """Returns the end of the last working day in the time zone where the person is insured."""
    last = working_days_after(local_day(approved_at, claim.country), working_days, claim.country)
    return datetime.combine(last + timedelta(days=1), time(), zone(claim.country))
