"""A task about a client who needs another clinic is closed by a match, or with a reason (F1-18)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.bookings.booked_clinics import standing_sessions
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.matching.left_clients import LeftClients
from tests.builders.calls import ask, signed
from tests.builders.clinics.matches import decline, insured_guarantee, match
from tests.builders.decisions import decide, tasks_in
from tests.builders.network import SECRET, Stage, clinic_practitioners, staged

pytestmark = pytest.mark.usefixtures("aws")


def matched() -> tuple[Guarantee, Stage]:
    """Returns a guarantee that is matched to a practitioner."""
    guarantee, stage = insured_guarantee(), staged()
    answer = match(guarantee, stage)
    assert answer.status == 200, answer.body
    return guarantee, stage


def only_task() -> dict[str, Any]:
    """Returns the only open task."""
    [task] = tasks_in().body["items"]
    return dict(task)


def test_the_task_of_a_decline_is_closed_by_a_match_or_with_a_reason() -> None:
    guarantee, first = matched()
    second = staged("bo")
    decline(guarantee, first)
    task_id = only_task()["taskId"]
    refused = decide(task_id, {"decision": "approve"})
    assert (refused.status, [fault["code"] for fault in refused.body["errors"]]) == (422, ["match-or-reason"])
    assert match(guarantee, second, version=3).status == 200
    assert decide(task_id, {"decision": "approve"}).status == 200


def test_a_client_who_is_not_matched_again_has_a_reason_in_the_task() -> None:
    guarantee, first = matched()
    decline(guarantee, first)
    said = {"decision": "approve", "reason": "Klienten vil vente."}
    assert decide(only_task()["taskId"], said).status == 200


def test_a_decline_whose_guarantee_has_ended_since_is_closed_without_a_match() -> None:
    guarantee, first = matched()
    decline(guarantee, first)
    pk, sk = case_partition(guarantee.guarantee_id), f"GUARANTEE#{guarantee.guarantee_id}"
    tables.commit([Update(tables.settings.cases_table, pk, sk, set={"validUntil": "2020-01-01"})])
    assert decide(only_task()["taskId"], {"decision": "approve"}).status == 200


def test_the_task_about_a_practitioner_who_left_is_closed_by_the_same_rule() -> None:
    guarantee, first = matched()
    path = f"/v1/clinics/{first.clinic_id}/practitioners/{first.key}"
    left = ask(clinic_practitioners(), signed("DELETE", path, clinic_id=first.clinic_id, secret=SECRET))
    assert left.status == 204
    assert LeftClients(standing_sessions).run(first.practitioner_id) == 1
    task_id = only_task()["taskId"]
    assert decide(task_id, {"decision": "approve"}).status == 422
    version = DynamoGuarantees().find(guarantee.guarantee_id).version
    assert match(guarantee, staged("bo"), version=version).status == 200
    assert decide(task_id, {"decision": "approve"}).status == 200
