from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import PersonId
from helsebro_aws.bookings.standing import standing
from helsebro_aws.guarantees.release import BenefitRelease
from tests.builders.benefits import book, ledger_of, sessions
from tests.builders.calls import Answered
from tests.builders.claims import claim_of, consent, document_of, outbox_rows
from tests.builders.decisions import (
    CHIROPRACTIC,
    approval,
    claim_in_review,
    cost,
    decide,
    insured_anna,
    records_of,
    task_of,
    tasks_in,
    today,
)
from tests.builders.documents.checked_papers import check
from tests.builders.extensions import WITHOUT_SEAL, extension_of, extension_task_of, guaranteed, more, now
from tests.builders.network import staged

pytestmark = pytest.mark.usefixtures("aws")
OUTSIDE = {**CHIROPRACTIC, "inNetwork": False, "cost": cost("300.00")}
YEAR_END = date((today() + timedelta(days=1)).year, 12, 31)
NEXT_YEAR = YEAR_END + timedelta(days=46)


@pytest.fixture
def anna(aws: dict[str, Any]) -> PersonId:
    """Anna's person id; out of the network she has twelve sessions a calendar year."""
    assert aws
    return insured_anna()


def extend(guarantee: Guarantee, sessions: int, until: Any) -> Answered:
    """Returns the answer to approving a new extension of the guarantee."""
    return decide(extension_task_of(extension_of(guarantee)), more(sessions, until))


def crossed(answer: Answered) -> list[tuple[str, Any]]:
    assert (answer.status, answer.body["code"]) == (422, "benefit-exceeded")
    return [(room["rule"], room["left"]) for room in answer.body["exceeded"]]


def test_other_reservations_count_against_an_extension(anna: PersonId) -> None:
    guarantee = guaranteed({"treatment": OUTSIDE}, sessions=4, until=YEAR_END)
    guaranteed({"treatment": OUTSIDE}, sessions=6, until=YEAR_END)
    assert crossed(extend(guarantee, 3, None)) == [("R-832", 2)]
    assert now(guarantee) == guarantee
    assert extend(guarantee, 2, None).status == 200
    assert sorted(sessions(ledger_of(anna))) == [(6, 0, 0), (6, 0, 0)]


def test_more_time_moves_sessions_left_into_the_next_year_only_if_they_fit(anna: PersonId) -> None:
    guarantee = guaranteed({"treatment": OUTSIDE}, sessions=10, until=YEAR_END)
    starts_then = {**OUTSIDE, "startsOn": (YEAR_END + timedelta(days=2)).isoformat()}
    claim_id = claim_in_review(treatment=starts_then)
    assert decide(task_of(claim_id), approval(8, NEXT_YEAR)).status == 200
    assert crossed(extend(guarantee, 0, NEXT_YEAR)) == [("R-832", 4)]
    assert extend(guarantee, 2, YEAR_END).status == 200
    assert sorted(sessions(ledger_of(anna))) == [(8, 0, 0), (12, 0, 0)]


@pytest.mark.parametrize("further, fits", [(1, True), (2, False)])
def test_the_hours_of_further_visits_count_like_those_of_the_first(
    anna: PersonId, further: int, fits: bool
) -> None:
    """A home nurse comes for at most twelve hours per illness or injury (R-1101)."""
    visits = {"type": "home-nurse", "country": "DK", "inNetwork": True, "sessions": 3, "hours": 9}
    claim_id = claim_of(treatment=visits, evidence={"directlyAfterCoveredStay": True})
    assert consent(claim_id).status == 200
    for file_type in ("referral", "specialist-order"):
        check(claim_id, document_of(claim_id, fileType=file_type))
    task_id = task_of(claim_id)
    assert decide(task_id, approval(3)).status == 200
    guarantee = WITHOUT_SEAL.run(claim_id, task_id)
    answer = extend(guarantee, further, None)
    if not fits:
        assert crossed(answer) == [("R-1101", 3)]
        return
    assert answer.status == 200
    [reservation] = ledger_of(anna).reservations
    assert [portion.hours for portion in reservation.portions] == [9, 3]


def test_an_extension_reserves_released_sessions_again_and_resumes_the_course(anna: PersonId) -> None:
    guarantee = guaranteed(until=today() + timedelta(days=1))
    book(guarantee, "held", today())
    in_a_week = datetime.now(UTC) + timedelta(days=7)
    BenefitRelease(standing, now=lambda: in_a_week).run(lambda: True)
    released = ledger_of(anna).reservation(guarantee.guarantee_id)
    assert released
    assert (released.sessions_released, released.course_ended_on) == (2, today())
    [task] = [extension_task_of(extension_of(guarantee))]
    [shown] = tasks_in("extensions").body["items"]
    assert not [step for step in shown["proposal"]["trail"] if step["effect"] == "deny"]
    assert decide(task, more(3, NEXT_YEAR)).status == 200
    reservation = ledger_of(anna).reservation(guarantee.guarantee_id)
    assert reservation
    assert (reservation.sessions - reservation.sessions_released, reservation.course_ended_on) == (6, None)


def test_a_course_that_the_clinic_ended_is_resumed_only_by_a_staff_decision(
    anna: PersonId, aws: dict[str, Any]
) -> None:
    stage = staged(treatments=["chiropractic"])
    guarantee = guaranteed(clinicId=stage.clinic_id)
    book(guarantee, "held", today(), stage.clinic_id)
    assert stage.event("course.ended", {"guaranteeId": guarantee.guarantee_id}).status == 202
    task_id = extension_task_of(extension_of(guarantee))
    [shown] = tasks_in("extensions").body["items"]
    assert [step["rule"] for step in shown["proposal"]["trail"] if step["effect"] in ("deny", "wait")]
    assert decide(task_id, more()).status == 200
    assert ended_on(anna, guarantee) is None
    assert stage.event("course.ended", {"guaranteeId": guarantee.guarantee_id}).status == 202
    assert ended_on(anna, guarantee) == today()
    assert len(outbox_rows(aws, "course.ended")) == 2


def ended_on(person_id: PersonId, guarantee: Guarantee) -> date | None:
    reservation = ledger_of(person_id).reservation(guarantee.guarantee_id)
    assert reservation
    return reservation.course_ended_on


def test_the_engines_decision_is_stored_with_the_task(anna: PersonId) -> None:
    assert anna
    guarantee = guaranteed()
    extension_id = extension_of(guarantee)
    task_id = extension_task_of(extension_id)
    of_task = [record for record in records_of(guarantee.claim_id) if record.task_id == task_id]
    [record] = of_task
    assert record.subject.subject_id == extension_id
    assert record.question.treatment.sessions == 3
    assert [row.sessions for row in record.question.history] == [3]


def test_two_extensions_of_a_guarantee_are_both_reserved(anna: PersonId) -> None:
    guarantee = guaranteed()
    first, second = (extension_task_of(extension_of(guarantee)) for _ in range(2))
    assert decide(first, more(2, None)).status == 200
    assert decide(second, more(4, None)).status == 200
    assert (now(guarantee).sessions_granted, now(guarantee).version) == (9, 3)
    assert sessions(ledger_of(anna)) == [(9, 0, 0)]
