"""A claim without its consent and papers: the member is reminded after 3 and 10 days (F4-07, F4-12)."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from local.journey import insurance
from local.journey.people import StackAddresses, Users, new_cpr
from local.journey.steps import Journey, until
from local.mailbox.emulator_items import EmulatorItems
from local.stack.stack import Stack
from tests.journeys.clocks_and_letters.mailbox import Mailbox
from tests.journeys.clocks_and_letters.moved import Moved
from tests.journeys.clocks_and_letters.stored_deadline import due_at

A_MINUTE = timedelta(minutes=1)


def test_the_member_is_reminded_of_missing_papers_after_3_and_10_days_until_they_are_there(
    running_stack: Stack, moved: Moved
) -> None:
    journey, users = Journey(lambda _: None), Users(StackAddresses.of(running_stack.addresses))
    member = insurance.insure(journey, users, insurance.open_payer(journey, users), new_cpr())
    lacking, completed = (insurance.report(journey, member) for _ in range(2))
    items, mailbox = EmulatorItems(running_stack.addresses["awsEndpoint"]), Mailbox.of(running_stack)

    def reminders(claim_id: str) -> int:
        return len(mailbox.sent(kind="papers-missing", caseId=claim_id))

    def pass_the_end_of(kind: str) -> None:
        ends = [until(kind, partial(due_at, items, kind, each)) for each in (lacking, completed)]
        # Without the nights before it, which change nothing here and take the time of a journey.
        moved.clock.advance(min(ends) - A_MINUTE)
        moved.to(max(ends) + A_MINUTE)

    pass_the_end_of("missing-after-3-days")
    until("the first reminders", lambda: (reminders(lacking), reminders(completed)) == (1, 1))
    insurance.consent_and_upload(journey, member, completed)

    pass_the_end_of("missing-after-10-days")
    until("the second reminder", lambda: reminders(lacking) == 2)
    assert reminders(completed) == 1
