"""Clinic user: a person who signs in for a clinic, as its signatory or as one of its practitioners."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from helsebro.ids import ClinicId, PersonId, PractitionerId

ClinicRole = Literal["signatory", "practitioner"]


@dataclass(frozen=True)
class ClinicUser:
    """A person's role at a clinic; ``practitioner_id`` is whose clients a practitioner sees."""

    clinic_id: ClinicId
    person_id: PersonId
    role: ClinicRole
    since: datetime
    practitioner_id: PractitionerId | None = None
