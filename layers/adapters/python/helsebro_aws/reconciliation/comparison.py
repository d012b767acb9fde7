"""Compares the cases of a payer, a page at a time, by when they were reported.

A case that differs is read again before it counts, since a commit may have come between its reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.errors import NotFound
from helsebro.ids import ClaimId
from helsebro.reconciliation.difference import MoneyDifference
from helsebro.reconciliation.reconcile import differences_in
from helsebro.reconciliation.scope_sum import ScopeSum, added, sums_of_case
from helsebro_aws.claims.keys import claims_of_payer
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.policies.keys import PAYER_NUMBERS
from helsebro_aws.reconciliation.case_reader import CaseReader

PAGE = 20
"""Cases of a page: a run that is stopped compares no more than these again."""


@dataclass(frozen=True)
class ComparedPage:
    """A page of cases; ``place`` is where the next one begins, None after the last."""

    cases: int
    differences: tuple[MoneyDifference, ...]
    place: str | None
    sums: tuple[ScopeSum, ...] = ()


class Comparison:
    """Compares what the ledger of money has with what it books, and stores nothing."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.reader = on, CaseReader(on)

    def payers(self) -> list[str]:
        """Returns every payer, in order."""
        rows = self.tables.query_all(self.tables.settings.people_table, PAYER_NUMBERS)
        return sorted({str(row["payer"]) for row in rows})

    def page(self, payer: str, place: str | None) -> ComparedPage:
        """Compares the next cases of a payer, from a place on."""
        found = self.tables.query(
            self.tables.settings.cases_table,
            claims_of_payer(payer),
            after=f"{place} " if place else None,
            limit=PAGE,
            listing=True,
        )
        compared = [self._compared(ClaimId(row["claimId"])) for row in found.items]
        return ComparedPage(
            len(found.items),
            tuple(each for differences, _ in compared for each in differences),
            str(found.items[-1]["listSk"]) if found.next_cursor and found.items else None,
            added((), (each for _, sums in compared for each in sums)),
        )

    def differences(self, claim_id: ClaimId) -> tuple[MoneyDifference, ...]:
        """Returns the differences of a case that two reads have, one after the other."""
        return self._compared(claim_id)[0]

    def _compared(self, claim_id: ClaimId) -> tuple[tuple[MoneyDifference, ...], tuple[ScopeSum, ...]]:
        """Returns the differences of a case, and what it adds to sums, both of what was read last."""
        try:
            case = self.reader.read(claim_id)
            first = differences_in(case)
            if not first:
                return (), sums_of_case(case)
            case = self.reader.read(claim_id)
        except NotFound:
            return (), ()
        again = set(differences_in(case))
        return tuple(difference for difference in first if difference in again), sums_of_case(case)
