"""The samples in ``events/outgoing`` are what receivers get: each is compared with what the code sends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from helsebro import events
from helsebro.deadlines.clocks import CLOCKS
from helsebro.ids import ClinicId
from helsebro.webhooks.delivery import Delivery
from helsebro.webhooks.endpoint import TEST_TYPE, WebhookEndpoint
from helsebro_aws.clinic_systems.event_answer import EventIdsAnswer
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines
from helsebro_aws.outbox import outbox_row
from helsebro_aws.outbox.feed_numbers import FeedNumbers
from helsebro_aws.webhooks.sent_shape import SENT
from tests.builders import decisions, extensions, network
from tests.builders.calls import LambdaContext, ask, event, member, staff
from tests.builders.claims import consent, outbox_rows
from tests.builders.clinics.doubtful_invoices import in_review
from tests.builders.clinics.matches import decline, insured_guarantee, match
from tests.builders.domain.deadlines import LASTS, STARTED, running
from tests.builders.invoice_stage import Stage, staged
from tests.builders.kept_deadlines import KeptDeadlines
from tests.builders.payments.bank_stage import pay_a_session

SAMPLES = {path.stem: path for path in (Path(__file__).parents[3] / "events/outgoing").glob("*.*.json")}
ID = re.compile(r"([a-z]{3})_[a-z2-7]{6,200}")
CONTACT = CLOCKS["contact"]
BESIDE_IDS = frozenset({"dueAt", "by", "movedLate", "movedFrom"})
"""What is said beside ids: until when and how of a duty, whether a session moved too late, and from when."""

pytestmark = pytest.mark.usefixtures("aws")


def booked() -> str:
    return str(network.book(network.guarantee_of(), network.staged().free_slot()).body["bookingId"])


def booking_cancelled() -> None:
    assert network.act(booked(), "cancel").status == 200


def booking_rescheduled() -> None:
    stage = network.staged()
    booking_id = network.book(network.guarantee_of(), stage.free_slot()).body["bookingId"]
    there = {"slotId": stage.free_slot(starts_at=network.soon(80))}
    assert network.act(booking_id, "reschedule", body=there).status == 200


def consent_withdrawn() -> None:
    guarantee = network.guarantee_of()
    network.book(guarantee, network.staged().free_slot())
    assert consent(guarantee.claim_id, None, by=member(network.ANNA)).status == 200


def guarantee_issued() -> None:
    decisions.insured_anna()
    decisions.issue(*decisions.approved(clinicId=network.staged(treatments=["chiropractic"]).clinic_id))


def guarantee_extended() -> None:
    decisions.insured_anna()
    guarantee = extensions.guaranteed(clinicId=network.staged(treatments=["chiropractic"]).clinic_id)
    extension_id = extensions.extension_of(guarantee)
    task_id = extensions.extension_task_of(extension_id)
    assert decisions.decide(task_id, extensions.more()).status == 200
    extensions.printed(extension_id)


def extension_denied() -> None:
    decisions.insured_anna()
    stage = network.staged(treatments=["chiropractic"])
    guarantee = extensions.guaranteed(clinicId=stage.clinic_id)
    asked = {"guaranteeId": guarantee.guarantee_id, "sessions": 2, "justification": "Fortsat smerte"}
    extension_id = stage.event("extension.requested", asked).body["extensionId"]
    denial = {"decision": "deny", "reason": "Nej"}
    assert decisions.decide(extensions.extension_task_of(extension_id), denial).status == 200


def guarantee_revoked() -> None:
    from functions.guarantees.guarantees.handler import handler

    revoked = network.guarantee_of(clinic_id=network.staged().clinic_id)
    path = f"/v1/guarantees/{revoked.guarantee_id}/revoke"
    headers = {"if-match": '"1"'}
    made = event("POST", path, by=staff("caseworker"), body={"reason": "Fejl"}, headers=headers)
    assert ask(handler, made).status == 200


def match_ended() -> None:
    guarantee, stage = insured_guarantee(), network.staged()
    assert match(guarantee, stage).status == 200
    assert decline(guarantee, stage).status == 200


def contact_due() -> None:
    guarantee = network.guarantee_of(clinic_id=network.staged().clinic_id)
    deadline = running("contact", subject_id=guarantee.guarantee_id, case_id=guarantee.claim_id)
    DynamoDeadlines().change(None, deadline, CONTACT)
    assert CONTACT.warns
    KeptDeadlines().wake(deadline, STARTED + LASTS - CONTACT.warns)


def judge(stage: Stage, invoice: bytes) -> None:
    from functions.invoices.invoices.handler import handler as invoices
    from functions.invoices.validate_invoice.handler import handler

    invoice_id = ask(invoices, stage.sent("/v1/invoices", invoice)).body["invoiceId"]
    body = json.dumps({"type": "invoice.received", "payer": "", "data": {"invoiceId": invoice_id}})
    handler({"Records": [{"messageId": "0", "body": body, "eventSource": "aws:sqs"}]}, LambdaContext())


def invoice_accepted() -> None:
    stage = staged()
    judge(stage, stage.invoice())


def invoice_rejected() -> None:
    stage = staged(held=False)
    judge(stage, stage.invoice())


def invoice_in_review() -> None:
    in_review(staged())


HAPPENS: dict[str, Callable[[], object]] = {
    "booking.created": booked,
    "booking.rescheduled": booking_rescheduled,
    "booking.cancelled": booking_cancelled,
    "consent.withdrawn": consent_withdrawn,
    "contact.due": contact_due,
    "guarantee.extended": guarantee_extended,
    "guarantee.extension-denied": extension_denied,
    "guarantee.issued": guarantee_issued,
    "guarantee.revoked": guarantee_revoked,
    "invoice.accepted": invoice_accepted,
    "invoice.in-review": invoice_in_review,
    "invoice.rejected": invoice_rejected,
    "match.ended": match_ended,
    "payment.sent": pay_a_session,
}


def sent(aws: dict[str, Any], kind: str) -> str:
    """Returns the body that a clinic's endpoint gets for the only event of this type."""
    [row] = outbox_rows(aws, kind)
    [published] = FeedNumbers().give([outbox_row.read(row)])
    return Delivery.of(json.loads(published.detail), "whe_a", published.at).body


