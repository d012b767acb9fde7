"""Acting clinic: the clinic that a signed-in person acts for in a call (api.md, Who calls).

The path names the clinic, else the header ``helsebro-clinic``. Where only clinics may call, a person with one
clinic need not name it. A person without a role there stays who they are, and gets a stranger's answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helsebro import ids
from helsebro.caller import Caller, Right
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClinicId
from helsebro_aws.http.callers import CLINIC_HEADER, MEMBERS
from helsebro_aws.identity.dynamo_clinic_users import DynamoClinicUsers

users = DynamoClinicUsers()


def acting(event: Mapping[str, Any], in_path: str | None, allows: frozenset[Right], person: Caller) -> Caller:
    """Returns the person as a user of the clinic that the call names, or unchanged without a role there.

    ``in_path`` is the clinic that the path names. Raises ``BadInput`` (400) for a person with several clinics
    who names none where only clinics may call.
    """
    if in_path:
        return _at(in_path, person)
    headers = {name.lower(): str(value) for name, value in (event.get("headers") or {}).items()}
    named = headers.get(CLINIC_HEADER)
    at_only = person if allows & MEMBERS or named else _at_only_clinic(person)
    user = _at(named, person) if named else at_only
    # The same path is a call for another clinic with another header, and so is the same idempotency key.
    return replace(user, subject=f"{user.clinic_id}:{user.subject}") if user.clinic_id else user


def _at_only_clinic(person: Caller) -> Caller:
    clinics = users.clinics_of(person.person_id)
    if len(clinics) > 1:
        raise BadInput([Fault("/helsebro-clinic", "clinic-not-named", "")], malformed=True)
    # Read once more: the listing may still hold a role that has just ended.
    return _at(clinics[0], person) if clinics else person


def _at(named: str, person: Caller) -> Caller:
    clinic_id = ClinicId(named)
    role = users.role_at(clinic_id, person.person_id) if ids.is_clinic(named) else None
    return person.acting_for(clinic_id, role.practitioner_id) if role else person
