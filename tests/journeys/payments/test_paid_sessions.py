"""A session is paid without an invoice: held, owed, in a file of two people, paid and told to the clinic."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from helsebro.work_calendar import WorkCalendar
from local.bank.small_bank import debits
from local.demo.network import clinics
from local.journey import treatment
from local.journey.payment import PlayedPayment, payable_of, people
from local.journey.people import StackAddresses, User, Users
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until


@pytest.fixture
def paid_by_session(stack: StackAddresses) -> Iterator[StackAddresses]:
    """The demo clinic is paid for each session to its Danish account, and then by invoice again."""
    signatory = Users(stack).member(clinics()[0].signatory.number)
    path = f"/v1/clinics/{stack.clinic_id}"
    [account] = [
        each
        for each in signatory.get(f"{path}/payees").json()["items"]
        if each["kind"] == "account-dk" and each["status"] == "in-force"
    ]
    chosen = {"paidBy": "session", "payeeId": account["payeeId"]}
    assert signatory.put(f"{path}/payment-choice", chosen).json()["paidBy"] == "session"
    yield stack
    assert signatory.put(f"{path}/payment-choice", {"paidBy": "invoice"}).status_code == 200


def session_task(finance: User, booking_id: str) -> dict[str, Any] | None:
    tasks = finance.get("/v1/tasks?queue=payments&limit=100").json()["items"]
    return next((task for task in tasks if task["subject"].get("bookingId") == booking_id), None)


def test_a_held_session_is_paid_within_seven_weekdays_without_an_invoice(
    paid_by_session: StackAddresses,
) -> None:
    played = PlayedCase(paid_by_session, Journey(lambda _: None))
    treatment.hold(played.journey, played.stack, played.clinic, played.booking)
    booking_id, today = str(played.booking["bookingId"]), played.stack.clock.today()
    drafts, _ = people(played.users)
    ids = {"bookingId": booking_id}
    owed = until("a payable of the session", partial(payable_of, drafts, ids, "approved"), 90)
    last_day = WorkCalendar("DK").working_days_after(today, 7)
    assert (owed["kind"], owed["dueOn"]) == ("session", last_day.isoformat())

    payment = PlayedPayment.of(played.users, ids)
    [line] = payment.shown()["lines"]
    assert (line["payableId"], line["amount"]) == (owed["payableId"], owed["amount"])
    report = payment.says(debits(payment.file, today))
    assert [(row["state"], row["effect"]) for row in report["items"]] == [("applied", "paid")]
    told = partial(treatment.received, played.stack, "payment.sent", payableId=owed["payableId"])
    assert until("payment.sent", told, 90)["data"]["bookingIds"] == [booking_id]
    assert (payment.shown()["state"], today <= last_day) == ("settled", True)

    corrected = played.clinic.event("session.corrected", {**ids, "became": "missed"})
    assert corrected.status == 202, corrected.body
    task = until("a task about the money", partial(session_task, drafts, booking_id), 90)
    assert task["reason"] == "payout-not-held"
