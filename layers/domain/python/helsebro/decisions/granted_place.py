"""Granted place: the clinic or practitioner in a grant offers the treatment (F0-06)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from helsebro.errors import BadInput, Fault
from helsebro.network.practitioner import Practitioner
from helsebro.tasks.staff_decision import GrantedSessions


class ClinicWithoutTreatment(BadInput):
    """No practitioner of the granted clinic, or not the granted one, offers the treatment on that day."""

    code = "grant-clinic-without-treatment"

    def __init__(self, grant: GrantedSessions) -> None:
        field = "practitionerId" if grant.practitioner_id else "clinicId"
        super().__init__([Fault(f"/grant/{field}", self.code, "")])


def must_offer(grant: GrantedSessions, there: Iterable[Practitioner], treatment: str, on: date) -> None:
    """Raises ``ClinicWithoutTreatment`` when none of those ``there`` offers it, also when no one is there."""
    if not any(known.offers(treatment, on) for known in there):
        raise ClinicWithoutTreatment(grant)
