"""Every fault of a report at once."""

from __future__ import annotations

from typing import Any

import pytest
from functions.claims.claims.handler import handler

from tests.builders.calls import ask, event, member
from tests.builders.claims import claim_body, pointers, report
from tests.builders.decisions import CHIROPRACTIC
from tests.builders.policies import ANNA, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
PRICE = {"amount": "850.00", "currency": "DKK"}
MILLIONS = {"amount": "2000000.00", "currency": "DKK"}


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


def test_a_description_that_is_too_long_is_a_fault_that_names_the_limit() -> None:
    call = event("POST", "/v1/claims", by=member(ANNA), body=claim_body(description="x" * 4001))
    [fault] = ask(handler, {**call, "headers": {**call["headers"], "accept-language": "nb"}}).body["errors"]
    assert (fault["pointer"], fault["detail"]) == ("/description", "Teksten er for lang: høyst 4000 tegn.")


def test_all_faults_of_the_body_are_returned_at_once() -> None:
    answer = report(
        cause="weather",
        condition={"category": "hiccups", "arisenOn": "yesterday"},
        treatment={"sessions": 0},
        description="",
        evidence={"referral": "a friend's"},
    )
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == {
        "/cause",
        "/condition/category",
        "/condition/arisenOn",
        "/treatment/type",
        "/treatment/sessions",
        "/description",
        "/evidence/referral",
    }


def test_faults_of_shape_hide_no_fault_of_the_sender_or_the_policy() -> None:
    answer = report(
        condition={"category": "hiccups", "arisenOn": "2099-01-01", "circumstances": ["change-not-told"]},
        treatment={"startsOn": "2019-12-31", "cost": {"amount": "400.00", "currency": "NOK"}},
        description="",
        evidence={"approvedBeforehand": True, "chronik": 1},
    )
    assert {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]} == {
        ("/condition/category", "unknown-value"),
        ("/condition/arisenOn", "in-the-future"),
        ("/treatment/startsOn", "dates-out-of-order"),
        ("/condition/circumstances", "fact-of-staff"),
        ("/treatment/type", "missing"),
        ("/treatment/startsOn", "before-the-policy"),
        ("/treatment/cost/currency", "another-currency"),
        ("/description", "too-short"),
        ("/evidence/approvedBeforehand", "fact-of-staff"),
        ("/evidence/chronik", "unknown-field"),
    }


def test_a_report_that_does_not_say_for_whom_has_the_faults_of_its_shape_only() -> None:
    answer = report(personId=7, evidence={"approvedBeforehand": True})
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/personId"]


@pytest.mark.parametrize(
    "body, status",
    [
        ("[]", 422),
        ("null", 422),
        ('"x"', 422),
        ('{"condition": []}', 422),
        ('{"description": "\\ud800"}', 422),
    ],
)
def test_a_body_that_is_not_an_object_is_rejected_and_never_a_500(body: str, status: int) -> None:
    answer = ask(handler, event("POST", "/v1/claims", by=member(ANNA), body=body))
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_treatment_before_the_policy_began_is_rejected() -> None:
    treatment = {"type": "physiotherapy", "startsOn": "2019-12-31"}
    answer = report(treatment=treatment, condition={"category": "injury"})
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/treatment/startsOn"]
    assert (answer.status, "5.1" in answer.body["errors"][0]["detail"]) == (422, True)


def test_an_unknown_fact_of_a_report_is_a_fault_each() -> None:
    answer = report(
        treatment={"type": "physiotherapy", "practitioner": {"relations": "none"}},
        condition={"chronik": True},
        event={"occuredOn": "2026-11-01"},
    )

    assert answer.status == 422
    assert {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]} == {
        ("/treatment/practitioner/relations", "unknown-field"),
        ("/condition/chronik", "unknown-field"),
        ("/event/occuredOn", "unknown-field"),
    }


def test_a_report_has_no_day_to_come_and_no_amount_in_another_currency() -> None:
    cost = {"amount": "400.00", "currency": "NOK"}
    answer = report(treatment={**CHIROPRACTIC, "cost": cost}, condition={"arisenOn": "2099-01-01"})
    assert pointers(answer) == {
        ("/treatment/cost/currency", "another-currency"),
        ("/condition/arisenOn", "in-the-future"),
    }


def test_a_report_with_a_contradiction_is_refused() -> None:
    pays = {"otherInsurerPays": {"amount": "100.00", "currency": "DKK"}}
    assert pointers(report(evidence=pays)) == {("/evidence/otherInsurerPays", "other-insurer-without-limits")}


@pytest.mark.parametrize(
    "evidence, pointer",
    [
        ({"otherInsurer": {"name": "Alka", "sum": MILLIONS}}, "/evidence/otherInsurer/sum"),
        ({"otherInsurer": "limits", "otherInsurerPays": MILLIONS}, "/evidence/otherInsurerPays"),
    ],
)
def test_what_another_insurer_pays_is_a_fault_where_it_was_sent(
    evidence: dict[str, Any], pointer: str
) -> None:
    answer = report(treatment={**CHIROPRACTIC, "cost": PRICE}, evidence=evidence)
    assert pointers(answer) == {(pointer, "above-the-price")}
