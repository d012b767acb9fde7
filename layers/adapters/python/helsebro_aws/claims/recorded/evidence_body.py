"""The shape of evidence: how staff know what a member without a login decided (F4-02)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from helsebro.caller import Caller
from helsebro.claims.recorded.evidence import DecisionEvidence, Told
from helsebro.errors import Fault
from helsebro_aws.claims.recorded.wordings import SpokenDecision, versions_of
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.instant import Instant
from helsebro_aws.platform import clock


def _past(at: datetime) -> datetime:
    if at > clock.now():
        raise PydanticCustomError("evidence-in-the-future", "")
    return at


def _known(decision: SpokenDecision) -> Callable[[str], str]:
    def known(version: str) -> str:
        if version not in versions_of(decision):
            raise PydanticCustomError("text-version-unknown", ", ".join(versions_of(decision)))
        return version

    return known


class DecisionEvidenceShape(Body):
    """How, when and after which words a member decided; only staff send it."""

    text_version: str
    how: Annotated[Told, Field(description="Whether the member phoned, or signed a letter.")]
    at: Annotated[
        Instant,
        AfterValidator(_past),
        Field(description="When the member said or signed it.", examples=["2026-11-21T10:15:00Z"]),
    ]

    def recorded_by(self, by: Caller) -> DecisionEvidence:
        """Returns the evidence as this caller records it."""
        return DecisionEvidence(self.how, self.text_version, self.at, by.subject)


TEXT = "The version of the wording that was read aloud or sent (`GET /v1/wordings`)."


class ConsentEvidenceShape(DecisionEvidenceShape):
    """The evidence of a decision on the consent of a case."""

    text_version: Annotated[
        str, AfterValidator(_known("consent")), Field(description=TEXT, examples=["consent-2026-11"])
    ]


class MandateEvidenceShape(DecisionEvidenceShape):
    """The evidence of a mandate that is given or revoked."""

    text_version: Annotated[
        str, AfterValidator(_known("mandate")), Field(description=TEXT, examples=["mandate-2026-11"])
    ]


def evidence_faults(by: Caller) -> Callable[[Mapping[str, Any]], list[Fault]]:
    """Returns what finds the fault of evidence that staff left out, or that a member sent."""

    def faults(sent: Mapping[str, Any]) -> list[Fault]:
        is_there = sent.get("evidence") is not None
        if by.is_staff == is_there:
            return []
        return [Fault("/evidence", "evidence-of-staff" if is_there else "evidence-missing", "")]

    return faults
