"""Covers: what places in policies give, as the coverage engine asks for it, from the items they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.policies.index_table import IndexTable
from helsebro.policies.insured import Insured
from helsebro.policies.policy import Policy
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Item
from helsebro_aws.platform import clock
from helsebro_aws.policies import dynamo_indexes
from helsebro_aws.policies.dynamo_policies import POLICY

if TYPE_CHECKING:
    from helsebro.coverage.question.cover import Cover

Covered: TypeAlias = "tuple[Insured, Cover]"
"""A place in a policy and the cover it gives."""


@dataclass(frozen=True)
class _Stands:
    """A place and its policy, as they stand on a day."""

    place: Insured
    agreed: Policy
    on: date

    @property
    def policy(self) -> Policy:
        return self.agreed.on(self.on)

    @property
    def left_on(self) -> date | None:
        """The last day: the person left, or the whole policy ended (R-1312, R-1403)."""
        return min((day for day in (self.place.left_on, self.agreed.ends_on) if day), default=None)

    @property
    def is_in_force(self) -> bool:
        left = self.left_on
        return self.place.enrolled_on <= self.on and (left is None or self.on <= left)


def covers_of(places: Iterable[Insured], rows: Sequence[Item], on: date | None) -> list[Covered]:
    """The places, each with its cover on a day (today unless told).

    ``rows`` hold their policies and their payers' index tables, among others.
    """
    policies = {row["policyId"]: from_item(Policy, row) for row in rows if row["sk"] == POLICY}
    indexes = {row["pk"]: row for row in rows if row["sk"] == dynamo_indexes.SORT_KEY}
    tables = {payer: dynamo_indexes.read(row, payer) for payer, row in indexes.items()}
    by_person = sorted(places, key=lambda place: (place.payer, place.person_id, place.policy_number))
    return [
        (one.place, _cover(one, own, tables))
        for _, group in groupby(by_person, key=lambda place: (place.payer, place.person_id))
        for own in [[_Stands(place, policies[place.policy_id], on or _today(place)) for place in group]]
        for one in own
    ]


def _cover(one: _Stands, own: Sequence[_Stands], tables: Mapping[str, IndexTable]) -> Cover:
    from helsebro.coverage.question.cover import Cover
    from helsebro.coverage.terms.product import product

    place, policy = one.place, one.policy
    others = [other for other in own if other.policy.product != policy.product]
    table, since = tables.get(place.payer, IndexTable(place.payer)), one.agreed.sum_since(one.on)
    return Cover(
        policy_number=place.policy_number,
        product=policy.product,
        effective_from=policy.effective_from,
        policy_year_start=policy.policy_year_start,
        modules=policy.modules,
        annual_sum=policy.annual_sum,
        enrolled_on=place.enrolled_on,
        country=place.country,
        public_health_insurance=place.public_health_insurance,
        seniority_from=place.seniority_from,
        relation=place.relation,
        scheme=place.scheme,
        born_on=place.born_on,
        left_on=one.left_on,
        other_product=next((other.policy.product for other in others), None),
        parameters=policy.parameters,
        policy_id=place.policy_id,
        policyholder=policy.policyholder.cvr,
        other_sum=_shared_with(one, others, table, since),
        sum_index=table.steps(since),
        former=place.former,
        suspended=policy.suspensions(product(policy.product).parameter("R-1402", "days")),
    )


def _shared_with(one: _Stands, others: Iterable[_Stands], table: IndexTable, since: date) -> Money | None:
    """The sum of the second policy, where one policyholder holds both and both are in force (R-1303).

    It is told as of the day the first one's sum was agreed on, because the same steps then move both.
    """
    holder = one.policy.policyholder.cvr
    for other in others:
        if other.is_in_force and other.policy.policyholder.cvr == holder:
            return table.moved(other.policy.annual_sum, other.agreed.sum_since(one.on), since)
    return None


def _today(place: Insured) -> date:
    return local_day(clock.now(), place.country)
