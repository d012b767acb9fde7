"""Mandate acts in the ``cases`` table: what was done under each mandate, kept with the case (F4-18).

An act is an item of its own, ``{payer}#{claimId}`` / ``MANDATEACT#{mandateId}#{at}#…``, and is stored in the
commit of the change that it tells of.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.mandate import Power
from helsebro.claims.mandated.mandate_act import ActKind, MandateAct
from helsebro.claims.mandates import used_by
from helsebro.ids import ClaimId, MandateId
from helsebro_aws.claims.keys import acts_under, claim_partition
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.platform import clock


class DynamoMandateActs:
    """Reads what was done under the mandates of a case."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def page(
        self, claim_id: ClaimId, mandate_id: MandateId, limit: int, cursor: str | None
    ) -> tuple[list[MandateAct], str | None]:
        """Returns a page of what was done under a mandate, newest first, and the next cursor."""
        table, pk = self.tables.settings.cases_table, claim_partition(claim_id)
        begins = acts_under(mandate_id)
        page = self.tables.query(table, pk, begins=begins, limit=limit, page_cursor=cursor, newest_first=True)
        return [from_item(MandateAct, item) for item in page.items], page.next_cursor


def acts_under_mandate(
    claims: Iterable[Claim], caller: Caller, kind: ActKind, about: str, at: datetime, power: Power = "act"
) -> tuple[Item, ...]:
    """Returns what is stored with an act: one item under the mandate in the first of these claims.

    It is empty for a caller who acts by the own right, as a guardian or as staff.
    """
    for claim in claims:
        if mandate := used_by(claim, caller, power, at):
            act = MandateAct(mandate.mandate_id, kind, at, about)
            sk = f"{acts_under(mandate.mandate_id)}{instant(at)}#{clock.randomness().hex()}"
            return ({**as_attributes((claim_partition(claim.claim_id), sk)), **to_item(act)},)
    return ()
