"""Deliveries from the queue: to a real receiver on loopback, with a broken part, and in parallel."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Semaphore, Thread
from typing import Any

import pytest
from functions.webhooks.deliver_webhook import handler as function

from helsebro.ids import ClinicId
from helsebro.receipt import Receipt
from helsebro.signing.secret import WebhookSecret
from helsebro.signing.signature import verify
from helsebro.webhooks.endpoint import Subscription, WebhookEndpoint
from helsebro_aws.webhooks import sender
from helsebro_aws.webhooks.dynamo_deliveries import DynamoDeliveries
from helsebro_aws.webhooks.dynamo_webhook_endpoints import DynamoWebhookEndpoints
from tests.builders.calls import LambdaContext
from tests.builders.claims import consent
from tests.builders.network import guarantee_of

NOW = datetime.now(UTC).replace(microsecond=0)
SECRET = WebhookSecret(b"s" * 32)

pytestmark = pytest.mark.usefixtures("aws")


Got = tuple[dict[str, str], bytes]


class Clinic(BaseHTTPRequestHandler):
    """Keeps every message, waits until it may answer, and answers with ``status``."""

    status = 204
    got: list[Got]
    may_answer: Callable[[], object]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.got.append((dict(self.headers), body))
        self.may_answer()
        self.send_response(self.status)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Logs nothing."""


@contextmanager
def clinic(
    status: int = 204, may_answer: Callable[[], object] = lambda: None
) -> Iterator[tuple[str, list[tuple[dict[str, str], bytes]]]]:
    got: list[tuple[dict[str, str], bytes]] = []
    answering = type(
        "Answering", (Clinic,), {"status": status, "may_answer": staticmethod(may_answer), "got": got}
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), answering) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/hooks", got
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(autouse=True)
def queue(monkeypatch: pytest.MonkeyPatch, aws: dict[str, Any]) -> Iterator[str]:
    """Yields a new queue for each test; clinics' systems may be on loopback, as on the embedded stack."""
    url: str = aws["sqs"].create_queue(QueueName="webhooks-of-one-test")["QueueUrl"]
    monkeypatch.setenv("HELSEBRO_WEBHOOKS_QUEUE", url)
    local = replace(function.courier, post=partial(sender.post, local=True))
    monkeypatch.setattr(function, "courier", local)
    yield url
    aws["sqs"].delete_queue(QueueUrl=url)


def an_endpoint(
    url: str, endpoint_id: str = "whe_a", clinic_id: ClinicId = ClinicId("cli_a")
) -> WebhookEndpoint:
    # Made directly, since a request would rightly refuse an address on loopback.
    endpoint = Subscription(url).endpoint(endpoint_id, clinic_id, SECRET, NOW)
    DynamoWebhookEndpoints().add(endpoint, Receipt(f"{clinic_id}{endpoint_id}", "f", 201, {}))
    return endpoint


def happened(event_id: str = "evt_a", clinic_id: str = "cli_a") -> dict[str, Any]:
    return {
        "eventId": event_id,
        "type": "booking.created",
        "at": NOW.isoformat(),
        "payer": "tryg",
        "clinicId": clinic_id,
        "data": {"bookingId": "bkg_a"},
    }


def deliver(*messages: Any) -> list[str]:
    """Returns the ids of the messages that must come again."""
    records = [
        {"messageId": f"m{place}", "body": message if isinstance(message, str) else json.dumps(message)}
        for place, message in enumerate(messages)
    ]
    answer = function.handler({"Records": records}, LambdaContext())
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def logged(clinic_id: ClinicId = ClinicId("cli_a")) -> list[Any]:
    return DynamoDeliveries().page(clinic_id, "", 100, None).deliveries


def test_the_clinics_system_gets_a_signed_message_of_ids() -> None:
    with clinic() as (url, got):
        an_endpoint(url)
        assert deliver(happened()) == []
    [(headers, body)] = got
    assert verify(headers, body, [SECRET], datetime.now(UTC)).message_id == "evt_a"
    assert json.loads(body) == {
        "type": "booking.created",
        "timestamp": NOW.isoformat().replace("+00:00", "Z"),
        "data": {"bookingId": "bkg_a"},
    }
    [delivery] = logged()
    assert (delivery.state, delivery.attempts[0].status) == ("delivered", 204)


@pytest.mark.parametrize(
    "kind, given, state",
    [
        ("guarantee.issued", True, "delivered"),
        ("guarantee.issued", None, "cancelled"),
        ("guarantee.extended", None, "cancelled"),
        ("contact.due", None, "cancelled"),
        ("guarantee.revoked", None, "delivered"),
        ("consent.withdrawn", None, "delivered"),
    ],
)
def test_no_client_is_brought_to_a_clinic_without_a_consent_in_force(
    kind: str, given: bool | None, state: str
) -> None:
    guarantee = guarantee_of()
    if given is None:
        assert consent(guarantee.claim_id, None).status == 200
    about = {"guaranteeId": guarantee.guarantee_id, "claimId": guarantee.claim_id}
    with clinic() as (url, got):
        an_endpoint(url)
        assert deliver({**happened(), "type": kind, "data": about}) == []
    assert ([delivery.state for delivery in logged()], len(got)) == ([state], int(state == "delivered"))


