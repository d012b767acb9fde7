"""The consents behind a list of tasks: which of the tasks are of a case without one in force."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from helsebro.ids import ClaimId, TaskId
from helsebro.local_day import local_day
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.platform import clock

GRANTING = ("claims", "extensions", "refunds")
"""The queues whose approvals grant something."""


def without_consent(
    found: Sequence[Task], claim_key: Callable[[ClaimId], Key], on: Tables = tables
) -> frozenset[TaskId]:
    """Returns the tasks that could grant something on a claim without a consent in force.

    All of the claims are read in one call; ``claim_key`` returns where a claim is stored.
    """
    of_claims = {task.task_id: task.claim_id for task in found if _could_grant(task)}
    keys = [claim_key(claim_id) for claim_id in sorted({*of_claims.values()})]
    lacking = {item["claimId"] for item in on.get_many(on.settings.cases_table, keys) if not _is_given(item)}
    return frozenset(task_id for task_id, claim_id in of_claims.items() if claim_id in lacking)


def _could_grant(task: Task) -> bool:
    return task.queue in GRANTING and task.has_workflow


def _is_given(claim: Item) -> bool:
    """Returns whether a stored claim's consent is in force today (``Claim.seen_on``).

    A list of tasks loads none of the code of claims, so it reads the two attributes.
    """
    expires_on = claim.get("consentExpiresOn")
    today = local_day(clock.now(), claim["country"]).isoformat()
    return claim["consent"] == "given" and (expires_on is None or today < expires_on)
