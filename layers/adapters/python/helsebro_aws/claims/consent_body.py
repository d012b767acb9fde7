"""The body of a decision on consent (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from helsebro_aws.claims.consenting.consent_choice import Given, ReadVersion
from helsebro_aws.claims.recorded.evidence_body import EvidenceOfStaff
from helsebro_aws.http.bodies import Body


class ConsentDecision(Body):
    """A yes or a no to obtaining and passing on information in a case."""

    given: Given
    text_version: ReadVersion = None
    evidence: EvidenceOfStaff = None
