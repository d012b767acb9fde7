"""The body of how many decisions are looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, StrictInt

from helsebro.errors import Fault
from helsebro.quality.sampling import RuleShare, Sampling
from helsebro_aws.http.bodies import Body

MOST_RULES = 50
SharePercent = Annotated[StrictInt, Field(ge=0, le=100)]


class NewRuleShareShape(Body):
    """A share of the decisions that a rule bears on."""

    rule: Annotated[
        str, Field(pattern=r"^R-[0-9]{3,4}$", description="The id of the rule.", examples=["R-832"])
    ]
    percent: Annotated[SharePercent, Field(description="How many of 100 are drawn.", examples=[50])]


class NewSamplingShape(Body):
    """How many decisions are looked at a second time."""

    percent: Annotated[SharePercent, Field(description="How many of 100 decisions are drawn.", examples=[5])]
    of_rules: Annotated[
        tuple[NewRuleShareShape, ...],
        Field(
            max_length=MOST_RULES,
            description="Other shares, of the decisions that a rule bears on; the largest one counts.",
        ),
    ] = ()

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns a fault for each rule that is named twice."""
        rows = sent.get("ofRules")
        rules = [row.get("rule") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        return [
            Fault(f"/ofRules/{place}/rule", "rule-twice", "")
            for place, rule in enumerate(rules)
            if isinstance(rule, str) and rule in rules[:place]
        ]

    def sampling(self, payer: str) -> Sampling:
        """Returns it as a payer's sampling."""
        shares = tuple(RuleShare(each.rule, each.percent) for each in self.of_rules)
        return Sampling(payer, self.percent, shares)
