"""Billed lines: what the refunds of a person ask for, so that a second copy of a bill is seen (promise 27).

``{payer}#{personId}#billed`` / ``{receivedAt}#{refundId}`` has the treatments of a refund that is open or
granted, in the ``cases`` table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from helsebro.refunds.refund import Refund
from helsebro.refunds.resembling import BilledLine, lines_of
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Delete, Put, Tables, tables
from helsebro_aws.refunds.keys import billed_by, billed_lines_key

MOST_REFUNDS = 100
"""How many of a person's refunds are compared, the latest first: one read of at most 1 MB."""


@dataclass(frozen=True)
class _Billed:
    lines: tuple[BilledLine, ...]


class BilledLines:
    """The treatments of a person's refunds that are open or granted."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def kept(self, refund: Refund) -> Put:
        """Returns the operation that stores what a new refund asks for."""
        return Put(
            self.table, {**as_attributes(billed_lines_key(refund)), **to_item(_Billed(lines_of(refund)))}
        )

    def dropped(self, refund: Refund) -> Delete:
        """Returns the operation after which a denied refund resembles no other."""
        return Delete(self.table, *billed_lines_key(refund), when=None)

    def beside(self, refund: Refund) -> Sequence[BilledLine]:
        """Returns what the person's other refunds ask for, the latest refunds first."""
        items = self.tables.query_all(
            self.table, billed_by(refund.payer, refund.person_id), newest_first=True, page_size=MOST_REFUNDS
        )
        lines = (line for item in islice(items, MOST_REFUNDS) for line in from_item(_Billed, item).lines)
        return [line for line in lines if line.refund_id != refund.refund_id]
