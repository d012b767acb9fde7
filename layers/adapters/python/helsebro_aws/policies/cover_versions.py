"""Cover versions in the ``people`` table: the versions of a person's place and of its policy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from helsebro.errors import HelsebroError
from helsebro.ids import PersonId, PolicyId
from helsebro.policies.cover_version import CoverVersion
from helsebro_aws.dynamodb.tables import Check, Item, Tables, tables
from helsebro_aws.policies.keys import POLICY, insured_key, policy_key

if TYPE_CHECKING:
    from helsebro.coverage.question.cover import Cover


@dataclass(frozen=True)
class DatedCovers:
    """A person's covers at one payer by day, and the versions of each policy's cover, all of one read."""

    on: Mapping[date, list[Cover]]
    versions: Mapping[PolicyId, CoverVersion]


def versions_in(places: Iterable[Item], policies: Iterable[Item]) -> dict[PolicyId, CoverVersion]:
    """Returns the version of the cover of each place, by its policy."""
    of_policy = {row["policyId"]: int(row["version"]) for row in policies if row["sk"] == POLICY}
    found = (
        CoverVersion(row["policyId"], int(row["revision"]), of_policy[row["policyId"]])
        for row in places
        if row["policyId"] in of_policy
    )
    return {version.policy_id: version for version in found}


def unchanged(
    payer: str,
    person_id: PersonId,
    cover_version: str | None,
    otherwise: HelsebroError,
    on: Tables = tables,
) -> list[Check]:
    """Returns the checks that a cover is still of a version; none without one.

    They fail with ``otherwise`` when the enrolment or the policy has changed since, also while the commit
    they are part of is stored.
    """
    if cover_version is None:
        return []
    version, table = CoverVersion.of(cover_version), on.settings.people_table
    place, policy = insured_key(payer, person_id, version.policy_id), policy_key(payer, version.policy_id)
    return [
        Check(table, *place, "#revision = :revision", {":revision": version.place}, otherwise=otherwise),
        Check(table, *policy, "#version = :version", {":version": version.policy}, otherwise=otherwise),
    ]
