"""A practitioner's own calendar on the stack: read by the clock, its free times seen by a member (F0-12)."""

from __future__ import annotations

import json
import secrets
from datetime import timedelta
from typing import Any

from local.journey.people import StackAddresses, Users, new_cpr
from local.stack.live_code import STAGE
from local.stack.stack import Stack
from tests.builders.clinics import calendars
from tests.builders.messages import provider_server
from tests.builders.network import practitioner_body
from tests.journeys.access import client


def test_a_member_sees_what_the_calendar_leaves_free(running_stack: Stack) -> None:
    stack = StackAddresses.of(running_stack.addresses)
    clinic, member = stack.clinic_system(), Users(stack).member(new_cpr())
    key = f"own-{secrets.token_hex(3)}"
    path = f"/v1/clinics/{clinic.clinic_id}/practitioners/{key}"
    practitioner_id = clinic.put(path, practitioner_body()).body["practitionerId"]
    noon = clinic.now().replace(hour=12, minute=0, second=0, microsecond=0)
    away = (noon + timedelta(days=2), noon + timedelta(days=4))

    def free_days() -> set[str]:
        shown = member.get(f"/v1/practitioners/{practitioner_id}/slots?limit=20").json()["items"]
        return {slot["startsAt"][:10] for slot in shown}

    def read() -> Any:
        answer = client(running_stack, "lambda").invoke(FunctionName=STAGE.named("read_calendars"))
        return json.load(answer["Payload"])

    with provider_server.running() as server:
        server.body = calendars.GivenCalendar(busy=[away])("")
        asked = clinic.put(f"{path}/calendar", calendars.body(icsUrl=f"{server.url}/private.ics"))
        assert (asked.status, asked.body["state"]) == (200, "waiting")
        assert read()["read"] >= 1
        days = free_days()
        assert {f"{noon + timedelta(days=n):%Y-%m-%d}" for n in (2, 5)} <= days
        assert f"{noon + timedelta(days=3):%Y-%m-%d}" not in days
        assert clinic.get(f"{path}/calendar").body["state"] == "read"
    assert clinic.send("DELETE", f"{path}/calendar", b"").status == 204
