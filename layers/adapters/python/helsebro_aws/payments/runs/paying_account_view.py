"""An account that a payer pays from, as staff see it: never in full."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from helsebro.money import Currency
from helsebro.payments.bank.debtor import Debtor
from helsebro_aws.dynamodb.record import instant


def account_shown(debtor: Debtor, currency: Currency, since: datetime) -> dict[str, Any]:
    """Returns an account with its last digits, and since when it counts or waits."""
    return {
        "name": debtor.name,
        "masked": debtor.account.masked,
        "bic": debtor.bic,
        "currency": currency,
        "since": instant(since),
    }
