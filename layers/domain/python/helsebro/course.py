"""Course (forløb): what a clinic tells of a client between the sessions (F1-06, F1-10, F1-25, F1-30)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from helsebro import ids
from helsebro.errors import Refused
from helsebro.guarantee import Guarantee

Channel = Literal["phone", "sms"]
CRISIS = "crisis-help"


class NotExtendable(Refused):
    """Crisis help is never extended (F1-14, F1-26)."""

    code = "not-extendable"


class CrisisByPhoneOnly(Refused):
    """A client in a crisis is phoned, not texted (F1-16)."""

    code = "crisis-by-phone-only"


@dataclass(frozen=True)
class ClientContact:
    """The first time the clinic reached the client; only that counts against the deadline (F1-10)."""

    guarantee_id: str
    clinic_id: str
    by: Channel
    contacted_at: datetime

    @classmethod
    def under(cls, guarantee: Guarantee, clinic_id: str, by: Channel, at: datetime) -> ClientContact:
        """A contact as the clinic reports it. Raises ``CrisisByPhoneOnly``."""
        if guarantee.treatment == CRISIS and by != "phone":
            raise CrisisByPhoneOnly()
        return cls(guarantee.guarantee_id, clinic_id, by, at)


@dataclass(frozen=True)
class CourseEnd:
    """The clinic has ended the client's course."""

    guarantee_id: str
    clinic_id: str
    ended_at: datetime


@dataclass(frozen=True)
class ExtensionRequest:
    """The clinic asks for more sessions with a short professional reason; a caseworker decides (F1-25)."""

    extension_id: str
    guarantee_id: str
    clinic_id: str
    sessions: int
    justification: str
    requested_at: datetime

    @classmethod
    def of(
        cls, guarantee: Guarantee, clinic_id: str, asked: tuple[int, str], at: datetime, randomness: bytes
    ) -> ExtensionRequest:
        """A request for ``asked``: sessions and justification. Raises ``NotExtendable``."""
        if guarantee.treatment == CRISIS:
            raise NotExtendable()
        extension_id = ids.within("ext", guarantee.guarantee_id, randomness)
        return cls(extension_id, guarantee.guarantee_id, clinic_id, *asked, at)


@dataclass(frozen=True)
class ReferralOn:
    """The clinic has told the client to go elsewhere, such as to psychiatry; the payer follows up (F1-30)."""

    guarantee_id: str
    clinic_id: str
    to: str
    referred_at: datetime


Report = ClientContact | CourseEnd | ExtensionRequest | ReferralOn
