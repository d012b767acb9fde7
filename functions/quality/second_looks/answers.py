"""What the routes of second looks answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.shown import PayerSlug, Version


class RuleShareAnswer(TypedDict):
    """A share of the decisions that a rule bears on."""

    rule: Annotated[str, Field(description="The id of the rule.", examples=["R-832"])]
    percent: Annotated[int, Field(ge=0, le=100, description="How many of 100 are drawn.", examples=[50])]


class SamplingAnswer(TypedDict):
    """How many decisions are looked at a second time."""

    payer: PayerSlug
    percent: Annotated[
        int, Field(ge=0, le=100, description="How many of 100 decisions are drawn.", examples=[5])
    ]
    ofRules: Annotated[
        list[RuleShareAnswer],
        Field(description="Other shares, of the decisions that a rule bears on; the largest one counts."),
    ]
    version: Version
