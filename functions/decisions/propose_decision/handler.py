"""Proposes the decision on a claim: what the coverage engine makes of it as it stands.

Trigger: the first step of the workflow ``claim-approval``. Input: the event ``claim.completed``, or just
``{"claimId","round"}``. Result: the input with ``proposed``, the outcome as ``POST /v1/coverage/simulate``
has it. The trail holds health facts and goes by no workflow's state: ``ask_staff`` stores it with the task.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.decisions.staff_question import Proposals
from helsebro_aws.platform.log import done
from helsebro_aws.tasks.workflow import ids_in

proposals = Proposals()


def handler(event: Mapping[str, Any], context: object) -> dict[str, Any]:
    """The input with the outcome; it reads and changes nothing, so it may run as often as it must."""
    claim = proposals.claims.find(str(ids_in(event)["claimId"]))
    outcome = proposals.of_claim(claim).outcome
    done("decision.proposed", claimId=claim.claim_id, proposed=outcome)
    return {**event, "proposed": outcome}
