"""Pseudonyms: person ids and case references that cannot be traced to a person without the key.

The key is 32 random bytes, encrypted by KMS, stored as one item and decrypted once per process. It is made at
the deployment (``pseudonym_key``), and never here. A plain hash would not be safe: there are few enough CPR
numbers to try them all.
"""

from __future__ import annotations

import hmac
from base64 import b32encode
from datetime import datetime
from functools import cache, lru_cache

from helsebro.errors import Unavailable
from helsebro.identity.staff_mailbox import mailbox_of
from helsebro.ids import ClinicId, GuaranteeId, PersonId, PractitionerId
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.identity.keys import PSEUDONYM_KEY
from helsebro_aws.platform.field_encryption import decrypt
from helsebro_aws.platform.settings import settings


class PseudonymKeyMissing(Unavailable):
    """The table has no pseudonym key: restore it (docs/runbooks/pseudonym-key.md)."""

    code = "encryption-unavailable"


@lru_cache(maxsize=1024)
def person_id(country: str, national_number: str) -> PersonId:
    """Returns the person's id, always the same for the same CPR number or fødselsnummer (api.md).

    Raises ``Unavailable`` when the key is missing or KMS does not answer.
    """
    digits = "".join(character for character in national_number if character.isdigit())
    return PersonId(f"per_{_digest(f'{country}:{digits}')}")


def case_reference(guarantee_id: GuaranteeId) -> str:
    """Returns the case reference (SakID, F2-09, F2-10) of a guarantee; it is opaque and not personal.

    Raises ``Unavailable``, as ``person_id`` does.
    """
    text = _digest(f"case:{guarantee_id}").upper()
    return f"HB-{text[:4]}-{text[4:8]}-{text[8:12]}-{text[12:16]}"


def invitation(clinic_id: ClinicId) -> str:
    """Returns the token of the mail that invites a clinic's signatory to sign (F0-05).

    Every reminder has the same token, and no one can guess it or make it without the key. It is stored only
    as a digest. Raises ``Unavailable``, as ``person_id`` does.
    """
    return _digest(f"invitation:{clinic_id}")


def user_invitation(practitioner_id: PractitionerId, sent_at: datetime) -> str:
    """Returns the token of the mail that invites someone to sign in as a practitioner.

    An invitation at another time has another token. It is stored only as a digest. Raises ``Unavailable``, as
    ``person_id`` does.
    """
    return _digest(f"invitation:{practitioner_id}:{sent_at.isoformat()}")


def staff_address(email: str) -> str:
    """Returns the keyed digest of a staff login's e-mail address, empty without one; it names no one.

    Addresses of one mailbox have one digest (``staff_mailbox``). Raises ``Unavailable``, as ``person_id``
    does.
    """
    mailbox = mailbox_of(email)
    return _digest(f"staff-address:{mailbox}") if mailbox else ""


def account_digest(person: PersonId, account: str) -> str:
    """Returns the keyed digest by which a person's account is known when it is confirmed again.

    That of another person's same account is another. Raises ``Unavailable``, as ``person_id`` does.
    """
    return _digest(f"account:{person}:{account}")


def cursor_seal(text: str) -> str:
    """Returns the seal of a list's cursor, which no one can make without the key (``sealed_cursor``).

    Raises ``Unavailable``, as ``person_id`` does.
    """
    return _digest(f"cursor:{text}")


def sought_digest(text: str) -> str:
    """Returns the digest by which a name or a phone number is searched for (``policies.sought``).

    Raises ``Unavailable``, as ``person_id`` does.
    """
    return _digest(f"sought:{text}")


def _digest(text: str) -> str:
    raw = hmac.digest(_key(), text.encode(), "sha256")
    return b32encode(raw[:15]).decode().lower()


@cache
def _key() -> bytes:
    row = tables.get(settings.people_table, *PSEUDONYM_KEY)
    if row is None:
        missing = PseudonymKeyMissing()
        # Here, so that a call that finds the key loads no logger.
        from helsebro_aws.platform.log import failed

        failed(missing)
        raise missing
    return bytes.fromhex(decrypt(row["sealed"], purpose="pseudonym"))
