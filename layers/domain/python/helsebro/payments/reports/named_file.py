"""Which payment file of ours a bank's answer names."""

from __future__ import annotations

from helsebro.ids import PaymentFileId
from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro.payments.bank.bank_id import from_bank_id

OWN = "pfl_"


def named_file(answer: BankAnswer) -> PaymentFileId | None:
    """Returns the id of the file, from the message's or the batch's id; None when neither has our form.

    Only the table knows whether there is such a file, and whose it is.
    """
    named = (from_bank_id(text) for text in (answer.message_id, answer.batch_id) if text)
    return next((PaymentFileId(each) for each in named if each.startswith(OWN)), None)
