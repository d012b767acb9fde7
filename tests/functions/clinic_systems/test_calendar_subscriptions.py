"""A clinic without a system gives the address of a calendar, which no one sees again (F0-12)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro_aws.calendars.subscriptions.dynamo_subscriptions import DynamoSubscriptions, opened
from tests.builders.calls import ask, signed, staff
from tests.builders.clinics.calendars import (
    ADDRESS,
    body,
    path_of,
    state,
    subscribe,
    subscriptions,
    unsubscribe,
)
from tests.builders.network import SECRET, Stage, staged

pytestmark = pytest.mark.usefixtures("aws")


def faults(answer: Any) -> set[tuple[str, str]]:
    return {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]}


def test_the_address_is_kept_encrypted_and_never_shown(stage: Stage) -> None:
    answer = subscribe(stage)
    found, stored = DynamoSubscriptions().stored(stage.practitioner_id)

    assert (answer.status, answer.body["state"], answer.body["fetchedAt"]) == (200, "waiting", None)
    assert opened(stage.practitioner_id, stored) == ADDRESS
    assert "calendar.klinik" not in f"{answer.body} {state(stage).body} {found} {stored}"


def test_the_clinic_and_the_network_team_read_how_it_goes(stage: Stage) -> None:
    subscribe(stage)

    assert state(stage).body["times"][0]["opens"] == "09:00"
    assert state(stage, by=staff("network", payer=None)).body == state(stage).body


def test_other_times_keep_the_address(stage: Stage) -> None:
    subscribe(stage)
    times = [{"weekday": "monday", "opens": "13:00", "closes": "15:00", "minutes": 30, "service": "first"}]
    answer = subscribe(stage, icsUrl=None, times=times)
    _, stored = DynamoSubscriptions().stored(stage.practitioner_id)

    assert [row["opens"] for row in answer.body["times"]] == ["13:00"]
    assert opened(stage.practitioner_id, stored) == ADDRESS


def test_the_end_removes_the_address_and_may_be_said_twice(stage: Stage) -> None:
    subscribe(stage)

    assert (unsubscribe(stage).status, unsubscribe(stage).status) == (204, 204)
    assert DynamoSubscriptions().stored(stage.practitioner_id) == (None, "")
    assert state(stage).status == 404


def test_a_clinic_with_a_system_publishes_its_times_itself() -> None:
    stage = staged(clinic_changes={"clinic_system": "compugroup"})
    answer = subscribe(stage)

    assert (answer.status, answer.body["code"]) == (422, "clinic-has-a-system")


def test_the_first_subscription_needs_an_address(stage: Stage) -> None:
    assert faults(subscribe(stage, icsUrl=None)) == {("/icsUrl", "missing")}


@pytest.mark.parametrize("scheme", ["webcal", "WEBCAL", "webcals"])
def test_a_calendar_address_as_apple_gives_it_is_read_as_https(stage: Stage, scheme: str) -> None:
    url = f"{scheme}://calendar.klinik.example/private-3f1c/basic.ics"
    assert subscribe(stage, icsUrl=url).status in (200, 201)


def test_every_fault_is_named_and_nothing_is_stored(stage: Stage) -> None:
    row = body()["times"][0]
    times = [
        row,
        row | {"opens": "10:30", "closes": "12:00"},
        row | {"weekday": "funday", "minutes": 4},
        row | {"weekday": "tuesday", "opens": "11:30", "closes": "12:00"},
    ]
    answer = subscribe(stage, icsUrl="http://10.0.0.1/a.ics", times=times, more=1)

    assert faults(answer) == {
        ("/icsUrl", "address-scheme"),
        ("/more", "unknown-field"),
        ("/times/1/opens", "working-times-overlap"),
        ("/times/2/weekday", "unknown-value"),
        ("/times/2/minutes", "too-small"),
        ("/times/3/closes", "working-time-too-short"),
    }
    assert DynamoSubscriptions().known(stage.practitioner_id) is None


def test_a_time_is_at_an_address_of_the_practitioner(stage: Stage) -> None:
    row = body()["times"][0] | {"addressKey": "aarhus"}
    assert faults(subscribe(stage, times=[row])) == {("/times/0/addressKey", "address-key-unknown")}


def test_the_practitioner_of_another_clinic_has_no_calendar_here(stage: Stage) -> None:
    other = staged()
    foreign = path_of(other)
    for method, sent in (("PUT", body()), ("GET", None), ("DELETE", None)):
        call = signed(method, foreign, clinic_id=stage.clinic_id, secret=SECRET, body=sent)
        assert ask(subscriptions(), call).status == 404


def test_a_practitioner_who_is_unknown_has_none(stage: Stage) -> None:
    path = path_of(stage).replace(f"/{stage.key}/", "/nobody/")
    call = signed("PUT", path, clinic_id=stage.clinic_id, secret=SECRET, body=body())
    assert ask(subscriptions(), call).status == 404
