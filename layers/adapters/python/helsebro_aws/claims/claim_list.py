"""The list of a person's claims at all payers ("Mine sager", F4-44), or of all claims of a payer."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.claims.claim import Claim
from helsebro.claims.shown_claims import ShownClaims
from helsebro.ids import PersonId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.payer_pages import PayerPage, page_across


def page_of(
    claims: DynamoClaims,
    payers: Sequence[str],
    person_id: PersonId | None,
    asked: ShownClaims,
    limit: int,
    cursor: str | None,
) -> PayerPage[Claim]:
    """Returns up to ``limit`` of the claims ``asked`` for, payer after payer, and the next page's cursor.

    A page may hold fewer claims and still have a next one. Raises ``BadInput`` (400) for a cursor of another
    list.
    """

    def page_at(payer: str, most: int, within: str | None) -> PayerPage[Claim]:
        return claims.page(payer, person_id, most, within, asked)

    return page_across(payers, page_at, limit, cursor)
