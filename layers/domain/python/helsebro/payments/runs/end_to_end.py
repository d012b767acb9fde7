"""End-to-end id: the id of a payable without its payer, short enough for a bank to carry and to send back."""

from __future__ import annotations

from helsebro import ids
from helsebro.ids import PayableId
from helsebro.payments.bank.bank_id import as_bank_id, from_bank_id


def end_to_end_id(payable_id: PayableId) -> str:
    """Returns the id by which the banks know a payable: 30 signs, whatever the payer's name."""
    return as_bank_id(ids.without_payer(payable_id))


def payable_named(text: str, payer: str) -> PayableId:
    """Returns the id of the payer's payable that a bank's answer names. Raises ``NotFound`` for another text.

    Only the table knows whether there is such a payable.
    """
    return PayableId(ids.of_payer(from_bank_id(text), "pay", payer))
