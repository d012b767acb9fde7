"""Mandates: those in force are part of the claim, so one read decides who may see it; each also has an item.

The item ``{payer}#{claimId}`` / ``MANDATE#{mandateId}`` in the ``cases`` table stores the holder, encrypted,
and is kept when the mandate is revoked. Until then the listing ``{holderId}#mandates`` holds it. A second
item, ``MANDATEGIVEN#{givenAt}#{mandateId}``, keeps it in its case, and in the listing
``{personId}#mandates-given`` of the person.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from helsebro.caller import Caller
from helsebro.claims import mandates
from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.claims.mandate import Holder, Mandate, Power
from helsebro.claims.mandated.kept_mandate import KeptMandate
from helsebro.claims.recorded.decider import decider
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.claims.recorded.recorded_event import recorded
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import ClaimId, MandateId, PersonId
from helsebro.local_day import local_day
from helsebro.receipt import Receipt
from helsebro_aws.claims.custody.other_guardians import OtherGuardians
from helsebro_aws.claims.dynamo_claims import DynamoClaims, claim_in
from helsebro_aws.claims.keys import (
    MANDATES_GIVEN,
    claim_key,
    claim_partition,
    given_mandate_key,
    mandate_key,
    mandates_of_holder,
    mandates_of_person,
)
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Item, Put, Tables, Update, tables
from helsebro_aws.platform import clock, field_encryption


@dataclass(frozen=True)
class NewMandate:
    """The mandate to give: its id and powers, the holder's person id if known, and the holder's details.

    ``evidence`` is there when staff record it for a person who cannot log in (F4-02).
    """

    mandate_id: MandateId
    powers: Sequence[Power]
    holder_id: PersonId | None
    holder: Holder
    evidence: DecisionEvidence | None = None


@dataclass(frozen=True)
class Held:
    """A mandate as its holder lists it: in which case, of whom, and until when.

    It comes from a listing, which may be out of date: only the claim says whether it is still in force.
    """

    claim_id: ClaimId
    payer: str
    person_id: PersonId
    country: str
    mandate_id: MandateId
    powers: tuple[Power, ...]
    lapses_on: date | None = None

    def has_lapsed(self) -> bool:
        """Returns whether it is no longer in force today."""
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

    def give(self, claim_id: ClaimId, new: NewMandate, by: Caller, receipt: Receipt) -> None:
        """Stores a mandate with its claim. Raises what ``mandates.give`` raises, and ``Unavailable``."""

        def act() -> None:
            before, at = self.claims.find(claim_id), clock.now()
            after, mandate = mandates.give(
                before, new.mandate_id, new.powers, new.holder_id, by, at, new.evidence
            )
            items = self._row(after, mandate, new.holder), _listed(after, mandate)
            rows = [Put(self.table, item) for item in items]
            told = self._told(after, "given", mandate.given_by, at, new.evidence)
            given = _event("given", after, mandate.mandate_id, new.evidence, mandate.holder_id)
            events = [given, *told]
            self.claims.change(before, after, rows, events, receipt)

        retry_on_conflict(act, ClaimChanged)

    def revoke(
        self,
        claim_id: ClaimId,
        mandate_id: MandateId,
        by: Caller,
        evidence: DecisionEvidence | None = None,
        receipt: Receipt | None = None,
    ) -> None:
        """Revokes a mandate, and any other of its holder, with the ``evidence`` of staff.

        A second call changes nothing.

        Raises what ``mandates.revoke`` raises.
        """

        def act() -> None:
            before, at = self.claims.find(claim_id), clock.now()
            revoked_by = decider(before, by, at)
            if self._was_revoked(claim_id, mandate_id):
                if receipt:
                    self.tables.commit([], receipt=receipt)
                return
            after = mandates.revoke(before, mandate_id, by, at)
            told = {"revocationEvidence": to_item(evidence)} if evidence else {}
            revoked = {"revokedAt": instant(at), "revokedBy": revoked_by, **told}
            over = [each for each in before.mandates if each not in after.mandates]
            keys = [mandate_key(claim_id, each.mandate_id) for each in over]
            rows = [Update(self.table, *key, set=revoked, remove=("listPk", "listSk")) for key in keys]
            told_of = self._told(after, "revoked", revoked_by, at, evidence)
            held_by = next(each.holder_id for each in over if each.mandate_id == mandate_id)
            ended = _event("revoked", after, mandate_id, evidence, held_by)
            self.claims.change(before, after, rows, [ended, *told_of], receipt)

        retry_on_conflict(act, ClaimChanged)

    def kept(self, claim_id: ClaimId, of: Sequence[MandateId]) -> list[tuple[KeptMandate, Holder]]:
        """Returns these mandates of a case, also those that are over, each with its holder.

        Raises ``Unavailable``.
        """
        keys = [mandate_key(claim_id, mandate_id) for mandate_id in of]
        return [kept_in(row) for row in self.tables.get_each(self.table, *keys)]

    def page(
        self, claim_id: ClaimId, limit: int, cursor: str | None
    ) -> tuple[list[tuple[KeptMandate, Holder]], str | None]:
        """Returns a page of all mandates that a case has or had, the first given first, and the next cursor.

        Raises ``Unavailable``.
        """
        page = self.tables.query(
            self.table,
            claim_partition(claim_id),
            begins=MANDATES_GIVEN,
            limit=limit,
            page_cursor=cursor,
        )
        keys = [mandate_key(claim_id, row["mandateId"]) for row in page.items]
        return [kept_in(row) for row in self.tables.get_each(self.table, *keys)], page.next_cursor

    def holder_names(self, claim_id: ClaimId, of: Sequence[MandateId]) -> dict[MandateId, str]:
        """Returns the names of who holds or held these mandates of a case. Raises ``Unavailable``."""
        rows = self.tables.get_many(self.table, [mandate_key(claim_id, each) for each in of])
        return {MandateId(row["mandateId"]): _decrypted(row).name for row in rows}

    def held_by(self, person_id: PersonId) -> list[Held]:
        """Returns the mandates a person holds at any payer, oldest first: to show, not to give access."""
        rows = self.tables.query_all(self.table, mandates_of_holder(person_id), listing=True)
        return [held for held in (from_item(Held, row) for row in rows) if not held.has_lapsed()]

    def claims_of(self, person_id: PersonId, by: Caller, power: Power) -> list[Claim]:
        """Returns the person's claims in which the caller holds a mandate in force with this power."""
        claim_ids = {held.claim_id for held in self.held_by(by.person_id) if held.person_id == person_id}
        keys = [claim_key(claim_id) for claim_id in sorted(claim_ids)]
        found = (claim_in(item) for item in self.tables.get_many(self.table, keys))
        return [claim for claim in found if claim.is_mandated(by, power, clock.now())]

    def was_given(self, claim_id: ClaimId, mandate_id: MandateId) -> bool:
        """Returns whether a case has this mandate, or had it."""
        if not mandate_id.startswith("man_"):
            return False
        return self.tables.get(self.table, *mandate_key(claim_id, mandate_id)) is not None

    def _told(
        self,
        claim: Claim,
        outcome: Literal["given", "revoked"],
        decided_by: str,
        at: datetime,
        evidence: DecisionEvidence | None,
    ) -> list[Event]:
        """Returns who is told: all who decide where staff recorded it, else the other guardian of a child."""
        if evidence:
            return recorded(claim, "mandate", outcome, evidence, at)
        return OtherGuardians(self.tables).told(claim, decided_by, "mandate", at)

    def _was_revoked(self, claim_id: ClaimId, mandate_id: MandateId) -> bool:
        row = self.tables.get(self.table, *mandate_key(claim_id, mandate_id))
        if row is None:
            raise NotFound()
        return "revokedAt" in row

    def _row(self, claim: Claim, mandate: Mandate, holder: Holder) -> Item:
        text = json.dumps(to_item(holder), ensure_ascii=False)
        listing = {
            "listPk": mandates_of_holder(PersonId(str(mandate.holder_id))),
            "listSk": f"{instant(mandate.given_at)}#{mandate.mandate_id}",
        }
        return {
            **as_attributes(mandate_key(claim.claim_id, mandate.mandate_id)),
            **to_item(mandate),
            **{name: to_item(claim)[name] for name in ("claimId", "payer", "personId", "country")},
            **(listing if mandate.holder_id else {}),
            "sealedHolder": field_encryption.encrypt(text, **_context(mandate.mandate_id)),
        }


