"""Sent draft: a report that names the draft it was written in, which becomes the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import Caller
from helsebro.claims.drafts.draft import ReportDraft
from helsebro.errors import BadInput, Conflict, Fault, NotFound
from helsebro_aws.claims.claimants import Claimants
from helsebro_aws.claims.drafts.draft_body import read_draft
from helsebro_aws.claims.drafts.dynamo_drafts import DynamoDrafts

if TYPE_CHECKING:
    from helsebro.ids import DraftId
    from helsebro_aws.claims.claim_body import ClaimReportSent, ReadReport

drafts = DynamoDrafts()


def sent_draft(
    body: ClaimReportSent, draft_id: DraftId, by: Caller, claimants: Claimants
) -> tuple[ReadReport, ReportDraft]:
    """Returns the report and its draft: a body with nothing but the draft sends it as it is kept.

    Raises ``BadInput`` for a draft that the caller does not have, ``Conflict`` for one that is a claim
    already, and ``NotFound`` when the caller may no longer act for whom it was about.
    """
    try:
        draft = drafts.find(by.person_id, draft_id)
    except NotFound:
        raise BadInput([Fault("/draftId", "unknown-draft", "")]) from None
    if draft.sent_as:
        # Whoever repeats the call gets the first answer only while they may see the claim.
        claimants.covered(by, draft.person_id)
        raise Conflict("draft-sent", claimId=draft.sent_as)
    if body.is_whole:
        return body.read(), draft
    draft, report = drafts.read(by.person_id, draft_id)
    return read_draft(report), draft
