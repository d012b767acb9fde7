"""Webhook endpoints over HTTP: who may use them, what is refused, and a secret that only its owner sees."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.webhooks.webhook_endpoints.handler import handler

from helsebro.ids import ClinicId
from helsebro.network.clinic import Checklist, Clinic, ClinicContact
from helsebro.signing.secret import WebhookSecret
from helsebro.webhooks.delivery import Delivery, Response
from helsebro_aws.identity import pseudonym
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.webhooks.dynamo_deliveries import DynamoDeliveries
from helsebro_aws.webhooks.dynamo_webhook_endpoints import DynamoWebhookEndpoints
from tests.builders.calls import Answered, ask, event, member, signed, staff

SIGNATORY, STRANGER = "0101701234", "0202802345"
SECRETS = {"cli_a": WebhookSecret(b"a" * 32).text, "cli_b": WebhookSecret(b"b" * 32).text}
ENDPOINTS = "/v1/clinics/cli_a/webhook-endpoints"
NOW = datetime.now(UTC).replace(microsecond=0)

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def _clinics(aws: dict[str, Any]) -> None:
    assert aws
    for clinic_id, secret in SECRETS.items():
        signatory = pseudonym.person_id("DK", SIGNATORY) if clinic_id == "cli_a" else None
        contact = ClinicContact("70112233", "clinic@example.org")
        clinic = Clinic(
            ClinicId(clinic_id),
            "Clinic",
            "12345674",
            "DK",
            contact,
            "active",
            Checklist(),
            signatory_id=signatory,
            consented_at=datetime.now(UTC),
        )
        DynamoClinics().register(clinic, secret)


def call(method: str, path: str, body: Any = None, clinic_id: str = "cli_a") -> Answered:
    return ask(handler, signed(method, path, clinic_id=clinic_id, secret=SECRETS[clinic_id], body=body))


def created(**changes: Any) -> Answered:
    return call("POST", ENDPOINTS, {"url": "https://clinic.example/hooks", "events": ["*"], **changes})


def delivered(endpoint_id: str, event_id: str = "evt_a", state_after: Response | None = None) -> Delivery:
    told = {
        "eventId": event_id,
        "type": "booking.created",
        "at": NOW.isoformat(),
        "clinicId": "cli_a",
        "data": {"bookingId": "bkg_a"},
    }
    begun = DynamoDeliveries().begin(Delivery.of(told, endpoint_id, NOW))
    if state_after:
        DynamoDeliveries().save(begun.attempted(state_after, NOW, 12, 0.0), 0)
    return begun


def test_a_clinics_system_creates_an_endpoint_and_sees_the_secret_once() -> None:
    answer = created()
    assert answer.status == 201
    assert WebhookSecret.parse(answer.body["secret"])
    assert answer.body["url"] == "https://clinic.example/hooks"
    listed = call("GET", ENDPOINTS)
    assert [one["endpointId"] for one in listed.body["items"]] == [answer.body["endpointId"]]
    assert "secret" not in json.dumps(listed.body).lower()


def test_the_signatory_may_also_create_an_endpoint() -> None:
    body = {"url": "https://clinic.example/hooks"}
    answer = ask(handler, event("POST", ENDPOINTS, by=member(SIGNATORY), body=body))
    assert (answer.status, answer.body["events"]) == (201, ["*"])


def test_no_secret_is_stored_in_plain_text(aws: dict[str, Any]) -> None:
    secret = created().body["secret"]
    stored = "".join(
        json.dumps(aws["dynamodb"].scan(TableName=table)["Items"])
        for table in ("network", "idempotency", "outbox")
    )
    assert "ENDPOINT#" in stored
    assert secret not in stored
    assert secret.removeprefix("whsec_") not in stored


def test_a_repeated_request_gets_the_first_answer_with_the_same_secret() -> None:
    request = event(
        "POST", ENDPOINTS, by=member(SIGNATORY), body={"url": "https://clinic.example/"}, key="k1"
    )
    first, again = ask(handler, request), ask(handler, request)
    assert (again.status, again.body) == (first.status, first.body)
    assert again.headers["idempotency-replayed"] == "true"
    assert len(call("GET", ENDPOINTS).body["items"]) == 1


def test_a_repeated_rotation_gets_the_first_answer_even_when_the_endpoint_is_gone() -> None:
    endpoint_id = created().body["endpointId"]
    request = event("POST", f"{ENDPOINTS}/{endpoint_id}/rotate", by=member(SIGNATORY), key="k2")
    first = ask(handler, request)
    call("DELETE", f"{ENDPOINTS}/{endpoint_id}")
    assert (first.status, ask(handler, request).body) == (200, first.body)


def test_the_same_key_for_another_body_is_refused() -> None:
    def ask_for(url: str) -> Answered:
        request = event("POST", ENDPOINTS, by=member(SIGNATORY), body={"url": url}, key="k3")
        return ask(handler, request)

    ask_for("https://clinic.example/")
    answer = ask_for("https://clinic.example/other")
    assert (answer.status, answer.body["code"]) == (422, "idempotency-key-reused")


@pytest.mark.parametrize(
    ("method", "rest", "body"),
    [
        ("POST", "", {"url": "https://clinic.example/"}),
        ("GET", "", None),
        ("POST", "/{id}/rotate", None),
        ("POST", "/{id}/test", None),
        ("DELETE", "/{id}", None),
        ("GET", "/{id}/deliveries", None),
        ("GET", "/deliveries", None),
        ("POST", "/{id}/deliveries/{delivery}/replay", None),
        ("POST", "/deliveries/{delivery}/replay", None),
    ],
)
def test_another_clinic_or_a_stranger_sees_the_same_404_as_for_an_unknown_clinic(
    method: str, rest: str, body: Any
) -> None:
    endpoint_id = created().body["endpointId"]
    delivery_id = delivered(endpoint_id).delivery_id
    path = ENDPOINTS + rest.format(id=endpoint_id, delivery=delivery_id)
    unknown = path.replace("cli_a", "cli_nowhere")
    answers = [
        call(method, path, body, clinic_id="cli_b"),
        call(method, unknown, body, clinic_id="cli_b"),
        ask(handler, event(method, path, by=member(STRANGER), body=body)),
    ]
    assert {answer.status for answer in answers} == {404}
    assert len({answer.body["detail"] for answer in answers}) == 1
    assert ask(handler, event(method, path, by=staff("caseworker"), body=body)).status == 403
    assert ask(handler, event(method, path, body=body)).status == 401


def test_an_endpoint_of_another_clinic_is_not_found_under_the_own_clinic() -> None:
    endpoint_id = created().body["endpointId"]
    own = "/v1/clinics/cli_b/webhook-endpoints"
    for method, rest in (("POST", "/rotate"), ("POST", "/test"), ("DELETE", "")):
        assert call(method, f"{own}/{endpoint_id}{rest}", clinic_id="cli_b").status == 404


def test_an_id_longer_than_any_key_is_not_found() -> None:
    for path in ("/{}/rotate", "/{}/test", "/deliveries/{}/replay"):
        assert call("POST", ENDPOINTS + path.format("x" * 2000)).status == 404
    assert call("DELETE", f"{ENDPOINTS}/{'x' * 2000}").status == 404


def test_every_fault_of_address_and_types_is_reported_at_once() -> None:
    answer = created(url="http://10.0.0.1/", events=["*", "claim.reported", "nonsense"])
    assert answer.status == 422
    assert {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]} == {
        ("/url", "address-scheme"),
        ("/events/1", "unknown-event-type"),
        ("/events/2", "unknown-event-type"),
    }
    assert all(fault["detail"] != fault["code"] for fault in answer.body["errors"])


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"url": "https://127.0.0.1/"}, "/url"),
        ({"url": "https://clinic.example:22/"}, "/url"),
        ({"url": "https://user:secret@clinic.example/"}, "/url"),
        ({"url": 7}, "/url"),
        ({"url": None}, "/url"),
        ({"events": []}, "/events"),
        ({"events": "*"}, "/events"),
        ({"secret": "whsec_mine"}, "/secret"),
    ],
)
def test_a_bad_body_is_refused_and_nothing_is_stored(changes: dict[str, Any], pointer: str) -> None:
    answer = created(**changes)
    assert (answer.status, answer.body["errors"][0]["pointer"]) == (422, pointer)
    assert call("GET", ENDPOINTS).body["items"] == []


def test_the_old_secret_signs_beside_the_new_one_for_a_day() -> None:
    first = created().body
    before = datetime.now(UTC)
    second = call("POST", f"{ENDPOINTS}/{first['endpointId']}/rotate").body
    endpoint = DynamoWebhookEndpoints().get(ClinicId("cli_a"), first["endpointId"])
    assert [secret.text for secret in endpoint.secrets] == [second["secret"], first["secret"]]
    until = endpoint.secrets[1].until
    assert until is not None
    assert before <= until - timedelta(hours=24) <= datetime.now(UTC)


def test_a_clinic_has_at_most_ten_endpoints_and_may_replace_a_deleted_one() -> None:
    made = [created().body["endpointId"] for _ in range(10)]
    refused = created()
    assert (refused.status, refused.body["code"], refused.body["most"]) == (422, "too-many-endpoints", 10)
    assert call("DELETE", f"{ENDPOINTS}/{made[0]}").status == 204
    assert call("DELETE", f"{ENDPOINTS}/{made[0]}").status == 404
    assert created().status == 201


def test_a_test_is_a_delivery_and_is_requested_from_the_courier_once(aws: dict[str, Any]) -> None:
    endpoint_id = created().body["endpointId"]
    answer = call("POST", f"{ENDPOINTS}/{endpoint_id}/test")
    assert answer.status == 202
    asked = DynamoDeliveries().get(ClinicId("cli_a"), answer.body["deliveryId"])
    assert (asked.type, asked.endpoint_id, asked.state) == ("endpoint.test", endpoint_id, "pending")
    rows = [
        row for row in aws["dynamodb"].scan(TableName="outbox")["Items"] if "requested" in row["type"]["S"]
    ]
    assert [row["data"]["M"]["deliveryId"]["S"] for row in rows] == [answer.body["deliveryId"]]


def test_the_log_shows_every_attempt_and_a_replay_sends_the_same_message_again() -> None:
    endpoint_id = created().body["endpointId"]
    sent = delivered(endpoint_id, state_after=Response(503))
    [shown] = call("GET", f"{ENDPOINTS}/{endpoint_id}/deliveries").body["items"]
    assert (shown["deliveryId"], shown["messageId"], shown["state"]) == (sent.delivery_id, "evt_a", "pending")
    assert [(one["status"], one["outcome"], one["durationMs"]) for one in shown["attempts"]] == [
        (503, "failed", 12)
    ]
    assert datetime.fromisoformat(shown["nextAttemptAt"]) == NOW + timedelta(seconds=5)
    answer = call("POST", f"{ENDPOINTS}/{endpoint_id}/deliveries/{sent.delivery_id}/replay")
    again = DynamoDeliveries().get(ClinicId("cli_a"), answer.body["deliveryId"])
    assert answer.status == 202
    assert (again.message_id, again.body, again.replay_of) == ("evt_a", sent.body, sent.delivery_id)
    assert call("POST", f"{ENDPOINTS}/whe_other/deliveries/{sent.delivery_id}/replay").status == 404


def test_the_log_is_read_page_by_page_latest_first() -> None:
    endpoint_id = created().body["endpointId"]
    for number in range(5):
        delivered(endpoint_id, f"evt_{number}")
    first = call("GET", f"{ENDPOINTS}/deliveries?limit=3").body
    rest = call("GET", f"{ENDPOINTS}/deliveries?limit=3&cursor={first['nextCursor']}").body
    messages = [one["messageId"] for one in first["items"] + rest["items"]]
    assert sorted(messages) == [f"evt_{number}" for number in range(5)]
    assert rest["nextCursor"] is None


def test_nothing_is_sent_to_a_disabled_endpoint_and_the_reason_is_shown() -> None:
    endpoint_id = created().body["endpointId"]
    sent = delivered(endpoint_id)
    endpoints = DynamoWebhookEndpoints()
    before = endpoints.get(ClinicId("cli_a"), endpoint_id)
    endpoints.note(before, before.answered(Response(410), NOW))
    [shown] = call("GET", ENDPOINTS).body["items"]
    assert (shown["enabled"], shown["disabledBecause"]) == (False, "gone")
    for path in (f"{endpoint_id}/test", f"deliveries/{sent.delivery_id}/replay"):
        answer = call("POST", f"{ENDPOINTS}/{path}")
        assert (answer.status, answer.body["code"]) == (409, "endpoint-disabled")
