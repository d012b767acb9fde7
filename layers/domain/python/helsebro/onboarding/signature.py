"""Signature (underskrift): who signs a contract, and how it is known that the person may (F0-03, F0-05)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from helsebro.errors import NotFound, Refused
from helsebro.ids import PersonId
from helsebro.onboarding.application import Signatory
from helsebro.onboarding.folded_name import digest_of_name

KnownBy = Literal["cpr-number", "name", "network-team"]
"""How the signer is known: by the CPR number or the name in the application, or by the network team."""
NEEDED_ASSURANCE = "high"
"""What a login needs to sign; the route of the signature declares it."""


class NotTheSignatory(Refused):
    """The application names another person as the one who signs for the clinic."""

    code = "not-the-signatory"


@dataclass(frozen=True)
class Signer:
    """The person who is logged in, as the issuer's token says; ``assurance`` is its ``acr``.

    ``name_digest`` is that of the name in the token (``folded_name``); empty when it has none. ``name`` is
    that name itself, which only a call that signs a contract has.
    """

    person_id: PersonId
    name_digest: str
    issuer: str
    assurance: str
    logged_in_at: datetime
    name: str = field(default="", repr=False)


@dataclass(frozen=True)
class Signature:
    """A signature without a name or a number: ``person_id`` is a pseudonym.

    ``evidence_sha256`` is the digest of its evidence file, empty until the file is written.
    """

    person_id: PersonId
    issuer: str
    assurance: str
    logged_in_at: datetime
    signed_at: datetime
    known_by: KnownBy
    evidence_sha256: str = ""


def recognised(
    signer: Signer, signatory: Signatory, accepted: PersonId | None, *, is_invited: bool
) -> KnownBy | None:
    """Returns how it is known that the signer may sign.

    ``accepted`` is the person whom the network team has accepted, ``is_invited`` whether the signer has the
    mail to the signatory. Returns None when the name in the login is not the one in the application, so that
    the network team has to check it. Raises ``NotFound`` for a stranger, who has no mail, and
    ``NotTheSignatory`` for another person who has it.
    """
    if signatory.person_id and signer.person_id == signatory.person_id:
        return "cpr-number"
    if accepted and signer.person_id == accepted:
        return "network-team"
    if not is_invited:
        raise NotFound()
    if signatory.person_id or accepted:
        raise NotTheSignatory()
    is_same = bool(signer.name_digest) and signer.name_digest == digest_of_name(signatory.name)
    return "name" if is_same else None
