"""Terms' tariffs: one item a payer with its own tariffs that a rule of the terms reads.

A cover reads it beside the policy and the index table, so an answer of the engine costs one item more.
"""

from __future__ import annotations

from helsebro.errors import Conflict
from helsebro.tariffs.rates_of_terms import READ_BY_TERMS
from helsebro.tariffs.tariff import Tariff
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Item, Put, Tables
from helsebro_aws.tariffs.keys import terms_tariffs_key


def terms_tariffs(item: Item | None) -> list[Tariff]:
    """Returns the tariffs that the item holds; none when there is no item."""
    return [from_item(Tariff, stored) for stored in item["tariffs"]] if item else []


def terms_tariffs_put(on: Tables, new: Tariff) -> list[Put]:
    """Returns the operation that stores a new tariff in the item; none when no rule reads the tariff.

    It fails with ``Conflict`` when another caller set another tariff of the item.
    """
    if (new.profession, new.service) not in READ_BY_TERMS:
        return []
    table, key = on.settings.people_table, terms_tariffs_key(new.payer)
    known = on.get(table, *key)
    named = new.profession, new.service
    others = [one for one in terms_tariffs(known) if (one.profession, one.service) != named]
    revision = known["revision"] if known else 0
    stored = [to_item(tariff) for tariff in (*others, new)]
    item = {**as_attributes(key), "tariffs": stored, "revision": revision + 1}
    if not known:
        return [Put(table, item, otherwise=Conflict())]
    return [Put(table, item, "#revision = :revision", {":revision": revision}, Conflict())]
