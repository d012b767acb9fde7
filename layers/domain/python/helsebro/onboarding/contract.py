"""Contract (kontrakt): what a clinic signs before its first client (F0-05, F0-06).

The platform seals the contract first, and the signatory signs what is sealed. A contract can be signed for
30 days; after that the clinic applies again.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from helsebro.errors import Conflict, Refused
from helsebro.ids import ClinicId, PersonId
from helsebro.onboarding.signature import NotTheSignatory, Signature
from helsebro.onboarding.signature_attempt import SignatureAttempt

TEXT_VERSION = "2026-11-29"
"""The version of the contract's text; a changed text gets a new one."""
SIGN_WITHIN = timedelta(days=30)
EXPIRY_CLOCK = "contract-expiry"
"""The kind of the clock that ends a contract which no one signed (``helsebro.deadlines``)."""
ContractStatus = Literal["sent", "signed", "declined", "expired"]


class ContractNotReady(Conflict):
    """The contract has not been sent yet, so no one can sign it."""

    code = "contract-not-ready"


class ContractExpired(Refused):
    """The time to sign is over; the clinic applies again."""

    code = "contract-expired"


class ContractDeclined(Conflict):
    """The contract was declined; the clinic applies again."""

    code = "contract-declined"


class AlreadySigned(Conflict):
    """A contract is signed once."""

    code = "already-signed"


class SignatureInReview(Conflict):
    """The network team checks whether a person may sign; until it has decided it checks no second one."""

    code = "signature-in-review"


class NotTheContractSent(Refused):
    """The caller agrees to another document than the contract that was sent."""

    code = "not-the-contract-sent"


class ContractChanged(Conflict):
    """The contract was changed since it was read."""


@dataclass(frozen=True)
class ClinicContract:
    """A clinic's contract. ``sha256`` is that of the sealed PDF in ``language``, in hexadecimal digits.

    It can be signed until ``valid_until``. ``invitation_sha256`` is that of the one-time token in the mail to
    the signatory. ``in_review`` is the person whose name differs from the application's, and ``attempt`` what
    that person's login says, while the network team checks it; ``accepted_person`` is the one that it
    accepted, ``refused_persons`` are those it refused. ``version`` counts the changes.
    """

    clinic_id: ClinicId
    text_version: str
    language: str
    sha256: str
    sent_at: datetime
    valid_until: datetime
    invitation_sha256: str
    status: ContractStatus = "sent"
    signature: Signature | None = None
    in_review: PersonId | None = None
    attempt: SignatureAttempt | None = None
    accepted_person: PersonId | None = None
    refused_persons: tuple[PersonId, ...] = ()
    declined_at: datetime | None = None
    decline_reason: str | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Whether it was neither signed nor declined, and has not expired."""
        return self.status == "sent"

    @property
    def is_kept(self) -> bool:
        """Whether its PDF is kept: that of a contract which was declined or has expired is not."""
        return self.status in ("sent", "signed")

    def has_invited(self, invitation: str | None) -> bool:
        """Whether a token is the one in the mail to the signatory."""
        if not invitation:
            return False
        return has_digest(invitation, self.invitation_sha256)

    def must_be_of(self, sha256: str | None) -> None:
        """Raises ``NotTheContractSent`` when a caller agrees to the PDF of another digest."""
        if sha256 is not None and sha256.lower() != self.sha256:
            raise NotTheContractSent()

    def must_wait_for_a_signature(self, at: datetime) -> None:
        """Raises ``AlreadySigned``, ``ContractDeclined`` or ``ContractExpired``.

        While the network team checks one person, the one who is known may still sign or decline.
        """
        if self.status == "signed":
            raise AlreadySigned()
        if self.status == "declined":
            raise ContractDeclined()
        if self.status == "expired" or at >= self.valid_until:
            raise ContractExpired()

    def signed(self, signature: Signature) -> ClinicContract:
        """Returns the signed contract. Raises as ``must_wait_for_a_signature``."""
        self.must_wait_for_a_signature(signature.signed_at)
        return self._reviewed(status="signed", signature=signature)

    def questioned(self, person_id: PersonId, attempt: SignatureAttempt) -> ClinicContract:
        """Returns the contract while the network team checks whether the person of an attempt may sign.

        Raises as ``must_wait_for_a_signature``, ``NotTheSignatory`` for a person whom the team has refused,
        and ``SignatureInReview`` while it checks another.
        """
        self.must_wait_for_a_signature(attempt.tried_at)
        if person_id in self.refused_persons:
            raise NotTheSignatory()
        if self.in_review:
            raise SignatureInReview()
        return replace(self, in_review=person_id, attempt=attempt, version=self.version + 1)

    def answered(self, *, accepted: bool) -> ClinicContract:
        """Returns the contract after the check: the accepted person may sign it, a refused one may not."""
        answered = self._reviewed()
        if accepted:
            return replace(answered, accepted_person=self.in_review)
        assert self.in_review
        return replace(answered, refused_persons=(*self.refused_persons, self.in_review))

    def declined(self, reason: str, at: datetime) -> ClinicContract:
        """Returns the declined contract. Raises as ``must_wait_for_a_signature``."""
        self.must_wait_for_a_signature(at)
        return self._reviewed(status="declined", declined_at=at, decline_reason=reason)

    def expired(self) -> ClinicContract:
        """Returns the contract after its last day; one that is not open stays as it is."""
        return self._reviewed(status="expired") if self.is_open else self

    def _reviewed(self, **changes: Any) -> ClinicContract:
        """Returns it changed, without the person whom the network team checks."""
        return replace(self, in_review=None, attempt=None, version=self.version + 1, **changes)


def sent(
    clinic_id: ClinicId, pdf_sha256: str, language: str, invitation: str, at: datetime
) -> ClinicContract:
    """Returns the contract that is sent at an instant, with the digest of its invitation."""
    return ClinicContract(
        clinic_id=clinic_id,
        text_version=TEXT_VERSION,
        language=language,
        sha256=pdf_sha256,
        sent_at=at,
        valid_until=at + SIGN_WITHIN,
        invitation_sha256=sha256_of(invitation.encode()),
    )


def has_digest(token: str, sha256: str) -> bool:
    """Returns whether a one-time token is the one of a digest, in a time that tells nothing of it."""
    return hmac.compare_digest(sha256_of(token.encode()), sha256)


def sha256_of(content: bytes) -> str:
    """Returns the digest in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
