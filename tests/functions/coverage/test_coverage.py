from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from functions.coverage.coverage.handler import handler

from helsebro.benefits.reservation import Portion, Purpose
from helsebro.ids import ClaimId, GuaranteeId, PersonId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.platform import clock
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import claim_of
from tests.builders.domain.asking import body
from tests.builders.mandates import given, revoke
from tests.builders.policies import ANNA, BO, CARL, cpr_of_age, enrol, insured_of, leave, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
STRANGER = "per_" + "a" * 24


@pytest.fixture(autouse=True)
def _payer(aws: dict[str, Any]) -> None:
    assert aws
    payer_of("tryg")


def simulate(by: dict[str, Any] | None = None, **more: Any) -> Any:
    asked = {"cause": "leisure", "treatment": {"type": "physiotherapy"}, **more}
    call = event("POST", "/v1/coverage/simulate", by=by or member(ANNA), body=asked, key=None)
    return ask(handler, call)


def rules(answer: Any) -> set[str]:
    assert answer.status == 200, answer.body
    return {step["rule"] for step in answer.body["trail"]}


def test_a_member_simulates_for_themselves_without_an_idempotency_key() -> None:
    insured_of(policy_of("tryg", "SF1706"))
    answer = simulate()
    assert (answer.status, answer.body["policyNumber"]) == (200, "P-SF1706")
    assert answer.body["missing"]


@pytest.mark.parametrize("cause, product", [("work", "SA1706"), ("leisure", "SF1706")])
def test_the_cause_chooses_the_policy(cause: str, product: str) -> None:
    for of in ("SA1706", "SF1706"):
        insured_of(policy_of("tryg", of))
    assert simulate(cause=cause).body["product"] == product


def test_a_person_in_no_policy_gets_a_decision_by_rule_and_no_error() -> None:
    answer = simulate()
    assert answer.body["outcome"] == "not-covered"
    assert "R-201" in rules(answer)


def test_a_parent_simulates_for_a_child_under_fifteen() -> None:
    policy_id = policy_of("tryg")
    anna = insured_of(policy_id)
    child = insured_of(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna)
    assert simulate(personId=child).body["policyNumber"] == "P-SF1706"


def test_a_child_past_its_fifteenth_birthday_and_a_stranger_are_the_same_404() -> None:
    policy_id = policy_of("tryg")
    anna = insured_of(policy_id)
    teenager = insured_of(policy_id, cpr=cpr_of_age(15), relation="child", mainInsuredPersonId=anna)
    spouse = insured_of(policy_id, cpr="0202821234", relation="spouse", mainInsuredPersonId=anna)
    answers = [simulate(personId=whom) for whom in (teenager, spouse, STRANGER)]
    assert {answer.status for answer in answers} == {404}
    assert answers[0].body == answers[1].body == answers[2].body


def test_staff_simulate_for_persons_of_their_payer_and_others_are_not_insured() -> None:
    payer_of("gjensidige")
    anna = insured_of(policy_of("tryg"))
    assert simulate(staff("caseworker", payer="tryg"), personId=anna).body["policyNumber"] == "P-SF1706"
    foreign = staff("caseworker", payer="gjensidige")
    answers = [simulate(foreign, personId=whom) for whom in (anna, STRANGER, "x")]
    assert rules(answers[0]) == {"R-201"}
    assert answers[0].body["outcome"] == "not-covered"
    assert answers[0].body == answers[1].body == answers[2].body


def test_a_holder_of_a_mandate_simulates_only_under_the_policy_of_its_case() -> None:
    leisure = policy_of("tryg", "SF1706")
    anna = insured_of(leisure)
    insured_of(policy_of("tryg", "SA1706"))
    claim_id = claim_of(member(ANNA), treatment={"type": "chiropractic"})
    assert simulate(member(BO), personId=anna).status == 404
    mandate_id = given(claim_id, "contact")
    assert simulate(member(BO), personId=anna, cause="leisure").body["product"] == "SF1706"
    assert simulate(member(BO), personId=anna, cause="work").body["product"] == "SF1706"
    revoke(claim_id, mandate_id)
    assert simulate(member(BO), personId=anna).body == simulate(member(BO), personId=STRANGER).body


