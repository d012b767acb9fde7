"""Claim deadlines: a claim and its running clocks, in one read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro.deadlines.first_answer import FIRST_ANSWER, shown_first_answer
from helsebro.deadlines.shown_deadline import ShownDeadline, shown
from helsebro.errors import NotFound
from helsebro.ids import ClaimId
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.claims.keys import CLAIM, claim_key
from helsebro_aws.deadlines.keys import LAST_CLOCK
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.platform import clock


class ClaimDeadlines:
    """Claims with the clocks that their members see."""

    def __init__(self, on: Tables = tables, rows: Mapping[str, ClockRow] = CLOCKS) -> None:
        self.tables, self.rows = on, rows

    def visible(self, claim_id: ClaimId, caller: Caller) -> tuple[Claim, tuple[ShownDeadline, ...]]:
        """Returns the claim and its deadlines, the first due first.

        Raises ``NotFound`` also when the caller may not read the claim.
        """
        partition, first = claim_key(claim_id)
        table = self.tables.settings.cases_table
        items = list(self.tables.query_all(table, partition, after=first, until=LAST_CLOCK))
        if not items or items[0]["sk"] != CLAIM:
            raise NotFound()
        claim, at = claim_in(items[0]), clock.now()
        if not claim.may_be_read_by(caller, at):
            raise NotFound()
        found = [*shown_first_answer(claim, at), *self._stored(items[1:], at)]
        return claim, tuple(sorted(found, key=_first_due))

    def _stored(self, items: Iterable[Item], at: datetime) -> Iterator[ShownDeadline]:
        """Yields the stored clocks that members see; that of the first answer is read from the claim."""
        for item in items:
            row = self.rows.get(item["kind"])
            if row and row.shown and row is not FIRST_ANSWER:
                found = shown(from_item(Deadline, item), row, at)
                if found:
                    yield found


def _first_due(deadline: ShownDeadline) -> tuple[datetime, str]:
    return deadline.due_at, deadline.kind
