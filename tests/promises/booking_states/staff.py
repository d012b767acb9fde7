"""What staff do with guarantees: they revoke one, or approve an extension of it."""

from __future__ import annotations

from datetime import date, timedelta

from helsebro.claims.claim import Claim
from helsebro.guarantees import extension
from helsebro.guarantees.extension import ExtensionRequest
from helsebro.guarantees.guarantee import Guarantee
from helsebro.tasks.subject import ExtensionReview
from helsebro.tasks.task import opened
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.guarantees.extend import GuaranteeExtension
from helsebro_aws.guarantees.issue import GuaranteeIssue
from helsebro_aws.guarantees.keys import extension_key
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.calls import Answered, ask, event, staff
from tests.builders.decisions import decide


class Unprinted(GuaranteeIssue):
    """Prints no paper."""

    def print_papers(self, guarantee: Guarantee, claim: Claim) -> None:
        """Prints none."""


UNPRINTED = GuaranteeExtension(issue=Unprinted())


def revoke(guarantee: Guarantee, version: int) -> Answered:
    """Returns the answer to staff who revoke it."""
    from functions.guarantees.guarantees.handler import handler

    path, match = f"/v1/guarantees/{guarantee.guarantee_id}/revoke", {"if-match": f'"{version}"'}
    by, body = staff("caseworker"), {"reason": "Granted by mistake"}
    return ask(handler, event("POST", path, by=by, body=body, headers=match))


def extend(guarantee: Guarantee, until: date) -> Answered:
    """Returns the answer to staff who grant one session more until a day; then its clinic is notified."""
    at, claim = clock.now(), DynamoClaims().find(guarantee.claim_id)
    asked = extension.by_member(claim, [guarantee], ExtensionRequest("More"), at, clock.randomness())
    key = as_attributes(extension_key(asked.extension_id))
    tables.commit([Put(tables.settings.cases_table, {**key, **to_item(asked.reviewed())})])
    subject = ExtensionReview(asked.claim_id, asked.extension_id, asked.guarantee_id)
    task = opened("extensions", subject, at, timedelta(days=1))
    DynamoTasks().open(task, task.task_id, {})
    grant = {"sessions": 1, "validUntil": until.isoformat()}
    answer = decide(task.task_id, {"decision": "approve", "grant": grant})
    if answer.status == 200:
        UNPRINTED.run(asked.extension_id)
    return answer
