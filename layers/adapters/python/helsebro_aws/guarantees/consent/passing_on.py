"""Passing on: whether an event about a guarantee may still be sent to a clinic (F4-12, F4-14)."""

from __future__ import annotations

import json

from helsebro.claims.consenting.passing_on import passes_on
from helsebro.errors import NotFound
from helsebro.ids import ClaimId
from helsebro.webhooks.delivery import Delivery
from helsebro_aws.claims.dynamo_claims import DynamoClaims

PASSES_ON = frozenset({"guarantee.issued", "guarantee.extended", "guarantee.extension-denied", "contact.due"})
"""The events that bring a client to a clinic, or tell how the case goes on; those that take a client away are
sent without a consent too."""


def is_consented(delivery: Delivery) -> bool:
    """Returns whether its clinic may learn of its case now; what passes nothing on needs no consent."""
    if delivery.type not in PASSES_ON:
        return True
    try:
        claim = DynamoClaims().find(ClaimId(json.loads(delivery.body)["data"]["claimId"]))
    except NotFound:
        return False
    return passes_on(claim, delivery.clinic_id)
