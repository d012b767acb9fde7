"""Payees: the accounts that the invoices of the builders name, registered by their clinics and in force."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from helsebro.ids import ClinicId, PayeeId
from helsebro.payments.payee import WAITING_PERIOD, Payee
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.payee_register import PayeeRegister
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.platform import clock

REGISTERED = datetime(2026, 9, 1, 10, 0, tzinfo=UTC)
JUDGED = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
"""When the invoices of the builders are judged."""
FI_CREDITOR = PayeeAccount("fi", creditor_number="81234567")
DANISH_ACCOUNT = PayeeAccount("account-dk", registration_number="0040", account_number="0440116243")
NORWEGIAN_ACCOUNT = PayeeAccount("account-no", account_number="15032080003")
DEMO_ACCOUNT = PayeeAccount("account-dk", registration_number="1234", account_number="1234567890")
"""The account of the demo clinics, which the guide for clinics has too."""
GERMAN_IBAN = PayeeAccount("iban", iban="DE89370400440532013000")
ACCOUNTS = (FI_CREDITOR, DANISH_ACCOUNT, NORWEGIAN_ACCOUNT)


def payee(account: PayeeAccount = FI_CREDITOR, **changes: Any) -> Payee:
    """Returns a payee that is in force since September, with the changes."""
    known: dict[str, Any] = {
        "payee_id": PayeeId(f"pye_{account.kind}"),
        "clinic_id": ClinicId("cli_nord"),
        "account": account,
        "registered_at": REGISTERED,
        "registered_by": "per_signatory",
        "approved_at": REGISTERED,
        "approved_by": "staff::s-1",
        "in_force_from": REGISTERED + WAITING_PERIOD,
    }
    return Payee(**known | changes)


def register(*accounts: PayeeAccount) -> PayeeRegister:
    """Returns a clinic's register with these accounts in force; of the builders' invoices by default."""
    return PayeeRegister(tuple(map(payee, accounts or ACCOUNTS)), 1)


def store_payees(clinic_id: str, *accounts: PayeeAccount) -> None:
    """Stores accounts of a clinic that are in force; those of the builders' invoices by default."""
    payees, since = DynamoPayees(), clock.now() - 2 * WAITING_PERIOD
    for account in accounts or ACCOUNTS:
        known = payees.of_clinic(ClinicId(clinic_id))
        place = len(known.payees)
        stored = payee(
            account,
            clinic_id=ClinicId(clinic_id),
            payee_id=PayeeId(f"pye_{place}"),
            registered_at=since + timedelta(minutes=place),
            approved_at=since,
            in_force_from=since + WAITING_PERIOD,
        )
        tables.commit(payees.storing(known, known.having(stored), stored))
