"""``listed-insured``: lists every insured person at the policy, as a new enrolment is since version 2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.backfills.backfill import Backfill, Changes
from helsebro_aws.policies.enrolled.policy_listing import place_of
from helsebro_aws.policies.keys import INSURED


def _listed(stored: Mapping[str, Any]) -> Changes:
    # A pointer to a place has the same sort key, and no day.
    return place_of(stored) if "enrolledOn" in stored else {}


LISTED_INSURED = Backfill(
    name="listed-insured",
    tables=("people",),
    begins=INSURED,
    older=frozenset({None, 1}),
    version=2,
    change=_listed,
)
