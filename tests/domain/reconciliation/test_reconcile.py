from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from helsebro.bookings import reserved_money
from helsebro.guarantees.prices import promised_money
from helsebro.money import Money
from helsebro.payments.ledger import commitments, payable_entries
from helsebro.payments.ledger.ledger_entry import LedgerEntry
from helsebro.reconciliation.case_money import CaseMoney
from helsebro.reconciliation.opening import opening_entries
from helsebro.reconciliation.reconcile import differences_in
from tests.builders.money.case_money import (
    AT,
    GUARANTEE,
    INVOICE,
    ON,
    PRICE,
    REFUND,
    booking,
    case,
    cause,
    payable,
    refund_payable,
    session_payable,
    spent,
    use,
)


def kinds(of: CaseMoney) -> set[str]:
    return {difference.kind for difference in differences_in(of)}


def but(kind: str, of: CaseMoney | None = None, **changes: Any) -> CaseMoney:
    """Returns the case with the entries of a kind changed, or without them."""
    known = of or case()
    kept = [replace(entry, **changes) if entry.kind == kind else entry for entry in known.entries]
    entries = kept if changes else [entry for entry in known.entries if entry.kind != kind]
    return replace(known, entries=tuple(entries))


def with_more(*entries: LedgerEntry) -> CaseMoney:
    return replace(case(), entries=(*case().entries, *entries))


def test_a_case_in_which_all_agrees_has_no_difference() -> None:
    assert differences_in(case()) == ()


def test_an_ore_too_much_is_a_difference() -> None:
    [difference] = [each for each in differences_in(but("granted", ore=135_001)) if each.about]
    assert (difference.kind, difference.expected, difference.found) == (
        "granted-differs",
        Money.of(1350),
        Money.of("1350.01"),
    )


@pytest.mark.parametrize(
    ("tampered", "found"),
    [
        (but("granted"), {"cause-without-entry"}),
        (but("granted", ore=90_000), {"granted-differs"}),
        (but("granted", ore=30_000), {"granted-differs", "granted-below-invoiced"}),
        (but("reserved"), {"reserved-differs", "account-below-zero"}),
        (but("reservation-ended"), {"reserved-differs"}),
        (but("invoiced", ore=45_001), {"payable-differs"}),
        (but("approved", ore=44_999), {"payable-differs"}),
        (but("approved", currency="NOK"), {"payable-differs", "account-below-zero"}),
        (but("approved", debit="9100"), {"entry-changed", "payable-differs", "granted-differs"}),
        (
            but("granted", ore=-135_000),
            {"entry-changed", "granted-differs", "granted-below-invoiced", "account-below-zero"},
        ),
        (replace(case(), payables=(payable(),)), {"entry-without-cause"}),
        (
            replace(case(), bookings=(booking(2, invoiced_by=INVOICE),)),
            {"entry-without-cause", "reserved-differs"},
        ),
        (replace(case(), guarantees=()), {"entry-without-cause"}),
        (replace(case(), payables=(payable(status="paid"), refund_payable())), {"payable-differs"}),
        (
            replace(case(), payables=(payable(amount=Money.of(449)), refund_payable())),
            {"payable-differs", "benefits-differ"},
        ),
        (
            with_more(*payable_entries.paid(payable(), cause("pfl_a", None))),
            {"payable-differs", "account-below-zero"},
        ),
        (with_more(*payable_entries.released(payable(), cause("pfl_a", None))), {"payable-differs"}),
    ],
)
def test_what_does_not_agree_is_found(tampered: CaseMoney, found: set[str]) -> None:
    assert kinds(tampered) == found


def test_a_payable_without_any_entry_is_found() -> None:
    own = refund_payable().payable_id
    entries = tuple(entry for entry in case().entries if entry.payable_id != own)
    [difference] = differences_in(replace(case(), entries=entries))
    assert (difference.kind, difference.about) == ("cause-without-entry", own)


def test_a_session_that_an_invoice_and_a_refund_paid_is_found_once() -> None:
    ledger = case().benefits
    same_day = (ledger.uses[0], use("refund", REFUND, spent("0", on=ON)))
    [difference] = differences_in(replace(case(), benefits=replace(ledger, uses=same_day)))
    assert difference.kind == "session-paid-twice"
    assert {difference.about, difference.beside} == {INVOICE, REFUND}


