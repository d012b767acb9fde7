"""Canned answers in the ``cases`` table: ``{payer}#canned-answers`` / ``CANNED#{key}``.

Those with a clause are in the listing ``{payer}#canned-answers#{clause}``, by key.
"""

from __future__ import annotations

from dataclasses import replace

from helsebro.errors import Conflict, NotFound
from helsebro.messages.canned_answer import CannedAnswer
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.messages.keys import CANNED, canned_key, canned_of_clause, canned_partition


class CannedAnswerChanged(Conflict):
    """Another caller set the canned answer since it was read."""


class DynamoCannedAnswers:
    """The canned answers of all payers."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, payer: str, key: str) -> CannedAnswer:
        """Returns a canned answer. Raises ``NotFound``."""
        item = self.tables.get(self.table, *canned_key(payer, key))
        if item is None:
            raise NotFound()
        return from_item(CannedAnswer, item)

    def page(self, payer: str, limit: int, cursor: str | None) -> tuple[list[CannedAnswer], str | None]:
        """Returns a page of a payer's canned answers, by key, and the next cursor."""
        found = self.tables.query(
            self.table, canned_partition(payer), begins=CANNED, limit=limit, page_cursor=cursor
        )
        return [from_item(CannedAnswer, item) for item in found.items], found.next_cursor

    def of_clause(
        self, payer: str, clause: str, limit: int, cursor: str | None
    ) -> tuple[list[CannedAnswer], str | None]:
        """Returns a page of a payer's reasons of denials by a clause, by key, and the next cursor."""
        listing = canned_of_clause(payer, clause)
        found = self.tables.query(self.table, listing, limit=limit, page_cursor=cursor, listing=True)
        return [from_item(CannedAnswer, item) for item in found.items], found.next_cursor

    def set(self, new: CannedAnswer) -> tuple[CannedAnswer, bool]:
        """Stores a canned answer in place of the one with its key; returns it, and whether it is new.

        The same answer again changes nothing.
        """

        def act() -> tuple[CannedAnswer, bool]:
            item = self.tables.get(self.table, *canned_key(new.payer, new.key))
            known = from_item(CannedAnswer, item) if item else None
            if known and replace(known, version=1) == replace(new, version=1):
                return known, False
            after = replace(new, version=known.version + 1 if known else 1)
            row = {**as_attributes(canned_key(new.payer, new.key)), **to_item(after)}
            if after.clause:
                row |= {"listPk": canned_of_clause(after.payer, after.clause), "listSk": after.key}
            when = "#version = :before" if known else "attribute_not_exists(#pk)"
            values = {":before": known.version} if known else {}
            self.tables.commit([Put(self.table, row, when, values, otherwise=CannedAnswerChanged())])
            return after, known is None

        return retry_on_conflict(act, CannedAnswerChanged)
