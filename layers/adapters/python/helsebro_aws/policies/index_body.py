"""The shape of a year of the index table: ``{"percent": 2.5, "index"?, "reason"?}``, the percent a number."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from helsebro.policies.index_table import WAGE_INDEX, IndexYear
from helsebro_aws.http.bodies import Body


def _exact(value: Any) -> Any:
    # From the digits as they were written: the float 2.3 is not exactly 2.3.
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    raise PydanticCustomError("not-a-number", "")


Percent = Annotated[Decimal, BeforeValidator(_exact), Field(max_digits=7, decimal_places=3)]
"""A percent as the contract writes it: a JSON number, here of at most three decimals."""


class IndexShape(Body):
    """The body of ``PUT /v1/indexes/{year}``; ``index`` names an index other than the terms' (R-1320)."""

    percent: Percent
    index: Annotated[str, Field(min_length=1, max_length=200)] = WAGE_INDEX
    reason: Annotated[str, Field(min_length=1, max_length=500)] | None = None

    def index_year(self, year: int, version: int) -> IndexYear:
        """Returns the year that the body describes. Raises ``BadInput`` when the domain rejects it."""
        return IndexYear(year, self.percent, self.index, self.reason, version)
