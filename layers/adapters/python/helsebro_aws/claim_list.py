"""The list of a person's claims ("Mine sager", F4-44) over all payers, or of all claims at one payer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from helsebro.claim import Claim
from helsebro.errors import BadInput, Fault
from helsebro_aws.dynamo_claims import DynamoClaims


def page_of(
    claims: DynamoClaims,
    payers: Sequence[str],
    person_id: str | None,
    shown: Callable[[Claim], bool],
    limit: int,
    cursor: str | None,
) -> tuple[list[Claim], str | None]:
    """Up to ``limit`` claims that are ``shown``, payer after payer, and where the next page begins.

    Raises ``BadInput`` (400) for a cursor of another list.
    """
    found: list[Claim] = []
    at, within = _start(payers, cursor)
    while at < len(payers):
        if len(found) == limit:
            return found, f"{payers[at]}:{within or ''}"
        page, within = claims.page(payers[at], person_id, limit - len(found), within)
        found += [claim for claim in page if shown(claim)]
        at += within is None
    return found, None


def _start(payers: Sequence[str], cursor: str | None) -> tuple[int, str | None]:
    if not cursor:
        return 0, None
    payer, _, within = cursor.partition(":")
    if payer not in payers:
        raise BadInput([Fault("/cursor", "unknown-cursor", "")], malformed=True)
    return list(payers).index(payer), within or None
