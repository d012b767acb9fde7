"""The body of a draft: any part of a claim report, in the types of the report."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from helsebro.claims.drafts.draft import MOST_BYTES
from helsebro.coverage.question import question_json
from helsebro.errors import Fault
from helsebro.ids import PersonId
from helsebro_aws.claims.claim_body import ClaimReportSent, ReadReport, question_of
from helsebro_aws.http.bodies import Body

UNKNOWN_FIELD = "unknown-field"
PersonIdSent = Annotated[PersonId, Field(pattern=r"^per_[a-z2-7]{1,64}$")]
PartOfReport = Annotated[
    dict[str, Any] | None,
    Field(description="As in a report. What is missing or wrong is kept, and is a fault."),
]


class DraftSent(Body):
    """A draft as it is sent. It replaces what was kept before."""

    person_id: Annotated[
        PersonIdSent | None,
        Field(
            description="Whom it is about; absent for the author.", examples=["per_a2zt5pxlrqsc3dmkow7vyb4g"]
        ),
    ] = None
    cause: Annotated[str | None, Field(description="As in a report.", examples=["leisure"])] = None
    condition: PartOfReport = None
    treatment: PartOfReport = None
    evidence: PartOfReport = None
    event: PartOfReport = None
    description: Annotated[str | None, Field(description="What happened, so far.", examples=["Twisted"])] = (
        None
    )

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> Sequence[Fault]:
        """Returns the faults of what is not kept: a field that no report has, and too long a text."""
        _, faults = question_json.read_with_faults(question_of(sent))
        unknown = [fault for fault in faults if fault.code == UNKNOWN_FIELD]
        if len(json.dumps(sent, ensure_ascii=False).encode()) > MOST_BYTES:
            unknown.append(Fault("", "draft-too-large", str(MOST_BYTES)))
        return unknown

    def report(self) -> dict[str, Any]:
        """Returns the parts of the report that were sent."""
        sent = self.model_dump(by_alias=True, exclude_unset=True)
        return {name: part for name, part in sent.items() if part is not None}


def read_draft(report: Mapping[str, Any]) -> ReadReport:
    """Returns what can be read of a draft, and the faults that it would have as a report."""
    return ClaimReportSent.model_validate(report).read()
