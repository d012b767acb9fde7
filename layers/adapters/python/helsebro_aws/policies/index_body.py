"""The shape of a year of the index table (api.md, Payers, members, policies, coverage)."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from helsebro.policies.index_table import WAGE_INDEX, IndexYear
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.short_text import Readable


def _exact(value: Any) -> Any:
    # From the digits as they were written: the float 2.3 is not exactly 2.3.
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    raise PydanticCustomError("not-a-number", "")


Percent = Annotated[
    Decimal,
    BeforeValidator(_exact),
    Field(max_digits=7, decimal_places=3),
    WithJsonSchema({"type": "number"}),
]
"""A percent as the contract writes it: a JSON number, here of at most three decimals."""


class NewIndexYearShape(Body):
    """By how much the sums rise on 1 January of a year (R-1320)."""

    percent: Annotated[
        Percent, Field(description="The rise in percent: a number of at most three decimals.", examples=[2.5])
    ]
    index: Annotated[
        str,
        Field(
            min_length=1,
            max_length=200,
            description="The index that it follows; that of the terms when absent.",
            examples=[WAGE_INDEX],
        ),
    ] = WAGE_INDEX
    reason: Annotated[
        Annotated[str, Field(min_length=1, max_length=500), Readable] | None,
        Field(
            description="Why it is set late or changed. A year that has begun needs a reason.",
            examples=["The index was published late."],
        ),
    ] = None

    def index_year(self, year: int, version: int) -> IndexYear:
        """Returns the year that the body describes. Raises ``BadInput`` when the domain rejects it."""
        return IndexYear(year, self.percent, self.index, self.reason, version)
