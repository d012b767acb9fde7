from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helsebro.coverage.engine import faults_against
from helsebro.coverage.question import question_json
from helsebro.coverage.question.faults.contradictions import contradictions
from helsebro.coverage.simulation import simulate
from helsebro.errors import BadInput
from tests.builders.domain.asking import LEISURE, TODAY, body, kroner, question

NOK = {"amount": "10.00", "currency": "NOK"}
REPORTED = {"name": "Topdanmark", "decision": "reported"}


def faults(**changes: Any) -> set[tuple[str, str]]:
    asked, found = question_json.read_with_faults(body(**changes))
    return {(fault.pointer, fault.code) for fault in (*found, *contradictions(asked))}


@pytest.mark.parametrize(
    "changes, fault",
    [
        ({"condition__symptomsFrom": "2026-09-30"}, ("/condition/symptomsFrom", "dates-out-of-order")),
        ({"condition__diagnosedOn": "2026-09-30"}, ("/condition/diagnosedOn", "dates-out-of-order")),
        ({"evidence__reportedOn": "2026-09-30"}, ("/evidence/reportedOn", "dates-out-of-order")),
        ({"treatment__startsOn": "2026-09-30"}, ("/treatment/startsOn", "dates-out-of-order")),
        ({"treatment__distanceKm": 0}, ("/treatment/distanceKm", "distance-zero")),
        ({"treatment__type": "stay", "treatment__nights": 0}, ("/treatment/nights", "stay-without-nights")),
        ({"event__occurredOn": "2026-12-02"}, ("/treatment/startsOn", "dates-out-of-order")),
        ({"condition__category": "chronic"}, ("/condition/chronic", "chronic-by-category")),
        (
            {"evidence__otherInsurerPays": kroner("100.00")},
            ("/evidence/otherInsurerPays", "other-insurer-without-limits"),
        ),
        (
            {"evidence__otherInsurerPays": kroner("100.00"), "evidence__otherInsurer": "paid-in-full"},
            ("/evidence/otherInsurerPays", "other-insurer-without-limits"),
        ),
        (
            {"evidence__otherInsurer": {"name": "Topdanmark", "decision": "none"}},
            ("/evidence/otherInsurer/name", "other-insurer-none"),
        ),
        ({"evidence__otherInsurer": {"name": " "}}, ("/evidence/otherInsurer/name", "missing")),
        ({"evidence__otherInsurer": {"name": "x" * 201}}, ("/evidence/otherInsurer/name", "too-long")),
        (
            {
                "evidence__otherInsurerPays": kroner("100.00"),
                "evidence__otherInsurer": REPORTED,
            },
            ("/evidence/otherInsurerPays", "other-insurer-without-limits"),
        ),
        ({"treatment__recommendedKm": 20}, ("/treatment/recommendedKm", "distance-missing")),
        ({"treatment__supplement": kroner("400.01")}, ("/treatment/supplement", "above-the-price")),
        ({"evidence__subsidy": kroner("400.01")}, ("/evidence/subsidy", "above-the-price")),
    ],
)
def test_facts_that_exclude_each_other_are_refused(changes: dict[str, Any], fault: tuple[str, str]) -> None:
    assert faults(**changes) == {fault}


@pytest.mark.parametrize(
    "changes",
    [
        {"condition__category": "chronic", "condition__chronic": True},
        {"condition__category": "chronic", "condition__chronic": None},
        {"evidence__otherInsurer": "limits", "evidence__otherInsurerPays": kroner("100.00")},
        {"evidence__otherInsurer": {"name": "Topdanmark"}},
        {"treatment__recommendedKm": 20, "treatment__distanceKm": 30},
        {"event__occurredOn": "2026-12-01"},
        {"treatment__supplement": kroner("400.00"), "evidence__subsidy": kroner("400.00")},
        {"evidence__subsidy": {"amount": "500.00", "currency": "NOK"}},
    ],
)
def test_facts_that_can_hold_together_are_accepted(changes: dict[str, Any]) -> None:
    assert faults(**changes) == set()


def test_every_contradiction_is_returned_at_once() -> None:
    found = faults(
        condition__category="chronic", treatment__recommendedKm=20, condition__symptomsFrom="2026-09-30"
    )
    assert len(found) == 3


def test_a_simulation_is_not_told_that_another_insurer_pays_which_does_not_share() -> None:
    """What it pays would be ignored, and the whole price promised."""
    shape = body(evidence__otherInsurer="reported", evidence__otherInsurerPays=kroner("900.00"))

    with pytest.raises(BadInput) as refused:
        question_json.read(shape)

    assert [fault.code for fault in refused.value.faults] == ["other-insurer-without-limits"]


