"""Ends an onboarding that does not lead to a contract, and changes nothing about one that does.

Trigger: the last step of ``clinic-onboarding``. Input: the event ``clinic.applied`` with ``decision`` and,
after a denial, ``taskId``; or, once the contract was sent, with ``contract``: ``signed``, ``declined``,
``expired``, or ``superseded`` when another execution goes on. Result: ``{"clinicId","decision"}``. Run again
it changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.onboarding.ending import OnboardingEnding
from helsebro_aws.platform.log import done
from helsebro_aws.tasks.workflow import ids_in

ending = OnboardingEnding()


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """Returns the clinic's id, and the decision of the input."""
    clinic = ending.run(ids_in(event))
    done("onboarding.step-ended", clinicId=clinic.clinic_id, status=clinic.status)
    return {"clinicId": clinic.clinic_id, "decision": str(event["decision"])}
