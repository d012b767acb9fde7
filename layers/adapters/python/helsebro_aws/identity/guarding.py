"""Guarding: who are the confirmed guardians of a child, for whatever a caller reads of it (F4-20)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from helsebro.ids import PersonId
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.identity.custody import Custody


def guarding() -> Callable[[PersonId, str], tuple[PersonId, ...] | None]:
    """Returns what names the confirmed guardians of a child at a payer; each family is read once."""

    @cache
    def family(child: PersonId) -> Custody | None:
        # Here, so that only a call about another person loads it.
        from helsebro_aws.identity.dynamo_custody import DynamoCustody

        return DynamoCustody().find(child)

    def guardians(child: PersonId, payer: str) -> tuple[PersonId, ...] | None:
        found = family(child)
        if found is None:
            return None
        every, at = dict.fromkeys(each.person_id for each in found.guardians), clock.now()
        return tuple(each for each in every if found.guards(each, at, payer))

    return guardians
