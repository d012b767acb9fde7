"""Proposes the decision on a claim: the coverage engine's outcome with its trail.

Trigger: the first step of the workflow ``claim-approval``. Input: the event ``claim.completed``, or just
``{"claimId","round"}``. Result: the input with ``proposal``, shaped as the answer of
``POST /v1/coverage/simulate``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.log import done
from helsebro_aws.staff_question import Proposals
from helsebro_aws.workflow import ids_in

proposals = Proposals()


def handler(event: Mapping[str, Any], context: object) -> dict[str, Any]:
    """The input with the proposal; it reads and changes nothing, so it may run as often as it must."""
    claim_id = str(ids_in(event)["claimId"])
    proposal = proposals.of_claim(claim_id)
    done("decision.proposed", claimId=claim_id, proposed=proposal["outcome"])
    return {**event, "proposal": proposal}
