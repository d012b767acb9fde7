"""Chart of accounts: the accounts of a payer's money, by number, as its own accounting knows such accounts.

``chart.json`` beside it has their names. Those from 9000 on are memo accounts: a promise is no debt yet.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, get_args

AccountNumber = Literal[
    "1900", "2410", "2420", "2430", "2440", "4100", "4200", "4300", "9100", "9110", "9900", "9910"
]
ACCOUNTS: tuple[AccountNumber, ...] = get_args(AccountNumber)

BANK: AccountNumber = "1900"
RECEIVED: AccountNumber = "2410"
APPROVED: AccountNumber = "2420"
UNDER_WAY: AccountNumber = "2430"
RETURNED: AccountNumber = "2440"
INVOICES: AccountNumber = "4100"
REFUNDS: AccountNumber = "4200"
SESSIONS: AccountNumber = "4300"
GRANTED: AccountNumber = "9100"
RESERVED: AccountNumber = "9110"
GRANTED_CONTRA: AccountNumber = "9900"
RESERVED_CONTRA: AccountNumber = "9910"

ON_THE_RIGHT = frozenset({BANK, RECEIVED, APPROVED, UNDER_WAY, RETURNED, GRANTED_CONTRA, RESERVED_CONTRA})
"""The accounts whose balance grows by credits: what is owed, and what has left the bank."""


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    named: dict[str, dict[str, str]] = json.loads(Path(__file__).with_name("chart.json").read_text("utf-8"))
    return named


def name_of(account: AccountNumber, language: str) -> str:
    """Returns the name of an account in a language: ``da``, ``nb`` or ``en``."""
    return _names()[account][language]
