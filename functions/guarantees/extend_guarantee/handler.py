"""Prints the paper of an extended guarantee and notifies its clinic.

Trigger: the last step of ``extension-approval``, after an approval, which has extended the guarantee itself.
Input: at least ``{"extensionId"}``. Result: ``{"guaranteeId","sessionsGranted","validUntil"}``. Run again it
does not notify the clinic twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.ids import ExtensionId
from helsebro_aws.guarantees.extend import GuaranteeExtension
from helsebro_aws.platform.log import done
from helsebro_aws.tasks.workflow import ids_in

extension = GuaranteeExtension()


def handler(event: Mapping[str, Any], context: object) -> dict[str, Any]:
    """Returns the sessions and the last day of the extended guarantee."""
    guarantee = extension.run(ExtensionId(str(ids_in(event)["extensionId"])))
    done("guarantee.extended", guaranteeId=guarantee.guarantee_id)
    return {
        "guaranteeId": guarantee.guarantee_id,
        "sessionsGranted": guarantee.sessions_granted,
        "validUntil": guarantee.valid_until.isoformat(),
    }
