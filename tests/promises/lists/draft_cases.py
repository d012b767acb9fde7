"""The list of a member's drafts, beside the marks of drafts that were sent."""

from __future__ import annotations

from datetime import timedelta

from helsebro import ids
from helsebro.claims.drafts.draft import ReportDraft
from helsebro.ids import DraftId
from helsebro_aws.claims.drafts.dynamo_drafts import DynamoDrafts
from helsebro_aws.claims.keys import draft_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.identity import pseudonym
from tests.builders.calls import event, member
from tests.builders.network import ANNA
from tests.promises.lists.list_cases import NOW, ListCase
from tests.promises.lists.rows import Row, puts
from tests.promises.lists.stage import ListStage, new_claim_id


def draft_begun(seconds: int) -> ReportDraft:
    """Returns a draft that Anna began so many seconds after the first."""
    draft_id = DraftId(ids.in_time_order("drf", NOW + timedelta(seconds=seconds), bytes(10)))
    return ReportDraft(draft_id, pseudonym.person_id("DK", ANNA), None, NOW, NOW + timedelta(days=30))


def sent_drafts(_: ListStage, count: int) -> list[Row]:
    """Younger drafts of the same person that were sent, of which a mark is left for a day."""
    return puts(DynamoDrafts().sent(draft_begun(number + 1), new_claim_id(), NOW) for number in range(count))


def oldest_draft(_: ListStage) -> str:
    """Stores a draft that is older than all others; a list does not read what it says."""
    draft = draft_begun(0)
    key = as_attributes(draft_key(draft.author, draft.draft_id))
    tables.commit([Put("people", {**key, **to_item(draft)})])
    return draft.draft_id


DRAFT_CASES = (
    ListCase(
        "/v1/me/drafts",
        lambda _: event("GET", "/v1/me/drafts", by=member(ANNA)),
        sent_drafts,
        oldest_draft,
        by_key=False,
    ),
)