def test_a_teenager_may_give_a_parent_a_mandate_to_simulate() -> None:
    policy_id = policy_of("tryg")
    anna, cpr = insured_of(policy_id), cpr_of_age(15)
    teenager = insured_of(policy_id, cpr=cpr, relation="child", mainInsuredPersonId=anna)
    claim_id = claim_of(member(cpr), treatment={"type": "chiropractic"})
    assert simulate(personId=teenager).status == 404
    given(claim_id, "act", to=ANNA, by=member(cpr))
    assert simulate(personId=teenager).status == 200


@pytest.mark.parametrize("product, cause, clause", [("SA1706", "work", "5.1"), ("SF1706", "leisure", "5.1")])
def test_a_treatment_before_the_policy_began_is_not_covered_until_its_first_day(
    product: str, cause: str, clause: str
) -> None:
    insured_of(policy_of("tryg", product), enrolledOn="2024-03-14")
    known: dict[str, Any] = {
        "cause": cause,
        "condition": {
            "arisenOn": "2024-03-01",
            "diagnosedOn": "2024-03-01",
            "chronic": False,
            "arisenAbroad": False,
            "circumstances": [],
        },
    }
    early = {"type": "chiropractic", "startsOn": "2024-03-13", "country": "DK", "inNetwork": True}
    answer = simulate(treatment=early, **known)

    assert (answer.status, answer.body["outcome"]) == (200, "not-covered")
    (step,) = [step for step in answer.body["trail"] if step["rule"] == "R-501"]
    assert (step["clause"], step["effect"]) == (clause, "wait")
    later = simulate(treatment={**early, "startsOn": "2024-03-14"}, **known)
    assert "R-501" not in {step["rule"] for step in later.body["trail"]}


def test_a_treatment_before_the_policy_began_names_the_day_on_which_it_is_covered() -> None:
    insured_of(policy_of("tryg", "SF1706"), enrolledOn="2024-03-14", seniorityFrom="2020-01-01")
    onset = {f"condition__{name}": "2024-01-10" for name in ("arisenOn", "symptomsFrom", "diagnosedOn")}
    answer = simulate(**body(**onset, treatment__startsOn="2024-03-01"))

    assert (answer.status, answer.body["outcome"]) == (200, "not-covered")
    assert answer.body["coveredFrom"] == "2024-03-14"


def test_every_fault_of_a_question_about_an_early_treatment_is_reported() -> None:
    insured_of(policy_of("tryg", effectiveFrom="2025-06-01"))
    early = {"type": "physiotherapy", "startsOn": "2025-05-31", "sessions": 0}
    found = simulate(treatment=early, evidence={"referral": "a friend's"})

    assert {fault["pointer"] for fault in found.body["errors"]} == {
        "/treatment/sessions",
        "/evidence/referral",
    }


def test_a_treatment_is_early_only_when_every_fitting_policy_began_later() -> None:
    insured_of(policy_of("tryg", "SF1706", number="new"), enrolledOn="2025-01-01")
    insured_of(policy_of("tryg", "SF1706", number="old"), enrolledOn="2022-01-01")
    insured_of(policy_of("tryg", "SA1706"), enrolledOn="2025-01-01")
    early = {"type": "physiotherapy", "startsOn": "2023-06-01"}
    assert "R-501" not in rules(simulate(cause="leisure", treatment=early))
    assert "R-501" in rules(simulate(cause="work", treatment=early))
    assert "R-501" not in rules(simulate(cause="unknown", treatment=early))


@pytest.mark.parametrize(
    "language, text",
    [
        ("da", "Feltet findes ikke her (mente du chronic?)."),
        ("nb", "Feltet finnes ikke her (mente du chronic?)."),
        ("en", "There is no such field here (did you mean chronic?)."),
    ],
)
def test_a_misspelt_fact_is_a_fault_that_names_the_nearest(language: str, text: str) -> None:
    asked = {"cause": "leisure", "treatment": {"type": "surgery"}, "condition": {"chronik": True}}
    call = event("POST", "/v1/coverage/simulate", by=member(ANNA), body=asked, key=None)
    call["headers"]["accept-language"] = language
    answer = ask(handler, call)

    assert answer.status == 422
    assert [(fault["pointer"], fault["detail"]) for fault in answer.body["errors"]] == [
        ("/condition/chronik", text)
    ]


