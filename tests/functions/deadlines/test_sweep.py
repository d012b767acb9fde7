from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from functions.deadlines.sweep.handler import TIME_TO_STOP, handler

from helsebro_aws.deadlines.awaited import AWAITED, AwaitedEvent
from tests.builders.events.waiting import waiting

pytestmark = pytest.mark.usefixtures("aws")
SAMPLE = json.loads(Path("events/incoming/deadlines/sweep.json").read_text())
AN_HOUR_AGO = datetime.now(UTC) - timedelta(hours=1)


class Ending:
    """The context of a call with a number of milliseconds left."""

    def __init__(self, milliseconds: int) -> None:
        self.milliseconds = milliseconds

    def get_remaining_time_in_millis(self) -> int:
        return self.milliseconds


@pytest.mark.parametrize("kind", AWAITED, ids=lambda kind: kind.event_type)
def test_a_run_sends_what_is_late_once_and_the_next_run_nothing(kind: AwaitedEvent) -> None:
    waiting(kind.event_type, AN_HOUR_AGO - kind.within, table=kind.table)
    nothing = {**{kind.event_type: 0 for kind in AWAITED}, "deadlines": 0}
    assert [handler(SAMPLE, None) for _ in range(2)] == [{**nothing, kind.event_type: 1}, nothing]


@pytest.mark.parametrize("milliseconds, sent", [(TIME_TO_STOP, 0), (TIME_TO_STOP + 1, 1)])
def test_shortly_before_the_timeout_nothing_more_is_read(milliseconds: int, sent: int) -> None:
    waiting("document.saved", AN_HOUR_AGO)
    assert handler(SAMPLE, Ending(milliseconds))["document.saved"] == sent
