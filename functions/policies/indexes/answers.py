"""What the routes of indexes answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.policies.index_table import FIRST_YEAR, LAST_YEAR, LEAST, MOST, WAGE_INDEX
from helsebro_aws.http.fields.shown import InstantShown, Version


class IndexYearAnswer(TypedDict):
    """By how much the sums of the payer's policies rise on 1 January of a year."""

    year: Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR, description="The year.", examples=[2027])]
    percent: Annotated[
        float,
        Field(ge=float(LEAST), le=float(MOST), description="The rise in percent.", examples=[2.5]),
    ]
    index: Annotated[str, Field(description="The index that it follows.", examples=[WAGE_INDEX])]
    reason: Annotated[
        str | None,
        Field(
            description="Why the year was set late or changed; null when no reason was given.",
            examples=["The index was published late."],
        ),
    ]
    setAt: Annotated[InstantShown, Field(description="When this version was set.")]
    setBy: Annotated[
        str, Field(description="Who set it: the subject of the staff login.", examples=["underwriter-7"])
    ]
    version: Version


class IndexYearWithHistoryAnswer(IndexYearAnswer):
    """The latest version of a year, and all its versions."""

    history: Annotated[list[IndexYearAnswer], Field(description="Every version of the year, oldest first.")]
