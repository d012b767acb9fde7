"""Every fault of stated facts at once, in the words of the facts and the order of the body."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders.calls import Answered, member, staff
from tests.builders.claims import claim_of, read, report, state_facts
from tests.builders.decisions import CHIROPRACTIC
from tests.builders.policies import ANNA

pytestmark = pytest.mark.usefixtures("aws")
CASEWORKER = staff("caseworker", payer="tryg")
ARISEN = "condition.arisenOn"
HEALED = {"category": "injury", "chronic": False}
NINE = {"amount": "9.00", "currency": "DKK"}


def codes(answer: Answered) -> list[tuple[str, str]]:
    assert answer.status == 422, answer.body
    return [(fault["pointer"], fault["code"]) for fault in answer.body["errors"]]


def detail(answer: Answered) -> str:
    [fault] = answer.body["errors"]
    return str(fault["detail"])


def row(path: Any, value: Any) -> dict[str, Any]:
    return {"path": path, "value": value}


@pytest.mark.parametrize(
    "path, value, fault",
    [
        ("treatment.nights", 1.5, ("/facts/0/value", "not-a-whole-number")),
        ("treatment.country", "XX", ("/facts/0/value", "not-a-country")),
        ("treatment.practitioner.approvals", ["RAB", "RAB"], ("/facts/0/value/1", "value-twice")),
        ("treatment.sessions", 25, ("/facts/0/value", "too-large")),
        ("treatment.sessions", -1, ("/facts/0/value", "not-a-count")),
        ("treatment.sessions", 0, ("/facts/0/value", "not-a-count")),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(path: str, value: object, fault: tuple[str, str]) -> None:
    assert codes(state_facts(claim_of(), {path: value})) == [fault]


def test_a_fault_of_shape_hides_no_other_fault() -> None:
    sent = [
        row("chronik", True),
        row("", 1),
        row("evidence.policeReport", "yes"),
        row(ARISEN, "2026-13-40"),
        "x",
        {"path": "treatment.nights"},
        row("evidence.approvedBeforehand", True),
        row("treatment.hours", "many"),
    ]
    answer = state_facts(claim_of(), sent, confirmed="yes", answer={"words": 1}, extra=1)
    assert codes(answer) == [
        ("/answer/text", "missing"),
        ("/answer/words", "unknown-field"),
        ("/confirmed", "not-a-boolean"),
        ("/extra", "unknown-field"),
        ("/facts/0/path", "unknown-fact"),
        ("/facts/1/path", "too-short"),
        ("/facts/2/value", "not-a-boolean"),
        ("/facts/3/value", "not-a-date"),
        ("/facts/4", "not-an-object"),
        ("/facts/5/value", "missing"),
        ("/facts/6/path", "fact-of-staff"),
        ("/facts/7/value", "not-a-number"),
    ]
    named = {fault["pointer"]: fault.get("path") for fault in answer.body["errors"]}
    assert (named["/facts/2/value"], named["/facts/1/path"]) == ("evidence.policeReport", None)


def test_faults_stand_in_the_order_of_the_body() -> None:
    answer = state_facts(claim_of(), [row("no.such", 1)] * 11)
    places = [int(pointer.split("/")[2]) for pointer, _ in codes(answer)]
    assert places == list(range(11))


def test_a_cause_that_is_withdrawn_is_one_fault() -> None:
    assert codes(state_facts(claim_of(), {"cause": None})) == [("/facts/0/value", "missing")]


@pytest.mark.parametrize("value", ["friend", True])
def test_a_value_that_is_no_choice_names_the_choices(value: object) -> None:
    answer = state_facts(claim_of(), {"evidence.referral": value})
    assert codes(answer) == [("/facts/0/value", "unknown-value")]
    assert "(own-doctor)" in detail(answer)


def test_a_day_before_another_names_both() -> None:
    claim_id = claim_of(condition={"category": "injury", "arisenOn": "2024-09-01"})
    answer = state_facts(claim_id, {"condition.diagnosedOn": "2024-08-31"})
    assert codes(answer) == [("/facts/0/value", "dates-out-of-order")]
    assert detail(answer) == (
        "Diagnosen (31. august 2024) kan ikke ligge før den dag, sygdommen eller skaden opstod "
        "(1. september 2024)."
    )


def test_the_fault_is_at_the_fact_that_was_changed() -> None:
    claim_id = claim_of(
        condition={"category": "injury", "arisenOn": "2024-09-01", "diagnosedOn": "2024-09-02"}
    )
    answer = state_facts(claim_id, {"treatment.nights": 2, ARISEN: "2024-10-01"})
    assert codes(answer) == [("/facts/1/value", "dates-out-of-order")]
    assert answer.body["errors"][0]["path"] == ARISEN
    assert "2. september 2024" in detail(answer)


@pytest.mark.parametrize(
    "reported, path, value, code",
    [
        (
            {"condition": {"category": "injury", "chronic": False}},
            "condition.category",
            "chronic",
            "chronic-by-category",
        ),
        (
            {
                "treatment": {**CHIROPRACTIC, "cost": {"amount": "400.00", "currency": "DKK"}},
                "evidence": {"subsidy": {"amount": "90.00", "currency": "DKK"}},
            },
            "treatment.cost",
            {"amount": "50.00", "currency": "DKK"},
            "above-the-price",
        ),
    ],
)
def test_a_contradiction_is_at_the_fact_that_was_changed(
    reported: dict[str, Any], path: str, value: object, code: str
) -> None:
    answer = state_facts(claim_of(**reported), {path: value})
    assert codes(answer) == [("/facts/0/value", code)]


def test_an_amount_is_in_the_payers_currency() -> None:
    krone = {"amount": "100.00", "currency": "NOK"}
    fault = [("/facts/0/value/currency", "another-currency")]
    assert codes(state_facts(claim_of(), {"evidence.subsidy": krone})) == fault
    assert codes(report(evidence={"subsidy": krone})) == [("/evidence/subsidy/currency", "another-currency")]


def test_a_member_reports_nothing_that_only_staff_know() -> None:
    evidence = {"approvedBeforehand": True, "premiumRemindedOn": "2026-01-01"}
    assert set(codes(report(evidence=evidence))) == {
        ("/evidence/approvedBeforehand", "fact-of-staff"),
        ("/evidence/premiumRemindedOn", "fact-of-staff"),
    }


def test_a_member_reports_no_circumstance_that_only_staff_know() -> None:
    condition = {"category": "injury", "circumstances": ["change-not-told"]}
    assert codes(report(condition=condition)) == [("/condition/circumstances", "fact-of-staff")]
    stated = state_facts(claim_of(), {"condition.circumstances": ["change-not-told"]})
    assert codes(stated) == [("/facts/0/value", "fact-of-staff")]


def test_staff_report_what_only_they_know() -> None:
    person_id = read(claim_of(), member(ANNA)).body["personId"]
    assert report(CASEWORKER, personId=person_id, evidence={"approvedBeforehand": True}).status == 201


def test_a_fault_of_one_part_of_a_price_hides_none_of_the_other() -> None:
    answer = state_facts(claim_of(), {"treatment.cost": {"amount": "1,5", "currency": "EUR"}})
    assert codes(answer) == [
        ("/facts/0/value/amount", "not-an-amount"),
        ("/facts/0/value/currency", "unknown-value"),
    ]


def test_a_fact_that_is_stated_twice_has_the_faults_of_both_values() -> None:
    answer = state_facts(claim_of(), [row("treatment.cost", "850"), row("treatment.cost", NINE)])
    found = codes(answer)
    assert (found[0], found[-1]) == (("/facts/0/value", "not-an-object"), ("/facts/1/path", "fact-twice"))
