"""Holders: where the answer to who wrote under a mandate goes (F4-18, F4-42)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from helsebro.ids import ClaimId, MandateId, PersonId
from helsebro.local_day import local_day
from helsebro.notifications.addressee import Addressee
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock

BY_LINK = frozenset({"email", "sms"})
"""Who holds a mandate may have a login or none. Digital post needs the number of an enrolment, and a holder
may have none."""


AddressWritten: TypeAlias = Callable[[ClaimId, Sequence[MandateId]], str | None]
"""Returns the address that the giver of one of these mandates wrote, None without one."""


def no_address_written(_: ClaimId, __: Sequence[MandateId]) -> str | None:
    """Returns None: for code that may not read who holds a mandate."""
    return None


class Holders:
    """Reads who holds a mandate in a case; ``written`` returns the address that its giver wrote."""

    def __init__(self, on: Tables = tables, written: AddressWritten = no_address_written) -> None:
        self.claims, self.written = DynamoClaims(on), written

    def reached(self, claim_id: ClaimId, known: Addressee) -> Addressee | None:
        """Returns the holder as known here, else at the address that the giver of the mandate wrote.

        None once the mandate is over, and for a holder of whom no address is known. Raises ``NotFound``,
        ``Unavailable``.
        """
        claim, person_id = self.claims.find(claim_id), PersonId(known.recipient)
        today = local_day(clock.now(), claim.country)
        held = [
            each for each in claim.mandates if each.is_in_force(today) and each.allows(person_id, "contact")
        ]
        return self._at(claim_id, [each.mandate_id for each in held], known) if held else None

    def held(self, claim_id: ClaimId, mandate_id: MandateId, known: Addressee) -> Addressee | None:
        """Returns who held a mandate that is over, reached as before; None without an address.

        Raises ``NotFound``, ``Unavailable``.
        """
        return self._at(claim_id, [mandate_id], known)

    def _at(self, claim_id: ClaimId, of: Sequence[MandateId], known: Addressee) -> Addressee | None:
        if known.letters_only:
            # By letter only, like everything to a person without a login; the giver wrote an e-mail address.
            return known
        own = {channel: to for channel, to in known.addresses.items() if channel in BY_LINK}
        if own:
            return replace(known, addresses=own, letters_only=False)
        email = self.written(claim_id, of)
        return replace(known, addresses={"email": email}, letters_only=False) if email else None
