"""Course (forløb): what a clinic reports of a client between the sessions (F1-06, F1-10, F1-30)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from helsebro.errors import Refused
from helsebro.guarantees.extension import CRISIS
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClinicId, GuaranteeId, PractitionerId

ContactChannel = Literal["phone", "sms"]


class CrisisByPhoneOnly(Refused):
    """A client in a crisis must be contacted by phone, not by text message (F1-16)."""

    code = "crisis-by-phone-only"


@dataclass(frozen=True)
class ClientContact:
    """The clinic's first contact with the client; only this one counts for the deadline (F1-10)."""

    guarantee_id: GuaranteeId
    clinic_id: ClinicId
    by: ContactChannel
    contacted_at: datetime

    @classmethod
    def under(
        cls, guarantee: Guarantee, clinic_id: ClinicId, by: ContactChannel, at: datetime
    ) -> ClientContact:
        """Returns the contact that a clinic reports. Raises ``CrisisByPhoneOnly``."""
        if guarantee.treatment == CRISIS and by != "phone":
            raise CrisisByPhoneOnly()
        return cls(guarantee.guarantee_id, clinic_id, by, at)


@dataclass(frozen=True)
class CourseEnd:
    """The clinic has ended the client's course."""

    guarantee_id: GuaranteeId
    clinic_id: ClinicId
    ended_at: datetime


@dataclass(frozen=True)
class OnwardReferral:
    """The clinic has referred the client elsewhere, such as to psychiatry; a triage begins (F1-30).

    ``to`` is what the clinic wrote, None when it wrote nothing. ``practitioner_id`` is who treats the client;
    None when no one is known. ``earlier`` is how many tasks about it the staff have decided before.
    """

    guarantee_id: GuaranteeId
    clinic_id: ClinicId
    to: str | None
    referred_at: datetime
    practitioner_id: PractitionerId | None = None
    earlier: int = 0

    def says_more_than(self, known: OnwardReferral) -> bool:
        """Whether this later report says where the client goes, and the known one does not say so."""
        return self.to is not None and self.to not in (known.to or "").split(BETWEEN)

    def with_more(self, later: OnwardReferral) -> OnwardReferral:
        """Returns the referral with what a later report of it says too."""
        return replace(self, to=BETWEEN.join(filter(None, (self.to, later.to))))

    def anew(self, later: OnwardReferral) -> OnwardReferral:
        """Returns the referral of a later report, after the staff have decided about this one."""
        return replace(later, to=self.with_more(later).to, earlier=self.earlier + 1)


BETWEEN = "; "
"""Between what a clinic wrote in several reports of one referral."""
Report = ClientContact | CourseEnd | OnwardReferral
