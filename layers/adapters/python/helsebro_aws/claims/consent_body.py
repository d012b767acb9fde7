"""The body of a decision on consent (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro_aws.claims.recorded.evidence_body import EvidenceOfStaff
from helsebro_aws.http.bodies import Body


class ConsentDecision(Body):
    """A yes or a no to obtaining and passing on information in a case."""

    given: Annotated[
        bool, Field(strict=True, description="True to give the consent, false to refuse or withdraw it.")
    ]
    evidence: EvidenceOfStaff = None
