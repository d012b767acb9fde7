"""Covers, made from stored items: places in policies, the policies, the payers' index tables and tariffs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from helsebro.local_day import local_day
from helsebro.policies.insured import Insured
from helsebro.policies.policy import Policy
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Item
from helsebro_aws.platform import clock
from helsebro_aws.policies import dynamo_indexes
from helsebro_aws.policies.keys import INDEX_TABLE, POLICY
from helsebro_aws.tariffs.keys import TERMS_TARIFFS, payer_in
from helsebro_aws.tariffs.terms_tariffs import terms_tariffs

if TYPE_CHECKING:
    from helsebro.policies.covers import Covered


def covers_in(people: Iterable[Insured], rows: Sequence[Item], on: date | None) -> list[Covered]:
    """Returns the enrolments, each with its cover on a day; ``on`` None is today where the person lives.

    ``rows`` hold their policies, their payers' index tables and tariffs, and may hold other items.
    """
    # Covers load the terms: a caller who only lists people should not wait for them.
    from helsebro.policies.covers import covers_of
    from helsebro.policies.place import Place

    policies = {row["policyId"]: from_item(Policy, row) for row in rows if row["sk"] == POLICY}
    indexes = {row["pk"]: row for row in rows if row["sk"] == INDEX_TABLE}
    tables = {payer: dynamo_indexes.read(row, payer) for payer, row in indexes.items()}
    now = clock.now()
    places = [
        Place(insured, policies[insured.policy_id], on or local_day(now, insured.country))
        for insured in people
    ]
    own = {payer_in(row["pk"]): terms_tariffs(row) for row in rows if row["sk"] == TERMS_TARIFFS}
    return covers_of(places, tables, own)
