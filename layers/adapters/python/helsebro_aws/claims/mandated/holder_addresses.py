"""Holder addresses: where the giver of a mandate wrote that its holder is reached (F4-18)."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.ids import ClaimId, MandateId
from helsebro_aws.claims.dynamo_mandates import DynamoMandates
from helsebro_aws.dynamodb.tables import Tables, tables


class HolderAddresses:
    """Reads the addresses, which are stored encrypted."""

    def __init__(self, on: Tables = tables) -> None:
        self.mandates = DynamoMandates(on)

    def of(self, claim_id: ClaimId, held: Sequence[MandateId]) -> str | None:
        """Returns the address in the first of these mandates that has one. Raises ``Unavailable``."""
        return next((holder.email for _, holder in self.mandates.kept(claim_id, held) if holder.email), None)
