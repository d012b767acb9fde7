from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from functions.policies.members.handler import handler

from helsebro.caller import UNDERWRITING, Caller
from helsebro.events import Event
from helsebro.policies.policy import PolicyChange
from helsebro.receipt import Receipt
from helsebro_aws.policies.dynamo_policies import DynamoPolicies
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import claim_of
from tests.builders.mandates import given, revoke
from tests.builders.people.families import FATHER, TwoEmployers
from tests.builders.policies import ANNA, BO, CARL, cpr_of_age, enrol, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def _payer(aws: dict[str, Any]) -> None:
    assert aws
    payer_of("tryg")


def me(cpr: str = ANNA, **claims: Any) -> Any:
    return ask(handler, event("GET", "/v1/me", by=member(cpr, **claims)))


def test_a_member_sees_their_own_data_policies_and_family() -> None:
    work, leisure = policy_of("tryg", "SA1706"), policy_of("tryg", "SF1706")
    anna = insured_of(work, email="anna@example.org")
    insured_of(leisure, email="anna@example.org")
    insured_of(leisure, cpr=BO, name="Bo Holm", relation="spouse", mainInsuredPersonId=anna)
    child = insured_of(leisure, cpr=CARL, name="Carl Holm", relation="child", mainInsuredPersonId=anna)
    answer = me()
    assert answer.status == 200
    assert (answer.body["person"]["personId"], answer.body["person"]["name"]) == (anna, "Anna Holm")
    assert {policy["product"] for policy in answer.body["policies"]} == {"SA1706", "SF1706"}
    assert {policy["payer"] for policy in answer.body["policies"]} == {"tryg"}
    family = {one["name"]: one for one in answer.body["family"]}
    assert family["Carl Holm"]["personId"] == child
    assert {name: one["access"] for name, one in family.items()} == {"Bo Holm": "none", "Carl Holm": "full"}


def test_a_later_enrolment_without_an_address_hides_none() -> None:
    work, leisure = policy_of("tryg", "SA1706"), policy_of("tryg", "SF1706")
    insured_of(work, email="anna@example.org", phone="20 11 22 33", enrolledOn="2020-01-01")
    insured_of(leisure, enrolledOn="2024-01-01")
    person = me().body["person"]
    assert (person["email"], person["phone"]) == ("anna@example.org", "20 11 22 33")


def test_a_policy_is_shown_as_it_is_today_and_its_end_is_the_members_last_day() -> None:
    policy_id = policy_of("tryg")
    insured_of(policy_id)
    known = DynamoPolicies().visible(policy_id, Caller("s", frozenset({UNDERWRITING}), payer="tryg"))
    smaller = PolicyChange("ntc_1", date(2026, 1, 1), modules=frozenset({"health"}))
    later = PolicyChange("ntc_2", date(2999, 1, 1), ends=True)
    told = Event("policy.noticed", datetime.now(UTC), "tryg")
    for place, change in enumerate((smaller, later)):
        known = known.changed(change)
        DynamoPolicies().change(known, told, Receipt(f"r{place}", "f", 201, {}))
    (policy,) = me().body["policies"]
    assert (policy["modules"], policy["leftOn"]) == (["health"], "2998-12-31")


def test_the_answer_holds_no_national_number() -> None:
    insured_of(policy_of("tryg"))
    assert ANNA not in str(me().body)


@pytest.mark.parametrize("in_days, expected", [(1, "full"), (0, "none"), (-1, "none")])
def test_access_to_a_child_ends_on_the_fifteenth_birthday(in_days: int, expected: str) -> None:
    policy_id = policy_of("tryg")
    anna = insured_of(policy_id)
    cpr = cpr_of_age(15, birthday_in_days=in_days)
    insured_of(policy_id, cpr=cpr, relation="child", mainInsuredPersonId=anna, enrolledOn="2026-01-01")
    assert [one["access"] for one in me().body["family"]] == [expected]


def test_a_child_under_15_sees_who_decides_for_it_and_a_stranger_has_no_family() -> None:
    policy_id = policy_of("tryg")
    anna = insured_of(policy_id)
    insured_of(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna)
    [guardian] = me(CARL).body["family"]
    assert (guardian["personId"], guardian["name"], guardian["decidesForYou"]) == (anna, "Anna Holm", True)
    assert (guardian["access"], guardian["age"]) == ("none", None), "what a child may see of a parent"
    assert me("0505901234").body["policies"] == me("0505901234").body["family"] == []


def test_a_child_of_15_has_no_guardian_in_its_family() -> None:
    policy_id, cpr = policy_of("tryg"), cpr_of_age(15)
    anna = insured_of(policy_id)
    insured_of(policy_id, cpr=cpr, relation="child", mainInsuredPersonId=anna)
    assert me(cpr).body["family"] == []


def test_a_proposed_guardian_is_not_in_the_family_of_the_child() -> None:
    family = TwoEmployers(FATHER)
    assert [one["personId"] for one in me(CARL).body["family"]] == [family.mother]


def test_a_mandate_is_shown_in_the_family_and_in_the_list_until_it_is_revoked() -> None:
    policy_id, cpr = policy_of("tryg"), cpr_of_age(16)
    anna = insured_of(policy_id)
    teenager = insured_of(policy_id, cpr=cpr, relation="child", mainInsuredPersonId=anna)
    claim_id = claim_of(member(cpr), treatment={"type": "chiropractic"})
    mandate_id = given(claim_id, "contact", to=ANNA, by=member(cpr))
    found = me().body
    assert [one["access"] for one in found["family"]] == ["mandate"]
    held = {"mandateId": mandate_id, "claimId": claim_id, "personId": teenager, "powers": ["contact"]}
    assert found["mandates"] == [held]
    assert me(cpr).body["mandates"] == []
    revoke(claim_id, mandate_id, member(cpr))
    assert [one["access"] for one in me().body["family"]] == ["none"]
    assert me().body["mandates"] == []


def test_a_mandate_can_be_given_by_number_to_a_person_outside_the_family() -> None:
    insured_of(policy_of("tryg"))
    given(claim_of(treatment={"type": "chiropractic"}), "act", to=BO)
    found = me(BO).body
    assert [one["powers"] for one in found["mandates"]] == [["act"]]
    assert (found["family"], found["policies"]) == ([], [])


def test_a_child_insured_twice_is_shown_once() -> None:
    first, second = policy_of("tryg", number="A"), policy_of("tryg", number="B")
    anna = insured_of(first)
    for policy_id in (first, second):
        insured_of(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna)
    assert len(me().body["family"]) == 1


def test_a_member_sees_the_policies_of_two_payers() -> None:
    payer_of("gjensidige")
    insured_of(policy_of("tryg"))
    enrol(policy_of("gjensidige"), by=staff("underwriting", payer="gjensidige"))
    assert [policy["payer"] for policy in me().body["policies"]] == ["gjensidige", "tryg"]


@pytest.mark.parametrize(
    "by, status",
    [
        (None, 401),
        (member(acr="low"), 401),
        (member(cpr="", **{"dk.cvr": "12345674"}), 403),
        (staff("caseworker"), 403),
    ],
)
def test_only_a_member_can_read_me(by: Any, status: int) -> None:
    assert ask(handler, event("GET", "/v1/me", by=by)).status == status
