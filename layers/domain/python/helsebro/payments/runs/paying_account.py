"""Paying account: the account that a payer pays from, as its bank knows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from helsebro.money import Currency
from helsebro.payments.bank.debtor import Debtor


@dataclass(frozen=True)
class PayingAccount:
    """``set_by`` is the subject of who confirmed it, which names no one; ``version`` counts the changes."""

    payer: str
    currency: Currency
    debtor: Debtor
    set_at: datetime
    set_by: str = field(repr=False)
    version: int = 1
