"""The list of a person's claims ("Mine sager", F4-44) over all payers, or of all claims at one payer."""

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
    """Up to ``limit`` claims that are ``shown``, payer after payer, and where the next page begins.

    Raises ``BadInput`` (400) for a cursor of another list.
    """

    def at_one(payer: str, most: int, within: str | None) -> PayerPage[Claim]:
        page, following = claims.page(payer, person_id, most, within)
        return [claim for claim in page if shown(claim)], following

    return page_across(payers, at_one, limit, cursor)
