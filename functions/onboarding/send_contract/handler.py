"""Sends the contract to the signatory and waits for the signature.

Trigger: a step of ``clinic-onboarding``, which waits for a task token. Input: the event ``clinic.applied``
with ``taskToken``. The workflow goes on with ``{"contract":"signed"|"declined"|"expired"|"superseded"}``;
``superseded`` means that another execution now waits for the same contract.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.ids import ClinicId
from helsebro_aws.onboarding.sending import ContractSending
from helsebro_aws.platform.log import done
from helsebro_aws.tasks.workflow import ids_in

sending = ContractSending()


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """Returns the clinic's id; the workflow ignores it and waits for the token."""
    clinic_id = ClinicId(ids_in(event)["clinicId"])
    contract = sending.run(clinic_id, event, str(event["taskToken"]))
    done("contract.waits", clinicId=clinic_id, status=contract.status)
    return {"clinicId": clinic_id}
