"""Validity: what anyone with a case reference may see of its guarantee (F2-09, F2-10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helsebro.guarantees.guarantee import Guarantee, GuaranteeStatus, status_of
from helsebro.payer import Country


@dataclass(frozen=True)
class GuaranteeValidity:
    """Whether a guarantee is valid and for what; nothing about the person, the payer or the clinic.

    ``status`` is ``active`` or ``revoked``. ``country`` decides the time zone in which ``valid_until`` ends.
    """

    status: GuaranteeStatus
    treatment: str
    sessions_left: int
    valid_until: date
    country: Country

    @classmethod
    def of(cls, guarantee: Guarantee) -> GuaranteeValidity:
        """Returns the validity of a guarantee; a revoked one has no sessions left."""
        left = 0 if guarantee.status == "revoked" else guarantee.sessions_left
        return cls(guarantee.status, guarantee.treatment, left, guarantee.valid_until, guarantee.country)

    def status_on(self, day: date) -> GuaranteeStatus:
        """Returns its status on a day in the time zone of the case (F0-26)."""
        return status_of(self.status, self.sessions_left, self.valid_until, day)
