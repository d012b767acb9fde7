"""A clinic system's reports about its practitioners and the clinic itself (F0-21)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from helsebro.errors import BadInput, Fault, NotFound
from helsebro.network.address import Address
from helsebro.network.practitioner import Practitioner
from helsebro.network.team.clinic_change import changed_by
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.calendars.places_in_use import must_keep_places_in_use
from helsebro_aws.http.answer import ACCEPTED, HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.callers import must_be_fresh
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners


def reporting(practitioners: DynamoPractitioners, call: Call, key: str) -> Practitioner:
    """Returns the clinic's own practitioner of that key. Raises ``BadInput`` when there is none.

    Practitioners may report about themselves only: for them the clinic has no other. One who left the clinic
    is no longer its practitioner.
    """
    clinic_id = call.caller.clinic_id
    try:
        practitioner = practitioners.of_key(clinic_id, key)
        if not call.caller.treats_at(clinic_id, practitioner.practitioner_id):
            raise NotFound()
    except NotFound:
        raise BadInput([Fault("/data/practitionerKey", "practitioner-unknown", "")]) from None
    if practitioner.ended_at:
        raise BadInput([Fault("/data/practitionerKey", "practitioner-ended", "")])
    return practitioner


@dataclass(frozen=True)
class PractitionerReports:
    """Stores changed details of the clinic and its practitioners."""

    clinics: DynamoClinics = field(default_factory=DynamoClinics)
    practitioners: DynamoPractitioners = field(default_factory=DynamoPractitioners)
    slots: DynamoSlots = field(default_factory=DynamoSlots)

    def change_clinic(self, call: Call, data: Any, at: datetime) -> HttpAnswer:
        """``clinic.changed``: stores name, phone, e-mail and address.

        Raises ``NotAllowed`` for a practitioner, ``LoginNotFresh`` for a person's old login that changes the
        address, and ``BadInput`` for the number of another company.
        """
        clinic = self.clinics.find(call.caller.clinic_id)
        clinic.must_be_run_by(call.caller)
        if data.email and not call.caller.is_clinic_system:
            must_be_fresh(call.event)
        if data.cvr and (faults := self.company_faults(call, data.cvr)):
            raise BadInput(faults)
        address = Address(**data.address.model_dump()) if data.address else None
        changed = clinic.changed(name=data.name, phone=data.phone, email=data.email, address=address, at=at)
        self.clinics.change(clinic, changed, call.receipt(ACCEPTED), changed_by(call.caller))
        return ACCEPTED

    def change(self, call: Call, data: Any, at: datetime) -> HttpAnswer:
        """``practitioner.changed``: stores the practitioner's switches, pause and address (F1-01, F1-23)."""
        practitioner = reporting(self.practitioners, call, data.practitioner_key)
        changed = self.changed(practitioner, data, at)
        self.practitioners.set(changed, call.receipt(ACCEPTED), changed_by(call.caller))
        return ACCEPTED

    def changed(self, practitioner: Practitioner, data: Any, at: datetime) -> Practitioner:
        """Returns the practitioner with the reported fields. Raises ``BadInput`` with the faults of both."""
        try:
            changed = practitioner.changed(**data.reported())
        except BadInput as bad:
            in_data = [replace(fault, pointer=f"/data{fault.pointer}") for fault in bad.faults]
            raise BadInput(in_data) from None
        must_keep_places_in_use(self.slots, practitioner, changed, at, "/data/addresses")
        return changed

    def company_faults(self, call: Call, cvr: str) -> list[Fault]:
        """Returns the fault of a company number that is not that of the caller's clinic."""
        is_own = self.clinics.find(call.caller.clinic_id).cvr == cvr
        return [] if is_own else [Fault("/data/cvr", "cvr-cannot-change", "")]
