"""Whom a policy insures, as underwriting and the employer see it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.policies.policies.handler import handler

from helsebro.ids import PolicyId
from helsebro.local_day import local_day
from helsebro_aws.backfills.listed_insured import LISTED_INSURED
from helsebro_aws.backfills.run import BackfillRun
from helsebro_aws.dynamodb.tables import Update, tables
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.policies import ANNA, BO, CARL, EMPLOYER_CVR, insured_of, leave, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
UNDERWRITER = staff("underwriting", payer="tryg")
EMPLOYER = member(**{"dk.cvr": EMPLOYER_CVR})


@pytest.fixture
def policy_id(aws: dict[str, Any]) -> PolicyId:
    assert aws
    payer_of("tryg")
    return policy_of("tryg")


@pytest.fixture
def family(policy_id: PolicyId) -> tuple[str, str, str]:
    """Anna, her spouse and her child."""
    anna = insured_of(policy_id, name="Anna Holm")
    bo = insured_of(policy_id, cpr=BO, name="Bo Holm", relation="spouse", mainInsuredPersonId=anna)
    carl = insured_of(policy_id, cpr=CARL, name="Carl Holm", relation="child", mainInsuredPersonId=anna)
    return anna, bo, carl


def listed(policy_id: str, query: str = "", by: dict[str, Any] = UNDERWRITER) -> Answered:
    return ask(handler, event("GET", f"/v1/policies/{policy_id}/insured{query}", by=by))


def names(policy_id: str, query: str = "") -> list[str]:
    return [insured["name"] for insured in listed(policy_id, query).body["items"]]


def test_an_employee_stands_before_the_family_and_no_number_is_shown(
    policy_id: PolicyId, family: tuple[str, str, str]
) -> None:
    answer = listed(policy_id)
    first, *others = answer.body["items"]
    assert first == {
        "personId": family[0],
        "name": "Anna Holm",
        "relation": "employee",
        "scheme": "company",
        "mainInsuredPersonId": None,
        "enrolledOn": "2020-01-01",
        "leftOn": None,
    }
    assert {(each["name"], each["mainInsuredPersonId"]) for each in others} == {
        ("Bo Holm", family[0]),
        ("Carl Holm", family[0]),
    }
    assert not any(number in str(answer.body) for number in (ANNA, BO, CARL))


def test_the_employer_sees_the_same_and_others_nothing(
    policy_id: PolicyId, family: tuple[str, str, str]
) -> None:
    assert len(family) == len(listed(policy_id, by=EMPLOYER).body["items"])
    strangers = (member(**{"dk.cvr": "87654321"}), staff("underwriting", payer="gjensidige"))
    assert [listed(policy_id, by=by).status for by in strangers] == [404, 404]
    assert listed(policy_id, by=staff("caseworker")).status == 403


def test_the_list_is_of_one_relation_or_of_those_who_left_or_have_not(
    policy_id: PolicyId, family: tuple[str, str, str]
) -> None:
    _, bo, carl = family
    today = local_day(datetime.now(UTC))
    leave(policy_id, bo, (today - timedelta(days=1)).isoformat())
    leave(policy_id, carl, today.isoformat())
    assert names(policy_id, "?relation=child") == ["Carl Holm"]
    assert names(policy_id, "?left=true") == ["Bo Holm"]
    assert names(policy_id, "?left=false") == ["Anna Holm", "Carl Holm"]
    [left] = listed(policy_id, "?left=true").body["items"]
    assert left["leftOn"] == (today - timedelta(days=1)).isoformat()


def test_the_list_has_pages(policy_id: PolicyId, family: tuple[str, str, str]) -> None:
    first = listed(policy_id, "?limit=2").body
    second = listed(policy_id, f"?limit=2&cursor={first['nextCursor']}").body
    assert second["nextCursor"] is None
    assert {each["personId"] for each in (*first["items"], *second["items"])} == set(family)


@pytest.mark.parametrize("query", ["?relation=boss&left=perhaps", "?relation=&left="])
def test_every_fault_of_the_query_is_named(policy_id: PolicyId, query: str) -> None:
    answer = listed(policy_id, query)
    faults = [(fault["pointer"], fault["code"]) for fault in answer.body["errors"]]
    assert (answer.status, faults) == (400, [("/relation", "unknown-relation"), ("/left", "not-a-boolean")])


def test_who_was_enrolled_before_the_list_is_listed_by_the_backfill(policy_id: PolicyId) -> None:
    anna = insured_of(policy_id, name="Anna Holm")
    key = (f"tryg#{anna}", f"INSURED#{policy_id}")
    tables.commit([Update("people", *key, set={"v": 1}, remove=("listPk", "listSk"))])
    assert names(policy_id) == []
    run = [BackfillRun().run(LISTED_INSURED, dry_run=False, cursor=None, pages=100) for _ in range(2)]
    assert run[1].changed == 0
    assert names(policy_id) == ["Anna Holm"]
