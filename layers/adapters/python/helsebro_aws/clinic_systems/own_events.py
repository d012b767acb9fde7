"""Own events: those of a clinic's feed that are about a client of the practitioner who reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro.caller import Caller
from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.guarantees.keys import guarantee_key


def own_events(on: Tables, events: Sequence[Mapping[str, Any]], caller: Caller) -> list[bool]:
    """Returns whether the data of each event names the caller, or a guarantee of the caller.

    The guarantees are read as they are now: the first booking names the practitioner. An event that names
    neither, such as a withdrawn consent, may be about a client of another practitioner.
    """
    asked = {data["guaranteeId"] for data in events if "practitionerId" not in data and "guaranteeId" in data}
    rows = on.get_many(on.settings.cases_table, [guarantee_key(each) for each in sorted(asked)])
    guarantees = {row["guaranteeId"]: row.get("practitionerId") for row in rows}
    named = [data.get("practitionerId") or guarantees.get(data.get("guaranteeId")) for data in events]
    return [practitioner_id == caller.practitioner_id for practitioner_id in named]
