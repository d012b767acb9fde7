"""How to get the papers of a claim, for who reads it (F4-35 to F4-38)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from helsebro.claims.guidance.paper_guidance import PaperReader, guidance_for, reader_aged
from helsebro.claims.missing_parts import papers_missing
from helsebro.country_profile import profile
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim
    from helsebro.claims.guidance.paper_guidance import PaperGuidance
    from helsebro.ids import PersonId
    from helsebro_aws.claims.guidance.guidance_answer import (
        ClaimGuidanceAnswer,
        PaperGuidanceAnswer,
        PaperRouteAnswer,
        PublicGuidanceAnswer,
    )


def guidance_shown(
    claim: Claim, reader: PersonId, at: datetime, language: str, post_to: str
) -> ClaimGuidanceAnswer:
    """Returns what the claim lacks and how to get the papers; ``reader`` is empty for staff.

    ``post_to`` is where the payer gets letters, empty when it gets none.
    """
    lacking = frozenset(papers_missing(claim))
    found = guidance_for(claim.country, _reader(claim, reader, at), post_to)
    papers: list[PaperGuidanceAnswer] = [
        {**_shown(paper, language), "isMissing": paper.file_type in lacking} for paper in found
    ]
    papers.sort(key=lambda paper: not paper["isMissing"])
    return {"missing": list(claim.missing), "papers": papers}


def lacking_papers_shown(claim: Claim, at: datetime, language: str, post_to: str) -> list[PaperRouteAnswer]:
    """Returns how to get each paper that the claim waits for, as the person or a child's guardian does."""
    lacking = frozenset(papers_missing(claim))
    reader: PaperReader = "guardian" if claim.has_guardian(at) else "person"
    found = guidance_for(claim.country, reader, post_to)
    return [_shown(paper, language) for paper in found if paper.file_type in lacking]


def public_guidance_shown(country: str, age: int | None, language: str) -> PublicGuidanceAnswer:
    """Returns how to get the papers of anyone who lives in a country, by age if it is known."""
    found = guidance_for(country, reader_aged(age))
    return {"country": profile(country).country, "papers": [_shown(paper, language) for paper in found]}


def _reader(claim: Claim, reader: PersonId, at: datetime) -> PaperReader:
    """Returns who reads: for a child it is the guardian who has to fetch the papers.

    Staff read what they tell the person, or the guardian, on the phone.
    """
    if claim.has_guardian(at):
        return "child" if reader == claim.person_id else "guardian"
    return "person" if reader in ("", claim.person_id) else "other"


def _shown(paper: PaperGuidance, language: str) -> PaperRouteAnswer:
    return {
        "fileType": paper.file_type,
        "service": paper.service,
        "page": paper.page,
        "steps": list(paper.steps[language]),
        "withoutLogin": list(paper.without_login[language]),
        "notes": [text[language] for text in paper.notes],
        "sources": [to_item(source) for source in paper.sources],
        "checkedOn": paper.checked_on,
    }
