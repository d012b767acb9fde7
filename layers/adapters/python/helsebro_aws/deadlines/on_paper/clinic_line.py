"""Clinic line: the clinic that a decision is about, on paper."""

from __future__ import annotations

from helsebro.claims.claim import Claim
from helsebro.errors import NotFound
from helsebro.ids import ClinicId
from helsebro_aws.deadlines.on_paper.part_words import part_words
from helsebro_aws.decisions.explained.explained_grants import ExplainedGrants
from helsebro_aws.network.dynamo_clinics import DynamoClinics


def clinic_line(clinic_id: ClinicId | None, language: str) -> str:
    """Returns the clinic by its name; empty without one, or for one that is gone."""
    if clinic_id is None:
        return ""
    try:
        name = DynamoClinics().find(clinic_id).name
    except NotFound:
        return ""
    return part_words(language)["clinic"].format(clinic=name)


def clinic_of(claim: Claim) -> ClinicId | None:
    """Returns the clinic of a case's guarantee, or the one that staff named before it is issued."""
    guarantee = ExplainedGrants().guarantee_of(claim)
    grant = claim.decision.grant if claim.decision else None
    return (guarantee.clinic_id if guarantee else None) or (grant.clinic_id if grant else None)
