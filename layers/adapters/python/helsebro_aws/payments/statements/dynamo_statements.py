"""Statements in the ``money`` table: ``{clinicId}#statement`` / ``{day}#{lineId}``.

Each line is also in the listing ``{payer}#{clinicId}#statement``, in which a payer's finance reads its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from helsebro.errors import Refused
from helsebro.ids import ClinicId
from helsebro.payments.statements.statement_line import StatementLine
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.operations import Put
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.statements.keys import days_between, statement_line_key, statement_of

MOST_LINES = 2_000
"""The most lines that one sheet has, and that sums are made of."""


class StatementTooLong(Refused):
    """The period has more lines than one sheet, or its sums, may have."""

    code = "statement-too-long"


@dataclass(frozen=True)
class StatementOf:
    """Which lines are read: a clinic's from one day to another, of all payers or of one."""

    clinic_id: ClinicId
    first: date
    last: date
    payer: str = ""


class DynamoStatements:
    """Reads what clinics were paid; ``most`` is how many lines it reads at once."""

    def __init__(self, on: Tables = tables, most: int = MOST_LINES) -> None:
        self.tables, self.most = on, most

    def page(
        self, asked: StatementOf, limit: int, cursor: str | None
    ) -> tuple[list[StatementLine], str | None]:
        """Returns one page of lines, the earliest day first, and the cursor of the next."""
        page = self.tables.query(
            self.tables.settings.money_table, limit=limit, page_cursor=cursor, **_range(asked)
        )
        return [from_item(StatementLine, item) for item in page.items], page.next_cursor

    def whole(self, asked: StatementOf) -> list[StatementLine]:
        """Returns every line, the earliest day first. Raises ``StatementTooLong``."""
        rows = self.tables.query_all(self.tables.settings.money_table, **_range(asked))
        found = [from_item(StatementLine, row) for row in islice(rows, self.most + 1)]
        if len(found) > self.most:
            raise StatementTooLong(most=self.most)
        return found


def line_operations(lines: Iterable[StatementLine], on: Tables = tables) -> list[Put]:
    """Returns the operations that store new lines; each fails with ``Conflict`` when it is stored."""
    return [_put(line, on) for line in lines]


def _put(line: StatementLine, on: Tables) -> Put:
    key = statement_line_key(line.clinic_id, line.day, line.line_id)
    listed = {"listPk": statement_of(line.clinic_id, line.payer), "listSk": key[1]}
    return Put(on.settings.money_table, {**as_attributes(key), **listed, **to_item(line)})


def _range(asked: StatementOf) -> dict[str, Any]:
    after, until = days_between(asked.first, asked.last)
    pk = statement_of(asked.clinic_id, asked.payer)
    return {"pk": pk, "after": after, "until": until, "listing": bool(asked.payer)}
