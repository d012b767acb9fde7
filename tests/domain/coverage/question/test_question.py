"""A question of cover as JSON: all faults are returned at once, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.coverage.question import question_json
from helsebro.errors import BadInput
from tests.builders.domain.asking import body, kroner, row


def faults(shape: dict[str, Any]) -> set[tuple[str, str]]:
    with pytest.raises(BadInput) as refused:
        question_json.read(shape)
    assert not refused.value.malformed
    return {(fault.pointer, fault.code) for fault in refused.value.faults}


FORMER = {"product": "health-insurance", "beganOn": "2020-01-01", "endedOn": "2024-01-01"}


def test_every_fault_of_a_body_is_returned_at_once() -> None:
    shape = body(
        asOf="21-11-2026",
        cause="hobby",
        condition__category="bad-mood",
        condition__circumstances=["crime", "bad-luck"],
        condition__diagnosedOn="2026-09-30",
        condition__chronic="no",
        treatment__type="yoga",
        treatment__country="Denmark",
        treatment__sessions=0,
        treatment__hours=-1,
        treatment__cost=kroner("-1.00"),
        treatment__practitioner__approvals=["ABC"],
        treatment__recommendedKm=-1,
        evidence__subsidy={"amount": "1,50", "currency": "DKK"},
        evidence__otherInsurer="perhaps",
        evidence__otherInsurerPays=kroner("-1.00"),
        evidence__actualCost=kroner("-1.00"),
        evidence__informationOutstanding="yes",
        event__kind="rain",
        history=[{"treatmentType": "yoga", "cost": {"amount": "1.00", "currency": "SEK"}}, "x"],
    )

    assert faults(shape) == {
        ("/asOf", "not-a-date"),
        ("/cause", "unknown-value"),
        ("/condition/category", "unknown-value"),
        ("/condition/circumstances/1", "unknown-value"),
        ("/condition/diagnosedOn", "dates-out-of-order"),
        ("/condition/chronic", "not-a-boolean"),
        ("/treatment/type", "unknown-value"),
        ("/treatment/country", "not-a-country"),
        ("/treatment/sessions", "not-a-count"),
        ("/treatment/hours", "negative"),
        ("/treatment/cost/amount", "negative"),
        ("/treatment/practitioner/approvals/0", "unknown-value"),
        ("/evidence/subsidy/amount", "not-an-amount"),
        ("/treatment/recommendedKm", "negative"),
        ("/evidence/otherInsurer", "unknown-value"),
        ("/evidence/otherInsurerPays/amount", "negative"),
        ("/evidence/actualCost/amount", "negative"),
        ("/evidence/informationOutstanding", "not-a-boolean"),
        ("/event/kind", "unknown-value"),
        ("/history/0/treatmentType", "unknown-value"),
        ("/history/0/on", "missing"),
        ("/history/0/cost/currency", "unknown-value"),
        ("/history/1", "not-an-object"),
        ("/history/1/treatmentType", "missing"),
        ("/history/1/on", "missing"),
    }


@pytest.mark.parametrize(
    "pointer, near, changes",
    [
        ("/condition/chronik", "chronic", {"condition__chronik": True}),
        ("/condition/weather", "", {"condition__weather": "rain"}),
        ("/treatment/inNetwrok", "inNetwork", {"treatment__inNetwrok": True}),
        ("/treatment/practitioner/relations", "relation", {"treatment__practitioner__relations": "none"}),
        ("/treatment/cost/curency", "currency", {"treatment__cost": {**kroner("1.00"), "curency": "DKK"}}),
        ("/evidence/POLICEREPORT", "policeReport", {"evidence__POLICEREPORT": True}),
        ("/event/occuredOn", "occurredOn", {"event__occuredOn": "2026-11-01"}),
        ("/history/0/session", "sessions", {"history": [row("surgery", "2026-02-02", session=1)]}),
        ("/a~1b~0", "", {"a/b~": 1}),
    ],
)
def test_an_unknown_field_is_a_fault_with_the_nearest_name(
    pointer: str, near: str, changes: dict[str, object]
) -> None:
    with pytest.raises(BadInput) as refused:
        question_json.read(body(**changes))

    [fault] = refused.value.faults
    assert (fault.pointer, fault.code, fault.detail) == (pointer, "unknown-field", near)


def test_a_treatment_and_a_cause_are_required() -> None:
    assert faults({}) == {("/cause", "missing"), ("/treatment/type", "missing")}


@pytest.mark.parametrize(
    "pointer, changes",
    [
        ("/condition/symptomsFrom", {"condition__symptomsFrom": "2026-09-30"}),
        ("/condition/diagnosedOn", {"condition__diagnosedOn": "2026-09-30"}),
        ("/evidence/reportedOn", {"evidence__reportedOn": "2026-09-30"}),
        (
            "/evidence/premiumPaidOn",
            {"evidence__premiumRemindedOn": "2026-10-02", "evidence__premiumPaidOn": "2026-10-01"},
        ),
        ("/treatment/startsOn", {"treatment__startsOn": "2026-09-30"}),
        ("/treatment/startsOn", {"event__occurredOn": "2026-12-02"}),
        (
            "/history/0/courseEndedOn",
            {"history": [row("physiotherapy", "2026-02-02", courseEndedOn="2026-02-01")]},
        ),
    ],
)
def test_dates_out_of_order_are_a_fault(pointer: str, changes: dict[str, object]) -> None:
    assert faults(body(**changes)) == {(pointer, "dates-out-of-order")}


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1e5", "", "1.234", "9" * 13])
def test_an_amount_is_plain_digits(amount: str) -> None:
    assert faults(body(treatment__cost=kroner(amount))) == {("/treatment/cost/amount", "not-an-amount")}


def test_a_body_mass_index_is_that_of_a_person() -> None:
    assert faults(body(treatment__bmi=900)) == {("/treatment/bmi", "too-large")}
    assert question_json.read(body(treatment__bmi=60.5)).treatment.bmi == 60.5


@pytest.mark.parametrize("number", [float("nan"), float("inf"), True, "3"])
def test_a_number_is_a_finite_number(number: object) -> None:
    assert {pointer for pointer, _ in faults(body(treatment__bmi=number))} == {"/treatment/bmi"}


@pytest.mark.parametrize(
    "day, code",
    [
        ("2026-13-01", "not-a-date"),
        ("2026-02-29", "not-a-date"),
        ("20260228", "not-a-date"),
        ("2026-W01-1", "not-a-date"),
        ("9999-12-31", "date-out-of-range"),
        ("0001-01-01", "date-out-of-range"),
    ],
)
def test_a_day_is_one_of_the_calendar_between_1900_and_2199(day: str, code: str) -> None:
    assert faults(body(condition__arisenOn=day)) == {("/condition/arisenOn", code)}


def test_a_history_that_is_too_long_is_not_called_a_wrong_type() -> None:
    rows = [row("physiotherapy", "2026-02-02")] * 1001
    assert faults(body(history=rows)) == {("/history", "too-many")}


def test_a_stored_question_is_read_unchanged() -> None:
    asked = question_json.read(
        body(
            personId="per_x",
            asOf="2026-11-21",
            condition__sequelaOfChronicDiagnosedOn="2020-01-01",
            condition__circumstances=["war", "crime"],
            evidence__reportedOn="2026-11-20",
            evidence__formerInsurance=FORMER,
            evidence__examinationUnderWay=True,
            evidence__premiumRemindedOn="2026-10-01",
            evidence__premiumPaidOn="2026-10-10",
            treatment__supplement=kroner("150.00"),
            treatment__dischargedOn="2026-11-01",
            treatment__bmi=30.5,
            treatment__distanceKm=120,
            treatment__recommendedKm=110,
            evidence__informationOutstanding=True,
            evidence__doctorsNamed=True,
            evidence__writtenConsent=False,
            evidence__otherInsurer="limits",
            evidence__otherInsurerPays=kroner("120.00"),
            evidence__actualCost=kroner("380.00"),
            event__kind="fire",
            history=[row("physiotherapy", "2026-02-02", courseEndedOn="2026-03-01")],
        )
    )

    assert question_json.read(question_json.write(asked)) == asked


def test_another_insurer_is_a_name_and_a_sum_or_only_its_decision() -> None:
    named = question_json.read(body(evidence__otherInsurer={"name": "Topdanmark", "sum": kroner("120.00")}))
    decided = question_json.read(
        body(evidence__otherInsurer="limits", evidence__otherInsurerPays=kroner("120.00"))
    )

    assert named.evidence.other_insurer_name == "Topdanmark"
    assert replace(named.evidence, other_insurer_name=None) == decided.evidence
    assert question_json.read(question_json.write(named)) == named


def test_what_another_insurer_decided_may_stand_beside_its_name() -> None:
    reported = {"name": "Topdanmark", "decision": "reported"}

    assert question_json.read(body(evidence__otherInsurer=reported)).evidence.other_insurer == "reported"


def test_the_faults_of_another_insurer_and_a_former_insurance_have_their_place() -> None:
    insurer = {"sum": kroner("-1.00"), "decision": "perhaps"}
    former = {"product": "car-insurance", "beganOn": "2020-01-01"}

    assert faults(body(evidence__otherInsurer=insurer, evidence__formerInsurance=former)) == {
        ("/evidence/otherInsurer/name", "missing"),
        ("/evidence/otherInsurer/decision", "unknown-value"),
        ("/evidence/otherInsurer/sum/amount", "negative"),
        ("/evidence/formerInsurance/product", "unknown-value"),
        ("/evidence/formerInsurance/endedOn", "missing"),
    }
    assert faults(body(evidence__formerInsurance={**FORMER, "endedOn": "2019-12-31"})) == {
        ("/evidence/formerInsurance/endedOn", "former-ended-before-it-began")
    }
    assert faults(body(evidence__formerInsurance="Topdanmark")) == {
        ("/evidence/formerInsurance", "not-an-object")
    }


def test_the_day_of_the_report_is_read_in_its_older_place_too() -> None:
    older = question_json.read(body(condition__reportedOn="2026-11-20"))

    assert older == question_json.read(body(evidence__reportedOn="2026-11-20"))
    both = body(condition__reportedOn="2026-11-20", evidence__reportedOn="2026-11-19")
    assert question_json.read(both) == question_json.read(body(evidence__reportedOn="2026-11-19"))


def test_unknown_facts_are_left_out() -> None:
    asked = question_json.read({"cause": "work", "treatment": {"type": "surgery"}})

    assert question_json.write(asked) == {
        "cause": "work",
        "condition": {},
        "treatment": {"type": "surgery", "practitioner": {}},
        "evidence": {},
        "event": {},
        "history": [],
    }


def test_null_means_unknown() -> None:
    bare = {"cause": "work", "treatment": {"type": "surgery"}}

    assert question_json.read({**bare, "condition": None, "history": None}) == question_json.read(bare)


def test_a_printed_question_never_contains_the_person() -> None:
    assert "per_secret" not in repr(question_json.read(body(personId="per_secret")))
