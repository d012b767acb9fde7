"""Guarding: whose confirmed guardian a person is, for whatever the person reads (F4-20)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from helsebro.ids import PersonId
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.identity.custody import Custody


def guarding(person_id: PersonId) -> Callable[[PersonId, str], bool | None]:
    """Returns what says whose confirmed guardian a member is, at a payer; each family is read once."""

    @cache
    def family(child: PersonId) -> Custody | None:
        # Here, so that only a call about another person loads it.
        from helsebro_aws.identity.dynamo_custody import DynamoCustody

        return DynamoCustody().find(child)

    def guards(child: PersonId, payer: str) -> bool | None:
        found = family(child)
        return None if found is None else found.guards(person_id, clock.now(), payer)

    return guards
