"""What a task shows of a complaint: the whole case, for who answers it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.complaints.shapes.complaint_answer import ComplaintAnswer
from helsebro_aws.tasks.determination_answer import DeterminationAnswer


def _path(what: str, example: str) -> object:
    return Field(description=f"Where {what} is read.", examples=[f"/v1/claims/clm_a2zt5pxlrqsc3dmk{example}"])


class CaseLinksAnswer(TypedDict):
    """Where the parts of the case are read, as paths of this API."""

    claim: Annotated[str, _path("the claim with its facts and all its decisions", "")]
    explanation: Annotated[str, _path("what decided, clause by clause,", "/explanation")]
    documents: Annotated[str, _path("the list of papers", "/documents")]
    messages: Annotated[str, _path("what was written", "/messages")]
    complaints: Annotated[str, _path("every complaint", "/complaints")]


class TaskComplaintAnswer(TypedDict):
    """A complaint, the denial that it is about, and the steps before."""

    made: Annotated[ComplaintAnswer, Field(description="The complaint.")]
    earlier: Annotated[
        list[ComplaintAnswer], Field(description="The complaints at the steps before, first step first.")
    ]
    denial: Annotated[
        DeterminationAnswer | None, Field(description="The denial, as it was made; null once it is removed.")
    ]
    links: Annotated[CaseLinksAnswer, Field(description="Where the whole case is read.")]
