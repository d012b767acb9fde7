"""The list of a person's claims at all payers ("Mine sager", F4-44), or of all claims of a payer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from helsebro.claims.claim import Claim
from helsebro.ids import PersonId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.payer_pages import PayerPage, page_across


def page_of(
    claims: DynamoClaims,
    payers: Sequence[str],
    person_id: PersonId | None,
    shown: Callable[[Claim], bool],
    limit: int,
    cursor: str | None,
) -> PayerPage[Claim]:
    """Returns up to ``limit`` claims that are ``shown``, payer after payer, and the cursor of the next page.

    Raises ``BadInput`` (400) for a cursor of another list.
    """

    def page_at(payer: str, most: int, within: str | None) -> PayerPage[Claim]:
        page, following = claims.page(payer, person_id, most, within)
        return [claim for claim in page if shown(claim)], following

    return page_across(payers, page_at, limit, cursor)
