from __future__ import annotations

from typing import Any

import pytest
from functions.guarantees.verify.handler import handler

from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from tests.builders.calls import Answered, ask, event
from tests.builders.decisions import IN_HALF_A_YEAR, approved, insured_anna, issue, seal_key

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def reference(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    insured_anna()
    return DynamoGuarantees().find(issue(*approved())).case_reference


def verify(case_reference: str) -> Answered:
    return ask(handler, event("GET", f"/v1/verify/{case_reference}"))


def test_anyone_may_verify_a_guarantee_and_sees_no_personal_data(reference: str) -> None:
    answer = verify(reference)
    assert answer.status == 200
    assert answer.body == {
        "status": "active",
        "treatment": "chiropractic",
        "sessionsLeft": 3,
        "validUntil": IN_HALF_A_YEAR.isoformat(),
    }


def test_a_reference_in_small_letters_is_found(reference: str) -> None:
    assert verify(reference.lower()).status == 200


def test_held_sessions_are_not_left(reference: str) -> None:
    guarantee = DynamoGuarantees().by_case_reference(reference)
    pk, sk = case_partition(guarantee.guarantee_id), f"GUARANTEE#{guarantee.guarantee_id}"
    for used, expected in ((2, ("active", 1)), (3, ("used", 0))):
        tables.commit([Update(tables.settings.cases_table, pk, sk, set={"sessionsUsed": used})])
        shown = verify(reference).body
        assert (shown["status"], shown["sessionsLeft"]) == expected


@pytest.mark.parametrize("unknown", ["HB-AAAA-AAAA-AAAA-AAAA", "x", "gar_x", "HB%23x"])
@pytest.mark.usefixtures("aws")
def test_an_unknown_reference_is_404(unknown: str) -> None:
    assert verify(unknown).status == 404
