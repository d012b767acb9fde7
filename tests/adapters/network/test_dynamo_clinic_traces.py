from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.network.clinic import ClinicContact
from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.network.dynamo_clinic_traces import MOST_SHARING, DynamoClinicTraces
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from tests.builders.network import SECRET, clinic

pytestmark = pytest.mark.usefixtures("aws")
COMPANY = "24260666"


class Counted(Tables):
    """Counts the queries."""

    queries = 0

    def query(self, *given: Any, **named: Any) -> Any:
        """One page."""
        self.queries += 1
        return super().query(*given, **named)


def registered(count: int) -> None:
    """Registers clinics of one company, with one phone number and one e-mail address."""
    for _ in range(count):
        DynamoClinics().register(clinic(cvr=COMPANY), SECRET)


def test_a_clinic_is_found_by_each_of_its_traces_and_never_by_its_own_rows() -> None:
    mine, other = (
        clinic(cvr=COMPANY),
        clinic(cvr=COMPANY, contact=ClinicContact("44 11 22 33", "a@b.example")),
    )
    for one in (mine, other):
        DynamoClinics().register(one, SECRET)
    assert DynamoClinicTraces().sharing(mine) == {other.clinic_id}


def test_a_changed_clinic_is_found_by_its_new_phone_and_no_longer_by_the_old_one() -> None:
    before = clinic(cvr="31415926", contact=ClinicContact("44 11 22 33", "a@b.example"))
    after = replace(before, contact=ClinicContact("55 11 22 33", "a@b.example"), version=2)
    clinics = DynamoClinics()
    clinics.register(before, SECRET)
    clinics.tables.commit(clinics.changes(before, after))

    def found_by(phone: str) -> bool:
        asked = clinic(cvr=COMPANY, contact=ClinicContact(phone, "x@y.example"))
        return before.clinic_id in DynamoClinicTraces().sharing(asked)

    assert (found_by("44 11 22 33"), found_by("55 11 22 33")) == (False, True)


@pytest.mark.parametrize("count", [2, MOST_SHARING + 5])
def test_an_application_reads_one_page_of_each_trace_however_many_clinics_share_it(count: int) -> None:
    registered(count)
    tables = Counted()
    assert len(DynamoClinicTraces(tables).sharing(clinic(cvr=COMPANY))) == min(count, MOST_SHARING)
    assert tables.queries == 3
