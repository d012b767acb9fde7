"""Course (forløb): what a clinic reports of a client between the sessions (F1-06, F1-10, F1-30)."""

from __future__ import annotations

from dataclasses import dataclass
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

    ``practitioner_id`` is who treats the client; None when no one is known.
    """

    guarantee_id: GuaranteeId
    clinic_id: ClinicId
    to: str
    referred_at: datetime
    practitioner_id: PractitionerId | None = None


Report = ClientContact | CourseEnd | OnwardReferral
