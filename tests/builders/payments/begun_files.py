"""Payment files that were begun, stored without what they pay."""

from __future__ import annotations

from helsebro import ids
from helsebro.ids import PaymentFileId
from helsebro.payments.bank.debtor import Debtor
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.runs.run_signer import RunSigner
from helsebro.receipt import Receipt
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns
from helsebro_aws.platform import clock

OWN_ACCOUNT = PayeeAccount("account-dk", registration_number="0040", account_number="0440116243")
DEBTOR = Debtor("Tryg Forsikring A/S", OWN_ACCOUNT, "NDEADKKKXXX")


def run_of(payer: str) -> PaymentRun:
    """Returns a new run of a payer."""
    at = clock.now()
    file_id = PaymentFileId(ids.in_time_order("pfl", at, clock.randomness()))
    return PaymentRun(file_id, payer, "DKK", DEBTOR, RunSigner(f"staff:{payer}:f-1", "digest"), at)


def begun_file(payer: str = "tryg") -> PaymentRun:
    """Stores a new run of a payer, and returns it."""
    run = run_of(payer)
    DynamoRuns().begin(run, Receipt(clock.randomness().hex(), "f", 202, {}))
    return run
