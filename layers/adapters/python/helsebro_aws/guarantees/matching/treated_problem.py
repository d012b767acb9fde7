"""The problem of a client, as the clinic that treats it reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.claims.claim import Claim
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.guarantees.matching.match_answer import TreatedProblemAnswer

OF_THE_CONDITION = ("category", "arisenOn", "symptomsFrom", "diagnosedOn", "chronic")


def problem_of(claim: Claim) -> TreatedProblemAnswer:
    """Returns what the person reported of the problem."""
    known = to_item(claim.question.condition)
    kept: Any = {name: known[name] for name in OF_THE_CONDITION if name in known}
    shown: TreatedProblemAnswer = kept
    shown["cause"], shown["description"] = claim.question.cause, claim.description
    return shown
