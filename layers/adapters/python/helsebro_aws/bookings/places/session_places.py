"""Session places: where a session is, with whom, and whom to phone, for the member who comes to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from helsebro.ids import ClinicId, PractitionerId
from helsebro.network.address import Address
from helsebro.network.clinic import Clinic
from helsebro.network.practitioner import Practitioner
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.keys import practitioner_key

if TYPE_CHECKING:
    from helsebro_aws.bookings.places.session_place_answer import SessionPlaceAnswer


class PlacedSession(Protocol):
    """What has a place: a booking, or a slot that is offered."""

    @property
    def clinic_id(self) -> ClinicId:
        """The clinic."""

    @property
    def practitioner_id(self) -> PractitionerId:
        """Who treats."""

    @property
    def address_key(self) -> str | None:
        """Which of the practitioner's addresses it is at; None for the first one."""

    @property
    def address(self) -> Address | None:
        """Where it is, if that was kept."""


@dataclass(frozen=True)
class SessionPlaces:
    """The clinics and practitioners of some sessions."""

    practitioners: Mapping[PractitionerId, Practitioner]
    clinics: Mapping[str, Clinic]

    def address_of(self, session: PlacedSession) -> Address | None:
        """Returns where a session is; None when its practitioner has left that address since."""
        if session.address:
            return session.address
        practitioner = self.practitioners.get(session.practitioner_id)
        is_known = practitioner and session.address_key in practitioner.places
        return practitioner.address_at(session.address_key) if practitioner and is_known else None

    def phone_line_of(self, session: PlacedSession) -> str:
        """Returns the clinic's name and phone number on one line."""
        clinic = self.clinics.get(session.clinic_id)
        return f"{clinic.name}, {clinic.contact.phone}" if clinic else ""

    def shown(self, session: PlacedSession) -> SessionPlaceAnswer:
        """Returns the names, the address and the phone number that are known."""
        answer: SessionPlaceAnswer = {}
        clinic = self.clinics.get(session.clinic_id)
        if clinic:
            answer["clinicName"], answer["clinicPhone"] = clinic.name, clinic.contact.phone
        if practitioner := self.practitioners.get(session.practitioner_id):
            answer["practitionerName"] = practitioner.name
        if address := self.address_of(session):
            answer["address"] = to_item(address)
        return answer


def places_of(sessions: Iterable[PlacedSession], on: Tables = tables) -> SessionPlaces:
    """Returns the places of sessions, each clinic and each practitioner read once."""
    known = list(sessions)
    keys = [practitioner_key(each) for each in sorted({session.practitioner_id for session in known})]
    rows = on.get_many(on.settings.network_table, keys)
    practitioners = [from_item(Practitioner, row) for row in rows]
    clinics = DynamoClinics(on).find_many({session.clinic_id for session in known})
    return SessionPlaces({each.practitioner_id: each for each in practitioners}, clinics)
