"""Both clients on the running stack: the examples of their READMEs, and the journey that follows them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from helsebro_client import webhook
from helsebro_client.clinic_system import ClinicSystem
from helsebro_client.generated.api.bookings import book_slot, read_booking
from helsebro_client.generated.api.guarantees import list_guarantees, read_guarantee_pdf
from helsebro_client.generated.api.network import list_free_slots
from helsebro_client.generated.api.staff_work import decide_task, list_tasks
from helsebro_client.generated.api.webhooks import create_endpoint, delete_endpoint
from helsebro_client.generated.models import (
    BookingCreatedMessage,
    BookingDetails,
    EndpointWithSecret,
    Guarantee,
    NewBooking,
    NewEndpoint,
    NewGrant,
    SessionHeldEvent,
    SessionReported,
    Task,
    TaskDecision,
)
from helsebro_client.idempotency_key import new_key
from helsebro_client.pages import pages
from helsebro_client.portal import Portal, download
from helsebro_client.problem import ProblemError, answered
from helsebro_client.webhook import Webhook
from infra.cli.node import node
from local.clients.generators import PYTHON
from local.clinic import bill
from local.journey import insurance
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import Journey, until
from local.journey.todays_slot import in_a_while, reach_its_day, todays_slot
from local.stack.stack import Stack
from tests.clients import built
from tests.local.cli.loopback import Answered, Loopback, serving

WEBHOOKS = "/webhooks"


@dataclass(frozen=True)
class Played:
    """The users of these journeys: members and a caseworker of one payer, and the demo clinic."""

    stack: StackAddresses
    users: Users
    policy_id: str
    journey: Journey

    def member(self) -> User:
        """Returns a new member."""
        return insurance.insure(self.journey, self.users, self.policy_id, new_cpr())

    def portal(self, user: User) -> Portal:
        """Returns the Python client of a user."""
        return Portal(self.stack.api_url, lambda: user.token, language="en")

    def environment(self, member: User) -> dict[str, str]:
        """Returns the values that the examples read."""
        return {
            "HELSEBRO_API": self.stack.api_url,
            "HELSEBRO_TOKEN": member.token,
            "HELSEBRO_STAFF_TOKEN": self.users.staff("caseworker").token,
            "HELSEBRO_CLINIC": self.stack.clinic_id,
            "HELSEBRO_SECRET": self.stack.signing_secret,
            "HELSEBRO_FROM": in_a_while(self.stack),
            "HELSEBRO_PRACTITIONER": self.stack.practitioner_id,
            "HELSEBRO_PRACTITIONER_KEY": self.stack.practitioner_key,
            "HELSEBRO_VALID_UNTIL": str(self.valid_until),
        }

    @property
    def valid_until(self) -> date:
        """The last day of the guarantees."""
        return self.stack.clock.today() + timedelta(days=180)


@pytest.fixture(scope="module")
def played(running_stack: Stack) -> Played:
    stack = StackAddresses.of(running_stack.addresses)
    users, journey = Users(stack), Journey()
    return Played(stack, users, insurance.open_payer(journey, users), journey)


@pytest.fixture
def own_address() -> Iterator[Loopback]:
    """The address at which the clinic's system takes webhooks."""
    with serving() as state:
        state.answers[f"POST {WEBHOOKS}"] = Answered(204)
        yield state


@pytest.fixture
def clinic(played: Played) -> Iterator[ClinicSystem]:
    """The Python client of the demo clinic."""
    stack = played.stack
    with ClinicSystem(stack.api_url, stack.clinic_id, stack.signing_secret) as system:
        yield system


@pytest.fixture
def endpoint(clinic: ClinicSystem, own_address: Loopback) -> Iterator[EndpointWithSecret]:
    asked = NewEndpoint(url=f"{own_address.url}{WEBHOOKS}", events=["booking.created"])
    made = answered(
        create_endpoint.sync_detailed(
            clinic.clinic_id, client=clinic.client, body=asked, idempotency_key=new_key()
        )
    )
    yield made
    answered(delete_endpoint.sync_detailed(clinic.clinic_id, made.endpoint_id, client=clinic.client))


def run(command: list[str], environment: dict[str, str]) -> str:
    """Runs a program that must succeed; returns what it prints."""
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def run_example(example: str, environment: dict[str, str]) -> str:
    """Runs an example of the Python README, with no code but the client's."""
    return run([sys.executable, "-c", example], {**environment, "PYTHONPATH": str(PYTHON)})


def test_a_member_and_a_caseworker_are_played_in_typescript(played: Played) -> None:
    program: Path = built.typescript() / "dist-tests" / "journey.js"
    said = run([str(node()), str(program)], {**os.environ, **played.environment(played.member())})
    reported, rest = said.splitlines()
    assert reported.startswith("clm_")
    assert reported.endswith(" accepted")
    ended: dict[str, Any] = json.loads(rest)
    assert ended.pop("bookingId").startswith("bkg_")
    assert ended.pop("nextSlots") > 0
    assert ended == {"conflict": 409, "pdf": "%PDF-", "revoked": "revoked"}


