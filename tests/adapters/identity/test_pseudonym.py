from __future__ import annotations

import hashlib
import re

import pytest
from functions.policies.members.handler import handler as members

from helsebro import ids
from helsebro.errors import Unavailable
from helsebro.ids import GuaranteeId
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.identity.keys import PSEUDONYM_KEY
from helsebro_aws.identity.pseudonym import case_reference, person_id
from tests.builders.calls import ask, event, member

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


def test_the_key_is_never_made_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another key would give every person another id: without the key no id is computed (F2-10)."""
    pseudonym._key.cache_clear()
    monkeypatch.setenv("HELSEBRO_PEOPLE_TABLE", "network")
    with pytest.raises(Unavailable):
        person_id("DK", "0303031234")
    assert tables.get("network", *PSEUDONYM_KEY) is None


def test_a_member_gets_503_while_the_key_is_missing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pseudonym._key.cache_clear()
    call = event("GET", "/v1/me", by=member("0303031234"))
    with monkeypatch.context() as without:
        without.setenv("HELSEBRO_PEOPLE_TABLE", "network")
        answer = ask(members, call)
    assert (answer.status, answer.body["code"]) == (503, "encryption-unavailable")
    assert [vars(line)["fault"] for line in caplog.records] == ["PseudonymKeyMissing"]
    assert ask(members, call).status != 503, "the key is read again as soon as it is there"


def test_a_case_reference_is_short_the_same_every_time_and_tells_nothing() -> None:
    guarantee = ids.within("gar", ids.mint("clm", "tryg", bytes(10)), bytes(6))
    reference = case_reference(GuaranteeId(guarantee))
    assert reference == case_reference(GuaranteeId(guarantee))
    assert re.fullmatch(r"HB(-[A-Z2-7]{4}){4}", reference)
    assert guarantee[4:12].upper() not in reference
