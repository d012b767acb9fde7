"""Small price rises at once: they never exceed five percent a year, however many are sent (R-1409).

Every thread reads the policy and its notices before the first one writes. The control leaves out the
condition on the policy's version, and the price then rises by far more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest

from helsebro.caller import UNDERWRITING, Caller
from helsebro.coverage.terms.product import product
from helsebro.errors import Conflict
from helsebro.ids import PolicyId
from helsebro.local_day import local_day
from helsebro.notices.notice import Notice
from helsebro.notices.rules import Known, must_stand
from helsebro.receipt import Receipt
from helsebro_aws.notices.dynamo_notices import DynamoNotices
from helsebro_aws.policies.dynamo_policies import DynamoPolicies
from tests.builders.policies import payer_of, policy_of
from tests.promises.atomic_dynamodb import atomic_transactions, never
from tests.suite.sizes import size

AT_ONCE = size(16, 64)
UNDERWRITER = Caller("s", frozenset({UNDERWRITING}), payer="tryg")


def today() -> date:
    return local_day(datetime.now(UTC))


def due() -> date:
    """The next main due date: soon, so that a notice is small."""
    day = today() + timedelta(days=3)
    # No leap day: it would be another day in other years.
    return day + timedelta(days=(day.month, day.day) == (2, 29))


@pytest.fixture
def policy_id(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    day = due().strftime("%m-%d")
    return policy_of("tryg", policyYearStart=day, premiumDue=[day])


def is_policy(operation: Mapping[str, Any]) -> bool:
    return bool(operation.get("Item", {}).get("sk", {}).get("S") == "POLICY")


def send(policy_id: PolicyId, number: int, all_have_read: Barrier) -> bool:
    """Sends a rise of four percent; returns whether it was accepted."""
    notices = DynamoNotices()
    policy = DynamoPolicies().visible(policy_id, UNDERWRITER)
    known = Known(policy, product(policy.product), today(), notices.all_of(policy))
    all_have_read.wait(timeout=60)
    name = f"ntc_{number:02}"
    rise = Notice(name, "tryg", policy_id, "small-price", "payer", today(), due(), percent=Decimal(4))
    must_stand(rise, known)
    try:
        notices.take(rise, policy, Receipt(name, "f", 201, {}))
    except Conflict:
        return False
    return True


def sent_at_once(policy_id: PolicyId, unguarded: Callable[[Mapping[str, Any]], bool]) -> int:
    """Sends many rises at once; returns how many were accepted."""
    all_have_read = Barrier(AT_ONCE)
    with atomic_transactions(unguarded), ThreadPoolExecutor(AT_ONCE) as pool:
        answers = [pool.submit(send, policy_id, number, all_have_read) for number in range(AT_ONCE)]
        taken = sum(answer.result() for answer in answers)
    policy = DynamoPolicies().visible(policy_id, UNDERWRITER)
    assert len(DynamoNotices().all_of(policy)) == taken
    return taken


def test_one_of_many_rises_sent_at_once_is_accepted(policy_id: PolicyId) -> None:
    assert sent_at_once(policy_id, never) == 1


def test_control_without_the_condition_on_the_policy_the_rises_exceed_five_percent(
    policy_id: PolicyId,
) -> None:
    assert sent_at_once(policy_id, is_policy) > 1
