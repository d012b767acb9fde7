"""After a clinic declined a client nothing is offered, held or booked there until staff match there again."""

from __future__ import annotations

import pytest

from helsebro.guarantees.guarantee import Guarantee
from tests.builders.clinics.matches import decline, insured_guarantee, match
from tests.builders.clinics.waitlist import entry_of, join, keep_up, listed, waiting
from tests.builders.network import Stage, book, book_series, guarantee_of, hold, soon, staged

pytestmark = pytest.mark.usefixtures("aws")
HOME = "1165"


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
