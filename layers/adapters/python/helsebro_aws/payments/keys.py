"""The keys of payables and payees in the ``money`` table."""

from __future__ import annotations

from helsebro.ids import ClinicId, PayableId, PayeeId
from helsebro_aws.dynamodb.keys import Key

PAYEES = "PAYEE#"


def payable_key(payer: str, payable_id: PayableId) -> Key:
    """Returns the key of a payable."""
    return f"{payer}#{payable_id}", "PAYABLE"


def payables_with_status(payer: str, status: str) -> str:
    """Returns the listing of a payer's payables of one status, sorted by due date."""
    return f"{payer}#payables#{status}"


def payee_register_key(clinic_id: ClinicId) -> Key:
    """Returns the key of a clinic's open payees, which are one item."""
    return clinic_id, "PAYEES"


def payee_key(clinic_id: ClinicId, payee_id: PayeeId) -> Key:
    """Returns the key of one payee of a clinic, open or past; their ids sort by time."""
    return clinic_id, f"{PAYEES}{payee_id}"


def ordered_key(clinic_id: ClinicId) -> Key:
    """Returns the key of the item that counts a clinic's payables in payment files."""
    return clinic_id, "ORDERED"
