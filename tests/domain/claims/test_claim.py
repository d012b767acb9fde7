from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from helsebro.caller import CASEWORKER, FINANCE, QUALITY, UNDERWRITING, Caller, Right
from helsebro.claims.claim import NotInReview
from helsebro.claims.claim_events import completion
from helsebro.claims.facts.accepted_paper import AcceptedPaper
from helsebro.claims.mandate import Mandate
from helsebro.coverage.question.question import Evidence
from helsebro.errors import Conflict, NotAllowed, NotFound
from helsebro.ids import DocumentId, PersonId, TaskId
from tests.builders.domain.answers import determination
from tests.builders.domain.asking import question
from tests.builders.domain.claims import CLAIM_ID, REPORTED, claim, person, staff_of

LATER = REPORTED + timedelta(hours=3)
BEFORE_MIDNIGHT = datetime(2026, 5, 31, 21, 59, 59, tzinfo=UTC)
MIDNIGHT = datetime(2026, 5, 31, 22, 0, tzinfo=UTC)
"""The 15th birthday, 1 June, begins in Copenhagen and Oslo two hours before it does in UTC."""


def paper(file_type: str) -> AcceptedPaper:
    return AcceptedPaper(file_type, document_id=DocumentId("doc_1"))


def mandate(*powers: str, holder: str | None = "per_aunt") -> Mandate:
    return Mandate("man_1", powers, "per_child", REPORTED, holder)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes, missing",
    [
        ({}, ("consent", "documents")),
        ({"documents_needed": ()}, ("consent",)),
        ({"consent": "given"}, ("documents",)),
        ({"consent": "given", "documents_accepted": ("referral",)}, ()),
        ({"consent": "given", "documents_accepted": ("journal",)}, ("documents",)),
        ({"consent": "refused", "documents_accepted": ("referral",)}, ("consent",)),
        ({"consent": "withdrawn"}, ("consent", "documents")),
        ({"consent": "expired"}, ("consent", "documents")),
    ],
)
def test_the_missing_parts_are_the_consent_and_the_needed_documents(
    changes: dict[str, object], missing: tuple[str, ...]
) -> None:
    assert claim(**changes).missing == missing


@pytest.mark.parametrize("country", ["DK", "NO"])
@pytest.mark.parametrize("at, sees", [(REPORTED, True), (BEFORE_MIDNIGHT, True), (MIDNIGHT, False)])
def test_a_guardian_sees_the_claim_until_the_birthdays_local_midnight(
    at: datetime, sees: bool, country: str
) -> None:
    assert claim(country=country).may_be_read_by(person(PersonId("per_parent")), at) is sees


@pytest.mark.parametrize(
    "caller, sees",
    [
        (person(PersonId("per_child")), True),
        (person(PersonId("per_other")), False),
        (person(PersonId("")), False),
        (staff_of("tryg"), True),
        (staff_of("tryg", FINANCE), True),
        (staff_of("tryg", QUALITY), True),
        (staff_of("tryg", UNDERWRITING), False),
        (staff_of("alka"), False),
        (Caller("staff::1", frozenset({Right.AUDITOR})), False),
    ],
)
def test_the_person_and_the_payers_staff_may_read_a_claim(caller: Caller, sees: bool) -> None:
    assert claim().may_be_read_by(caller, REPORTED) is sees


def test_a_caller_without_an_id_reads_no_claim_that_has_no_guardian() -> None:
    assert not claim(guardian_id=None).may_be_read_by(person(PersonId("")), REPORTED)
    assert not claim(guardian_id=None).may_be_read_by(Caller("clinic", frozenset()), REPORTED)


@pytest.mark.parametrize(
    "given, reads, acts",
    [
        (mandate("contact"), True, False),
        (mandate("act"), True, True),
        (mandate("contact", "act"), True, True),
        (mandate("act", holder=None), False, False),
        (mandate("act", holder="per_uncle"), False, False),
    ],
)
def test_a_mandate_gives_its_holder_its_powers_and_no_more(given: Mandate, reads: bool, acts: bool) -> None:
    mandated, aunt = claim(mandates=(given,)), person(PersonId("per_aunt"))
    assert mandated.may_be_read_by(aunt, REPORTED) is reads
    assert mandated.may_be_acted_on_by(aunt, REPORTED) is acts


def test_a_contact_only_holder_is_refused_and_a_stranger_finds_nothing() -> None:
    mandated = claim(mandates=(mandate("contact"),))
    with pytest.raises(NotAllowed, match="mandate-to-contact-only"):
        mandated.must_be_acted_on_by(person(PersonId("per_aunt")), REPORTED)
    with pytest.raises(NotFound):
        mandated.must_be_acted_on_by(person(PersonId("per_other")), REPORTED)


@pytest.mark.parametrize(
    "caller, at, error",
    [
        (person(PersonId("per_parent")), REPORTED, None),
        (person(PersonId("per_child")), REPORTED, NotAllowed),
        (person(PersonId("per_child")), MIDNIGHT, None),
        (person(PersonId("per_parent")), MIDNIGHT, NotFound),
        (person(PersonId("per_aunt")), REPORTED, NotAllowed),
        (staff_of("tryg"), REPORTED, NotAllowed),
        (staff_of("alka"), REPORTED, NotFound),
    ],
)
def test_the_person_or_the_guardian_decides_on_consent_and_mandates(
    caller: Caller, at: datetime, error: type[Exception] | None
) -> None:
    mandated = claim(mandates=(mandate("act"),))
    if error is None:
        mandated.must_be_decided_by(caller, at)
        return
    with pytest.raises(error):
        mandated.must_be_decided_by(caller, at)


