"""A payable of a run is one transfer, under one key, and names no one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helsebro import ids
from helsebro.ids import ClaimId, PayableId, PaymentFileId
from helsebro.money import Currency, Money
from helsebro.payments.payable import Payable
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.runs.carried import NotCarried
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.stripe.stripe_transfer import StripeTransfer, must_go_out, transfer_in
from tests.builders.payments.begun_files import run_of
from tests.builders.payments.stripe_stage import ACCOUNT, TO_STRIPE

FILE = PaymentFileId("pfl_" + "a" * 26)


@pytest.fixture
def run() -> PaymentRun:
    return replace(run_of("tryg"), file_id=FILE, way="stripe")


def payable(**changes: object) -> Payable:
    claim_id = ClaimId(ids.mint("clm", "tryg", bytes(16)))
    made = Payable(
        payable_id=PayableId(ids.within("pay", claim_id, b"p" * 16)),
        payer="tryg",
        kind="session",
        amount=Money.of("850.50"),
        due_on=run_of("tryg").begun_at.date(),
        claim_id=claim_id,
        pay_to=TO_STRIPE,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("currency, sent", [("DKK", "dkk"), ("NOK", "nok")])
def test_it_asks_for_the_amount_in_ore_and_names_only_ids(
    currency: Currency, sent: str, run: PaymentRun
) -> None:
    owed = payable(amount=Money.of("850.50", currency))
    transfer = transfer_in(replace(run, currency=currency), owed)
    fields = dict(transfer.fields)
    assert (fields["amount"], fields["currency"], fields["destination"]) == ("85050", sent, ACCOUNT)
    assert fields["transfer_group"] == transfer.key
    names = {name for name in fields if name.startswith("metadata")}
    assert names == {"metadata[payable]", "metadata[file]"}
    assert "tryg" not in "".join(fields.values())
    assert ACCOUNT not in repr(transfer)


def test_its_key_is_of_the_payable_and_the_run(run: PaymentRun) -> None:
    first = transfer_in(run, payable()).key
    assert first == transfer_in(run, payable(amount=Money.of(1))).key
    other = PayableId(ids.within("pay", payable().claim_id, b"o" * 16))
    later = replace(run, file_id=PaymentFileId("pfl_" + "b" * 26))
    keys = {first, transfer_in(run, payable(payable_id=other)).key, transfer_in(later, payable()).key}
    assert len(keys) == 3
    assert all(len(key) <= 255 for key in keys)


@pytest.mark.parametrize(
    "changes, why",
    [
        ({"pay_to": None}, "account-not-payable"),
        ({"pay_to": PaymentMeans("42", account="0440116243", branch="0040")}, "account-not-payable"),
        ({"pay_to": replace(TO_STRIPE, account="acct_")}, "account-not-payable"),
        ({"pay_to": replace(TO_STRIPE, code="58")}, "account-not-payable"),
        ({"amount": Money.zero()}, "amount-not-payable"),
        ({"amount": Money.of(850, "NOK")}, "amount-not-payable"),
    ],
)
def test_what_stripe_cannot_carry_is_left_out(changes: dict[str, object], why: str, run: PaymentRun) -> None:
    with pytest.raises(NotCarried) as fault:
        transfer_in(run, payable(**changes))
    assert fault.value.why == why
    with pytest.raises(NotCarried):
        must_go_out(payable(**changes), run)


def test_no_bank_file_carries_a_payment_to_stripe(run: PaymentRun) -> None:
    clinics = payable(clinic_id="cli_nord")
    must_go_out(clinics, run)
    with pytest.raises(NotCarried):
        must_go_out(clinics, replace(run, way="bank"))


def test_a_transfer_without_amount_or_account_is_a_bug() -> None:
    for amount, account in ((Money.zero(), ACCOUNT), (Money.of(1), "acct_x")):
        with pytest.raises(ValueError, match="a transfer has"):
            StripeTransfer(payable().payable_id, FILE, amount, account)
