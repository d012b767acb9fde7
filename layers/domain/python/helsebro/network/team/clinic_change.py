"""Clinic change: what a clinic changed about itself or a practitioner, for the network team (F0-21)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Literal

from helsebro.caller import Caller
from helsebro.field_names import camel
from helsebro.ids import ClinicId, PractitionerId
from helsebro.network.clinic import Clinic
from helsebro.network.practitioner import Practitioner

ChangedBy = Literal["system", "signatory", "practitioner"]
"""Who made the change: the clinic's system, or a person of the clinic."""
ChangeKind = Literal[
    "clinic.changed", "practitioner.registered", "practitioner.changed", "practitioner.ended"
]
OF_CLINIC = {
    "name": "name",
    "contact.phone": "phone",
    "contact.email": "email",
    "address": "address",
    "details": "details",
}
"""What a clinic reports about itself, with the name under which a change shows it."""
OF_PRACTITIONER = (
    "name",
    "profession",
    "authorisation_id",
    "authorised",
    "authorised_since",
    "provider_number",
    "approvals",
    "address",
    "addresses",
    "treatments",
    "problems",
    "problems_not_taken",
    "languages",
    "insurance_clients",
    "paused_from",
    "paused_until",
    "crisis_help",
    "weekly_capacity",
)
"""What a clinic reports about a practitioner."""
VERIFIED_AGAIN = frozenset(
    {
        "name",
        "profession",
        "authorisationId",
        "authorised",
        "authorisedSince",
        "providerNumber",
        "address",
        "addresses",
    }
)
"""The fields that are verified again after a change."""


@dataclass(frozen=True)
class ClinicChange:
    """A change by the clinic: the names of the fields, and never what they held.

    ``practitioner_id`` and ``key`` name the practitioner whom it is about, None for the clinic itself.
    """

    clinic_id: ClinicId
    at: datetime
    kind: ChangeKind
    by: ChangedBy
    fields: tuple[str, ...]
    practitioner_id: PractitionerId | None = None
    key: str | None = None

    @property
    def verified_again(self) -> tuple[str, ...]:
        """The changed fields that are verified again."""
        return tuple(name for name in self.fields if name in VERIFIED_AGAIN)


def changed_by(caller: Caller) -> ChangedBy:
    """Returns who of the clinic makes a call."""
    if caller.is_clinic_system:
        return "system"
    return "practitioner" if caller.practitioner_id else "signatory"


def clinic_change(before: Clinic, after: Clinic, by: ChangedBy, at: datetime) -> ClinicChange | None:
    """Returns what the clinic changed about itself; None when it reported nothing new."""
    fields = tuple(
        shown for name, shown in OF_CLINIC.items() if attrgetter(name)(before) != attrgetter(name)(after)
    )
    return ClinicChange(after.clinic_id, at, "clinic.changed", by, fields) if fields else None


def practitioner_change(
    before: Practitioner | None, after: Practitioner, by: ChangedBy, at: datetime
) -> ClinicChange | None:
    """Returns what the clinic changed about a practitioner; None when it reported nothing new.

    A registration names every field that was given.
    """
    if after.ended_at:
        kind: ChangeKind = "practitioner.ended"
        fields: tuple[str, ...] = ()
    elif before is None or before.ended_at:
        kind = "practitioner.registered"
        fields = tuple(name for name in OF_PRACTITIONER if getattr(after, name) not in (None, ()))
    else:
        kind = "practitioner.changed"
        fields = tuple(name for name in OF_PRACTITIONER if getattr(before, name) != getattr(after, name))
        if not fields:
            return None
    named = tuple(camel(name) for name in fields)
    return ClinicChange(after.clinic_id, at, kind, by, named, after.practitioner_id, after.key)
