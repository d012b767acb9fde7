"""Mailboxes: the addresses of people whom other contexts know, as much of them as a notification needs."""

from __future__ import annotations

from typing import Protocol

from helsebro.errors import NotFound
from helsebro.ids import ClinicId, PractitionerId, ThreadId


class Applicant(Protocol):
    """What is read of a clinic's application."""

    @property
    def signatory(self) -> SignatoryMailbox:
        """Who signs for the clinic."""

    @property
    def country(self) -> str:
        """The country of the clinic."""

    @property
    def language(self) -> str:
        """The language of the form."""


class SignatoryMailbox(Protocol):
    """How the signatory is reached."""

    @property
    def email(self) -> str:
        """The e-mail address in the application."""


class InvitedMailbox(Protocol):
    """What is read of an invitation to sign in as a practitioner."""

    @property
    def email(self) -> str:
        """Where it is sent."""

    @property
    def language(self) -> str:
        """The language of the mail."""


class InvitedLogin(Protocol):
    """What is read of the login of a practitioner."""

    @property
    def invitation(self) -> InvitedMailbox | None:
        """The invitation, if it is open."""


def no_invited(_: PractitionerId) -> InvitedLogin:
    """Raises ``NotFound``: for code that invites no practitioner."""
    raise NotFound()


def no_applicant(_: ClinicId) -> Applicant:
    """Raises ``NotFound``: for code that writes to no signatory."""
    raise NotFound()


class CaseWorker(Protocol):
    """What is read of the staff member who works on a case."""

    @property
    def subject(self) -> str:
        """Who it is, as the login says."""

    @property
    def email(self) -> str | None:
        """The address of the last login."""


def no_case_worker(_: ThreadId) -> CaseWorker | None:
    """Returns None: for code that leaves mails to the shared address."""
    return None
