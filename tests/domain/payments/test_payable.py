from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helsebro import ids
from helsebro.ids import ClaimId, GuaranteeId, InvoiceId, PayableId, PaymentFileId
from helsebro.money import Money
from helsebro.payments.payable import NotCreditable, Payable, PayableStatus, id_for_invoice

OWED = Payable(PayableId("pay_1"), "tryg", "invoice", Money.of(1800), date(2026, 12, 21), ClaimId("clm_1"))


@pytest.mark.parametrize("taken,rest,status", [(850, 950, "approved"), (1800, 0, "credited")])
def test_a_credit_note_reduces_a_payable_in_part_or_in_full(taken: int, rest: int, status: str) -> None:
    after = OWED.credited_by(Money.of(taken))
    assert (after.amount, after.status) == (Money.of(rest), status)


@pytest.mark.parametrize(
    "status,taken",
    [
        ("drafted", 850),
        ("released", 850),
        ("sent", 850),
        ("paid", 850),
        ("credited", 850),
        ("approved", 1801),
    ],
)
def test_a_paid_payable_or_more_than_is_owed_cannot_be_credited(status: PayableStatus, taken: int) -> None:
    before = Payable(
        PayableId("pay_1"), "tryg", "invoice", Money.of(1800), date(2026, 12, 21), ClaimId("clm_1"), status
    )
    with pytest.raises(NotCreditable):
        before.credited_by(Money.of(taken))


@pytest.mark.parametrize("taken, rest, status", [(850, 950, "returned"), (1800, 0, "credited")])
def test_a_credit_note_of_a_returned_payment_ends_it_or_leaves_the_rest_to_finance(
    taken: int, rest: int, status: str
) -> None:
    after = replace(OWED, status="returned").credited_by(Money.of(taken))
    assert (after.amount, after.status, after.is_written_off) == (Money.of(rest), status, False)


def test_what_is_credited_is_kept_beside_what_was_owed() -> None:
    assert (OWED.owed, OWED.credited) == (Money.of(1800), None)
    once = OWED.credited_by(Money.of(850))
    assert (once.owed, once.credited) == (Money.of(1800), Money.of(850))
    twice = once.credited_by(Money.of(950))
    assert (twice.owed, twice.credited, twice.amount) == (Money.of(1800), Money.of(1800), Money.of(0))


def test_a_returned_payment_that_is_written_off_is_told_apart_from_a_credited_one() -> None:
    off = replace(OWED, status="returned").written_off()
    assert (off.status, off.is_written_off, off.owed, off.credited) == (
        "credited",
        True,
        Money.of(1800),
        None,
    )


def test_a_drafted_session_that_was_not_held_is_withdrawn_from_its_file() -> None:
    after = replace(OWED, kind="session", status="drafted", file_id=PaymentFileId("pfl_1")).withdrawn()
    assert (after.status, after.file_id, after.amount) == ("credited", None, Money.of(0))


def test_an_invoice_has_one_payable_whose_id_contains_the_claim() -> None:
    claim = ids.mint("clm", "tryg", b"0123456789")
    guarantee = ids.within("gar", claim, b"abcdef")
    first, again = (id_for_invoice(GuaranteeId(guarantee), InvoiceId("inv_1")) for _ in range(2))
    assert first == again != id_for_invoice(GuaranteeId(guarantee), InvoiceId("inv_2"))
    assert (ids.claim_of(first), ids.payer_of(first)) == (claim, "tryg")


@pytest.mark.parametrize(
    "status, due, expected",
    [
        ("approved", date(2026, 12, 21), date(2026, 12, 21)),
        ("approved", date(2026, 12, 25), date(2026, 12, 28)),
        ("ordered", date(2026, 12, 19), date(2026, 12, 21)),
        ("approved", date(2999, 1, 1), date(2999, 1, 1)),
        ("paid", date(2026, 12, 21), None),
        ("credited", date(2026, 12, 21), None),
    ],
)
def test_money_is_expected_on_a_working_day_until_it_is_paid(
    status: PayableStatus, due: date, expected: date | None
) -> None:
    assert replace(OWED, status=status, due_on=due).expected_on() == expected
