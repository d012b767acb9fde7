"""What is planned for a member on the waitlist: the offer, while it is open, and the end of an entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from helsebro.ids import PersonId
from helsebro.local_day import zone
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.notifications.event_facts import EventFacts
from helsebro_aws.platform import clock
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.network import Stage, guarantee_of, soon
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"), email="anna@example.org", phone="20 12 34 56")


def offer(stage: Stage, minutes: int) -> dict[str, Any]:
    """Returns the data of the event of an offer that expires in so many minutes."""
    claim = guarantee_of().claim_id
    until = instant(clock.now() + minutes * MINUTE)
    return {"claimId": claim, "waitlistId": "wtl_1", "slotId": stage.free_slot(), "until": until}


def test_an_offer_names_the_slot_and_until_when_it_is_held(stage: Stage, aws: dict[str, Any]) -> None:
    notify("waitlist.offered", **offer(stage, 30))
    planned = notifications_in(aws)
    assert {(each.kind, each.channel) for each in planned} == {
        ("waitlist-offer", "email"),
        ("waitlist-offer", "sms"),
    }
    [starts] = {each.variables["starts"] for each in planned}
    assert starts == f"{soon().astimezone(zone('DK')):%Y-%m-%dT%H:%M}"


def test_an_offer_that_has_expired_is_not_sent(stage: Stage, aws: dict[str, Any]) -> None:
    notify("waitlist.offered", **offer(stage, -1))
    assert notifications_in(aws) == []


def test_an_sms_that_waited_until_its_offer_expired_is_withdrawn(stage: Stage, aws: dict[str, Any]) -> None:
    notify("waitlist.offered", **offer(stage, 30))
    [mail, *_] = notifications_in(aws)
    in_the_morning = replace(mail, not_before=clock.now())
    facts = EventFacts(DynamoBookings(tables).find)
    assert facts.hold(in_the_morning)
    over = {**mail.variables, "held": "2026-01-01T10:00"}
    assert not facts.hold(replace(in_the_morning, variables=over))
    assert facts.hold(replace(mail, variables=over))


@pytest.mark.parametrize(("data", "kinds"), [({"why": "slot-gone"}, {"waitlist-slot-gone"}), ({}, set())])
def test_only_who_lost_an_offer_because_its_slot_is_gone_is_told_so(
    data: dict[str, str], kinds: set[str], aws: dict[str, Any]
) -> None:
    notify("waitlist.passed", claimId=guarantee_of().claim_id, waitlistId="wtl_1", **data)
    assert {each.kind for each in notifications_in(aws)} == kinds


@pytest.mark.parametrize(
    ("why", "kinds"),
    [
        ("offers-missed", ["waitlist-ended"]),
        ("window-over", ["waitlist-ended"]),
        ("clinic-declined", ["waitlist-ended"]),
        ("practitioner-left", ["waitlist-ended"]),
        ("withdrawn", []),
        ("booked", []),
        ("guarantee-over", []),
        ("first-session-booked", []),
    ],
)
def test_who_waited_in_vain_is_notified_of_the_end(why: str, kinds: list[str], aws: dict[str, Any]) -> None:
    notify("waitlist.ended", claimId=guarantee_of().claim_id, waitlistId="wtl_1", why=why)
    assert [each.kind for each in notifications_in(aws)] == kinds
