"""From the 15th birthday on nobody is confirmed for a child, also before the hand-over has run (F4-20)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from helsebro.local_day import local_day
from helsebro_aws.identity.dynamo_custody import DynamoCustody
from helsebro_aws.platform import clock
from tests.builders.calls import member
from tests.builders.decisions import decide, tasks_in
from tests.builders.people.families import MOTHER, STRANGER, UNDERWRITER, TwoEmployers, family
from tests.builders.policies import CARL

pytestmark = pytest.mark.usefixtures("aws")
YES, NO = {"decision": "approve", "reason": "Papers seen"}, {"decision": "deny", "reason": "Not the parent"}


def tasks() -> list[dict[str, Any]]:
    return list(tasks_in("underwriting", UNDERWRITER).body["items"])


def turns_fifteen(case: TwoEmployers) -> None:
    """Moves the stored birthday to yesterday; the clock of the hand-over has not run yet."""
    custodies = DynamoCustody()
    found = custodies.find(case.child)
    assert found
    yesterday = local_day(clock.now()) - timedelta(days=1)
    custodies.tables.commit(custodies.storing(replace(found, own_from=yesterday)))


def test_from_the_birthday_on_no_proposal_is_approved_or_seen() -> None:
    case = TwoEmployers()
    assert family(case.child, member(STRANGER)).status == 200
    (task,) = tasks()
    turns_fifteen(case)
    assert family(case.child, member(STRANGER)).status == 404
    for by in (member(CARL), member(MOTHER), UNDERWRITER):
        assert family(case.child, by).body["proposed"] == []
    refused = decide(task["taskId"], YES, by=UNDERWRITER)
    assert (refused.status, refused.body["code"]) == (409, "child-of-age")
    assert [each["taskId"] for each in tasks()] == [task["taskId"]]
    assert decide(task["taskId"], NO, by=UNDERWRITER).status == 200
    assert tasks() == []


def test_whom_underwriting_rejected_reads_why_until_the_birthday() -> None:
    case = TwoEmployers()
    decide(tasks()[0]["taskId"], NO, by=UNDERWRITER)
    assert family(case.child, member(STRANGER)).status == 200
    turns_fifteen(case)
    assert family(case.child, member(STRANGER)).status == 404
