"""Occurrence: an event as the bus brings it, to the consumers that read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from helsebro.ids import BookingId, ClinicId

SUBJECTS = ("claimId", "policyId", "personId", "clinicId", "practitionerId", "enquiryId")
"""The fields that name what an event is about, the narrowest first."""


@dataclass(frozen=True)
class Occurrence:
    """``payer`` is empty and ``clinic_id`` given for an event of a clinic."""

    event_id: str
    type: str
    at: datetime
    payer: str
    data: Mapping[str, Any]
    clinic_id: ClinicId = ClinicId("")

    @classmethod
    def read(cls, event: Mapping[str, Any]) -> Occurrence:
        """Returns the event of a message of the bus."""
        return cls(
            event_id=event["eventId"],
            type=event["type"],
            at=datetime.fromisoformat(event["at"]),
            payer=event["payer"],
            data=event["data"],
            clinic_id=ClinicId(event.get("clinicId", "")),
        )

    @property
    def case_id(self) -> str:
        """The id of the claim or policy that it is about; else of a person, a clinic or the payer."""
        named = (str(self.data[name]) for name in SUBJECTS if self.data.get(name))
        return next(named, self.clinic_id or self.payer)

    def told_to_clinic(self) -> Occurrence:
        """Returns the event as its clinic hears of it: of no payer, and of no case of a member."""
        kept = {name: self.data[name] for name in ("bookingId",) if name in self.data}
        return replace(self, payer="", data={**kept, "clinicId": self.clinic_id})

    @property
    def booking_id(self) -> BookingId | None:
        """The booking that it is about."""
        named = self.data.get("bookingId")
        return BookingId(named) if named else None
