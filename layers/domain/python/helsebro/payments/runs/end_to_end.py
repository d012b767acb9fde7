"""End-to-end id: the id of a payable without its payer, short enough for a bank to carry and to send back.

What is paid again has another id, so that an answer about the first attempt is none to the second.
"""

from __future__ import annotations

import re

from helsebro import ids
from helsebro.ids import PayableId
from helsebro.payments.bank.bank_id import as_bank_id, from_bank_id

ATTEMPT = re.compile(r"-[1-9][0-9]{0,3}\Z")


def end_to_end_id(payable_id: PayableId, attempt: int = 1) -> str:
    """Returns the id by which the banks know an attempt to pay a payable: ``pay-…``, then ``pay-…-2``.

    It has 30 to 35 signs, whatever the payer's name.
    """
    text = as_bank_id(ids.without_payer(payable_id))
    return text if attempt == 1 else f"{text}-{attempt}"


def payable_named(text: str, payer: str) -> PayableId:
    """Returns the id of the payer's payable that a bank's answer names. Raises ``NotFound`` for another text.

    Only the table knows whether there is such a payable, and such an attempt to pay it.
    """
    return PayableId(ids.of_payer(ATTEMPT.sub("", from_bank_id(text)), "pay", payer))
