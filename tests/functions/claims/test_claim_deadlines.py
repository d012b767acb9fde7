"""What a member sees of the clocks of a case, over the route of the claim (F4-06, R-1203, R-1204)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from functions.claims.claims.handler import handler

from helsebro.claims.claim import Claim
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Moment
from helsebro.ids import ClaimId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines
from helsebro_aws.platform import clock
from tests.builders.calls import ask, event, member
from tests.builders.claims import claim_of, consent, read
from tests.builders.domain.answers import determination
from tests.builders.domain.deadlines import moved, running
from tests.builders.policies import ANNA, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
DAY = timedelta(days=1)


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    assert aws
    payer_of("tryg")
    insured_of(policy_of("tryg"))
    found = ClaimId(claim_of(treatment={"type": "chiropractic"}))
    consent(found)
    return found


def in_review(claim_id: ClaimId) -> Claim:
    return DynamoClaims().find(claim_id)


def stored(kind: str, claim_id: ClaimId, due_in: timedelta, *moments: Moment, about: str = "") -> datetime:
    """Stores a deadline that began ten days ago; returns when it is due."""
    now = clock.now().replace(microsecond=0)
    subject_id = about or claim_id
    since, due_at = now - 10 * DAY, now + due_in
    deadline = running(kind, *moments, since=since, due_at=due_at, subject_id=subject_id, case_id=claim_id)
    DynamoDeadlines().change(None, deadline, CLOCKS[kind])
    return due_at


def states(claim_id: ClaimId) -> dict[str, str]:
    return {deadline["kind"]: deadline["state"] for deadline in read(claim_id).body["deadlines"]}


def test_an_approved_claim_shows_the_deadline_of_its_treatment(claim_id: ClaimId) -> None:
    before = in_review(claim_id)
    DynamoClaims().change(before, before.approve(determination("approved", clock.now())))
    stored("assignment", claim_id, 4 * DAY)
    assert states(claim_id) == {"first-answer": "met", "assignment": "running"}
    [listed] = ask(handler, event("GET", "/v1/claims", by=member(ANNA))).body["items"]
    assert [deadline["kind"] for deadline in listed["deadlines"]] == ["first-answer"]


@pytest.mark.parametrize(
    "kind, due_in, ended, state",
    [
        ("contact", DAY, None, "running"),
        ("contact", DAY, -2 * DAY, "met"),
        ("contact", -DAY, -2 * DAY, "met"),
        ("contact", -DAY, None, "missed"),
        ("contact", -2 * DAY, -DAY, "missed"),
        # A booked session meets the deadline when it takes place.
        ("consultation", 2 * DAY, DAY, "running"),
        ("consent-expiry", DAY, None, "running"),
    ],
)
def test_every_clock_is_shown_with_its_state(
    claim_id: ClaimId, kind: str, due_in: timedelta, ended: timedelta | None, state: str
) -> None:
    moments = [moved("end", clock.now() + ended)] if ended is not None else []
    stored(kind, claim_id, due_in, *moments, about="gar_a" if kind == "contact" else "")
    assert states(claim_id) == {"first-answer": "running", kind: state}


def test_an_answer_that_is_late_is_missed(claim_id: ClaimId) -> None:
    before, now = in_review(claim_id), clock.now()
    long_ago = replace(before, completed_at=now - DAY - timedelta(seconds=1))
    DynamoClaims().change(before, long_ago.approve(determination("approved", now)))
    assert states(claim_id) == {"first-answer": "missed"}


def test_a_question_pauses_the_answer_and_its_due_time_moves_with_the_pause(claim_id: ClaimId) -> None:
    before = in_review(claim_id)
    assert before.completed_at
    asked = determination("clarifying", before.completed_at, question="Since when?")
    DynamoClaims().change(before, before.clarify(asked))
    [shown] = read(claim_id).body["deadlines"]
    due_at = datetime.fromisoformat(shown["dueAt"])
    assert shown["state"] == "paused"
    # The whole 24 hours are left, however long the member takes to answer.
    assert abs(due_at - (clock.now() + DAY)) < timedelta(minutes=5)


@pytest.mark.parametrize(
    "language, first_answer, contact",
    [
        ("da", "Første svar", "Kontakt fra klinikken"),
        ("nb", "Første svar", "Kontakt fra klinikken"),
        ("en", "First answer", "Contact by the clinic"),
    ],
)
def test_a_deadline_has_a_title_in_the_readers_language(
    claim_id: ClaimId, language: str, first_answer: str, contact: str
) -> None:
    due_at = stored("contact", claim_id, 3 * DAY, about="gar_a")
    call = event("GET", f"/v1/claims/{claim_id}", by=member(ANNA), headers={"accept-language": language})
    answer, contacted = ask(handler, call).body["deadlines"]
    assert (answer["kind"], answer["title"]) == ("first-answer", first_answer)
    assert contacted == {
        "kind": "contact",
        "title": contact,
        "dueAt": due_at.isoformat().replace("+00:00", "Z"),
        "state": "running",
    }
