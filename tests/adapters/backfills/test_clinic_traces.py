"""Clinics that were stored before they had traces make an application odd after the backfill."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClinicId
from helsebro_aws.backfills.clinic_traces import CLINIC_TRACES
from helsebro_aws.backfills.run import BackfillRun
from helsebro_aws.dynamodb.tables import Delete, Update, tables
from helsebro_aws.network.dynamo_clinic_traces import DynamoClinicTraces, trace_keys
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from tests.builders.clinics.applications import applied, reviewed
from tests.builders.network import staged

pytestmark = pytest.mark.usefixtures("aws")


def old(**changes: Any) -> ClinicId:
    """Returns a clinic as stored before: without traces."""
    clinic_id = staged(clinic_changes={"cvr": "24260666", **changes}).clinic_id
    keys = sorted(trace_keys(DynamoClinics().find(clinic_id)))
    tables.commit(
        [*(Delete("network", *key) for key in keys), Update("network", clinic_id, "CLINIC", set={"v": 1})]
    )
    return clinic_id


def run() -> int:
    return BackfillRun().run(CLINIC_TRACES, dry_run=False, cursor=None, pages=100).changed


def test_an_application_of_a_company_that_was_stored_before_is_odd() -> None:
    old()
    assert reviewed(applied(cvr="24260666")) is None
    assert [run() for _ in range(2)] == [1, 0]
    assert reviewed(applied(cvr="24260666")) is not None


def test_every_trace_is_that_of_a_clinic_stored_today() -> None:
    clinic_id = old()
    run()
    clinic = DynamoClinics().find(clinic_id)
    assert all(tables.get("network", *key) for key in trace_keys(clinic))
    assert DynamoClinicTraces().sharing(clinic) == set()


def test_an_ended_clinic_gets_no_traces() -> None:
    clinic_id = old(status="ended")
    assert run() == 1
    assert not any(tables.get("network", *key) for key in trace_keys(DynamoClinics().find(clinic_id)))


def test_a_clinic_stored_today_is_not_changed() -> None:
    staged()
    assert run() == 0
