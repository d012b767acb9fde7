"""The same message to the same address is sent again one at a time, with a pause."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.errors import Conflict
from helsebro.notifications.outcome.resend_pause import PAUSE, ResendUnderWay, SentJustNow, check_pause
from tests.builders.domain.sent_messages import AT, notification, sent

AN_INSTANT = timedelta(microseconds=1)
SOON, LATER = AT + PAUSE - AN_INSTANT, AT + PAUSE


@pytest.mark.parametrize(
    ("last", "at", "refused"),
    [
        (notification(), LATER, ResendUnderWay),
        (notification().sending(AT), LATER, ResendUnderWay),
        (sent(), SOON, SentJustNow),
        (sent(state="delivered"), SOON, SentJustNow),
        (sent(), LATER, None),
        (sent(state="bounced"), SOON, None),
        (sent(state="complained"), SOON, None),
        (notification().ended("failed"), SOON, None),
        (sent(address="other@example.org"), SOON, None),
        (sent(channel="sms"), SOON, None),
        (sent(variables={"day": "2026-12-01"}), SOON, None),
    ],
)
def test_the_same_message_waits_for_the_one_before(
    last: Any, at: Any, refused: type[Conflict] | None
) -> None:
    again = notification(event_id="evt_b", planned_at=at)
    if refused is None:
        check_pause(again, last)
    else:
        with pytest.raises(refused):
            check_pause(again, last)
