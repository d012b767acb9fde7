"""What the check of an invoice before it is sent answers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.invoices.finding_answer import Findings
from helsebro_aws.invoices.judged_by_answer import JudgedByShown


class PreflightAnswer(TypedDict):
    """What would happen to an invoice if it were sent now."""

    status: Annotated[
        Literal["accepted", "in-review", "rejected"],
        Field(description="What would become of it: `in-review` is left to the payer's finance staff."),
    ]
    findings: Findings
    judgedBy: JudgedByShown
