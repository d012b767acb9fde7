"""A message that waited for the morning is not sent to who is no guardian any more (F4-20)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.notifications.send_notification.handler import sending

from helsebro.ids import PersonId
from helsebro.notifications.notification import Notification
from helsebro_aws.platform import clock
from tests.builders.calls import member
from tests.builders.claims import claim_of
from tests.builders.domain.sent_messages import notification
from tests.builders.messages import mailbox
from tests.builders.messages.notifications import now, stored
from tests.builders.people.families import FATHER, MOTHER, UNDERWRITER, TwoEmployers, answer

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def case(aws: dict[str, Any]) -> TwoEmployers:
    assert aws
    family = TwoEmployers(FATHER)
    for cpr in (MOTHER, FATHER):
        assert answer(family.child, family.other, member(cpr)).status == 200
    mailbox.opened("no-reply@helsebro.example")
    return family


def waits(case: TwoEmployers, to: PersonId, channel: str) -> Notification:
    """Stores a message about the child's case to a guardian that was planned in the night."""
    planned = clock.now() - timedelta(hours=9)
    return stored(
        notification(
            channel=channel,
            address="father@example.org" if channel == "email" else "+4520304050",
            recipient=to,
            case_id=claim_of(member(MOTHER), personId=case.child),
            kind="question-asked",
            planned_at=planned,
            not_before=datetime.now(UTC) - timedelta(minutes=1) if channel == "sms" else None,
            of_child=True,
        )
    )


def leave(message: Notification) -> str:
    return sending.run(message.payer, message.case_id, message.notification_id)


@pytest.mark.parametrize("channel", ["sms", "email", "letter"])
def test_who_is_no_guardian_any_more_gets_nothing_that_waited(case: TwoEmployers, channel: str) -> None:
    message = waits(case, case.other, channel)
    assert answer(case.child, case.other, UNDERWRITER, confirmed=False).status == 200
    assert leave(message) == "withdrawn"
    assert (now(message).state, mailbox.texts()) == ("withdrawn", [])


def test_who_is_still_a_guardian_gets_it(case: TwoEmployers) -> None:
    message = waits(case, case.other, "email")
    assert leave(message) == "sent"
    assert now(message).state == "sent"
