"""The claims behind a list of tasks: which have no consent in force, and whose they are.

A list of tasks loads none of the code of claims, so this reads single attributes of the stored claims.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helsebro.ids import ClaimId, PersonId, TaskId
from helsebro.local_day import local_day
from helsebro.tasks.subject import FamilyReview, OutsideCases
from helsebro.tasks.task import Task
from helsebro_aws.claims.keys import claim_key
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.enrolled.registered_names import NamedPerson, RegisteredNames

GRANTING = ("claims", "extensions", "refunds", "complaints")
"""The queues whose approvals grant something."""
PERSON, GUARDIAN = "personName", "guardianName"


@dataclass(frozen=True)
class TaskCases:
    """``without_consent`` are tasks that could grant something on a claim without a consent in force.

    ``names`` are those of the persons whom the subject of a task is about, by their field in it.
    """

    without_consent: frozenset[TaskId]
    names: Mapping[TaskId, Mapping[str, str]]


def cases_of(found: Sequence[Task], on: Tables = tables) -> TaskCases:
    """Returns the cases of a page of tasks: their claims are read in one call, and the names in another."""
    of_claims = {task.task_id: _claim_id(task) for task in found}
    keys = [claim_key(claim_id) for claim_id in sorted({*filter(None, of_claims.values())})]
    claims = {item["claimId"]: item for item in on.get_many(on.settings.cases_table, keys)}
    behind = {task.task_id: claims.get(of_claims[task.task_id]) for task in found}
    people = {task.task_id: _people(task, behind[task.task_id]) for task in found}
    names = RegisteredNames(on).of(person for named in people.values() for person in named.values())
    lacking = (task.task_id for task in found if _could_grant(task) and not _is_given(behind[task.task_id]))
    return TaskCases(
        frozenset(lacking),
        {
            task_id: {
                field: names[each.person_id] for field, each in named.items() if each.person_id in names
            }
            for task_id, named in people.items()
        },
    )


def _claim_id(task: Task) -> ClaimId | None:
    return None if isinstance(task.subject, OutsideCases) else task.claim_id


def _people(task: Task, claim: Item | None) -> Mapping[str, NamedPerson]:
    about = task.subject
    if isinstance(about, FamilyReview):
        child = NamedPerson(about.person_id, task.payer, about.policy_id)
        return {PERSON: child, GUARDIAN: NamedPerson(about.guardian_id, task.payer, about.policy_id)}
    if claim is None:
        return {}
    return {PERSON: NamedPerson(PersonId(claim["personId"]), task.payer, claim["policyId"])}


def _could_grant(task: Task) -> bool:
    return task.queue in GRANTING and task.has_workflow


def _is_given(claim: Item | None) -> bool:
    """Returns whether a stored claim's consent is in force today (``Claim.seen_on``)."""
    if claim is None:
        return True
    expires_on = claim.get("consentExpiresOn")
    today = local_day(clock.now(), claim["country"]).isoformat()
    return claim["consent"] == "given" and (expires_on is None or today < expires_on)
