"""The names of those who write in a thread, for its other readers.

A person has the registered name, a holder the name in the mandate, and the staff that of the health team. A
holder reads no name of another holder.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.ids import MandateId, PersonId
from helsebro.messages.asked import AskedEntry
from helsebro.messages.merged_page import InThread
from helsebro.messages.message import ThreadMessage
from helsebro.messages.thread import Thread
from helsebro.messages.words import HEALTH_TEAM
from helsebro_aws.policies.enrolled.registered_names import KnownNames, NamedPerson, RegisteredNames


class WriterNames:
    """Names the writers of one page of a thread, of a claim or of none."""

    def __init__(self, thread: Thread, claim: Claim | None, reader: Caller, language: str) -> None:
        self.thread, self.claim, self.reader, self.language = thread, claim, reader, language

    def of(self, page: Sequence[InThread], at: datetime) -> list[str | None]:
        """Returns the name of each writer, None where the reader may not know it or nobody does."""
        people = {each.writer_id for each in page if isinstance(each, ThreadMessage)}
        known = self._people([*filter(None, people), *self._by_role.values()])
        holders = self._holders([each for each in page if self._shows_holder(each, at)])
        return [self._name(each, known, holders) for each in page]

    @property
    def _by_role(self) -> Mapping[str, PersonId]:
        """Who the member and the guardian are, where a writer was not kept."""
        guardian = self.claim.guardian_id if self.claim else None
        return {"member": self.thread.person_id, **({"guardian": guardian} if guardian else {})}

    def _people(self, ids: Sequence[PersonId]) -> KnownNames:
        thread = self.thread
        named = [NamedPerson(each, thread.payer, thread.policy_id) for each in dict.fromkeys(ids)]
        return RegisteredNames().of(named, at_any_payer=not self.reader.payer)

    def _shows_holder(self, each: InThread, at: datetime) -> bool:
        if not isinstance(each, ThreadMessage) or not each.mandate_id or self.claim is None:
            return False
        is_own = bool(self.reader.payer) or self.claim.is_own(self.reader, at)
        return is_own or each.writer_id == self.reader.person_id

    def _holders(self, messages: Sequence[InThread]) -> Mapping[MandateId, str]:
        ids = {each.mandate_id for each in messages if isinstance(each, ThreadMessage) and each.mandate_id}
        if not ids or self.claim is None:
            return {}
        # Here, so that a thread in which no holder wrote loads and decrypts nothing of mandates.
        from helsebro_aws.claims.dynamo_mandates import DynamoMandates

        return DynamoMandates().holder_names(self.claim.claim_id, sorted(ids))

    def _name(self, each: InThread, known: KnownNames, holders: Mapping[MandateId, str]) -> str | None:
        if each.by == "staff":
            return HEALTH_TEAM[self.language]
        if each.by == "holder":
            mandate_id = None if isinstance(each, AskedEntry) else each.mandate_id
            return holders.get(mandate_id) if mandate_id else None
        kept = None if isinstance(each, AskedEntry) else each.writer_id
        person_id = kept or self._by_role.get(each.by)
        return known.get(person_id) if person_id else None
