"""Guarantee in use: what the member can still do with an issued guarantee on a day (F4-26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from helsebro.guarantees.guarantee import Guarantee

UseStage = Literal["active", "booked", "finished", "used", "lapsed", "expired", "revoked"]


@dataclass(frozen=True)
class PendingExtension:
    """An extension that is not decided yet: who asked for it, and by which day it is answered, if known."""

    asked_by: Literal["member", "clinic"]
    due_on: date | None = None


@dataclass(frozen=True)
class GuaranteeInUse:
    """An issued guarantee on a day; ``clinic`` is the name of the clinic that it is for, if it is for one.

    ``pending`` is the extension that was asked for.
    """

    guarantee: Guarantee
    today: date
    clinic: str | None = None
    pending: PendingExtension | None = None

    @property
    def stage(self) -> UseStage:
        """Its status on the day; ``booked`` when every session is booked, ``finished`` when the clinic has
        ended the treatment, and ``lapsed`` when none was booked by the last day to begin (R-7144).
        """
        known = self.guarantee
        status = known.status_on(self.today)
        if status == "expired" and known.has_lapsed_on(self.today):
            return "lapsed"
        if status == "active" and known.course_ended_at:
            return "finished"
        return "booked" if status == "active" and not known.sessions_free else status

    @property
    def pays_the_clinic(self) -> bool:
        """Whether the payer pays the clinic, so that the member has no bill to send."""
        return self.guarantee.settlement == "direct"

    @property
    def is_bookable(self) -> bool:
        """Whether the clinic is paid, and a session can still be booked."""
        return self.pays_the_clinic and self.stage == "active"

    @property
    def is_over(self) -> bool:
        """Whether no more sessions are held under it: its last day is past, all of them were held, or the
        treatment has ended.
        """
        return self.stage in ("expired", "used", "finished")
