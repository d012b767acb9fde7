"""Decision report: how many of a payer's decisions were approvals, denials, and overturned since.

It is counted by product and clause, by the group of who decided, and, for what was overturned, by why. No
cell tells of single cases, nor does a difference of two (``small_cells``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from helsebro.quality.decision_tally import OVERTURNED
from helsebro.quality.iso_week import IsoWeek
from helsebro.quality.small_cells import Name, beside_a_hidden_sum, beside_their_sum, is_small
from helsebro.tasks.determination import Reopening

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "approved": ("approved",),
    "denied": ("denied",),
    "overturned": tuple(OVERTURNED.values()),
    "agreed": ("agreed",),
    "foundWrong": ("foundWrong",),
}
"""What is reported, by the counters that it is the sum of."""
ShownCounts = Mapping[str, int | None]
"""Column → count; None where it is hidden."""


@dataclass(frozen=True)
class CountedDecisions:
    """What was counted under a product, a clause and a group, by counter."""

    product: str
    clause: str
    group: str
    counts: Mapping[str, int]

    def of(self, column: str) -> int:
        """Returns the count of a column."""
        return sum(self.counts.get(counter, 0) for counter in COLUMNS[column])


@dataclass(frozen=True)
class DecisionReport:
    """The decisions of a payer from the first week to the last; a clause has the product that prints it.

    The empty clause is that of decisions for which none is known, the empty group that of staff without one.
    """

    payer: str
    first: IsoWeek
    last: IsoWeek
    total: ShownCounts
    products: Mapping[str, ShownCounts]
    clauses: Mapping[tuple[str, str], ShownCounts]
    groups: Mapping[str, ShownCounts]
    overturned: Mapping[Reopening, int | None]


def report(payer: str, first: IsoWeek, last: IsoWeek, found: Iterable[CountedDecisions]) -> DecisionReport:
    """Returns the report of what was counted in these weeks."""
    rows = list(found)
    names = sorted({(row.product, row.clause) for row in rows})
    groups = sorted({row.group for row in rows})
    columns = {column: _Column.of(column, rows) for column in COLUMNS}
    return DecisionReport(
        payer,
        first,
        last,
        total={name: column.total for name, column in columns.items()},
        products=_table(sorted({product for product, _ in names}), columns, "products"),
        clauses=_table(names, columns, "clauses"),
        groups=_table(groups, columns, "groups"),
        overturned=_by_reason(rows),
    )


@dataclass(frozen=True)
class _Column:
    total: int | None
    products: Mapping[str, int | None]
    clauses: Mapping[tuple[str, str], int | None]
    groups: Mapping[str, int | None]

    @classmethod
    def of(cls, name: str, rows: Sequence[CountedDecisions]) -> _Column:
        products, clauses, groups = Counter[str](), Counter[tuple[str, str]](), Counter[str]()
        for row in rows:
            count = row.of(name)
            products[row.product] += count
            clauses[row.product, row.clause] += count
            groups[row.group] += count
        total = products.total()
        of_products = _cells(products, is_shown=not is_small(total))
        of_clauses: dict[tuple[str, str], int | None] = {}
        for product, shown in of_products.items():
            own = {key: clauses[key] for key in clauses if key[0] == product}
            of_clauses |= _cells(own, is_shown=shown is not None)
        of_groups = _cells(groups, is_shown=not is_small(total))
        return cls(None if is_small(total) else total, of_products, of_clauses, of_groups)


def _cells(cells: Mapping[Name, int], *, is_shown: bool) -> dict[Name, int | None]:
    """Returns the cells of a sum, which is shown or hidden."""
    return beside_their_sum(cells) if is_shown else beside_a_hidden_sum(cells)


def _table(names: Iterable[Name], columns: Mapping[str, _Column], table: str) -> dict[Name, ShownCounts]:
    return {
        name: {column: getattr(cells, table)[name] for column, cells in columns.items()} for name in names
    }


def _by_reason(rows: Sequence[CountedDecisions]) -> dict[Reopening, int | None]:
    counts = {why: sum(row.counts.get(name, 0) for row in rows) for why, name in OVERTURNED.items()}
    return _cells(counts, is_shown=not is_small(sum(counts.values())))