def each_id(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yields every value with its name, each of a list by itself."""
    for name, value in data.items():
        for each in value if isinstance(value, list) else [value]:
            yield name, str(each)


def shape(body: str) -> dict[str, Any]:
    """Returns the body without what differs each time: no time or number, and only the prefix of each id."""
    told = json.loads(body)
    assert told["sequence"] >= 1
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z", told["timestamp"])
    links = told["data"].pop("links", {})
    kinds = {name: ID.fullmatch(value) for name, value in each_id(told["data"])}
    return {
        **told,
        "timestamp": "",
        "sequence": 0,
        "links": sorted(links),
        "data": {name: kind and kind[1] for name, kind in kinds.items()},
    }


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_a_sample_is_what_a_clinic_gets(
    kind: str, aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", decisions.seal_key(aws["kms"]))
    HAPPENS[kind]()
    body = sent(aws, kind)
    assert shape(SAMPLES[kind].read_text("utf-8")) == shape(body)
    assert differences(kind, json.loads(body)["data"]) == []


def differences(kind: str, data: dict[str, Any]) -> list[str]:
    """Returns how the data of an event differs from what the OpenAPI document describes."""
    _, described = SENT[kind]
    undescribed = sorted(data.keys() - described.__annotations__.keys())
    try:
        TypeAdapter(described).validate_python(data)
    except ValidationError as invalid:
        return [*undescribed, *(str(error["loc"]) for error in invalid.errors())]
    return undescribed


def test_the_document_describes_every_type_that_is_sent() -> None:
    assert SENT.keys() == events.TO_CLINICS | {TEST_TYPE}


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_the_feed_describes_what_the_webhook_holds(kind: str) -> None:
    _, described = SENT[kind]
    assert described.__annotations__.keys() <= EventIdsAnswer.__annotations__.keys()


def test_a_test_message_is_as_described() -> None:
    at = datetime(2026, 11, 21, 12, tzinfo=UTC)
    endpoint = WebhookEndpoint("whe_a", ClinicId("cli_a"), "https://a.example", ("*",), (), at)
    message = json.loads(endpoint.test("evt_0f2m3k8hqjt5e6p1s9vbdcagn4", at).body)
    assert (message.keys(), message["type"]) == ({"type", "timestamp", "data"}, TEST_TYPE)
    assert differences(TEST_TYPE, message["data"]) == []


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({"claimId": "clm_a", "personId": "per_a"}, ["personId"]),
        ({}, ["('claimId',)"]),
        ({"claimId": "gar_a"}, ["('claimId',)"]),
    ],
)
def test_control_data_that_is_not_as_described_is_found(data: dict[str, str], found: list[str]) -> None:
    assert differences("consent.withdrawn", data) == found


def test_every_type_of_event_has_a_sample_and_may_be_sent_to_clinics() -> None:
    assert SAMPLES.keys() == HAPPENS.keys()
    assert HAPPENS.keys() <= events.TO_CLINICS


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_a_sample_holds_only_ids_and_no_id_of_a_person(kind: str) -> None:
    sample = json.loads(SAMPLES[kind].read_text("utf-8"))
    assert (sample.keys(), sample["type"]) == ({"type", "timestamp", "sequence", "data"}, kind)
    assert not re.search(r"\d{6}-?\d{4}", json.dumps(sample["data"]))
    links = sample["data"].pop("links", {})
    assert links in ({}, {"booking": f"/v1/bookings/{sample['data'].get('bookingId')}"})
    named = [ID.fullmatch(value) for name, value in each_id(sample["data"]) if name not in BESIDE_IDS]
    assert all(one and one[1] != "per" for one in named)
