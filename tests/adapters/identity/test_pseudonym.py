from __future__ import annotations

import hashlib
import re
from typing import Any

import pytest

from helsebro import ids
from helsebro.ids import GuaranteeId
from helsebro_aws.identity import pseudonym
from helsebro_aws.identity.pseudonym import case_reference, person_id

CPR = "0101801234"
pytestmark = pytest.mark.usefixtures("aws")


@pytest.mark.parametrize("written", ["010180-1234", " 0101801234 ", "010180 1234"])
def test_a_person_has_one_id_however_the_number_is_written(written: str) -> None:
    assert person_id("DK", written) == person_id("DK", CPR)
    assert ids.is_person(person_id("DK", CPR))


def test_other_numbers_and_other_countries_are_other_people() -> None:
    assert len({person_id("DK", CPR), person_id("DK", "0101801235"), person_id("NO", CPR)}) == 3


def test_the_id_holds_nothing_of_the_number_and_no_plain_hash_of_it() -> None:
    found = person_id("DK", CPR)
    assert CPR not in found
    for guess in (CPR, f"DK:{CPR}"):
        assert hashlib.sha256(guess.encode()).hexdigest()[:8] not in found


def test_the_key_is_made_once_and_only_stored_sealed(aws: dict[str, Any]) -> None:
    person_id("DK", CPR)
    key = {"pk": {"S": "PSEUDONYM"}, "sk": {"S": "KEY"}}
    before = aws["dynamodb"].get_item(TableName="people", Key=key)["Item"]
    pseudonym._make_key()
    after = aws["dynamodb"].get_item(TableName="people", Key=key)["Item"]
    assert before == after
    assert pseudonym._key().hex() not in str(after)
    assert len(pseudonym._key()) == 32


def test_a_case_reference_is_short_the_same_every_time_and_tells_nothing() -> None:
    guarantee = ids.within("gar", ids.mint("clm", "tryg", bytes(10)), bytes(6))
    reference = case_reference(GuaranteeId(guarantee))
    assert reference == case_reference(GuaranteeId(guarantee))
    assert re.fullmatch(r"HB(-[A-Z2-7]{4}){4}", reference)
    assert guarantee[4:12].upper() not in reference