def test_an_attempt_after_the_consent_was_withdrawn_is_not_made() -> None:
    guarantee = guarantee_of()
    about = {"guaranteeId": guarantee.guarantee_id, "claimId": guarantee.claim_id}
    with clinic(status=500) as (url, got):
        an_endpoint(url)
        deliver({**happened(), "type": "guarantee.issued", "data": about})
        [failed] = logged()
        assert consent(guarantee.claim_id, None).status == 200
        function.courier.attempt(failed)
    assert ([delivery.state for delivery in logged()], len(got)) == (["cancelled"], 1)


def test_the_same_event_again_is_not_sent_again() -> None:
    with clinic() as (url, got):
        an_endpoint(url)
        assert [deliver(happened()) for _ in range(3)] == [[], [], []]
    assert len(got) == 1


def test_a_failed_attempt_is_logged_and_its_next_message_waits_in_the_queue(
    aws: dict[str, Any], queue: str
) -> None:
    with clinic(status=500) as (url, _):
        an_endpoint(url)
        assert deliver(happened()) == []
    [delivery] = logged()
    assert (delivery.state, delivery.attempts[0].status) == ("pending", 500)
    visible = aws["sqs"].get_queue_attributes(QueueUrl=queue, AttributeNames=["All"])["Attributes"]
    assert int(visible["ApproximateNumberOfMessagesDelayed"]) == 1
    message = {"clinicId": "cli_a", "deliveryId": delivery.delivery_id, "made": 1}
    due = {**message, "dueAt": (NOW - timedelta(seconds=1)).isoformat()}
    with clinic() as (url, got):
        DynamoWebhookEndpoints().remove(DynamoWebhookEndpoints().get(ClinicId("cli_a"), "whe_a"))
        an_endpoint(url, "whe_b")
        assert deliver(due) == []
    assert got == []
    assert logged()[0].state == "cancelled"


def test_the_answer_gone_disables_the_endpoint_and_notifies_once(aws: dict[str, Any]) -> None:
    with clinic(status=410) as (url, got):
        an_endpoint(url)
        deliver(happened("evt_a"), happened("evt_b"))
        deliver(happened("evt_c"))
    assert len(got) == 2
    rows = aws["dynamodb"].scan(TableName="outbox")["Items"]
    assert [row["type"]["S"] for row in rows] == ["webhook.disabled"]
    assert rows[0]["data"]["M"]["because"]["S"] == "gone"


def test_failures_are_recorded_and_cleared_after_a_success() -> None:
    with clinic(status=500) as (url, _):
        endpoint = an_endpoint(url)
        deliver(happened("evt_a"))
    stored = DynamoWebhookEndpoints()
    assert stored.get(ClinicId("cli_a"), "whe_a").failing_since is not None
    failing = stored.get(ClinicId("cli_a"), "whe_a")
    stored.note(failing, replace(failing, failing_since=None))
    assert stored.get(ClinicId("cli_a"), "whe_a") == endpoint


def test_a_message_that_fails_comes_again_alone() -> None:
    with clinic() as (url, got):
        an_endpoint(url)
        assert deliver("no json", happened(), {"type": "booking.created"}) == ["m0", "m2"]
    assert len(got) == 1


def test_a_message_for_an_unknown_delivery_comes_again() -> None:
    unknown = {"clinicId": "cli_a", "deliveryId": "dlv_none", "made": 0, "dueAt": NOW.isoformat()}
    assert deliver(unknown) == ["m0"]


def test_nothing_is_sent_for_a_clinic_without_an_endpoint() -> None:
    assert deliver(happened()) == []
    assert logged() == []


def test_a_receiver_that_hangs_delays_no_other(aws: dict[str, Any]) -> None:
    """One of ten receivers answers only when the other nine have their message (promise 12)."""
    assert aws
    others = Semaphore(0)
    with (
        clinic(may_answer=lambda: [others.acquire(timeout=9) for _ in range(9)]) as (hanging, _),
        clinic(may_answer=others.release) as (quick, got),
    ):
        an_endpoint(hanging, clinic_id=ClinicId("cli_0"))
        for number in range(1, 10):
            an_endpoint(quick, clinic_id=ClinicId(f"cli_{number}"))
        assert deliver(*(happened(clinic_id=f"cli_{number}") for number in range(10))) == []
    assert len(got) == 9
    assert [logged(ClinicId(f"cli_{number}"))[0].state for number in range(10)] == ["delivered"] * 10
