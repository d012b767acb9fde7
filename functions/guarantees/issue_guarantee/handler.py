"""Issues the guarantee of an approved claim: number, case reference, sealed PDF and event.

Trigger: the last step of ``claim-approval``, after an approval. Input: at least ``{"claimId","taskId"}``.
Result: ``{"guaranteeId","number","caseReference"}``. A retry after any failure still ends with one guarantee.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.ids import ClaimId, TaskId
from helsebro_aws.guarantees.issue import GuaranteeIssue
from helsebro_aws.platform.log import done
from helsebro_aws.tasks.workflow import ids_in

issue = GuaranteeIssue()


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """Returns the id, number and case reference of the task's guarantee."""
    ids = ids_in(event)
    guarantee = issue.run(ClaimId(ids["claimId"]), TaskId(ids["taskId"]))
    done("guarantee.issued", guaranteeId=guarantee.guarantee_id)
    return {
        "guaranteeId": guarantee.guarantee_id,
        "number": guarantee.number,
        "caseReference": guarantee.case_reference,
    }
