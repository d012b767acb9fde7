"""A contract that no one signs: two reminders by mail, and the end of the onboarding (F0-05)."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from local.journey.people import StackAddresses
from local.journey.steps import until
from local.stack.stack import Stack
from tests.journeys.clinic_network.joining import Joining
from tests.journeys.clocks_and_letters.mailbox import Mailbox
from tests.journeys.clocks_and_letters.moved import Moved


@pytest.fixture(scope="module")
def stack(running_stack: Stack) -> StackAddresses:
    return StackAddresses.of(running_stack.addresses)


def has_reminders(mailbox: Mailbox, clinic_id: str, count: int) -> bool:
    """Whether so many reminders were sent about a clinic's contract."""
    return len(mailbox.sent(kind="contract-reminder", caseId=clinic_id)) == count


# Every run proves the reminders and the end in tests/functions/onboarding/test_follow_contract.py.
@pytest.mark.release
def test_an_unsigned_contract_is_reminded_of_and_ends_the_onboarding_after_30_days(
    running_stack: Stack, stack: StackAddresses, moved: Moved
) -> None:
    joining, mailbox = Joining.begun(stack), Mailbox.of(running_stack)
    joining.read_contract()

    for count, days in ((1, 8), (2, 14)):
        moved.by(timedelta(days=days))
        until("the reminder", partial(has_reminders, mailbox, joining.clinic_id, count))
    moved.by(timedelta(days=9))

    def ended() -> dict[str, Any] | None:
        found: dict[str, Any] = joining.signatory.get(joining.clinic).json()
        return found if found["status"] == "ended" else None

    assert until("the end of the onboarding", ended)["ending"]["why"] == "expired"
    refused = joining.sign()
    assert (refused.status_code, refused.json()["code"]) == (422, "contract-expired")
