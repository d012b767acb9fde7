"""Complaints in the caller's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from helsebro.complaints.complain import last_day
from helsebro.complaints.complaint import next_step
from helsebro_aws.claims.urgent.safety_view import words_safety
from helsebro_aws.decisions.trail_view import determination_shown
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim
    from helsebro.complaints.complaint import Complaint
    from helsebro.coverage.texts.person_of_address import PersonOfAddress
    from helsebro_aws.complaints.shapes.complaint_answer import ComplaintAnswer

INTERNAL = ("payer", "personId", "deniedAt", "round")


def complaints_shown(
    complaints: Sequence[Complaint], claim: Claim, language: str, reader: PersonOfAddress = "self"
) -> list[ComplaintAnswer]:
    """Returns the complaints of a claim as ``reader`` reads them."""
    return [_shown(complaint, claim, language, reader) for complaint in complaints]


def _shown(complaint: Complaint, claim: Claim, language: str, reader: PersonOfAddress) -> ComplaintAnswer:
    answer = complaint.answer and determination_shown(complaint.answer, claim.product, language, reader)
    item: dict[str, Any] = to_item(replace(complaint, answer=None))
    about = {"decidedAt": item["deniedAt"], "round": complaint.round}
    kept = {name: part for name, part in item.items() if name not in INTERNAL}
    return cast(
        "ComplaintAnswer",
        {
            **kept,
            "about": about,
            "answer": answer,
            **_following(complaint, claim),
            **words_safety(claim.country, language, complaint.text),
        },
    )


def _following(complaint: Complaint, claim: Claim) -> dict[str, str]:
    """Returns the last day of the next step after the last one that was answered."""
    denial = claim.decision
    is_last = complaint.status == "upheld" and claim.complaints[-1:] == (complaint.step,)
    if denial is None or not is_last or next_step(claim.complaints) is None:
        return {}
    return {"nextStepBy": last_day(claim, denial).isoformat()}