def test_after_the_end_of_cover_the_report_is_found_in_the_persons_claims_or_asked_for() -> None:
    policy_id = policy_of("tryg", "SF1706")
    anna = insured_of(policy_id, enrolledOn="2024-01-01")
    condition = {"category": "injury", "arisenOn": "2026-01-10"}
    claim_of(treatment={"type": "chiropractic"}, condition=condition)
    left = local_day(clock.now(), "DK")
    leave(policy_id, anna, left.isoformat())
    asked = body(
        condition__arisenOn="2026-01-10",
        condition__symptomsFrom="2026-01-10",
        condition__diagnosedOn="2026-01-10",
        treatment__type="chiropractic",
        treatment__startsOn=(left + timedelta(days=3)).isoformat(),
        asOf=(left + timedelta(days=1)).isoformat(),
    )
    other = {**asked, "condition": {**asked["condition"], "category": "illness"}}

    assert "evidence.reportedOn" not in simulate(**asked).body["missing"]
    assert "evidence.reportedOn" in simulate(**other).body["missing"]


def test_staff_must_name_the_person() -> None:
    answer = simulate(staff("caseworker"))
    assert (answer.status, answer.body["errors"][0]["pointer"]) == (422, "/personId")


def test_every_fault_of_the_question_is_reported_at_once() -> None:
    answer = simulate(cause="fate", treatment={"type": "leeches", "sessions": 0}, asOf="today")
    assert answer.status == 422
    pointers = {fault["pointer"] for fault in answer.body["errors"]}
    assert pointers >= {"/cause", "/treatment/type", "/treatment/sessions", "/asOf"}


@pytest.mark.parametrize("body", ["[]", "null", '"x"', "{", ""])
def test_a_body_that_is_not_a_question_is_refused_without_a_bug(body: str) -> None:
    call = event("POST", "/v1/coverage/simulate", by=member(ANNA), body=body, key=None)
    assert ask(handler, call).status in (400, 422)


def test_the_details_are_in_the_callers_language() -> None:
    insured_of(policy_of("tryg"))
    body = {"cause": "leisure", "treatment": {"type": "physiotherapy"}}
    said = []
    for language in ("da", "en"):
        headers = {"accept-language": language}
        call = event("POST", "/v1/coverage/simulate", by=member(ANNA), body=body, headers=headers, key=None)
        said.append([step["detail"] for step in ask(handler, call).body["trail"]])
    assert said[0] != said[1]


def test_a_simulation_changes_nothing(aws: dict[str, Any]) -> None:
    insured_of(policy_of("tryg"))
    before = aws["dynamodb"].scan(TableName="outbox")["Count"]
    simulate()
    assert aws["dynamodb"].scan(TableName="outbox")["Count"] == before


@pytest.mark.parametrize("by", [staff("network", payer=None), member(cpr="", **{"dk.cvr": "12345674"})])
def test_only_members_and_staff_of_a_payer_may_simulate(by: dict[str, Any]) -> None:
    assert simulate(by).status == 403


def reserve(
    person_id: PersonId, sessions: int, claim_id: ClaimId = ClaimId("clm_1"), treatment: str = "reflexology"
) -> None:
    today = local_day(datetime.now(UTC))
    portion = Portion("tsk_1", today, sessions, today, today + timedelta(days=90), Money.of(300))
    purpose = Purpose(claim_id, "SF1706", "P-SF1706", "injury", date(2026, 1, 1))
    store = DynamoBenefits()
    before = store.ledger("tryg", person_id)
    after = before.reserve(GuaranteeId(f"gar_{treatment}"), purpose, treatment, False, portion)
    tables.commit(store.replacement(before, after))


def used(answer: Any, rule: str = "R-842") -> Any:
    """What is used or reserved by the row of a rule."""
    facts = next(step["facts"] for step in answer.body["trail"] if step["rule"] == rule)
    return facts["used"] + facts.get("reserved", 0)


def outside(**more: Any) -> dict[str, Any]:
    day = local_day(datetime.now(UTC))
    return {
        "treatment": {"type": "reflexology", "startsOn": str(day), "inNetwork": False, "sessions": 5},
        **more,
    }


