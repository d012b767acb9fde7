from __future__ import annotations

from datetime import UTC, datetime

import pytest

from helsebro.errors import Unavailable
from helsebro_aws.outbox.event_bus import EventBridge
from helsebro_aws.outbox.outbox_failures import OutboxFailures
from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import Refusals
from helsebro_aws.platform.settings import Settings
from tests.suite.failing_service import CLOSED, Reply, failing, fault

pytestmark = pytest.mark.usefixtures("aws_endpoint")
EVENT = BusEvent("evt_1", "claim.reported", datetime(2026, 3, 2, tzinfo=UTC), {})


@pytest.mark.parametrize(
    "reply",
    [fault(400, "ThrottlingException"), fault(500, "InternalException"), CLOSED, fault(400, "AccessDenied")],
)
def test_a_bus_that_does_not_take_events_refuses_all_of_them_for_now(reply: Reply) -> None:
    with failing(lambda _: reply) as service:
        bus = EventBridge(Settings({"AWS_ENDPOINT_URL": service.url, "HELSEBRO_BUS": "bus"}))
        refusals = bus.put([EVENT])
    assert refusals == Refusals(for_now=frozenset({EVENT.event_id}))


def test_a_row_that_cannot_be_set_aside_now_raises_so_that_the_stream_repeats_it() -> None:
    with failing(lambda _: fault(403, "RequestThrottled")) as service:
        settings = {"AWS_ENDPOINT_URL": service.url, "HELSEBRO_OUTBOX_FAILURES_QUEUE": "http://queue"}
        with pytest.raises(Unavailable):
            OutboxFailures(Settings(settings)).keep("evt_1", "1", "malformed")
