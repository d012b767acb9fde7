"""Clinic users for tests: people who sign in for a clinic, and their calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from helsebro.identity.clinic_user import ClinicUser
from helsebro.ids import ClinicId, PractitionerId
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.identity.dynamo_clinic_users import DynamoClinicUsers
from helsebro_aws.onboarding.practitioner_logins.dynamo_practitioner_logins import (
    DynamoPractitionerLogins,
)
from helsebro_aws.platform import clock
from tests.builders.calls import event, member

SIGNATORY, TREATS, COLLEAGUE = "0101701234", "0303751234", "0404761234"
ELSEWHERE, STRANGER = "0202802345", "0505811234"


def bind(clinic_id: ClinicId, cpr: str, practitioner_id: PractitionerId | None = None) -> None:
    """Binds a person to a clinic: as a practitioner, or as its signatory."""
    role: Any = "practitioner" if practitioner_id else "signatory"
    user = ClinicUser(clinic_id, pseudonym.person_id("DK", cpr), role, clock.now(), practitioner_id)
    tables.commit([DynamoClinicUsers().binding(user)])


def invite(clinic_id: ClinicId, practitioner_id: PractitionerId, email: str = "anna@klinik.example") -> str:
    """Invites a mailbox to sign in as a practitioner, in Danish. Returns the token of the mail."""
    logins, at = DynamoPractitionerLogins(), clock.now()
    before = logins.find(clinic_id, practitioner_id)
    token = pseudonym.user_invitation(practitioner_id, at)
    logins.change(before, before.invited(email, token, "da", at))
    return token


@dataclass(frozen=True)
class SignedIn:
    """A person who is logged in, and the clinic that the header of each call names."""

    cpr: str
    clinic_id: str | None = None

    def call(self, method: str, path: str, body: Any = None, **given: Any) -> dict[str, Any]:
        """Returns a call of the person."""
        headers = {"helsebro-clinic": self.clinic_id} if self.clinic_id else {}
        headers |= given.pop("headers", {})
        claims = given.pop("claims", {})
        return event(method, path, by=member(self.cpr, **claims), body=body, headers=headers, **given)
