"""``clinic-traces``: writes the traces of clinics, so that an application which shares one of them is odd.

A clinic stored before version 2 has no traces: its company, phone number, e-mail address and signatory were
not found. An ended clinic gets none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro.network.clinic import Clinic
from helsebro_aws.backfills.backfill import Backfill, Changes
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.operations import Item
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.identity.keys import CLINIC
from helsebro_aws.network.dynamo_clinic_traces import trace_keys


def _nothing_else(_: Mapping[str, Any]) -> Changes:
    return {}


def _traces(item: Mapping[str, Any]) -> Sequence[Item]:
    clinic = from_item(Clinic, item)
    if clinic.status == "ended":
        return []
    return [as_attributes(key) for key in sorted(trace_keys(clinic))]


CLINIC_TRACES = Backfill(
    name="clinic-traces",
    tables=("network",),
    begins=CLINIC,
    older=frozenset({None, 1}),
    version=2,
    change=_nothing_else,
    beside=_traces,
)
