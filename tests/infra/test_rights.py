"""Each role grants what its function's code asks for, and nothing else (promise 24).

``tests/rights.json`` lists what the code asks for; tests/suite/rights keeps it true.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

from helsebro.ids import ClinicId, DraftId, PersonId, PolicyId, PractitionerId
from helsebro.quality.decision_tally import Tally
from helsebro.quality.iso_week import IsoWeek
from helsebro_aws.benefits.keys import ledger_key
from helsebro_aws.claims.keys import draft_key
from helsebro_aws.deadlines.insights.keys import service_level_key
from helsebro_aws.dynamodb.keys import Key, feed_counter_key
from helsebro_aws.guarantees.keys import reference_key
from helsebro_aws.identity.keys import PSEUDONYM_KEY, clinic_key
from helsebro_aws.network.keys import practitioner_key, trace_key
from helsebro_aws.policies import keys as of_policies
from helsebro_aws.quality.keys import count_key, sampling_key
from helsebro_aws.tariffs.keys import tariff_key
from infra.platform import partitions
from tests.infra.rights import granted, missing, unneeded
from tests.infra.template import Template
from tests.suite.rights import rights_file
from tests.suite.rights.rights_file import Row

ASKED = rights_file.read()
PERSON, POLICY = PersonId("per_aaaaaaaaaaaaaaaaaaaaaaaa"), PolicyId("pol_a")
TALLY = Tally("denied", "SA1706", "6.1", "")


def test_every_role_grants_what_its_function_asks_for(template: Template) -> None:
    assert rights_file.as_lines(missing(granted(template), ASKED)) == []


def test_no_role_grants_what_its_function_never_asks_for(template: Template) -> None:
    assert rights_file.as_lines(unneeded(granted(template), ASKED)) == []


@pytest.mark.parametrize(
    "right",
    [
        ("payments", "money_table", "DeleteItem"),
        ("verify", "cases_table", "GetItem"),
        ("release_benefits", "people_table", "Query"),
        ("contracts", "network_table/listing", "Query"),
        ("policies", "field_key number", "Decrypt"),
    ],
)
def test_control_a_right_too_many_is_found(template: Template, right: Row) -> None:
    assert unneeded(granted(template) | {right}, ASKED) == {right}


@pytest.mark.parametrize(
    "right",
    [
        ("payments", "money_table/listing", "Query"),
        ("tasks", "cases_table", "DeleteItem"),
        ("clinic_feed", "network_table *#events", "Query"),
        ("check_upload", "uploads_bucket", "GetObjectTagging"),
        ("policies", "field_key number", "GenerateDataKey"),
    ],
)
def test_control_a_missing_right_is_found(template: Template, right: Row) -> None:
    assert right in ASKED
    assert missing(granted(template) - {right}, ASKED) == {right}


def test_a_right_to_a_table_is_enough_for_a_part_of_it() -> None:
    asked = {("verify", "cases_table REFERENCE#* only status", "GetItem")}
    for right in ("cases_table REFERENCE#* only status", "cases_table REFERENCE#*", "cases_table"):
        assert missing({("verify", right, "GetItem")}, asked) == set()
    for right in ("cases_table REFERENCE#* only country", "cases_table/listing", "people_table"):
        assert missing({("verify", right, "GetItem")}, asked) == asked


def test_a_wide_right_beside_a_narrow_one_that_is_enough_is_found() -> None:
    wide, narrow = ("f", "people_table", "Query"), ("f", "people_table *#benefits", "Query")
    assert unneeded({wide, narrow}, {narrow}) == {wide}


@pytest.mark.parametrize(
    "patterns, key",
    [
        (partitions.LEDGERS, ledger_key("tryg", PERSON)),
        (partitions.TARIFFS, tariff_key("tryg", "psychologist", "first")),
        (partitions.DRAFTS, draft_key(PERSON, DraftId("drf_a"))),
        (partitions.PSEUDONYM_KEY, PSEUDONYM_KEY),
        (partitions.FEEDS, feed_counter_key(ClinicId("cli_a"))),
        (partitions.CLINICS, clinic_key(ClinicId("cli_a"))),
        (partitions.PRACTITIONERS, practitioner_key(PractitionerId("prc_a"))),
        (partitions.TRACES, trace_key("phone", "a1", ClinicId("cli_a"))),
        (partitions.REFERENCES, reference_key("HB-AAAA-BBBB-CCCC-DDDD")),
        (partitions.SERVICE_LEVELS, service_level_key("tryg", IsoWeek(2026, 48), "claims", "refund")),
        (partitions.SECOND_LOOKS, sampling_key("tryg")),
        (
            partitions.DECISION_COUNTS,
            count_key("tryg", IsoWeek(2026, 48), TALLY),
        ),
        (partitions.NO_PAYERS, PSEUDONYM_KEY),
        (partitions.NO_PAYERS, of_policies.policy_key("tryg", POLICY)),
        (partitions.NO_PAYERS, of_policies.insured_key("tryg", PERSON, POLICY)),
        (partitions.NO_PAYERS, of_policies.own_pointer_key(PERSON, "tryg", POLICY)),
        (partitions.NO_PAYERS, of_policies.family_pointer_key(PERSON, "tryg", PERSON, POLICY)),
        (partitions.NO_PAYERS, of_policies.index_year_key("tryg", 2026)),
    ],
)
def test_the_pattern_of_a_right_matches_the_keys_of_the_adapters(patterns: tuple[str, ...], key: Key) -> None:
    assert any(fnmatchcase(key[0], pattern) for pattern in patterns)


def test_a_payer_is_in_no_partition_of_persons_and_policies() -> None:
    partition, _ = of_policies.payer_key("per-tryg")
    assert not any(fnmatchcase(partition, pattern) for pattern in partitions.NO_PAYERS)
