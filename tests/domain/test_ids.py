from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helsebro import ids
from helsebro.errors import NotFound
from helsebro.ids import ClinicId

SLUGS = st.from_regex(r"[a-z][a-z0-9-]{1,30}", fullmatch=True)
DICE = st.binary(min_size=10, max_size=10)
INSTANTS = st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))
CLAIM = ids.mint("clm", "tryg", bytes(range(10)))


@given(SLUGS, DICE)
def test_an_id_contains_its_payer(payer: str, dice: bytes) -> None:
    assert ids.payer_of(ids.mint("pol", payer, dice)) == payer


@given(SLUGS, DICE, DICE)
def test_an_id_under_a_claim_contains_the_claim(payer: str, dice: bytes, more: bytes) -> None:
    claim = ids.mint("clm", payer, dice)
    guarantee = ids.within("gar", claim, more)
    booking = ids.within("bkg", guarantee, more)
    assert ids.claim_of(guarantee) == ids.claim_of(booking) == ids.claim_of(claim) == claim
    assert ids.payer_of(booking) == payer


@given(st.from_regex(r"cli_[a-z0-9-]{1,40}", fullmatch=True), DICE, DICE)
def test_an_id_under_a_clinic_contains_the_clinic_and_no_payer(name: str, dice: bytes, more: bytes) -> None:
    task = ids.within("tsk", name, dice)
    assert ids.clinic_of(task) == ids.clinic_of(ids.within("tsk", task, more)) == name
    for read in (ids.payer_of, ids.claim_of):
        with pytest.raises(NotFound):
            read(task)


@given(SLUGS, DICE)
def test_an_id_under_a_claim_contains_no_clinic(payer: str, dice: bytes) -> None:
    assert ids.clinic_of(ids.within("tsk", ids.mint("clm", payer, dice), dice)) is None


def test_two_items_of_a_claim_have_different_ids() -> None:
    assert ids.within("doc", CLAIM, bytes(6)) != ids.within("doc", CLAIM, b"\1" + bytes(5))


@pytest.mark.parametrize(
    "identifier",
    [
        "",
        "_",
        "clm",
        "clm_",
        "clm_!",
        "clm_æøå",
        "clm_aaaa",
        "clm_" + "a" * 500,
        CLAIM.upper(),
        CLAIM + "a",
        CLAIM[:-1],
        CLAIM + "=",
        CLAIM + "\n",
        " " + CLAIM[4:],
        "clm_ß",
        "clm_" + CLAIM[4:].replace("a", "A"),
    ],
)
def test_an_id_that_was_never_made_is_not_found(identifier: str) -> None:
    with pytest.raises(NotFound):
        ids.payer_of(identifier)


@given(st.text(max_size=60))
def test_any_text_is_either_an_id_or_not_found(text: str) -> None:
    for read in (ids.payer_of, ids.claim_of, ids.clinic_of, ids.slot_parts):
        try:
            read(f"slt_{text}")
        except NotFound:
            continue


@given(INSTANTS, DICE, st.timedeltas(timedelta(milliseconds=1), timedelta(days=9000)), DICE)
def test_ids_in_time_order_sort_as_text(at: datetime, dice: bytes, later: timedelta, more: bytes) -> None:
    assert ids.in_time_order("evt", at, dice) < ids.in_time_order("evt", at + later, more)


@given(st.text(min_size=1, max_size=40), INSTANTS)
def test_a_slot_id_contains_its_practitioner_and_start(key: str, at: datetime) -> None:
    practitioner = ids.practitioner_id(ClinicId("cli_a"), key)
    minute = at.replace(second=0, microsecond=0)
    assert ids.slot_parts(ids.slot_id(practitioner, at)) == (practitioner, minute)


def test_the_same_key_gives_the_same_practitioner_id_only_within_one_clinic() -> None:
    assert ids.practitioner_id(ClinicId("cli_a"), "7") == ids.practitioner_id(ClinicId("cli_a"), "7")
    assert ids.practitioner_id(ClinicId("cli_a"), "7") != ids.practitioner_id(ClinicId("cli_b"), "7")


@pytest.mark.parametrize(
    "identifier", [CLAIM, "slt_aaaa", "prc_" + "a" * 16, ids.practitioner_id(ClinicId("c"), "k")]
)
def test_an_id_of_another_kind_is_not_a_slot(identifier: str) -> None:
    with pytest.raises(NotFound):
        ids.slot_parts(identifier)


@pytest.mark.parametrize(
    "identifier, is_one",
    [
        ("per_" + "a" * 24, True),
        ("per_" + "a" * 23, False),
        ("per_" + "A" * 24, False),
        ("", False),
        ("clm_" + "a" * 24, False),
        ("per_" + "a" * 24 + "\n", False),
        ("per_" + "1" * 24, False),
    ],
)
def test_a_persons_id_is_recognised_by_its_form(identifier: str, is_one: bool) -> None:
    assert ids.is_person(identifier) is is_one
