"""Practitioner login: the person who signs in as one of a clinic's practitioners, or the invitation to do so.

The signatory names the person by the CPR number, or invites a mailbox. Who accepts an invitation has its
token and the practitioner's name in the login.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from helsebro.errors import Conflict, NotFound, Refused
from helsebro.ids import ClinicId, PersonId, PractitionerId
from helsebro.onboarding.contract import has_digest, sha256_of
from helsebro.onboarding.folded_name import digest_of_name
from helsebro.onboarding.signature import Signer

ACCEPT_WITHIN = timedelta(days=30)
LoginStatus = Literal["none", "invited", "bound"]


class AlreadyClinicUser(Conflict):
    """The person already signs in for the clinic, as its signatory or as another practitioner."""

    code = "already-a-clinic-user"


class InvitationExpired(Refused):
    """The time to accept is over; the signatory invites again."""

    code = "invitation-expired"


class NotTheInvited(Refused):
    """The name in the login is not the practitioner's."""

    code = "not-the-invited"


@dataclass(frozen=True)
class UserInvitation:
    """An invitation that was sent to ``email``, with the digest of its one-time token.

    ``language`` is that of the mail: ``da``, ``nb`` or ``en``.
    """

    email: str
    token_sha256: str
    sent_at: datetime
    valid_until: datetime
    language: str


@dataclass(frozen=True)
class PractitionerLogin:
    """Who signs in as a practitioner, if anyone; ``version`` counts the changes."""

    clinic_id: ClinicId
    practitioner_id: PractitionerId
    person_id: PersonId | None = None
    since: datetime | None = None
    invitation: UserInvitation | None = None
    version: int = 0

    @property
    def status(self) -> LoginStatus:
        """``bound`` to a person, ``invited``, or ``none``."""
        if self.person_id:
            return "bound"
        return "invited" if self.invitation else "none"

    def bound(self, person_id: PersonId, at: datetime) -> PractitionerLogin:
        """Returns the login of this person, without an invitation."""
        if person_id == self.person_id:
            return self
        return replace(self, person_id=person_id, since=at, invitation=None, version=self.version + 1)

    def invited(self, email: str, token: str, language: str, at: datetime) -> PractitionerLogin:
        """Returns the login while it waits for the mailbox to accept; who signed in before no longer does.

        A second invitation of the same mailbox changes nothing while the first one can be accepted.
        """
        known = self.invitation
        if known and known.email == email and at < known.valid_until:
            return self
        sent = UserInvitation(email, sha256_of(token.encode()), at, at + ACCEPT_WITHIN, language)
        return replace(self, person_id=None, since=None, invitation=sent, version=self.version + 1)

    def accepted(self, signer: Signer, practitioner_name: str, token: str, at: datetime) -> PractitionerLogin:
        """Returns the login of the person who accepts.

        Raises ``NotFound`` without the token, ``InvitationExpired`` and ``NotTheInvited``.
        """
        invitation = self.invitation
        if invitation is None or not has_digest(token, invitation.token_sha256):
            raise NotFound()
        if at >= invitation.valid_until:
            raise InvitationExpired()
        if not signer.name_digest or signer.name_digest != digest_of_name(practitioner_name):
            raise NotTheInvited()
        return self.bound(signer.person_id, at)

    def ended(self) -> PractitionerLogin:
        """Returns the login of no one."""
        if self.status == "none":
            return self
        return replace(self, person_id=None, since=None, invitation=None, version=self.version + 1)
