"""Calendar feed: a private address under which a calendar reads the bookings of a member or a practitioner.

Whoever has the address reads them without a login, so its token is stored as a digest only and can be ended.
"""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from helsebro.ids import ClinicId, PersonId, PractitionerId

SUFFIX = ".ics"
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
PAST = timedelta(days=30)
"""How far back a feed goes; calendars keep what they have read before."""
MOST_ENTRIES = 200


@dataclass(frozen=True)
class CalendarFeed:
    """A feed; ``language`` is that of its texts, ``token_sha256`` the digest of its token.

    ``person_id`` is who made it, empty for a clinic's system. It is of the person's own bookings, or of those
    of a practitioner of a clinic.
    """

    person_id: PersonId
    token_sha256: str
    language: str
    created_at: datetime
    clinic_id: ClinicId | None = None
    practitioner_id: PractitionerId | None = None

    @classmethod
    def of(cls, person_id: PersonId, token: str, language: str, at: datetime) -> CalendarFeed:
        """Returns a new feed of a person's own bookings with this token."""
        return cls(person_id, sha256_of(token), language, at)

    def of_practitioner(self, clinic_id: ClinicId, practitioner_id: PractitionerId) -> CalendarFeed:
        """Returns the same feed, of the bookings of a practitioner."""
        return replace(self, clinic_id=clinic_id, practitioner_id=practitioner_id)

    @property
    def owner(self) -> PersonId | PractitionerId:
        """Whose bookings it shows; there is one feed of each."""
        return self.practitioner_id or self.person_id


def token_of(key: bytes) -> str:
    """Returns the token that 32 random bytes make: 43 letters of base 64, as in an address."""
    return urlsafe_b64encode(key).decode().rstrip("=")


def sha256_of(token: str) -> str:
    """Returns the digest under which a token is stored."""
    return hashlib.sha256(f"calendar-feed\n{token}".encode()).hexdigest()


def token_in(file_name: str) -> str | None:
    """Returns the token of a name such as ``….ics``; None for what can be no token."""
    token = file_name.removesuffix(SUFFIX)
    return token if token != file_name and TOKEN.fullmatch(token) else None
