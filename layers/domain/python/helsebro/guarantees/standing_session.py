"""Standing session: a session of a guarantee that is not cancelled, and where it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from helsebro.ids import BookingId, ClinicId, PractitionerId
from helsebro.network.treating_place import TreatingPlace

BookedPlace = tuple[ClinicId, PractitionerId]
"""Where a session is booked."""


@dataclass(frozen=True)
class StandingSession:
    """``status`` is ``booked`` until the clinic reports the session as held or missed."""

    booking_id: BookingId
    clinic_id: ClinicId
    practitioner_id: PractitionerId
    starts_at: datetime
    status: Literal["booked", "held", "missed"]

    @property
    def place(self) -> BookedPlace:
        """Its clinic and its practitioner."""
        return self.clinic_id, self.practitioner_id

    @property
    def is_to_come(self) -> bool:
        """Whether it is booked, and was neither held nor missed."""
        return self.status == "booked"


def to_come(sessions: Iterable[StandingSession]) -> list[BookedPlace]:
    """Returns where the sessions to come are booked."""
    return [session.place for session in sessions if session.is_to_come]


def outside(
    sessions: Iterable[StandingSession], place: TreatingPlace | None
) -> dict[ClinicId, list[BookingId]]:
    """Returns the clinics of the sessions that are not at this place, each with all its sessions."""
    known = tuple(sessions)
    clinics = sorted({session.clinic_id for session in known if session.place != place})
    return {at: [session.booking_id for session in known if session.clinic_id == at] for at in clinics}
