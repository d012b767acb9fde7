"""What a member can do with an approved claim: where to book and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro.claims.consenting.consent_state import ConsentState
from helsebro.claims.counted_in import WITHOUT_CLINIC
from helsebro.complaints.next_steps import NextStep
from helsebro.complaints.open_steps import of_open_claim
from helsebro.coverage.asked.asked_fact import NeededFact
from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro.coverage.trail import Step, Trail
from helsebro.guarantees.in_use import GuaranteeInUse, PendingExtension
from helsebro.money import Money
from helsebro.tasks.staff_decision import GrantedSessions
from tests.builders.domain.answers import determination
from tests.builders.domain.asking import question
from tests.builders.domain.claims import claim
from tests.builders.domain.guarantees import guarantee

AT = datetime(2026, 12, 1, 9, tzinfo=UTC)
GRANT = GrantedSessions(3, date(2027, 5, 1))


def used(clinic: str | None = None, **changes: Any) -> GuaranteeInUse:
    return GuaranteeInUse(guarantee(valid_until=date(2027, 6, 30), **changes), AT.date(), clinic)


def steps(
    with_guarantee: GuaranteeInUse | None, treatment: str = "physiotherapy", *rows: Step
) -> dict[str, NextStep]:
    asked = question({"cause": "leisure", "treatment": {"type": treatment}})
    decided = determination("approved", AT, grant=GRANT, trail=Trail(rows))
    known = {"question": asked, "treatment_type": treatment, "decision": decided, "answered_at": AT}
    approved = claim(status="approved", **known)
    return {step.kind: step for step in of_open_claim(approved, None, with_guarantee)}


@pytest.mark.parametrize(
    "language, text",
    [
        (
            "da",
            "Book din tid med garantien hos en klinik i vores netværk. Du kan søge efter en klinik her på "
            "platformen eller ringe til os. Garantien gælder til og med den 1. maj 2027.",
        ),
        (
            "nb",
            "Bestill time med garantien hos en klinikk i nettverket vårt. Du kan søke etter en klinikk her "
            "på plattformen eller ringe oss. Garantien gjelder til og med 1. mai 2027.",
        ),
        (
            "en",
            "Book your appointment with the guarantee at a clinic in our network. You can search for a "
            "clinic here on the platform or call us. The guarantee is valid up to and including 1 May 2027.",
        ),
    ],
)
def test_a_member_reads_where_to_look_for_a_clinic_and_until_when(language: str, text: str) -> None:
    assert steps(None)["book"].text[language] == text


def test_the_clinic_and_the_last_day_of_an_issued_guarantee_are_named() -> None:
    step = steps(used("Klinik Nord", clinic_id="cli_a"))["book"]
    assert step.text["da"] == (
        "Book din tid hos Klinik Nord med garantien. Garantien gælder til og med den 30. juni 2027."
    )
    assert step.facts == {"validUntil": "2027-06-30", "clinicId": "cli_a"}


@pytest.mark.parametrize(
    "changes, kinds",
    [
        ({"settlement": "refund"}, ["refund"]),
        ({"settlement": "refund", "sessions_booked": 3, "sessions_used": 3}, ["extension"]),
        ({"settlement": "refund", "status": "revoked"}, ["refund"]),
        ({"sessions_booked": 3}, ["extension"]),
        ({"status": "revoked"}, []),
        ({"sessions_booked": 3, "sessions_used": 3}, ["extension"]),
        ({"valid_until": AT.date() - timedelta(days=1)}, ["extension"]),
        ({"begin_by": AT.date() - timedelta(days=1)}, []),
    ],
    ids=str,
)
def test_there_is_nothing_to_book_with_a_guarantee_that_pays_no_further_session(
    changes: dict[str, Any], kinds: list[str]
) -> None:
    in_use = GuaranteeInUse(guarantee(**changes), AT.date())
    assert list(steps(in_use)) == kinds


@pytest.mark.parametrize(
    "treatment, last_day, kinds",
    [
        ("crisis-help", None, []),
        ("rehabilitation", "2026-11-30", []),
        ("rehabilitation", "2026-12-01", ["extension"]),
    ],
)
def test_no_extension_is_offered_where_it_is_refused(
    treatment: str, last_day: str | None, kinds: list[str]
) -> None:
    """Crisis help is never extended (F1-14), and nothing after the day that a rule ends cover (R-791)."""
    over = GuaranteeInUse(guarantee(valid_until=AT.date() - timedelta(days=1)), AT.date())
    row = Step("R-791", "7.9", "cap", {"lastDay": last_day} if last_day else {})
    assert list(steps(over, treatment, row)) == kinds


@pytest.mark.parametrize("begun_on, kinds", [(date(2026, 5, 30), []), (date(2026, 6, 1), ["extension"])])
def test_six_months_that_hung_on_a_session_to_come_end_once_it_was_held(
    begun_on: date, kinds: list[str]
) -> None:
    known = guarantee(valid_until=AT.date() - timedelta(days=1), begun_on=begun_on)
    row = Step("R-791", "7.9", "cap", {"from": "2026-06-01", "until": "2026-12-01"})
    assert list(steps(GuaranteeInUse(known, AT.date()), "rehabilitation", row)) == kinds


@pytest.mark.parametrize("treatment", sorted(WITHOUT_CLINIC))
def test_a_treatment_that_no_clinic_gives_is_not_booked(treatment: str) -> None:
    assert treatment in TREATMENTS
    assert "book" not in steps(None, treatment)


def in_review(**changes: Any) -> dict[str, NextStep]:
    known = {"status": "in-review", "consent": "given", "documents_needed": ()}
    return {step.kind: step for step in of_open_claim(claim(**{**known, **changes}), AT)}


@pytest.mark.parametrize("state", ["undecided", "refused", "withdrawn", "expired"])
def test_a_review_without_a_consent_in_force_asks_for_it_and_promises_no_day(state: str) -> None:
    assert list(in_review(consent=state)) == ["consent"]
    assert list(in_review()) == ["review"]


@pytest.mark.parametrize(
    "paper, required, text",
    [
        ("referral", True, "Send us a doctor's referral to physiotherapy."),
        (
            "subsidy-statement",
            False,
            "Send us a statement of your subsidy as well. We do not wait for it, "
            "but it can change the amount.",
        ),
    ],
)
def test_a_review_names_every_paper_that_it_still_lacks(paper: str, required: bool, text: str) -> None:
    step = in_review(documents_needed=(paper,))["paper"]
    assert step.text["en"] == text
    assert step.facts == {"fileType": paper, "required": required}


def test_an_approval_asks_no_more_questions() -> None:
    needed = (NeededFact("evidence.subsidy", "member", holds_review=False),)
    assert list(in_review(needed_facts=needed)) == ["review", "answer"]
    assert "answer" not in in_review(needed_facts=needed, status="approved")


def test_the_last_day_of_the_first_appointment_is_named_until_one_is_held() -> None:
    step = steps(used(begin_by=date(2026, 12, 5)), "crisis-help")["book"]
    assert step.text["da"].endswith("Den første tid skal være senest den 5. december 2026.")
    assert step.facts["beginBy"] == "2026-12-05"
    held = steps(used(begin_by=date(2026, 12, 5), sessions_used=1, sessions_booked=1), "crisis-help")["book"]
    assert "beginBy" not in held.facts


SHARED = Step("R-1415", "14.4", "cap", {"theirs": {"amount": "300.00", "currency": "DKK"}})


@pytest.mark.parametrize("name, whom", [("Topdanmark", "Topdanmark"), (None, "dit andet forsikringsselskab")])
def test_the_rest_of_a_shared_price_is_asked_for_at_the_other_insurer(name: str | None, whom: str) -> None:
    shared = used(fee=Money.of("312.50"))
    decided = determination("approved", AT, grant=GRANT, trail=Trail((SHARED,)))
    asked = question(
        {
            "cause": "leisure",
            "treatment": {"type": "physiotherapy", "cost": {"amount": "500.00", "currency": "DKK"}},
            "evidence": {"otherInsurer": {"name": name, "decision": "limits"} if name else "limits"},
        }
    )
    approved = claim(status="approved", question=asked, decision=decided, answered_at=AT)
    step = {step.kind: step for step in of_open_claim(approved, None, shared)}["other-insurer"]
    assert step.text["da"] == f"Bed {whom} om resten, 187,50 kr. pr. behandling."
    assert step.facts == {"amount": {"amount": "187.50", "currency": "DKK"}}


def test_a_withdrawn_approval_asks_for_no_papers() -> None:
    approved = claim(
        status="approved",
        decision=determination("approved", AT, grant=GRANT),
        answered_at=AT,
        documents_needed=("subsidy-statement",),
    )
    kinds = {
        stored: [
            step.kind for step in of_open_claim(approved, None, used(status=stored, settlement="refund"))
        ]
        for stored in ("active", "revoked")
    }
    assert kinds == {"active": ["refund", "paper"], "revoked": ["refund"]}


def test_an_extension_that_was_asked_for_is_not_offered_again() -> None:
    pending = PendingExtension("member", date(2026, 12, 2))
    full = GuaranteeInUse(guarantee(sessions_booked=3), AT.date(), pending=pending)
    found = steps(full)
    assert list(found) == ["review"]
    assert found["review"].text["da"] == "Du får svar på ønsket om forlængelse senest den 2. december 2026."


@pytest.mark.parametrize(
    "treatment, text",
    [("misuse", "Ring til os, så finder vi en klinik til dig."), ("physiotherapy", "Du kan søge efter en")],
)
def test_who_gives_whole_courses_is_not_searched_for(treatment: str, text: str) -> None:
    approved = claim(
        status="approved",
        treatment_type=treatment,
        question=question({"cause": "leisure", "treatment": {"type": treatment}}),
        decision=determination("approved", AT, grant=GRANT),
        answered_at=AT,
    )
    [step] = [step for step in of_open_claim(approved) if step.kind == "book"]
    assert text in step.text["da"]


def kinds_and_texts(
    in_use: GuaranteeInUse, consent: ConsentState, *, by_holder: bool = False
) -> dict[str, str]:
    asked = question({"cause": "leisure", "treatment": {"type": "physiotherapy"}})
    decided = determination("approved", AT, grant=GRANT)
    approved = claim(
        status="approved",
        question=asked,
        treatment_type="physiotherapy",
        decision=decided,
        answered_at=AT,
        consent=consent,
    )
    return {step.kind: step.text["en"] for step in of_open_claim(approved, None, in_use, by_holder)}


@pytest.mark.parametrize(
    "consent, kinds", [("given", ["book"]), ("withdrawn", ["consent"]), ("expired", ["consent"])]
)
def test_nothing_is_booked_without_a_consent_in_force(consent: ConsentState, kinds: list[str]) -> None:
    assert [*kinds_and_texts(used(), consent)] == kinds


@pytest.mark.parametrize(
    "consent, kinds", [("given", ["review"]), ("withdrawn", ["consent"]), ("refused", ["consent"])]
)
def test_an_answer_about_an_extension_is_promised_only_where_it_can_be_granted(
    consent: ConsentState, kinds: list[str]
) -> None:
    held = replace(used(sessions_used=3, sessions_booked=3), pending=PendingExtension("member", AT.date()))
    assert [*kinds_and_texts(held, consent)] == kinds


def test_the_holder_of_a_mandate_is_told_who_gives_the_consent() -> None:
    texts = kinds_and_texts(used(), "withdrawn", by_holder=True)
    assert texts["consent"].startswith("Ask the patient to give consent again")
    waiting = claim(status="awaiting-member", consent="undecided")
    [step, *_] = of_open_claim(waiting, by_holder=True)
    assert (
        step.text["da"] == "Bed patienten give sit samtykke, så vi må behandle sagen. Det kan kun patienten."
    )


@pytest.mark.parametrize("refunded, kinds", [(3, ["extension"]), (2, ["refund"])])
def test_no_bill_is_asked_for_once_every_session_is_paid_back(refunded: int, kinds: list[str]) -> None:
    texts = kinds_and_texts(used(settlement="refund", sessions_used=refunded), "given")
    assert [*texts] == kinds
    assert "guarantee" not in texts[kinds[0]]