def kept_in(row: Item) -> tuple[KeptMandate, Holder]:
    """Returns the mandate of an item, and who holds it. Raises ``Unavailable``."""
    return from_item(KeptMandate, row), _decrypted(row)


def _listed(claim: Claim, mandate: Mandate) -> Item:
    """Returns the item that lists a mandate for the person of the case, also when it is over."""
    return {
        **as_attributes(given_mandate_key(claim.claim_id, mandate.mandate_id, mandate.given_at)),
        "listPk": mandates_of_person(claim.person_id),
        "listSk": f"{instant(mandate.given_at)}#{mandate.mandate_id}",
        "mandateId": mandate.mandate_id,
        "claimId": claim.claim_id,
    }


def _decrypted(row: Item) -> Holder:
    text = field_encryption.decrypt(row["sealedHolder"], **_context(row["mandateId"]))
    return from_item(Holder, json.loads(text))


def _context(mandate_id: MandateId) -> dict[str, str]:
    return {"table": "cases", "field": "holder", "mandate": mandate_id}


def _event(
    what: str,
    claim: Claim,
    mandate_id: MandateId,
    evidence: DecisionEvidence | None,
    holder_id: PersonId | None = None,
) -> Event:
    """Returns the event; of what staff ``recorded`` the person hears by another one (``recorded_event``)."""
    data = {
        "claimId": claim.claim_id,
        "mandateId": mandate_id,
        "recorded": "yes" if evidence else "no",
        **({"holderId": holder_id, "also": "holder"} if holder_id else {}),
    }
    return Event(f"mandate.{what}", clock.now(), claim.payer, data)
