"""Covers: the cover of each of a person's places in policies, as input of the coverage engine (R-1303)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import TypeAlias

from helsebro.coverage.product_head import family_of
from helsebro.coverage.question.cover import HOMES, Cover
from helsebro.coverage.terms.product import product
from helsebro.money import Money
from helsebro.policies.index_table import IndexTable
from helsebro.policies.insured import Insured
from helsebro.policies.place import Place
from helsebro.tariffs.rates_of_terms import rates_on
from helsebro.tariffs.tariff import Tariff

Covered: TypeAlias = tuple[Insured, Cover]
"""A person's enrolment and the cover it gives."""
NO_TARIFFS: Mapping[str, Sequence[Tariff]] = MappingProxyType({})


def covers_of(
    places: Iterable[Place],
    tables: Mapping[str, IndexTable],
    tariffs: Mapping[str, Sequence[Tariff]] = NO_TARIFFS,
) -> list[Covered]:
    """Returns each place with its cover, by payer, person and policy number.

    ``tables`` holds the index table of each payer; without one the sums stay unchanged. ``tariffs`` are the
    payers' own of those that the terms read; without one, that of the payer's country counts.
    """
    in_order = sorted(places, key=lambda place: (*_owner(place), place.insured.policy_number))
    own = [list(group) for _, group in groupby(in_order, key=_owner)]
    return [(place.insured, _cover(place, group, tables, tariffs)) for group in own for place in group]


def _owner(place: Place) -> tuple[str, str]:
    return place.insured.payer, place.insured.person_id


def _cover(
    place: Place,
    own: Sequence[Place],
    tables: Mapping[str, IndexTable],
    tariffs: Mapping[str, Sequence[Tariff]],
) -> Cover:
    insured, policy = place.insured, place.policy
    family = family_of(policy.product)
    others = [other for other in own if family_of(other.policy.product) != family]
    table = tables.get(insured.payer, IndexTable(insured.payer))
    since = place.agreed.sum_since(place.on)
    return Cover(
        policy_number=insured.policy_number,
        product=policy.product,
        effective_from=policy.effective_from,
        policy_year_start=policy.policy_year_start,
        modules=policy.modules,
        annual_sum=policy.annual_sum,
        enrolled_on=insured.enrolled_on,
        country=insured.country,
        public_health_insurance=insured.public_health_insurance,
        seniority_from=insured.seniority_from,
        relation=insured.relation,
        scheme=insured.scheme,
        born_on=insured.born_on,
        left_on=place.last_day,
        other_product=next((other.policy.product for other in others), None),
        parameters=policy.parameters,
        policy_id=insured.policy_id,
        policyholder=policy.policyholder.cvr,
        other_sum=_shared_sum(place, others, table, since),
        sum_index=table.steps(since),
        former=insured.former,
        rates=rates_on(tariffs.get(insured.payer, ()), HOMES[policy.annual_sum.currency], place.on),
        suspended=policy.suspensions(product(policy.product).parameter("R-1402", "days")),
    )


def _shared_sum(place: Place, others: Iterable[Place], table: IndexTable, since: date) -> Money | None:
    """Returns the sum of the second policy, if the same policyholder has both and both are in force (R-1303).

    The sum is as of the day on which the first one's sum was agreed, because the same steps then move both.
    """
    holder = place.policy.policyholder.cvr
    for other in others:
        if other.is_in_force and other.policy.policyholder.cvr == holder:
            return table.moved(other.policy.annual_sum, other.agreed.sum_since(place.on), since)
    return None
