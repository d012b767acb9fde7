"""The shape of evidence: how staff know what a member without a login decided (F4-02)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from helsebro.caller import Caller
from helsebro.claims.consenting.consent_text import DecidesFor
from helsebro.claims.recorded.evidence import DecisionEvidence, Told
from helsebro.errors import Fault
from helsebro_aws.claims.recorded.wordings import SpokenDecision, YesOrNo, versions_of
from helsebro_aws.http.bodies import Body, FaultsOf, readable
from helsebro_aws.http.fields.instant import Instant
from helsebro_aws.platform import clock


def _past(at: datetime) -> datetime:
    if at > clock.now():
        raise PydanticCustomError("evidence-in-the-future", "")
    return at


InTime = Callable[[datetime], Sequence[Fault]]
"""Returns the faults of when a decision was said, by the case that it is about."""


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
    """The evidence of a decision on a consent."""

    text_version: Annotated[str, Field(description=TEXT, examples=["consent-2026-12"])]


EvidenceOfStaff = Annotated[
    ConsentEvidenceShape | None,
    Field(
        description="How the member decided who cannot log in. A caseworker has to send it, a member may not."
    ),
]


class MandateEvidenceShape(DecisionEvidenceShape):
    """The evidence of a mandate that is given or revoked."""

    text_version: Annotated[str, Field(description=TEXT, examples=["mandate-2026-11"])]


def evidence_faults(
    by: Caller,
    decision: SpokenDecision,
    in_time: InTime,
    said: YesOrNo | None = None,
    decides_for: DecidesFor | None = None,
) -> FaultsOf:
    """Returns what finds the faults of evidence that staff left out, or that a member sent, and its own ones.

    The words must be those of the ``decision`` and of the yes or no that the body, or else ``said``, names,
    about the person or the child that it is decided for.
    """

    def faults(sent: Mapping[str, Any]) -> list[Fault]:
        is_there = sent.get("evidence") is not None
        if by.is_staff != is_there:
            return [Fault("/evidence", "evidence-of-staff" if is_there else "evidence-missing", "")]
        yes_or_no = said or _said(sent.get("given"))
        return recorded_faults(sent.get("evidence"), decision, in_time, yes_or_no, decides_for)

    return faults


def recorded_faults(
    told: Any,
    decision: SpokenDecision,
    in_time: InTime,
    said: YesOrNo | None,
    decides_for: DecidesFor | None = None,
) -> list[Fault]:
    """Returns the faults of evidence that its own fields do not show: the words, and when it was said."""
    if not isinstance(told, dict):
        return []
    found, fitting = readable(ConsentEvidenceShape, told), versions_of(decision, said, decides_for)
    version, at = found.get("text_version"), found.get("at")
    faults = list(in_time(at)) if at else []
    if version is not None and version not in fitting:
        faults.append(Fault("/evidence/textVersion", "text-version-unknown", ", ".join(fitting)))
    return faults


def _said(given: Any) -> YesOrNo | None:
    """Returns the yes or no that a body says; None where it says neither."""
    return None if not isinstance(given, bool) else "yes" if given else "no"
