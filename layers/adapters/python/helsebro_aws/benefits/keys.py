"""The keys of benefit ledgers in the ``people`` table."""

from __future__ import annotations

from helsebro.ids import GuaranteeId, PersonId
from helsebro_aws.dynamodb.keys import Key

LEDGER = "LEDGER"
RESERVATIONS = "RESERVATION#"
USES = "USE#"
OPEN_RESERVATIONS = "reservations"
"""The listing of reservations that may still have sessions to release, by the day they are kept until."""


def ledger_partition(payer: str, person_id: PersonId) -> str:
    """Returns the partition of a person's ledger at one payer: its head, reservations and uses."""
    return f"{payer}#{person_id}#benefits"


def ledger_key(payer: str, person_id: PersonId) -> Key:
    """Returns the key of a ledger's head."""
    return ledger_partition(payer, person_id), LEDGER


def reservation_key(payer: str, person_id: PersonId, guarantee_id: GuaranteeId) -> Key:
    """Returns the key of a guarantee's reservation."""
    return ledger_partition(payer, person_id), f"{RESERVATIONS}{guarantee_id}"


def use_key(payer: str, person_id: PersonId, use_id: str) -> Key:
    """Returns the key of the use of an invoice or a refund."""
    return ledger_partition(payer, person_id), f"{USES}{use_id}"
