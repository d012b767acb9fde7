"""Pseudonyms: person ids and case references that cannot be traced to a person without the key.

The key is 32 random bytes, encrypted by KMS, stored as one item and decrypted once per process. A plain hash
would not be safe: there are few enough CPR numbers to try them all.
"""

from __future__ import annotations

import hmac
from base64 import b32encode
from functools import cache, lru_cache

from helsebro.errors import Conflict
from helsebro.ids import GuaranteeId, PersonId
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.identity.keys import PSEUDONYM_KEY
from helsebro_aws.platform import clock
from helsebro_aws.platform.field_encryption import decrypt, encrypt
from helsebro_aws.platform.settings import settings


@lru_cache(maxsize=1024)
def person_id(country: str, national_number: str) -> PersonId:
    """Returns the person's id, always the same for the same CPR number or fødselsnummer (api.md)."""
    digits = "".join(character for character in national_number if character.isdigit())
    return PersonId(f"per_{_digest(f'{country}:{digits}')}")


def case_reference(guarantee_id: GuaranteeId) -> str:
    """Returns the case reference (SakID, F2-09, F2-10) of a guarantee; it is opaque and not personal."""
    text = _digest(f"case:{guarantee_id}").upper()
    return f"HB-{text[:4]}-{text[4:8]}-{text[8:12]}-{text[12:16]}"


def _digest(text: str) -> str:
    raw = hmac.digest(_key(), text.encode(), "sha256")
    return b32encode(raw[:15]).decode().lower()


@cache
def _key() -> bytes:
    row = tables.get(settings.people_table, *PSEUDONYM_KEY)
    if row is None:
        _make_key()
        row = tables.get(settings.people_table, *PSEUDONYM_KEY) or {}
    return bytes.fromhex(decrypt(row["sealed"], purpose="pseudonym"))


def _make_key() -> None:
    fresh = (clock.randomness() + clock.randomness() + clock.randomness() + clock.randomness())[:32].hex()
    item = {**as_attributes(PSEUDONYM_KEY), "sealed": encrypt(fresh, purpose="pseudonym")}
    lost_the_race = Conflict("pseudonym-key-exists")
    try:
        tables.commit([Put(settings.people_table, item, otherwise=lost_the_race)])
    except Conflict as conflict:
        if conflict is not lost_the_race:
            raise
