"""A held session of a clinic that is paid so becomes a payable by itself, whole and once (F1-04, F1-06)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.payouts.payout_choice import PayoutChoice
from helsebro.tasks.subject import SessionReview
from helsebro.work_calendar import WorkCalendar
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.platform import clock
from tests.builders.claims import outbox_rows
from tests.builders.clinics.payees import DANISH_ACCOUNT, FI_CREDITOR, store_payees
from tests.builders.invoice_stage import change, set_rates_by_authorisation
from tests.builders.invoices import FIRST
from tests.builders.payments.session_stage import (
    CHOSEN,
    Practice,
    choose,
    forget_payees,
    practice,
    reported,
)

BEFORE = datetime.combine(FIRST - timedelta(days=2), time(), UTC)
AFTER = datetime.combine(FIRST + timedelta(days=2), time(), UTC)
pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def clinic(aws: dict[str, Any]) -> Practice:
    assert aws
    return practice()


def test_a_held_session_is_owed_its_whole_fee_within_seven_weekdays(clinic: Practice) -> None:
    assert reported(clinic.booking_id()) == []
    [payable] = clinic.owed()
    assert (payable.kind, payable.amount, payable.clinic_id) == ("session", Money.of(950), clinic.clinic_id)
    assert payable.booking_id == clinic.booking_id()
    assert (payable.payee_id, payable.pay_to) == (None, None)
    assert DynamoBookings().find(clinic.booking_id()).paid_out_by == payable.payable_id
    guarantee = clinic.stage.guarantee
    [use] = DynamoBenefits().ledger(guarantee.payer, guarantee.person_id).uses
    assert (use.use_id, use.source, use.settled) == (payable.payable_id, "session", True)
    assert [(spent.on, spent.amount) for spent in use.sessions] == [(FIRST, Money.of(950))]
    assert not clinic.tasks()


def test_each_session_is_owed_once_however_often_it_is_reported(clinic: Practice) -> None:
    for place in (0, 1, 0, 1, 1):
        assert reported(clinic.booking_id(place)) == []
    assert sorted(payable.amount.amount for payable in clinic.owed()) == [850, 950]


def test_it_is_due_seven_weekdays_after_the_session_or_when_a_later_report_comes(clinic: Practice) -> None:
    later = clinic.session(local_day(clock.now()))
    for booking_id in (clinic.booking_id(), later):
        reported(booking_id)
    [old, new] = sorted(clinic.owed(), key=lambda payable: payable.amount.amount, reverse=True)
    today, calendar = local_day(clock.now()), WorkCalendar("DK")
    assert (old.due_on, new.due_on) == (
        max(calendar.working_days_after(FIRST, 7), today),
        calendar.working_days_after(today, 7),
    )


@pytest.mark.parametrize(
    "choices, is_paid",
    [
        ((PayoutChoice("session", CHOSEN),), True),
        ((PayoutChoice("invoice", CHOSEN),), False),
        ((PayoutChoice("session", CHOSEN), PayoutChoice("invoice", BEFORE)), False),
        ((PayoutChoice("session", CHOSEN), PayoutChoice("invoice", AFTER)), True),
        ((PayoutChoice("session", AFTER),), False),
    ],
    ids=["session", "invoice", "changed before it", "changed after it", "chosen after it"],
)
def test_what_the_clinic_had_chosen_when_the_session_began_counts(
    clinic: Practice, choices: tuple[PayoutChoice, ...], is_paid: bool
) -> None:
    choose(clinic.clinic_id, *choices)
    assert reported(clinic.booking_id()) == []
    assert len(clinic.owed()) == is_paid
    assert not clinic.tasks()


def test_a_session_that_was_not_held_is_never_owed(clinic: Practice) -> None:
    """Missed and late-cancelled sessions are the member's to pay (F0-28)."""
    for status in ("booked", "missed", "cancelled"):
        change(clinic.booking_id(), "BOOKING", status=status)
        assert reported(clinic.booking_id()) == []
    assert not clinic.owed()


