"""Validity: what anyone with a case reference may see of its guarantee (F2-09, F2-10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from helsebro.coverage.asked.price_unit import PriceUnit
from helsebro.guarantees.guarantee import Guarantee, GuaranteeStatus, status_of
from helsebro.payer import Country


@dataclass(frozen=True)
class GuaranteeValidity:
    """Whether a guarantee is valid and for what; nothing about the person, the payer or the clinic.

    ``status`` is ``active`` or ``revoked``. ``country`` decides the time zone in which ``valid_until`` ends.
    ``settlement`` is ``refund`` when the member pays the practitioner first, ``fee_for`` is ``whole`` when
    the price is for all of it. ``begin_by`` is the last day of the first session while none is booked.
    ``revoked_on`` is the day on which it was revoked. ``course_ended`` says that the clinic reported the
    treatment as finished: no more is booked, and what was booked before is still covered.
    """

    status: GuaranteeStatus
    treatment: str
    sessions_left: int
    valid_until: date
    country: Country
    settlement: Literal["direct", "refund"] = "direct"
    fee_for: PriceUnit = "session"
    begin_by: date | None = None
    revoked_on: date | None = None
    course_ended: bool = False

    @classmethod
    def of(cls, guarantee: Guarantee) -> GuaranteeValidity:
        """Returns the validity of a guarantee; a revoked one has no sessions left."""
        left = 0 if guarantee.status == "revoked" else guarantee.sessions_left
        return cls(
            guarantee.status,
            guarantee.treatment,
            left,
            guarantee.valid_until,
            guarantee.country,
            guarantee.settlement,
            guarantee.fee_for,
            None if guarantee.sessions_booked else guarantee.begin_by,
            guarantee.revoked_on,
            guarantee.course_ended_at is not None,
        )

    def status_on(self, day: date) -> GuaranteeStatus:
        """Returns its status on a day in the time zone of the case (F0-26)."""
        until = min(self.valid_until, self.begin_by or self.valid_until)
        return status_of(self.status, self.sessions_left, until, day)

    def is_late_on(self, day: date) -> bool:
        """Returns whether no session was booked by the last day of the first, which is past (R-7144)."""
        return self.status_on(day) == "expired" and self.begin_by is not None and self.begin_by < day

    def sessions_left_on(self, day: date) -> int:
        """Returns the sessions that are left on a day; none once revoked, expired or reported as ended."""
        return self.sessions_left if self.status_on(day) == "active" and not self.course_ended else 0
