"""The rows by which staff find a person: one for each beginning of the name, and one for the phone number.

``{payer}#sought#{digest}`` / ``{personId}#{policyId}`` leads to an enrolment, and ``sought#{digest}`` /
``{personId}`` to the person who has entered a phone number. A digest is made with the pseudonym key, so that
no key holds a name or a number. The row of a phone number has the ``code`` of its country; a number without
one is of the country where the person lives. The rows are stored in the commit of what they lead to.
"""

from __future__ import annotations

from helsebro.country_profile import CALLING_CODES
from helsebro.ids import PersonId
from helsebro.policies.insured import Insured
from helsebro.policies.sought.name_words import name_words
from helsebro.policies.sought.phone_digits import phone_digits, stated_code
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Delete, Item, Operation, Put
from helsebro_aws.identity.pseudonym import sought_digest
from helsebro_aws.policies.keys import sought_contact_key, sought_place_key


def name_digest(payer: str, beginning: str) -> str:
    """Returns the digest of how a name begins, at one payer. Raises ``Unavailable``."""
    return sought_digest(f"name:{payer}:{beginning}")


def phone_digest(digits: str) -> str:
    """Returns the digest of the digits of a phone number. Raises ``Unavailable``."""
    return sought_digest(f"phone:{digits}")


def rows_of_place(insured: Insured) -> list[Item]:
    """Returns the rows that lead to an enrolment, each with what narrows a search."""
    digests: dict[str, Item] = {
        name_digest(insured.payer, beginning): {} for beginning in name_words(insured.name).beginnings
    }
    if digits := phone_digits(insured.phone):
        digests[phone_digest(digits)] = _of_country(insured.phone, CALLING_CODES.get(insured.country))
    shown = {"personId": insured.person_id, "name": insured.name, "bornOn": to_item(insured.born_on)}
    keys = {
        digest: sought_place_key(insured.payer, digest, insured.person_id, insured.policy_id)
        for digest in sorted(digests)
    }
    return [{**as_attributes(key), **shown, **digests[digest]} for digest, key in keys.items()]


def is_of_country(row: Item, code: str | None) -> bool:
    """Returns whether the phone number of a row may be meant: by a search without a code, or by its own."""
    return code is None or row.get("code") in (None, code)


def changes_of_place(table: str, before: Insured | None, after: Insured) -> list[Operation]:
    """Returns the operations that store the rows of ``after`` and remove those that only ``before`` had."""
    if before and _sought_by(before) == _sought_by(after):
        return []
    rows = rows_of_place(after)
    kept = {row["pk"] for row in rows}
    gone = [row for row in rows_of_place(before) if row["pk"] not in kept] if before else []
    return [
        *(Put(table, row, when=None) for row in rows),
        *(Delete(table, row["pk"], row["sk"], when=None) for row in gone),
    ]


def rows_of_contact(person_id: PersonId, phone: str | None) -> list[Item]:
    """Returns the row that leads to a person by the phone number of the contact; none without a number."""
    digits = phone_digits(phone)
    if digits is None:
        return []
    key = sought_contact_key(phone_digest(digits), person_id)
    return [{**as_attributes(key), "personId": person_id, **_of_country(phone)}]


def changes_of_contact(
    table: str, person_id: PersonId, before: str | None, after: str | None
) -> list[Operation]:
    """Returns the operations that store the row of a phone number and remove that of the former one."""
    rows = rows_of_contact(person_id, after)
    kept = {row["pk"] for row in rows}
    gone = [row for row in rows_of_contact(person_id, before) if row["pk"] not in kept]
    return [
        *(Put(table, row, when=None) for row in rows),
        *(Delete(table, row["pk"], row["sk"], when=None) for row in gone),
    ]


def _sought_by(insured: Insured) -> tuple[object, ...]:
    return insured.name, insured.phone, insured.born_on, insured.country


def _of_country(phone: str | None, home: str | None = None) -> Item:
    code = stated_code(phone) or home
    return {"code": code} if code else {}
