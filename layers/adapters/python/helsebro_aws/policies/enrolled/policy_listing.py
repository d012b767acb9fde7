"""The insured of a policy, in the listing ``{payer}#{policyId}#insured``, each family together.

The key of a place is the main insured person's id, then the own one, so that an employee comes before the
family. No name is in a key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from helsebro.ids import PolicyId
from helsebro.policies.insured import Insured
from helsebro_aws.dynamodb.filtered_page import filtered_page
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.policies.keys import insured_of_policy


def place_of(stored: Mapping[str, Any]) -> dict[str, str]:
    """Returns the attributes that list a stored place at its policy."""
    person_id = stored["personId"]
    head = stored.get("mainInsuredPersonId")
    return {
        "listPk": insured_of_policy(stored["payer"], stored["policyId"]),
        "listSk": f"{head}#{person_id}" if head else f"{person_id}#",
    }


def page_of_policy(
    payer: str,
    policy_id: PolicyId,
    is_shown: Callable[[Insured], bool],
    limit: int,
    cursor: str | None,
    on: Tables = tables,
) -> tuple[list[Insured], str | None]:
    """Returns a page of a policy's insured that are shown, and the next cursor.

    A page may hold fewer than ``limit`` and still have a next one.
    """

    def entries_of(rows: Sequence[Item]) -> list[Insured | None]:
        found = (from_item(Insured, row) for row in rows)
        return [insured if is_shown(insured) else None for insured in found]

    table, listing = on.settings.people_table, insured_of_policy(payer, policy_id)
    return filtered_page(on, table, listing, entries_of, limit, cursor, listing=True)
