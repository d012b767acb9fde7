"""A clinic's system sends the dialect of the integrator that the clinic named, and no other (F0-12)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask
from tests.builders.network import SECRET, Stage, clinic_events, slot_body, staged

pytestmark = pytest.mark.usefixtures("aws")
FIXTURES = Path(__file__).parents[2] / "adapters" / "network" / "integrators" / "fixtures" / "compugroup"
FHIR = "application/fhir+json"


def compugroup() -> Stage:
    return staged(clinic_changes={"clinic_system": "compugroup"})


def sent(stage: Stage, body: Any, media_type: str = FHIR) -> Answered:
    call = stage.event_call("clinic.changed", {})
    text = json.dumps(body)
    message_id, at = call["headers"]["webhook-id"], clock.now()
    signed = signature.sign(message_id, at, text.encode(), [WebhookSecret.parse(SECRET)])
    return ask(
        clinic_events(),
        call | {"body": text, "headers": call["headers"] | signed | {"content-type": media_type}},
    )


def bundle(stage: Stage, **changes: Any) -> Any:
    row = slot_body()
    found = json.loads((FIXTURES / "slots_published.json").read_text("utf-8"))
    slot = found["entry"][0]["resource"] | {
        "schedule": {"identifier": {"value": stage.key}},
        "start": row["startsAt"],
        "end": row["endsAt"],
    }
    return found | {"entry": [{"resource": slot | changes}], "timestamp": row["startsAt"]}


def published(stage: Stage, **changes: Any) -> Any:
    from helsebro_aws.dynamodb.record import instant

    return bundle(stage, **changes) | {"timestamp": instant(clock.now())}


def test_a_slot_of_the_clinics_dialect_is_published_once() -> None:
    stage = compugroup()
    body = published(stage)

    answer, again = sent(stage, body, f"{FHIR}; charset=utf-8"), sent(stage, body)

    assert (answer.status, [each["key"] for each in answer.body["published"]]) == (202, ["slot-1"])
    assert again.body["unchanged"] == ["slot-1"]


def test_a_fault_that_only_the_calendar_knows_has_the_pointer_of_the_dialect() -> None:
    stage = compugroup()
    answer = sent(stage, published(stage, schedule={"identifier": {"value": "nobody"}}))

    assert answer.status == 422
    assert [(each["pointer"], each["code"]) for each in answer.body["errors"]] == [
        ("/entry/0/resource/schedule", "practitioner-unknown")
    ]


def test_an_event_in_the_future_is_named_in_the_dialect() -> None:
    stage = compugroup()
    answer = sent(stage, bundle(stage))

    assert [(each["pointer"], each["code"]) for each in answer.body["errors"]] == [
        ("/timestamp", "event-in-the-future")
    ]


def test_our_own_events_stay_welcome() -> None:
    stage = compugroup()
    assert stage.publish(slot_body()).status == 202


@pytest.mark.parametrize("system", ["terapeutbooking", "cliniccare-web", "other", "gone"])
def test_the_dialect_of_another_integrator_is_refused(system: str) -> None:
    stage = staged(clinic_changes={"clinic_system": system})
    answer = sent(stage, published(stage))

    assert (answer.status, answer.body["code"]) == (415, "unsupported-media-type")


def test_a_dialect_needs_the_same_signature() -> None:
    stage = compugroup()
    call = stage.event_call("clinic.changed", {})
    call["headers"]["content-type"] = FHIR
    call["body"] = json.dumps(published(stage))

    assert ask(clinic_events(), call).body["code"] == "signature-refused"
