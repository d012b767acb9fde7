"""After a clinic declined a client nothing is offered, held or booked there until staff match there again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import PractitionerId
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from tests.builders.calls import ask, event, member
from tests.builders.clinics.matches import decline, decline_as, insured_guarantee, match
from tests.builders.clinics.users import SIGNATORY, TREATS, SignedIn, bind
from tests.builders.clinics.waitlist import entry_of, events, join, keep, keep_up, listed, waiting
from tests.builders.network import (
    ANNA,
    BO,
    Stage,
    book,
    book_series,
    change_claim,
    guarantee_of,
    hold,
    practitioners,
    refresh_search,
    set_practitioner,
    soon,
    staged,
)
from tests.promises.booking_states.staff import revoke

pytestmark = pytest.mark.usefixtures("aws")
HOME = "1165"


def colleague(stage: Stage) -> Stage:
    """Returns another practitioner of the same clinic."""
    answer = set_practitioner(stage.clinic_id, "bo")
    return replace(stage, key="bo", practitioner_id=PractitionerId(answer.body["practitionerId"]))


def found(guarantee: Guarantee) -> list[str]:
    """Returns whom the member finds under the guarantee."""
    refresh_search()
    path = f"/v1/practitioners?guaranteeId={guarantee.guarantee_id}"
    items = ask(practitioners(), event("GET", path, by=member(ANNA))).body["items"]
    return [each["practitionerId"] for each in items]


def declined(stage: Stage) -> Guarantee:
    """Returns a guarantee whose client the practitioner of the stage declined."""
    guarantee = insured_guarantee()
    assert match(guarantee, stage).status == 200
    assert decline(guarantee, stage).status == 200
    return guarantee


def test_nothing_is_held_booked_or_waited_for_where_the_client_was_declined(stage: Stage) -> None:
    guarantee = declined(stage)
    first, second = stage.free_slot(), stage.free_slot(starts_at=soon(96), service="follow-up")
    answers = [
        hold(guarantee, first),
        book(guarantee, first),
        book_series(guarantee, [first, second]),
        join(guarantee, practitionerId=stage.practitioner_id),
    ]
    assert [(each.status, each.body["code"]) for each in answers] == [(422, "clinic-declined")] * 4


@pytest.mark.parametrize("login", [None, SIGNATORY])
def test_a_no_of_the_clinic_holds_for_every_practitioner_there(stage: Stage, login: str | None) -> None:
    other, elsewhere, guarantee = colleague(stage), staged("carla"), insured_guarantee()
    bind(stage.clinic_id, SIGNATORY)
    assert match(guarantee, stage).status == 200
    who = SignedIn(login or "", stage.clinic_id)
    answer = decline_as(guarantee, who) if login else decline(guarantee, stage)
    assert answer.body["match"]["declinedFor"] == "clinic"
    first, second = other.free_slot(), other.free_slot(starts_at=soon(96), service="follow-up")
    answers = [
        hold(guarantee, first),
        book(guarantee, first),
        book_series(guarantee, [first, second]),
        join(guarantee, practitionerId=other.practitioner_id),
    ]
    assert [(each.status, each.body["code"]) for each in answers] == [(422, "clinic-declined")] * 4
    for named in (other.practitioner_id, None):
        refused = match(guarantee, other, version=3, practitionerId=named)
        assert (refused.status, refused.body["code"]) == (409, "match-declined-before")
    assert found(guarantee) == [elsewhere.practitioner_id]
    assert match(guarantee, other, version=3, again=True).status == 200
    assert book(guarantee, first).status == 201


def test_a_no_of_a_practitioner_leaves_the_client_to_the_colleagues(stage: Stage) -> None:
    other, guarantee = colleague(stage), insured_guarantee()
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    assert match(guarantee, stage).status == 200
    answer = decline_as(guarantee, SignedIn(TREATS, stage.clinic_id))
    assert answer.body["match"]["declinedFor"] == "practitioner"
    entry = waiting(other, guarantee)
    keep_up()
    assert entry_of(entry).status == "waiting"
    assert hold(guarantee, stage.free_slot()).body["code"] == "clinic-declined"
    assert found(guarantee) == [other.practitioner_id]
    assert match(guarantee, stage, version=3).status == 409
    assert match(guarantee, other, version=3).status == 200
    assert book(guarantee, other.free_slot()).status == 201


def test_a_hold_ends_with_the_decline_and_its_slot_goes_to_who_waits(stage: Stage) -> None:
    guarantee, slot_id = insured_guarantee(), stage.free_slot()
    assert match(guarantee, stage).status == 200
    assert hold(guarantee, slot_id).status == 201
    entry = waiting(stage, guarantee_of(BO), BO)
    keep_up()
    assert entry_of(entry).status == "waiting"
    assert decline(guarantee, stage).status == 200
    keep_up()
    assert entry_of(entry).present_offer().slot_id == slot_id
    keep("match.ended", claimId=guarantee.claim_id)
    assert entry_of(entry).present_offer().slot_id == slot_id


@pytest.mark.parametrize("why", ["revoked", "matched elsewhere", "consent withdrawn", "booked", "nothing"])
def test_a_hold_that_no_session_can_come_of_is_released(stage: Stage, why: str) -> None:
    guarantee = insured_guarantee(sessions_granted=1)
    slot_id = stage.free_slot()
    assert hold(guarantee, slot_id).status == 201
    if why == "revoked":
        assert revoke(guarantee, 1).status == 200
    elif why == "matched elsewhere":
        assert match(guarantee, staged("carla")).status == 200
    elif why == "consent withdrawn":
        change_claim(guarantee, consent="withdrawn")
        keep("consent.withdrawn", claimId=guarantee.claim_id)
    elif why == "booked":
        assert book(guarantee, stage.free_slot(starts_at=soon(80))).status == 201
    else:
        keep("guarantee.extended", claimId=guarantee.claim_id)
    keep_up()
    assert DynamoSlots().find(slot_id).status == ("held" if why == "nothing" else "free")


@pytest.mark.parametrize("named", [True, False])
def test_an_entry_at_a_colleague_ends_with_the_no_of_the_clinic(stage: Stage, named: bool) -> None:
    other, guarantee = colleague(stage), insured_guarantee()
    entry = waiting(other, guarantee)
    slot_id = other.free_slot()
    keep_up()
    assert entry_of(entry).present_offer().slot_id == slot_id
    # The events of both come after the decline.
    assert match(guarantee, stage, practitionerId=stage.practitioner_id if named else None).status == 200
    assert decline(guarantee, stage).status == 200
    keep_up()
    assert (entry_of(entry).ended_because, DynamoSlots().find(slot_id).status) == ("clinic-declined", "free")
    assert [each["why"] for each in events("waitlist.ended")] == ["clinic-declined"]


def test_an_offer_near_a_postcode_is_taken_back_when_its_clinic_declines(stage: Stage) -> None:
    guarantee = insured_guarantee()
    entry = join(guarantee, postcode=HOME).body["waitlistId"]
    slot_id = stage.free_slot()
    keep_up()
    assert match(guarantee, stage, practitionerId=None).status == 200
    assert decline(guarantee, stage).status == 200
    keep_up()
    after = entry_of(entry)
    assert (after.status, after.offer, after.passed) == ("waiting", None, ())
    assert DynamoSlots().find(slot_id).status == "free"


def test_another_practitioner_is_booked_and_so_is_the_decliner_by_another_client(stage: Stage) -> None:
    guarantee, other = declined(stage), staged("carla")
    assert book(guarantee, other.free_slot()).status == 201
    assert book(guarantee_of(), stage.free_slot()).status == 201


def test_a_slot_of_the_decliner_is_offered_to_the_next_in_line_only(stage: Stage) -> None:
    guarantee = declined(stage)
    sooner, later = join(guarantee, postcode=HOME), join(guarantee_of(), postcode=HOME)
    slot_id = stage.free_slot()
    keep_up()
    first, second = (entry_of(each.body["waitlistId"]) for each in (sooner, later))
    assert (first.status, second.present_offer().slot_id) == ("waiting", slot_id)


def test_an_entry_at_the_decliner_ends_with_the_decline(stage: Stage) -> None:
    guarantee = insured_guarantee()
    match(guarantee, stage)
    entry = waiting(stage, guarantee)
    decline(guarantee, stage)
    keep_up()
    assert entry_of(entry).ended_because == "clinic-declined"
    [shown] = listed().body["items"]
    assert (shown["status"], shown["endedBecause"]) == ("ended", "clinic-declined")


def test_staff_match_the_decliner_only_knowingly_and_then_it_is_booked(stage: Stage) -> None:
    guarantee, slot_id = declined(stage), stage.free_slot()
    refused = match(guarantee, stage, version=3)
    known = refused.body["code"], refused.body["declineReason"]
    assert (refused.status, *known) == (409, "match-declined-before", "no-capacity")
    again = match(guarantee, stage, version=3, again=True)
    assert (again.status, again.body["match"]["again"]) == (200, True)
    assert book(guarantee, slot_id).status == 201


def test_the_own_no_of_a_practitioner_ends_only_when_staff_name_that_practitioner(stage: Stage) -> None:
    other, guarantee, slot_id = colleague(stage), insured_guarantee(), stage.free_slot()
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    assert match(guarantee, stage).status == 200
    assert decline_as(guarantee, SignedIn(TREATS, stage.clinic_id)).status == 200
    assert match(guarantee, stage, version=3, practitionerId=None, again=True).status == 200
    assert book(guarantee, slot_id).body["code"] == "clinic-declined"
    assert hold(guarantee, other.free_slot()).status == 201
    assert match(guarantee, stage, version=4, again=True).status == 200
    assert book(guarantee, slot_id).status == 201


@pytest.mark.parametrize("again", ["yes", "1", "true", 1])
def test_again_is_true_or_false_and_nothing_that_resembles_it(stage: Stage, again: Any) -> None:
    guarantee = declined(stage)
    refused = match(guarantee, stage, version=3, again=again, problem="")
    faults = {(fault["pointer"], fault["code"]) for fault in refused.body["errors"]}
    assert (refused.status, faults) == (422, {("/again", "not-a-boolean"), ("/problem", "too-short")})