def test_documents_need_a_decided_consent_and_a_guarantee_needs_a_yes() -> None:
    with pytest.raises(Conflict, match="consent-undecided"):
        claim().must_have_decided_consent()
    claim(consent="refused").must_have_decided_consent()
    with pytest.raises(NotAllowed, match="consent-required"):
        claim(consent="refused").must_have_consent()
    claim(consent="given").must_have_consent()


@pytest.mark.parametrize("on, state", [(date(2027, 3, 1), "given"), (date(2027, 3, 2), "expired")])
def test_a_consent_is_expired_from_the_day_it_expires_on(on: date, state: str) -> None:
    given = claim(consent="given", consent_expires_on=date(2027, 3, 2))
    assert given.seen_on(on).consent == state


def test_consent_and_documents_in_either_order_start_the_review_once() -> None:
    year_on = date(2027, 3, 2)
    consented = claim().with_consent("given", year_on, REPORTED)
    assert (consented.status, completion(claim(), consented, REPORTED)) == ("awaiting-member", [])
    complete = paper("referral").of(consented, LATER)
    assert (complete.status, complete.completed_at, complete.version) == ("in-review", LATER, 3)
    [event] = completion(consented, complete, LATER)
    assert event.type == "claim.completed"
    assert event.data == {"claimId": CLAIM_ID, "personId": "per_child", "round": 1}
    other_way = paper("referral").of(claim(consent="refused"), REPORTED)
    assert other_way.with_consent("given", year_on, LATER).status == "in-review"


def test_an_accepted_referral_is_evidence_of_the_referral_the_treatment_needs() -> None:
    proven = claim(question=question({"cause": "work", "evidence": {"policeReport": True}}))
    evidence = paper("referral").of(proven, LATER).question.evidence
    assert evidence == Evidence(police_report=True, referral="physiotherapy")
    assert paper("journal").of(claim(), LATER).question.evidence == Evidence()


def test_a_document_on_a_decided_claim_does_not_change_its_status() -> None:
    done = claim(status="approved", consent="given")
    assert paper("referral").of(done, LATER).status == "approved"
    assert completion(done, paper("referral").of(done, LATER), LATER) == []


def test_a_clarification_stops_the_clock_until_it_is_answered() -> None:
    review = claim(status="in-review", consent="given", completed_at=REPORTED)
    asked = review.clarify(determination("clarifying", LATER))
    assert (asked.status, asked.paused_since) == ("clarifying", LATER)
    answered = asked.resume(LATER + timedelta(hours=5))
    assert (answered.status, answered.round, answered.paused_seconds) == ("in-review", 2, 5 * 3600)
    assert completion(asked, answered, LATER)[0].data["round"] == 2


@pytest.mark.parametrize(
    "file_type, status", [("journal", "in-review"), ("referral", "in-review"), ("invoice", "clarifying")]
)
def test_a_document_answers_a_clarification_unless_it_is_a_bill(file_type: str, status: str) -> None:
    asked = claim(
        status="clarifying", consent="given", documents_accepted=("referral",), paused_since=REPORTED
    )
    after = paper(file_type).of(asked, LATER)
    assert (after.status, after.version) == (status, asked.version + 1)


@pytest.mark.parametrize("status", ["awaiting-member", "clarifying", "approved", "denied", "closed"])
def test_only_a_claim_in_review_can_be_decided(status: str) -> None:
    other = claim(status=status)
    for decide in (other.approve, other.deny, other.clarify):
        with pytest.raises(NotInReview):
            decide(determination("approved", LATER))


def test_a_denial_and_an_approval_stop_the_clock_of_the_claim() -> None:
    review = claim(status="in-review")
    denied = review.deny(determination("denied", LATER))
    for after in (denied, review.approve(determination("approved", LATER))):
        assert after.decision
        assert (after.status, after.answered_at) == (after.decision.outcome, LATER)


def test_a_claim_without_an_open_clarification_cannot_resume() -> None:
    with pytest.raises(NotInReview):
        claim().resume(LATER)


def test_the_question_to_the_member_is_shown_only_while_it_is_open() -> None:
    question_to_member = determination("clarifying", LATER, question="Since when?")
    asked = claim(status="clarifying", decision=question_to_member)
    assert asked.clarification == question_to_member
    assert claim(status="in-review", decision=question_to_member).clarification is None


def test_a_caseworker_acts_only_on_claims_of_the_own_payer() -> None:
    assert claim().may_be_acted_on_by(staff_of("tryg", CASEWORKER), REPORTED)
    assert not claim().may_be_acted_on_by(staff_of("tryg", FINANCE), REPORTED)
    assert not claim().may_be_acted_on_by(staff_of("alka", CASEWORKER), REPORTED)


def test_a_delay_lasts_until_the_staff_decide_its_own_task() -> None:
    first, second = TaskId("tsk_1"), TaskId("tsk_2")
    delayed = claim().delayed(first, REPORTED).delayed(second, LATER)
    assert [delay.since for delay in delayed.delays or ()] == [REPORTED, LATER]
    left = delayed.without_delay(first)
    assert [delay.task_id for delay in left.delays or ()] == [second]
    assert left.without_delay(second).delays is None
    assert left.version == delayed.version + 1


def test_a_claim_without_the_delay_stays_as_it_is() -> None:
    before = claim().delayed(TaskId("tsk_1"), REPORTED)
    assert before.without_delay(TaskId("tsk_2")) is before
    assert claim().without_delay(TaskId("tsk_1")) == claim()
