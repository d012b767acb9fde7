"""The rule sets that judged an invoice, in answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.invoices.rule_set import RuleSource


class JudgedByAnswer(TypedDict):
    """A set of official rules, in the release that was in force when the invoice was checked."""

    ruleSet: Annotated[
        str,
        Field(
            description="`ubl` (the schema), `en16931`, `peppol` or `oioubl`.",
            examples=["peppol"],
        ),
    ]
    release: Annotated[str, Field(description="Its release.", examples=["3.0.21"])]
    source: Annotated[
        RuleSource,
        Field(description="`official`: the published file; `own`: our table of the same rules."),
    ]


JudgedByShown = Annotated[
    list[JudgedByAnswer],
    Field(description="The official rule sets that checked it; empty when the document cannot be read."),
]
