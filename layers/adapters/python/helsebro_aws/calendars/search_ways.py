"""The ways in which a search reads the rows around a postcode: up, down, and the ranges near it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helsebro.network.matching import SearchCriteria
from helsebro.network.near_postcodes import PostcodeRange, near_ranges
from helsebro.network.search_row import SearchRow
from helsebro_aws.network.dynamo_search_rows import DynamoSearchRows, RowPage

AFTER_POSTCODE = "~"
"""Sorts after all rows of a postcode."""


@dataclass(frozen=True)
class SearchWay:
    """The rows in the postcodes from ``first`` to before ``last``, without those that another way reads."""

    first: str
    last: str
    downwards: bool = False
    leaves_out: Sequence[PostcodeRange] = ()

    def read(self, rows: DynamoSearchRows, search: str, cursor: str | None) -> RowPage:
        """Returns the rows after a cursor, and the next cursor; a cursor is None at the end of the way."""
        if cursor is None:
            return [], None
        found, following = rows.between(
            search, self.first, self.last, cursor or None, downwards=self.downwards
        )
        return [row for row in found if not self._leaves_out(row)], following

    def _leaves_out(self, row: SearchRow) -> bool:
        return any(other.holds(row.address.postcode) for other in self.leaves_out)


def ways_from(postcode: str, criteria: SearchCriteria) -> tuple[SearchWay, ...]:
    """Returns the ways from a postcode."""
    first, last = criteria.postcodes
    near = near_ranges(criteria.country, postcode)
    return (
        SearchWay(postcode, f"{last}{AFTER_POSTCODE}", leaves_out=near),
        SearchWay(first, postcode, downwards=True, leaves_out=near),
        *(SearchWay(each.first, f"{each.last}{AFTER_POSTCODE}") for each in near),
    )
