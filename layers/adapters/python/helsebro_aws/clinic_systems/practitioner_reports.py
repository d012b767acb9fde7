"""A clinic system's reports about its practitioners and the clinic itself (F0-21)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from helsebro import ids
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.network.practitioner import Practitioner
from helsebro_aws.http.answer import ACCEPTED, HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners


def reporting(practitioners: DynamoPractitioners, call: Call, key: str) -> Practitioner:
    """Returns the clinic's own practitioner of that key. Raises ``BadInput`` when there is none."""
    try:
        return practitioners.find(ids.practitioner_id(call.caller.clinic_id, key))
    except NotFound:
        raise BadInput([Fault("/data/practitionerKey", "practitioner-unknown", "")]) from None


@dataclass(frozen=True)
class PractitionerReports:
    """Stores changed details of the clinic and its practitioners."""

    clinics: DynamoClinics = field(default_factory=DynamoClinics)
    practitioners: DynamoPractitioners = field(default_factory=DynamoPractitioners)

    def change_clinic(self, call: Call, data: Any, _: datetime) -> HttpAnswer:
        """``clinic.changed``: stores name, phone and e-mail."""
        clinic = self.clinics.find(call.caller.clinic_id)
        changed = clinic.changed(name=data.name, phone=data.phone, email=data.email)
        self.clinics.change(clinic, changed, call.receipt(ACCEPTED))
        return ACCEPTED

    def change(self, call: Call, data: Any, _: datetime) -> HttpAnswer:
        """``practitioner.changed``: stores the practitioner's switches (F1-01, F1-23)."""
        practitioner = reporting(self.practitioners, call, data.practitioner_key)
        try:
            changed = practitioner.changed(
                insurance_clients=data.insurance_clients,
                crisis_help=data.crisis_help,
                weekly_capacity=data.weekly_capacity,
            )
        except BadInput as bad:
            in_data = [replace(fault, pointer=f"/data{fault.pointer}") for fault in bad.faults]
            raise BadInput(in_data) from None
        self.practitioners.set(changed, call.receipt(ACCEPTED))
        return ACCEPTED
