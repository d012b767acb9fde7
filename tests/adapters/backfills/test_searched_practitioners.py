"""Practitioners that were stored before the search had rows of its own are found after the backfill."""

from __future__ import annotations

import pytest
from functions.network.renew_search_rows.handler import handler

from helsebro.ids import practitioner_id
from helsebro_aws.backfills.run import BackfillResult, BackfillRun
from helsebro_aws.backfills.searched_practitioners import SEARCHED_PRACTITIONERS
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.dynamo_search_rows import DynamoSearchRows
from helsebro_aws.onboarding.registers.register_rounds import RegisterRounds
from helsebro_aws.platform import clock
from tests.builders.clinics.registers import NUMBER, GivenRegister, check_of, look_into
from tests.builders.network import Stage, refresh_search, set_practitioner, staged

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def old() -> Stage:
    """Returns a practitioner as stored before, with the clinic."""
    stage = staged(authorisationId=NUMBER)
    changes = {"set": {"v": 1}, "remove": ("listPk", "listSk")}
    tables.commit([Update("network", stage.practitioner_id, "PRACTITIONER", **changes)])  # type: ignore[arg-type]
    return stage


def run() -> BackfillResult:
    return BackfillRun().run(SEARCHED_PRACTITIONERS, dry_run=False, cursor=None, pages=100)


def found() -> list[str]:
    rows = tables.query_all("network", "PRACTITIONERS#DK#physiotherapy")
    return [row["practitioner"]["practitionerId"] for row in rows]


def test_an_old_practitioner_is_listed_at_the_clinic_and_then_found(old: Stage) -> None:
    assert [run().changed for _ in range(2)] == [1, 0]
    [listed] = DynamoPractitioners().of_clinic(old.clinic_id)
    assert (listed.practitioner_id, found()) == (old.practitioner_id, [])
    assert [handler({}, None)["practitioners"] for _ in range(2)] == [1, 0]
    assert found() == [old.practitioner_id]


def test_an_old_practitioner_is_looked_up_in_the_register_and_one_without_an_authorisation_is_not(
    old: Stage,
) -> None:
    set_practitioner(old.clinic_id, "other", authorised=False)
    tables.commit([Update("network", practitioner_id(old.clinic_id, "other"), "PRACTITIONER", set={"v": 1})])
    assert run().changed == 2
    register = GivenRegister()
    rounds = RegisterRounds(look_into(register))
    assert [rounds.run(clock.now(), lambda: True)["checked"] for _ in range(2)] == [1, 0]
    check = check_of(old.practitioner_id)
    assert (check.finding.state, register.asked) == ("verified", [NUMBER])


def test_rows_that_events_have_written_before_stay(old: Stage) -> None:
    refresh_search()
    before = DynamoSearchRows().stored(old.practitioner_id)
    run()
    after = DynamoSearchRows().stored(old.practitioner_id)
    assert (after.revision, after.keys) == (before.revision, before.keys)