HAPPENED = (
    "condition__arisenOn",
    "condition__symptomsFrom",
    "condition__diagnosedOn",
    "condition__sequelaOfChronicDiagnosedOn",
    "event__occurredOn",
    "evidence__reportedOn",
    "evidence__premiumRemindedOn",
    "evidence__premiumPaidOn",
)


@pytest.mark.parametrize("path", HAPPENED)
def test_nothing_of_a_claim_has_happened_after_today(path: str) -> None:
    def faults_on(today: date) -> set[tuple[str, str]]:
        found = faults_against(question(body(**{path: "2026-11-21"})), [LEISURE], today)
        return {(fault.pointer, fault.code) for fault in found}

    assert faults_on(date(2026, 11, 21)) == set()
    assert faults_on(date(2026, 11, 20)) == {("/" + path.replace("__", "/"), "in-the-future")}


AMOUNTS = (
    "treatment__cost",
    "treatment__supplement",
    "evidence__subsidy",
    "evidence__otherInsurerPays",
    "evidence__actualCost",
    "evidence__agreedTariff",
    "evidence__ratePerKm",
)


@pytest.mark.parametrize("path", AMOUNTS)
def test_amounts_are_in_the_currency_of_the_policy(path: str) -> None:
    asked = question(body(**{path: {"amount": "10.00", "currency": "NOK"}}, evidence__otherInsurer="limits"))
    pointer = f"/{path.replace('__', '/')}/currency"

    with pytest.raises(BadInput) as simulated:
        simulate(asked, [LEISURE], TODAY)

    for found in (faults_against(asked, [LEISURE], TODAY), simulated.value.faults):
        assert [(fault.pointer, fault.code, fault.detail) for fault in found] == [
            (pointer, "another-currency", "DKK")
        ]


@pytest.mark.parametrize("path", AMOUNTS)
def test_an_amount_is_not_negative(path: str) -> None:
    found = faults(**{path: kroner("-1.00")})

    assert ("/" + path.replace("__", "/") + "/amount", "negative") in found


@pytest.mark.parametrize(
    "changes, fault",
    [
        (
            {"condition__category": "chronic", "condition__chronic": False},
            ("/condition/chronic", "chronic-by-category"),
        ),
        ({"treatment__supplement": kroner("400.01")}, ("/treatment/supplement", "above-the-price")),
        ({"evidence__subsidy": kroner("400.01")}, ("/evidence/subsidy", "above-the-price")),
        (
            {"evidence__otherInsurer": "limits", "evidence__otherInsurerPays": kroner("400.01")},
            ("/evidence/otherInsurerPays", "above-the-price"),
        ),
        (
            {"condition__circumstances": ["no-show", "no-show-valid-reason"]},
            ("/condition/circumstances", "no-show-twice"),
        ),
        (
            {"history": [{"treatmentType": "surgery", "on": "2026-01-01", "cost": NOK}]},
            ("/history/0/cost/currency", "another-currency"),
        ),
        (
            {"history": [{"treatmentType": "surgery", "on": "2030-01-01"}]},
            ("/history/0/on", "in-the-future"),
        ),
        (
            {"condition__sequelaOfChronicDiagnosedOn": "2030-01-01"},
            ("/condition/sequelaOfChronicDiagnosedOn", "in-the-future"),
        ),
    ],
)
def test_a_simulation_refuses_what_a_case_refuses(changes: dict[str, Any], fault: tuple[str, str]) -> None:
    with pytest.raises(BadInput) as refused:
        simulate(question(body(**changes)), [LEISURE], TODAY)
    assert [(found.pointer, found.code) for found in refused.value.faults] == [fault]


def test_a_simulation_of_a_day_to_come_may_have_what_has_happened_by_then() -> None:
    shape = body(asOf="2030-06-01", condition__diagnosedOn="2030-01-01", treatment__startsOn="2030-06-01")
    assert simulate(question(shape), [LEISURE], TODAY).decision.outcome


@pytest.mark.parametrize("path", ["condition__circumstances", "treatment__practitioner__approvals"])
def test_a_value_is_named_once(path: str) -> None:
    value = "nuclear" if path.endswith("circumstances") else "RAB"
    assert ("/" + path.replace("__", "/") + "/1", "value-twice") in faults(**{path: [value, value]})


def test_the_amount_of_another_insurer_is_one() -> None:
    insurer = {"name": "Alka", "sum": kroner("300.00")}
    found = faults(evidence__otherInsurer=insurer, evidence__otherInsurerPays=kroner("200.00"))
    assert found == {("/evidence/otherInsurerPays", "other-insurer-two-sums")}
