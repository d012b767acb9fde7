"""Mandates: in force as part of the claim, so that who may see it is one read; told apart in rows beside it.

``{payer}#{claimId}`` / ``MANDATE#{mandateId}`` in the ``cases`` table stays when one is revoked, with who the
holder is, sealed. While it stands, the listing ``{holderId}#mandates`` leads from the holder to the case.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from helsebro.caller import Caller
from helsebro.claims import mandates
from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.claims.mandate import Holder, Mandate, Power
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import ClaimId, MandateId, PersonId
from helsebro.local_day import local_day
from helsebro.receipt import Receipt
from helsebro_aws.claims.dynamo_claims import DynamoClaims, claim_in
from helsebro_aws.claims.keys import claim_key, mandate_key, mandates_of_holder
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Item, Put, Tables, Update, tables
from helsebro_aws.platform import clock, field_encryption


@dataclass(frozen=True)
class Given:
    """What somebody gives: the mandate's id, powers, the holder's person id if known, and words of it."""

    mandate_id: MandateId
    powers: Sequence[Power]
    holder_id: PersonId | None
    holder: Holder


@dataclass(frozen=True)
class Held:
    """A mandate as its holder finds it: in which case, whose, and until when.

    It is told by a listing, which may lag: whether it still holds, the claim itself knows.
    """

    claim_id: ClaimId
    payer: str
    person_id: PersonId
    country: str
    mandate_id: MandateId
    powers: tuple[Power, ...]
    lapses_on: date | None = None

    def has_lapsed(self) -> bool:
        """Whether the giver's own say ended before today."""
        return self.lapses_on is not None and local_day(clock.now(), self.country) >= self.lapses_on


class DynamoMandates:
    """Mandates on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.claims = DynamoClaims(on)

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def give(self, claim_id: ClaimId, given: Given, by: Caller, receipt: Receipt) -> None:
        """Stores a mandate with the claim it opens. Raises as ``mandates.give`` does, and ``Unavailable``."""

        def act() -> None:
            before, at = self.claims.find(claim_id), clock.now()
            after, made = mandates.give(before, given.mandate_id, given.powers, given.holder_id, by, at)
            row = Put(self.table, self._row(after, made, given.holder))
            self.claims.change(before, after, [row], [_event("given", after, made.mandate_id)], receipt)

        retry_on_conflict(act, ClaimChanged)

    def revoke(self, claim_id: ClaimId, mandate_id: MandateId, by: Caller) -> None:
        """Ends a mandate; one that was ended before stays so. Raises as ``mandates.revoke`` does."""

        def act() -> None:
            before, at = self.claims.find(claim_id), clock.now()
            before.must_be_decided_by(by, at)
            if self._was_revoked(claim_id, mandate_id):
                return
            after = mandates.revoke(before, mandate_id, by, at)
            said = {"revokedAt": instant(at), "revokedBy": by.person_id}
            key = mandate_key(claim_id, mandate_id)
            row = Update(self.table, *key, set=said, remove=("listPk", "listSk"))
            self.claims.change(before, after, [row], [_event("revoked", after, mandate_id)])

        retry_on_conflict(act, ClaimChanged)

    def holders(self, claim_id: ClaimId, of: Sequence[Mandate]) -> dict[str, Holder]:
        """Who holds these mandates of a case, by mandate id. Raises ``Unavailable``."""
        rows = self.tables.get_many(self.table, [mandate_key(claim_id, one.mandate_id) for one in of])
        return {row["mandateId"]: _opened(row) for row in rows}

    def held_by(self, person_id: PersonId) -> list[Held]:
        """The mandates a person holds, over all payers, oldest first; for showing, not for letting in."""
        rows = self.tables.query_all(self.table, mandates_of_holder(person_id), listing=True)
        return [one for one in (from_item(Held, row) for row in rows) if not one.has_lapsed()]

    def claims_of(self, person_id: PersonId, by: Caller, power: Power) -> list[Claim]:
        """The cases of a person in which the caller holds a mandate for this, as the cases themselves say."""
        held = {one.claim_id for one in self.held_by(by.person_id) if one.person_id == person_id}
        keys = [claim_key(claim_id) for claim_id in sorted(held)]
        found = (claim_in(item) for item in self.tables.get_many(self.table, keys))
        return [claim for claim in found if claim.is_mandated(by, power, clock.now())]

    def _was_revoked(self, claim_id: ClaimId, mandate_id: MandateId) -> bool:
        row = self.tables.get(self.table, *mandate_key(claim_id, mandate_id))
        if row is None:
            raise NotFound()
        return "revokedAt" in row

    def _row(self, claim: Claim, made: Mandate, holder: Holder) -> Item:
        words = json.dumps(to_item(holder), ensure_ascii=False)
        listing = {
            "listPk": mandates_of_holder(PersonId(str(made.holder_id))),
            "listSk": f"{instant(made.given_at)}#{made.mandate_id}",
        }
        return {
            **as_attributes(mandate_key(claim.claim_id, made.mandate_id)),
            **to_item(made),
            **{name: to_item(claim)[name] for name in ("claimId", "payer", "personId", "country")},
            **(listing if made.holder_id else {}),
            "sealedHolder": field_encryption.encrypt(words, **_context(made.mandate_id)),
        }


def _opened(row: Item) -> Holder:
    words = field_encryption.decrypt(row["sealedHolder"], **_context(row["mandateId"]))
    return from_item(Holder, json.loads(words))


def _context(mandate_id: MandateId) -> dict[str, str]:
    return {"table": "cases", "field": "holder", "mandate": mandate_id}


def _event(what: str, claim: Claim, mandate_id: MandateId) -> Event:
    data = {"claimId": claim.claim_id, "mandateId": mandate_id}
    return Event(f"mandate.{what}", clock.now(), claim.payer, data)
