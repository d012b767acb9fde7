"""Asks the engine again about open tasks after the facts of their claim, the cover, or a tariff changed.

Trigger: its queue, fed by the bus with ``claim.facts-changed`` {claimId, personId, round},
``guarantee.issued`` {guaranteeId, claimId}, after which a bill is held against what its case was granted, and
``tariff.changed`` {profession, service, version}, ``insured.left`` and ``insured.changed`` {policyId,
personId}, and ``policy.noticed``, ``premium.reminded`` and ``premium.paid`` {policyId}, with
``ReportBatchItemFailures``. Everything is read as it is now, so an event that is delivered
twice, late or out of order changes nothing wrongly.
"""

from __future__ import annotations

import json
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import ClaimId, PersonId, PolicyId
from helsebro_aws.claims.facts.awaited_proposals import AwaitedProposals
from helsebro_aws.decisions.proposal_refresh import ProposalRefresh
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform.log import done
from helsebro_aws.tasks.workflow import ids_in

COVER_CHANGED = ("insured.left", "insured.changed")
POLICY_CHANGED = ("policy.noticed", "premium.reminded", "premium.paid")
proposals, awaited = ProposalRefresh(), AwaitedProposals()
processor = MessageBatch()


def refresh(record: SQSRecord) -> None:
    """Refreshes the proposals of one message's claim or person, or those that hang on its tariff."""
    ids = ids_in(json.loads(record.body))
    if ids["type"] == "tariff.changed":
        tasks = proposals.of_tariff(ids["payer"], ids["profession"])
        done("proposals.refreshed", payer=ids["payer"], profession=ids["profession"], tasks=len(tasks))
        return
    if ids["type"] in COVER_CHANGED:
        tasks = proposals.of_person(ids["payer"], PersonId(ids["personId"]))
        done("proposals.refreshed", payer=ids["payer"], policyId=ids["policyId"], tasks=len(tasks))
        return
    if ids["type"] in POLICY_CHANGED:
        tasks = proposals.of_policy(ids["payer"], PolicyId(ids["policyId"]))
        done("proposals.refreshed", payer=ids["payer"], policyId=ids["policyId"], tasks=len(tasks))
        return
    claim_id = ClaimId(ids["claimId"])
    refreshed = proposals.run(claim_id)
    awaited.made(claim_id, ids["eventId"])
    done("proposals.refreshed", claimId=claim_id, tasks=len(refreshed))


def handler(event: dict[str, Any], context: Any) -> Any:
    """Returns the messages that must come again."""
    return process_partial_response(event, refresh, processor, context)