def test_a_member_a_caseworker_and_a_clinic_are_played_in_python(
    played: Played, clinic: ClinicSystem, own_address: Loopback, endpoint: EndpointWithSecret
) -> None:
    of_a_clinic, of_a_member = built.python_examples()
    member = played.member()
    environment = played.environment(member)
    for line in run_example(of_a_clinic, environment).splitlines():
        assert line.split(" ")[0].isdigit()
    claim_id, status = run_example(of_a_member, environment).split()
    assert status == "accepted"
    last = max((event.sequence for event in clinic.events()), default=0)
    with played.portal(member) as portal, played.portal(played.users.staff("caseworker")) as staff:
        guarantee = approved(played, portal, staff, claim_id)
        booked_id = booked(played, member, portal, guarantee.guarantee_id)
    booking = answered(read_booking.sync_detailed(booked_id, client=clinic.client))
    notified = until("booking.created", lambda: received(own_address, endpoint, booking.booking_id))
    assert isinstance(notified.message, BookingCreatedMessage)
    hold_and_bill(played, clinic, booking)
    until("invoice.accepted", lambda: "invoice.accepted" in types_of(guarantee, clinic, last), 90)
    assert types_of(guarantee, clinic, last) == ["guarantee.issued", "booking.created", "invoice.accepted"]


def approved(played: Played, portal: Portal, staff: Portal, claim_id: str) -> Guarantee:
    """A caseworker approves the claim, once; returns the guarantee, whose PDF the member reads."""

    def task() -> Task | None:
        found = pages(
            lambda cursor: answered(
                list_tasks.sync_detailed(client=staff.client, queue="claims", cursor=cursor)
            )
        )
        return next((task for task in found if task.subject.claim_id == claim_id), None)

    found = until("the task", task)

    def decide() -> None:
        grant = NewGrant(sessions=3, valid_until=played.valid_until, clinic_id=played.stack.clinic_id)
        decision = TaskDecision(decision="approve", reason="Covered by 8.1", grant=grant)
        answered(
            decide_task.sync_detailed(
                found.task_id, client=staff.client, body=decision, if_match=f'"{found.version}"'
            )
        )

    decide()
    with pytest.raises(ProblemError) as refused:
        decide()
    assert (refused.value.status, refused.value.code) == (409, "already-decided")
    assert refused.value.correlation_id

    def issued() -> Guarantee | None:
        items = answered(list_guarantees.sync_detailed(claim_id, client=portal.client)).items
        return items[0] if items else None

    guarantee = until("the guarantee", issued)
    pdf = download(read_guarantee_pdf.sync_detailed(guarantee.guarantee_id, client=portal.client))
    assert pdf.startswith(b"%PDF-")
    return guarantee


def booked(played: Played, member: User, portal: Portal, guarantee_id: str) -> str:
    """The member books a slot of today, once, and asks twice; returns the booking's id."""
    client = portal.client
    practitioner = played.stack.practitioner_id
    assert answered(list_free_slots.sync_detailed(practitioner, client=client, service="first")).items
    free = todays_slot(played.journey, played.stack, member)
    wanted = NewBooking(guarantee_id=guarantee_id, slot_id=free["slotId"], service="first")
    key = new_key()
    first, again = (
        answered(book_slot.sync_detailed(client=client, body=wanted, idempotency_key=key)) for _ in range(2)
    )
    assert first.booking_id == again.booking_id
    return first.booking_id


def received(own_address: Loopback, endpoint: EndpointWithSecret, booking_id: str) -> Webhook | None:
    """Returns the verified webhook of a booking, when it has come."""
    for asked in list(own_address.asked):
        got = webhook.received(asked.headers, asked.body, [endpoint.secret])
        if got.content["data"]["bookingId"] == booking_id:
            return got
    return None


def hold_and_bill(played: Played, clinic: ClinicSystem, booking: BookingDetails) -> None:
    """The clinic reports that the session was held, and sends a bill that it has checked."""
    reach_its_day(played.stack, booking.starts_at.isoformat())
    reported = SessionReported(booking_id=booking.booking_id)
    held_at = played.stack.clock.now()
    clinic.report(SessionHeldEvent(data=reported, timestamp=held_at, type_="session.held"))
    xml = bill.invoice(played.stack.clinic_system(), booking.booking_id)
    wrong = clinic.preflight(xml.replace(b"VATEX-EU-132-1C", b"VATEX-XX"))
    assert (wrong.status, bool(wrong.findings)) == ("rejected", True)
    assert clinic.preflight(xml).status == "accepted"
    sent = clinic.send_invoice(xml)
    until("the check", lambda: clinic.invoice(sent.invoice_id).status == "accepted", 90)


def types_of(guarantee: Guarantee, clinic: ClinicSystem, last: int) -> list[str]:
    """Returns the types of the clinic's events of a guarantee, from the one after ``last``."""
    events = clinic.events(after=last)
    return [event.type_ for event in events if event.data.guarantee_id == guarantee.guarantee_id]
