"""What a clinic has asked for under a guarantee, as the clinic reads it: no reason, of either side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from helsebro.guarantees.extension import Extension
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions

if TYPE_CHECKING:
    from helsebro.guarantees.client_here import ClientHere
    from helsebro_aws.guarantees.shapes.guarantee_answer import AskedExtensionAnswer


def asked_shown(here: ClientHere) -> list[AskedExtensionAnswer]:
    """Returns the extensions that the clinic of the caller asked for under the guarantee, oldest first."""
    guarantee = here.guarantee
    found = DynamoExtensions().of_claim(guarantee.claim_id)
    return [_shown(asked) for asked in _of_clinic(found, here)]


def _of_clinic(found: Iterable[Extension], here: ClientHere) -> Iterable[Extension]:
    of_guarantee = (asked for asked in found if asked.guarantee_id == here.guarantee.guarantee_id)
    return (asked for asked in of_guarantee if asked.clinic_id and asked.clinic_id == here.caller.clinic_id)


def _shown(asked: Extension) -> AskedExtensionAnswer:
    shown: AskedExtensionAnswer = {
        "extensionId": asked.extension_id,
        "requestedAt": instant(asked.requested_at),
        "status": asked.status,
    }
    if asked.sessions is not None:
        shown["sessions"] = asked.sessions
    return shown