def test_grants_on_the_platform_count_beside_the_history_in_the_body() -> None:
    anna = insured_of(policy_of("tryg"))
    told = {"treatmentType": "reflexology", "on": str(local_day(datetime.now(UTC))), "sessions": 2}
    body = outside(history=[{**told, "inNetwork": False, "conditionKey": "other"}])
    assert used(simulate(**body)) == 2
    reserve(anna, 3)
    assert used(simulate(**body)) == 5


@pytest.mark.parametrize(
    "role, known", [("caseworker", 3), ("finance", 3), ("quality", 3), ("underwriting", 0)]
)
def test_only_staff_who_may_read_cases_see_what_a_person_was_treated_for(role: str, known: int) -> None:
    anna = insured_of(policy_of("tryg"))
    reserve(anna, 3)
    assert used(simulate(staff(role), personId=anna, **outside())) == known


def test_a_grant_counts_neither_before_its_first_day_nor_after_its_last() -> None:
    anna = insured_of(policy_of("tryg", policyYearStart="01-01"))
    today = local_day(datetime.now(UTC))
    reserve(anna, 3)
    assert used(simulate(**outside())) == 3
    assert used(simulate(**outside(asOf=str(today - timedelta(days=1))))) == 0
    assert used(simulate(**outside(asOf=str(today + timedelta(days=91))))) == 0


def test_every_policy_is_an_alternative_in_and_out_of_the_network() -> None:
    for product in ("SA1706", "SF1706"):
        insured_of(policy_of("tryg", product))
    cost = {"amount": "400.00", "currency": "DKK"}
    answer = simulate(treatment={"type": "chiropractic", "sessions": 3, "cost": cost})
    found = {(one["product"], one["inNetwork"]) for one in answer.body["alternatives"]}
    assert found == {(product, inside) for product in ("SA1706", "SF1706") for inside in (True, False)}
    assert set(answer.body["alternatives"][0]) >= {"outcome", "payable", "memberPays", "settlement", "rules"}
    assert simulate(by=member("0505901234")).body["alternatives"] == []


def test_a_denial_names_the_next_steps_and_the_contact() -> None:
    insured_of(policy_of("tryg"))
    answer = simulate(treatment={"type": "hospice"})
    assert answer.body["outcome"] == "not-covered"
    steps = {step["kind"]: step for step in answer.body["nextSteps"]}
    assert {"public-help", "medical-advice"} <= set(steps)
    assert steps["medical-advice"]["contact"]["phone"] == "70 11 20 20"
    assert simulate().body["nextSteps"] == []


def test_a_mandate_shows_only_the_history_of_the_treatment_of_its_case() -> None:
    anna = insured_of(policy_of("tryg"))
    reserve(anna, 3)
    given(claim_of(member(ANNA), treatment={"type": "chiropractic"}), "act")
    assert used(simulate(member(BO), **outside(personId=anna))) == 0
    given(claim_of(member(ANNA), treatment={"type": "reflexology"}), "act")
    assert used(simulate(member(BO), **outside(personId=anna))) == 3


def test_staff_see_only_the_grants_of_their_own_payer() -> None:
    payer_of("gjensidige")
    anna = insured_of(policy_of("tryg"))
    by = staff("underwriting", payer="gjensidige")
    assert enrol(policy_of("gjensidige"), by=by).status == 201
    reserve(anna, 3)
    assert used(simulate(staff("caseworker"), **outside(personId=anna))) == 3
    assert used(simulate(staff("caseworker", payer="gjensidige"), **outside(personId=anna))) == 0


def test_staff_read_what_the_member_would_be_asked_after_a_simulation() -> None:
    anna = insured_of(policy_of("tryg"), enrolledOn="2024-03-14")
    early = {"type": "physiotherapy", "startsOn": "2024-03-13"}
    of_staff = simulate(staff("caseworker"), personId=anna, treatment=early).body["nextSteps"]
    of_member = simulate(treatment=early).body["nextSteps"]
    assert [step["text"] for step in of_staff] == [f"Medlemmet læser: »{step['text']}«" for step in of_member]
    assert of_staff
