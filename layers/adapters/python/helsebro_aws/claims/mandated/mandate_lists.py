"""The mandates of a person over all cases: those that the person holds, and those in the person's own cases.

A listing may be late. What is shown is therefore read again: a mandate that is held is shown while its claim
has it in force, and one in a case of the person's own while the case is the caller's to see.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.mandate import Holder
from helsebro.claims.mandated.held_mandates import held_mandates
from helsebro.claims.mandated.kept_mandate import KeptMandate
from helsebro.ids import ClaimId, MandateId, PersonId, PolicyId
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.claims.dynamo_mandates import kept_in
from helsebro_aws.claims.keys import claim_key, mandate_key, mandates_of_holder, mandates_of_person
from helsebro_aws.dynamodb.filtered_page import filtered_page
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.tables import Item, Tables, tables

ListedMandate = tuple[KeptMandate, Holder, PolicyId]
"""A mandate, who holds it, and the policy of its case."""
MandatePage = tuple[list[ListedMandate], "str | None"]


class MandateLists:
    """Reads the mandates of a person at all payers."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def held(self, by: Caller, at: datetime, limit: int, cursor: str | None) -> MandatePage:
        """Returns a page of the mandates in force that the caller holds, newest first, and the cursor."""

        def is_shown(mandate: Item, claim: Claim) -> bool:
            return any(each.mandate_id == mandate["mandateId"] for each in held_mandates(claim, by, at))

        return self._page(mandates_of_holder(by.person_id), is_shown, limit, cursor)

    def given(
        self, person_id: PersonId, by: Caller, at: datetime, limit: int, cursor: str | None
    ) -> MandatePage:
        """Returns a page of the mandates in a person's cases that are the caller's, newest first, the cursor.

        Also those that were revoked or have lapsed.
        """
        return self._page(mandates_of_person(person_id), lambda _, claim: claim.is_own(by, at), limit, cursor)

    def _page(
        self, listing: str, is_shown: Callable[[Item, Claim], bool], limit: int, cursor: str | None
    ) -> MandatePage:
        table = self.tables.settings.cases_table

        def entries_of(rows: Sequence[Item]) -> list[ListedMandate | None]:
            cases = sorted({_case(row) for row in rows})
            found = self.tables.get_many(table, [*cases, *(mandate_key(*_named(row)) for row in rows)])
            items = {(item["pk"], item["sk"]): item for item in found}
            claims = {key: claim_in(items[key]) for key in cases if key in items}
            asked = ((items.get(mandate_key(*_named(row))), claims.get(_case(row))) for row in rows)
            return [
                (*kept_in(item), claim.policy_id) if item and claim and is_shown(item, claim) else None
                for item, claim in asked
            ]

        return filtered_page(
            self.tables, table, listing, entries_of, limit, cursor, listing=True, newest_first=True
        )


def _named(row: Item) -> tuple[ClaimId, MandateId]:
    return ClaimId(row["claimId"]), MandateId(row["mandateId"])


def _case(row: Item) -> Key:
    return claim_key(ClaimId(row["claimId"]))