def test_a_bill_for_a_session_that_a_credit_note_took_back_is_no_double() -> None:
    ledger = case().benefits
    [first, _] = ledger.uses
    credited = first.credited([first.sessions[0].reference], ON)
    of = case(
        entries=(
            *case().entries,
            *payable_entries.credited(payable(), PRICE, cause("inv_note")),
        ),
        bookings=(booking(1, status="booked"), booking(2)),
        payables=(payable(amount=Money.zero(), status="credited"), refund_payable()),
        benefits=replace(ledger, uses=(credited, use("refund", REFUND, spent("0", on=ON)))),
    )
    assert kinds(of) == {"reserved-differs"}


def test_a_tariff_that_rose_explains_what_was_invoiced_above_the_grant() -> None:
    dear = Money.of(1500)
    risen = payable(amount=dear)
    entries = [entry for entry in case().entries if entry.payable_id != risen.payable_id]
    ledger = case().benefits
    [first, second] = ledger.uses
    session = replace(first.sessions[0], amount=dear)
    of = case(
        entries=(*entries, *payable_entries.invoiced(risen, cause(INVOICE))),
        payables=(risen, refund_payable()),
        benefits=replace(ledger, uses=(replace(first, sessions=(session,)), second)),
    )
    assert differences_in(of) == ()


def test_a_guarantee_that_ended_may_have_less_and_never_more() -> None:
    revoked = replace(GUARANTEE, status="revoked")
    ended = promised_money.of_end(revoked, "revoked", 2, case().entries, AT)
    assert [entry.ore for entry in ended] == [45_000]
    of = replace(with_more(*ended), guarantees=(revoked,))
    assert differences_in(of) == ()
    assert kinds(but("granted", of, ore=200_000)) == {"granted-differs"}


def test_an_open_price_is_not_compared() -> None:
    of = replace(but("granted"), guarantees=(replace(GUARANTEE, fee=None),))
    assert differences_in(of) == ()


def test_opening_books_what_an_older_case_lacks_and_then_all_agrees() -> None:
    older = tuple(replace(each, reserved=None) for each in case().bookings)
    of = replace(case(), entries=(), bookings=older)
    assert kinds(of) == {"cause-without-entry"}
    opened = opening_entries(of, AT)
    assert differences_in(replace(of, entries=opened)) == ()
    assert {entry.entry_id for entry in opened} <= {entry.entry_id for entry in case().entries}


def test_opening_books_nothing_that_is_booked() -> None:
    assert opening_entries(case(), AT) == ()


def with_a_payout(**changes: Any) -> CaseMoney:
    """Returns the case with one more session, which is paid without an invoice."""
    held = booking(3)
    owed = session_payable(held)
    held = replace(held, paid_out_by=owed.payable_id)
    entries = (
        *reserved_money.of_booking(held),
        *payable_entries.approved(owed, cause(held.booking_id)),
        *commitments.reservation_ended(cause(held.booking_id), PRICE),
    )
    day = ON - timedelta(days=1)
    used = use(
        "session", owed.payable_id, spent(held.booking_id, on=day, guarantee_id=GUARANTEE.guarantee_id)
    )
    known = case()
    whole = replace(
        known,
        entries=(*known.entries, *entries),
        bookings=(*known.bookings, held),
        payables=(*known.payables, owed),
        benefits=replace(known.benefits, uses=(*known.benefits.uses, used)),
    )
    return replace(whole, **changes)


def test_a_session_that_is_paid_without_an_invoice_agrees_with_what_it_uses() -> None:
    assert differences_in(with_a_payout()) == ()
    unused = with_a_payout(benefits=case().benefits)
    assert [(each.kind, each.about) for each in differences_in(unused)] == [
        ("benefits-differ", session_payable(booking(3)).payable_id)
    ]


def test_a_payout_is_opened_with_the_ids_that_it_would_have_written_itself() -> None:
    whole, payable_id = with_a_payout(), session_payable(booking(3)).payable_id
    own = [entry for entry in whole.entries if entry.payable_id == payable_id]
    without = replace(whole, entries=tuple(entry for entry in whole.entries if entry not in own))
    assert [(each.entry_id, each.guarantee_id) for each in opening_entries(without, AT)] == [
        (each.entry_id, each.guarantee_id) for each in own
    ]
