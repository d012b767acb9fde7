"""Transfers and files to a bank as the tests of payments need them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from helsebro.money import Currency, Money
from helsebro.payments.bank.debtor import Debtor
from helsebro.payments.bank.reference import FiCode, FreeText, Kid, Reference
from helsebro.payments.bank.transfer import CreditTransfer
from helsebro.payments.bank.transfer_file import TransferFile
from helsebro.payments.payee_account import PayeeAccount

DANISH = PayeeAccount("account-dk", "0040", "440116243")
NORWEGIAN = PayeeAccount("account-no", account_number="86011117947")
DANISH_IBAN = PayeeAccount("iban", iban="DK5000400440116243")
NORWEGIAN_IBAN = PayeeAccount("iban", iban="NO9386011117947")
GERMAN_IBAN = PayeeAccount("iban", iban="DE89370400440532013000")
FI_CREDITOR = PayeeAccount("fi", creditor_number="81234567")
SLIP_71 = FiCode("71", "026840149965328")
KID = Kid("1234567897")
DANISH_DEBTOR = Debtor("Tryg Forsikring A/S", DANISH, "DABADKKK", "CUST0001")
NORWEGIAN_DEBTOR = Debtor("Storebrand Helseforsikring AS", NORWEGIAN, "DNBANOKK", "CUST0002")
CREATED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def transfer(
    number: int = 1,
    ore: int = 85_000,
    currency: Currency = "DKK",
    name: str = "Klinikken på Åboulevarden ApS",
    account: PayeeAccount = DANISH,
    reference: Reference = FreeText("Helsebro 1007"),  # noqa: B008
) -> CreditTransfer:
    """Returns a transfer whose end-to-end id is ``pay-<number>``."""
    amount = Money(Decimal(ore) / 100, currency)
    return CreditTransfer(f"pay-{number}", amount, name, account, reference)


def transfer_file(*transfers: CreditTransfer, debtor: Debtor = DANISH_DEBTOR) -> TransferFile:
    """Returns a file of these transfers, in the currency of the first."""
    currency = transfers[0].amount.currency if transfers else "DKK"
    return TransferFile("pfl-1", CREATED, date(2026, 3, 4), debtor, currency, transfers)
