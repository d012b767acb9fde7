"""Both prices of a session whose facts have changed, in answers with its task."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.shown import MoneyAnswer


class PriceChangeAnswer(TypedDict):
    """The price of a session in the guarantee, and what it would be now."""

    promised: Annotated[MoneyAnswer, Field(description="What the guarantee promises.")]
    now: Annotated[MoneyAnswer, Field(description="What follows from the facts of the claim now.")]
