"""Deliveries: the schedule, what a response means, and when an endpoint is disabled (promise 11)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from helsebro.errors import BadInput
from helsebro.ids import ClinicId
from helsebro.signing.secret import WebhookSecret
from helsebro.webhooks import delivery
from helsebro.webhooks.delivery import Delivery, Response
from helsebro.webhooks.endpoint import Subscription, WebhookEndpoint

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
DOWN = Response(None, fault="unreachable")
SPEC_SECONDS = [5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600]


def a_delivery() -> Delivery:
    return Delivery("dlv_a", ClinicId("cli_a"), "whe_a", "evt_a", "booking.created", "{}", NOW)


def an_endpoint(*types: str) -> WebhookEndpoint:
    return Subscription("https://clinic.example/hooks", types or ("*",)).endpoint(
        "whe_a", ClinicId("cli_a"), WebhookSecret(bytes(range(32))), NOW
    )


def attempts_until(up_at: datetime | None, jitter: float) -> Delivery:
    at, current = NOW, a_delivery()
    while current.state == "pending":
        response = Response(204) if up_at and at >= up_at else DOWN
        current = current.attempted(response, at, 12, jitter)
        at = current.next_attempt_at or at
    return current


@pytest.mark.parametrize("jitter", [-1.0, -0.5, 0.0, 0.3, 1.0])
def test_a_dead_receiver_gets_ten_attempts_on_the_schedule_within_a_tenth(jitter: float) -> None:
    gone_through = attempts_until(None, jitter)
    times = [attempt.at for attempt in gone_through.attempts]
    waits = [(later - earlier).total_seconds() for earlier, later in pairwise(times)]
    assert waits == pytest.approx([seconds * (1 + jitter / 10) for seconds in SPEC_SECONDS])
    assert (gone_through.state, gone_through.next_attempt_at, len(times)) == ("exhausted", None, 10)


@pytest.mark.parametrize("jitter", [-7.0, 7.0])
def test_an_extreme_jitter_never_exceeds_a_tenth(jitter: float) -> None:
    due = delivery.next_attempt(1, DOWN, NOW, jitter)
    assert due is not None
    assert 4.5 <= (due - NOW).total_seconds() <= 5.5


def test_a_receiver_that_returns_after_seventy_hours_still_gets_the_message() -> None:
    delivered = attempts_until(NOW + timedelta(hours=70), 0.0)
    assert delivered.state == "delivered"
    assert delivered.attempts[-1].at - NOW == timedelta(hours=75, minutes=35, seconds=5)


@pytest.mark.parametrize(
    ("status", "outcome", "state", "another"),
    [
        (200, "delivered", "delivered", False),
        (202, "delivered", "delivered", False),
        (299, "delivered", "delivered", False),
        (100, "failed", "pending", True),
        (199, "failed", "pending", True),
        (300, "failed", "pending", True),
        (301, "failed", "pending", True),
        (302, "failed", "pending", True),
        (304, "failed", "pending", True),
        (307, "failed", "pending", True),
        (400, "failed", "pending", True),
        (401, "failed", "pending", True),
        (404, "failed", "pending", True),
        (410, "gone", "cancelled", False),
        (429, "failed", "pending", True),
        (500, "failed", "pending", True),
        (503, "failed", "pending", True),
        (None, "failed", "pending", True),
    ],
)
def test_what_a_response_means(status: int | None, outcome: str, state: str, another: bool) -> None:
    after = a_delivery().attempted(Response(status), NOW, 3, 0.0)
    assert (after.attempts[0].outcome, after.state) == (outcome, state)
    assert (after.next_attempt_at is not None) is another


@pytest.mark.parametrize(
    ("status", "asked_seconds", "waited_seconds"),
    [
        (429, 60, 60),
        (503, 3_600, 3_600),
        (429, 1, 5),
        (503, 10**8, 86_400),
        (500, 3_600, 5),
        (200 + 99 + 1, 3_600, 5),
    ],
)
def test_the_wait_in_retry_after_is_kept_within_limits(
    status: int, asked_seconds: int, waited_seconds: int
) -> None:
    response = Response(status, timedelta(seconds=asked_seconds))
    assert delivery.next_attempt(1, response, NOW, 0.0) == NOW + timedelta(seconds=waited_seconds)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Sat, 21 Nov 2026 12:02:00 GMT", 120),
        ("Sat, 21 Nov 2026 13:02:00 +0100", 120),
        ("Sat, 21 Nov 2026 11:00:00 GMT", 0),
        ("9" * 500, 999_999_999),
        (None, None),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("١٢", None),
        ("Sat, 99 Nov 2026 12:02:00 GMT", None),
        ("Sat, 21 Nov 99999999999999999999 12:02:00 GMT", None),
        ("\udce9", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_or_else_ignored(header: str | None, seconds: int | None) -> None:
    expected = None if seconds is None else timedelta(seconds=seconds)
    assert delivery.retry_after(header, NOW) == expected


def test_a_410_disables_the_endpoint_at_once() -> None:
    endpoint = an_endpoint().answered(Response(410), NOW)
    assert (endpoint.enabled, endpoint.disabled_because, endpoint.disabled_at) == (False, "gone", NOW)


def test_five_days_of_failure_disable_the_endpoint_and_not_a_second_less() -> None:
    failing = an_endpoint().answered(DOWN, NOW)
    nearly = failing.answered(DOWN, NOW + timedelta(days=5, seconds=-1))
    over = nearly.answered(DOWN, NOW + timedelta(days=5))
    assert (nearly.enabled, over.enabled, over.disabled_because) == (True, False, "failing")


def test_one_success_clears_the_failures() -> None:
    endpoint = an_endpoint().answered(DOWN, NOW).answered(Response(200), NOW + timedelta(days=4))
    assert endpoint.answered(DOWN, NOW + timedelta(days=6)).enabled


def test_a_response_of_a_disabled_endpoint_changes_nothing() -> None:
    disabled = an_endpoint().answered(Response(410), NOW)
    assert disabled.answered(Response(200), NOW + timedelta(hours=1)) == disabled


@pytest.mark.parametrize(
    ("listens_to", "type_", "wanted"),
    [
        (("*",), "booking.created", True),
        (("booking.created",), "booking.created", True),
        (("booking.created",), "booking.cancelled", False),
        (("booking.created",), "endpoint.test", True),
    ],
)
def test_an_endpoint_gets_what_it_listens_to(listens_to: tuple[str, ...], type_: str, wanted: bool) -> None:
    endpoint = an_endpoint(*listens_to)
    assert endpoint.wants(type_) is wanted
    assert not replace(endpoint, disabled_at=NOW).wants(type_)


def test_every_unknown_event_type_is_named_at_once() -> None:
    with pytest.raises(BadInput) as refused:
        an_endpoint("booking.created", "claim.reported", "nonsense")
    assert [fault.pointer for fault in refused.value.faults] == ["/events/1", "/events/2"]


def test_an_endpoint_listens_to_at_least_one_type() -> None:
    assert [fault.code for fault in Subscription("https://clinic.example", ()).faults()] == ["no-event-types"]


def test_a_rotated_endpoint_signs_with_both_secrets_for_a_day() -> None:
    new = WebhookSecret(bytes(32))
    endpoint = an_endpoint().rotated(new, NOW)
    in_a_day = NOW + timedelta(hours=24)
    assert [secret.in_force(in_a_day - timedelta(seconds=1)) for secret in endpoint.secrets] == [True, True]
    assert [secret.in_force(in_a_day) for secret in endpoint.secrets] == [True, False]


def test_the_body_is_type_time_and_ids() -> None:
    assert delivery.body("booking.created", NOW, {"bookingId": "bkg_a"}) == (
        '{"type":"booking.created","timestamp":"2026-11-21T12:00:00Z","data":{"bookingId":"bkg_a"}}'
    )
