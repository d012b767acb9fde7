"""Who may wait under which guarantee, who sees an entry, and when it ends without an offer."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.bookings.waitlist.entry import MOST_OPEN
from helsebro.bookings.waitlist.occasions import WINDOW_CLOCK
from helsebro.local_day import local_day
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.guarantees.keys import guarantee_key
from tests.builders import policies
from tests.builders.calls import member
from tests.builders.clinics.waitlist import (
    choose,
    entry_of,
    events,
    join,
    keep,
    keep_up,
    leave,
    listed,
    time_is_up,
    waiting,
)
from tests.builders.mandates import given
from tests.builders.network import ANNA, BO, Stage, book, change_claim, guarantee_of, soon, staged, stored

pytestmark = pytest.mark.usefixtures("aws")
YESTERDAY = (soon(0) - timedelta(days=1)).date().isoformat()


@pytest.fixture
def enrolled(aws: dict[str, Any]) -> None:
    """Anna is insured."""
    assert aws
    policies.payer_of()
    policies.enrol(policies.policy_of())


def set_guarantee(guarantee: Any, **changes: Any) -> None:
    tables.commit([Update("cases", *guarantee_key(guarantee.guarantee_id), set=changes)])


@pytest.mark.usefixtures("enrolled")
def test_a_new_entry_waits_and_is_listed(stage: Stage) -> None:
    guarantee = guarantee_of()
    answer = join(guarantee, practitionerId=stage.practitioner_id, service="first")
    shown = {name: answer.body[name] for name in ("guaranteeId", "practitionerId", "service", "status")}
    assert answer.status == 201
    assert shown == {
        "guaranteeId": guarantee.guarantee_id,
        "practitionerId": stage.practitioner_id,
        "service": "first",
        "status": "waiting",
    }
    assert listed().body == {"items": [answer.body], "nextCursor": None}
    [joined] = events("waitlist.joined")
    assert joined["waitlistId"] == answer.body["waitlistId"]


@pytest.mark.usefixtures("enrolled")
def test_the_list_has_pages(stage: Stage) -> None:
    entries = [waiting(stage, guarantee_of()) for _ in range(3)]
    first = listed(query="?limit=2").body
    second = listed(query=f"?limit=2&cursor={first['nextCursor']}").body
    found = [item["waitlistId"] for item in [*first["items"], *second["items"]]]
    assert (found, second["nextCursor"]) == (entries[::-1], None)


@pytest.mark.usefixtures("enrolled")
def test_an_offer_is_shown_with_its_end(stage: Stage) -> None:
    waiting(stage, guarantee_of())
    slot_id = stage.free_slot()
    keep_up()
    [item] = listed().body["items"]
    assert (item["status"], item["offer"]["slotId"]) == ("offered", slot_id)
    assert item["offer"]["expiresAt"] < item["offer"]["startsAt"]


@pytest.mark.usefixtures("enrolled")
def test_no_one_else_may_see_or_change_an_entry(stage: Stage) -> None:
    guarantee = guarantee_of()
    entry = waiting(stage, guarantee)
    stage.free_slot()
    keep_up()
    answers = [choose(entry, "accept", BO), choose(entry, "decline", BO), leave(entry, BO)]
    assert [answer.status for answer in [*answers, join(guarantee, member(BO))]] == [404] * 4
    assert listed(BO).body["items"] == []
    assert listed(BO, f"?personId={guarantee.person_id}").status == 404
    assert entry_of(entry).status == "offered"


@pytest.mark.usefixtures("enrolled")
@pytest.mark.parametrize(
    ("power", "statuses"), [("contact", [403, 403, 403, 403]), ("act", [201, 200, 204, 409])]
)
def test_only_a_mandate_to_act_waits_for_the_member(stage: Stage, power: str, statuses: list[int]) -> None:
    guarantee = guarantee_of()
    given(guarantee.claim_id, power)
    entry = waiting(stage, guarantee)
    stage.free_slot()
    keep_up()
    joined = join(guarantee, member(BO), practitionerId=stage.practitioner_id)
    answers = [joined, choose(entry, "decline", BO), leave(entry, BO), choose(entry, "accept", BO)]
    assert [answer.status for answer in answers] == statuses
    seen = listed(BO, f"?personId={guarantee.person_id}").body["items"]
    assert entry in {item["waitlistId"] for item in seen}


def test_a_guardian_waits_for_a_child(stage: Stage) -> None:
    cpr = policies.cpr_of_age(10)
    policies.payer_of()
    policy_id = policies.policy_of()
    anna = policies.insured_of(policy_id)
    child = policies.insured_of(policy_id, cpr=cpr, relation="child", mainInsuredPersonId=anna)
    guarantee = guarantee_of(cpr)
    change_claim(guarantee, guardianId=anna, guardianUntil=f"{soon(24 * 365):%Y-%m-%d}")
    entry = waiting(stage, guarantee)
    items = listed(query=f"?personId={child}").body["items"]
    assert [item["waitlistId"] for item in items] == [entry]
    assert listed().body["items"] == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"status": "revoked"}, "guarantee-not-valid"),
        ({"settlement": "refund"}, "guarantee-is-refunded"),
        ({"sessions_booked": 3}, "guarantee-used-up"),
        ({"valid_until": local_day(soon(48))}, "outside-guarantee-period"),
        ({"treatment": "dietitian"}, "treatment-not-offered"),
        ({"clinic_id": "cli_another"}, "guarantee-bound-elsewhere"),
        ({"practitioner_id": "prc_another"}, "guarantee-bound-elsewhere"),
    ],
)
def test_a_guarantee_that_could_book_no_session_waits_for_none(
    stage: Stage, changes: dict[str, Any], code: str
) -> None:
    answer = join(guarantee_of(**changes), practitionerId=stage.practitioner_id)
    assert (answer.status, answer.body["code"]) == (422, code)


def test_without_consent_no_one_waits(stage: Stage) -> None:
    guarantee = guarantee_of()
    change_claim(guarantee, consent="withdrawn")
    answer = join(guarantee, practitionerId=stage.practitioner_id)
    assert (answer.status, answer.body["code"]) == (403, "consent-required")


@pytest.mark.parametrize(
    ("wish", "faults"),
    [
        ({}, {("/postcode", "waitlist-place-missing")}),
        ({"postcode": "0001"}, {("/postcode", "postcode-unknown")}),
        ({"postcode": "12"}, {("/postcode", "postcode-malformed")}),
        (
            {"earliest": YESTERDAY, "latest": YESTERDAY},
            {("/latest", "waitlist-window-over"), ("/postcode", "waitlist-place-missing")},
        ),
        (
            {"latest": YESTERDAY, "guaranteeId": "none"},
            {("/latest", "waitlist-window-reversed"), ("/guaranteeId", "id-malformed")},
        ),
        ({"earliest": "soon", "latest": 7}, {("/earliest", "not-a-date"), ("/latest", "not-a-date")}),
        ({"day": "monday"}, {("/day", "unknown-field")}),
    ],
)
def test_a_wish_with_faults_names_them_all(wish: dict[str, Any], faults: set[tuple[str, str]]) -> None:
    answer = join(guarantee_of(), **wish)
    assert answer.status == 422
    assert {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]} == faults


def test_an_unknown_practitioner_is_404() -> None:
    assert join(guarantee_of(), practitionerId="prc_aaaaaaaaaaaaaaaa").status == 404


def test_a_guarantee_has_at_most_five_open_entries(stage: Stage) -> None:
    guarantee = guarantee_of()
    entries = [waiting(stage, guarantee) for _ in range(MOST_OPEN)]
    one_more = join(guarantee, practitionerId=stage.practitioner_id)
    assert (one_more.status, one_more.body["code"]) == (422, "waitlist-too-many-entries")
    leave(entries[0])
    waiting(stage, guarantee)


@pytest.mark.usefixtures("enrolled")
def test_a_joining_that_is_repeated_under_its_key_makes_one_entry(stage: Stage) -> None:
    guarantee = guarantee_of()
    answers = [join(guarantee, practitionerId=stage.practitioner_id, key="once") for _ in range(2)]
    assert [answer.body for answer in answers] == [answers[0].body] * 2
    assert len(listed().body["items"]) == 1


def test_the_booking_of_the_last_session_ends_the_entries(stage: Stage) -> None:
    guarantee = guarantee_of(sessions_booked=2)
    entry = waiting(stage, guarantee)
    book(guarantee, stage.free_slot())
    keep_up()
    assert (entry_of(entry).status, entry_of(entry).ended_because) == ("ended", "guarantee-used-up")


def test_a_revoked_guarantee_ends_its_entries_and_frees_the_offered_slot(stage: Stage) -> None:
    guarantee = guarantee_of()
    entry, slot_id = waiting(stage, guarantee), stage.free_slot()
    keep_up()
    set_guarantee(guarantee, status="revoked")
    keep("guarantee.revoked", claimId=guarantee.claim_id, guaranteeId=guarantee.guarantee_id)
    assert entry_of(entry).ended_because == "guarantee-over"
    assert book(guarantee_of(BO), slot_id, by=member(BO)).status == 201


def test_a_withdrawn_consent_ends_the_entries_of_the_case(stage: Stage) -> None:
    guarantee = guarantee_of()
    entry = waiting(stage, guarantee)
    change_claim(guarantee, consent="withdrawn")
    keep("consent.withdrawn", claimId=guarantee.claim_id)
    assert entry_of(entry).ended_because == "consent-withdrawn"


def test_without_a_consent_in_force_no_slot_is_offered(stage: Stage) -> None:
    guarantee = guarantee_of()
    entry = waiting(stage, guarantee)
    change_claim(guarantee, consent="withdrawn")
    stage.free_slot()
    keep("slots.published", practitionerId=stage.practitioner_id)
    assert entry_of(entry).status == "waiting"


def test_an_entry_for_another_practitioner_ends_with_the_first_booking(stage: Stage) -> None:
    other, guarantee = staged("other"), guarantee_of()
    entry, anywhere = waiting(stage, guarantee), join(guarantee, postcode="2100").body["waitlistId"]
    book(guarantee, other.free_slot())
    keep_up()
    assert entry_of(entry).ended_because == "bound-elsewhere"
    slot_id = other.free_slot(starts_at=soon(80), service="follow-up")
    keep_up()
    assert entry_of(anywhere).present_offer().slot_id == slot_id


def test_an_extended_guarantee_waits_behind_those_that_expire_before(stage: Stage) -> None:
    today = local_day(soon(0))
    extended = guarantee_of(valid_until=today + timedelta(days=20))
    first, second = waiting(stage, extended), waiting(stage, guarantee_of(BO), BO)
    set_guarantee(extended, validUntil=(today + timedelta(days=300)).isoformat())
    keep("guarantee.extended", claimId=extended.claim_id, guaranteeId=extended.guarantee_id)
    stage.free_slot()
    keep_up()
    assert [entry_of(entry).status for entry in (first, second)] == ["waiting", "offered"]


def test_an_entry_ends_with_its_last_day(stage: Stage) -> None:
    entry = waiting(stage, guarantee_of())
    time_is_up(entry, WINDOW_CLOCK)
    assert (entry_of(entry).status, entry_of(entry).ended_because) == ("ended", "window-over")


def test_an_ended_entry_does_not_follow_its_guarantee(stage: Stage) -> None:
    guarantee = guarantee_of()
    entry = waiting(stage, guarantee)
    leave(entry)
    time_is_up(entry, WINDOW_CLOCK)
    keep("guarantee.extended", claimId=guarantee.claim_id, guaranteeId=guarantee.guarantee_id)
    assert entry_of(entry).ended_because == "withdrawn"
    assert stored(guarantee)["sessionsBooked"] == 0


def test_other_clocks_change_nothing(stage: Stage) -> None:
    entry = waiting(stage, guarantee_of(ANNA))
    keep("deadline.reached", kind="guarantee-expiry", guaranteeId="gar_a")
    assert entry_of(entry).status == "waiting"
