"""Course (forløb): what a clinic tells of a client between the sessions (F1-06, F1-10, F1-30)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from helsebro.errors import Refused
from helsebro.guarantees.extension import CRISIS
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClinicId, GuaranteeId

Channel = Literal["phone", "sms"]


class CrisisByPhoneOnly(Refused):
    """A client in a crisis is phoned, not texted (F1-16)."""

    code = "crisis-by-phone-only"


@dataclass(frozen=True)
class ClientContact:
    """The first time the clinic reached the client; only that counts against the deadline (F1-10)."""

    guarantee_id: GuaranteeId
    clinic_id: ClinicId
    by: Channel
    contacted_at: datetime

    @classmethod
    def under(cls, guarantee: Guarantee, clinic_id: ClinicId, by: Channel, at: datetime) -> ClientContact:
        """A contact as the clinic reports it. Raises ``CrisisByPhoneOnly``."""
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
class ReferralOn:
    """The clinic has told the client to go elsewhere, such as to psychiatry; the payer follows up (F1-30)."""

    guarantee_id: GuaranteeId
    clinic_id: ClinicId
    to: str
    referred_at: datetime


Report = ClientContact | CourseEnd | ReferralOn