def test_a_session_that_was_invoiced_before_is_not_owed_again(clinic: Practice) -> None:
    change(clinic.booking_id(), "BOOKING", invoicedBy="inv_1")
    assert reported(clinic.booking_id()) == []
    assert not clinic.owed()


@pytest.mark.parametrize(
    "changes",
    [
        {"sessionsGranted": 0},
        {"validFrom": "2027-01-01"},
        {"revokedOn": "2026-10-01"},
        {"fees": [], "fee": None},
    ],
    ids=lambda changes: ", ".join(changes),
)
def test_what_the_guarantee_does_not_cover_is_a_task_of_finance(
    clinic: Practice, changes: dict[str, Any]
) -> None:
    change(clinic.stage.guarantee.guarantee_id, "GUARANTEE", **changes)
    for _ in range(2):
        assert reported(clinic.booking_id()) == []
    assert not clinic.owed()
    [task] = clinic.tasks()
    assert (task.reason, task.subject) == ("payout-not-covered", review_of(clinic))
    assert DynamoBookings().find(clinic.booking_id()).is_to_be_invoiced


def test_the_sessions_that_were_paid_count_against_the_guarantee(clinic: Practice) -> None:
    change(clinic.stage.guarantee.guarantee_id, "GUARANTEE", sessionsGranted=1)
    for place in (0, 1):
        reported(clinic.booking_id(place))
    assert [payable.booking_id for payable in clinic.owed()] == [clinic.booking_id()]
    assert [task.reason for task in clinic.tasks()] == ["payout-not-covered"]


def test_a_second_session_of_one_day_is_a_task_of_finance(clinic: Practice) -> None:
    change(clinic.stage.guarantee.guarantee_id, "GUARANTEE", sessionsGranted=9)
    for booking_id in (clinic.booking_id(), clinic.session(FIRST)):
        assert reported(booking_id) == []
    assert len(clinic.owed()) == 1
    assert [task.reason for task in clinic.tasks()] == ["payout-paid-before"]


@pytest.mark.parametrize("accounts", [(), (DANISH_ACCOUNT, FI_CREDITOR)], ids=["none", "two"])
def test_without_one_account_it_is_owed_all_the_same_and_finance_and_the_clinic_are_told_once(
    aws: dict[str, Any], clinic: Practice, accounts: tuple[PayeeAccount, ...]
) -> None:
    forget_payees(clinic.clinic_id)
    if accounts:
        store_payees(clinic.clinic_id, *accounts)
    for place in (0, 1):
        assert reported(clinic.booking_id(place)) == []
    assert len(clinic.owed()) == 2
    [task] = clinic.tasks()
    assert (task.reason, task.subject) == ("payout-without-account", review_of(clinic))
    assert [row["clinicId"]["S"] for row in outbox_rows(aws, "payout.account-missing")] == [clinic.clinic_id]


def test_a_higher_tariff_of_the_day_counts_as_on_an_invoice(clinic: Practice) -> None:
    set_rates_by_authorisation(clinic.stage, authorised=True)
    reported(clinic.booking_id())
    assert [payable.amount for payable in clinic.owed()] == [Money.of(950)]


def test_a_debriefing_of_crisis_help_is_owed_its_own_fee_within_seven_weekdays(clinic: Practice) -> None:
    """The 900 kr. of a phone call of 30 to 45 minutes (F1-12, F1-17)."""
    fees = [{"service": "debriefing", "amount": Money.of(900).as_json()}]
    change(clinic.stage.guarantee.guarantee_id, "GUARANTEE", treatment="crisis-help", fees=fees)
    change(clinic.booking_id(), "BOOKING", service="debriefing")
    assert reported(clinic.booking_id()) == []
    [payable] = clinic.owed()
    last_day = max(WorkCalendar("DK").working_days_after(FIRST, 7), local_day(clock.now()))
    assert (payable.amount, payable.due_on) == (Money.of(900), last_day)


def review_of(clinic: Practice) -> SessionReview:
    return SessionReview(clinic.booking_id(), clinic.clinic_id, clinic.stage.guarantee.guarantee_id)
