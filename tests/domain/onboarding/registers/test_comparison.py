"""What a clinic states against what the register has (F0-11)."""

from __future__ import annotations

import pytest

from helsebro.network.registers.register_check import RegisterFinding
from helsebro.network.registers.registration import Registration
from helsebro.network.team.profession import PROFESSIONS as OF_THE_NETWORK
from helsebro.onboarding.registers.comparison import compared, is_one_person
from helsebro.onboarding.registers.professions import PROFESSIONS, of_danish_name, of_norwegian_code
from helsebro.onboarding.registers.register_entry import RegisterEntry


def stated(name: str = "Anna Holm", profession: str = "physiotherapist") -> Registration:
    return Registration(name, profession, authorised=True, country="DK", authorisation_id="0ABC1")


def entry(
    name: str = "Anna Holm", profession: str = "physiotherapist", *, is_valid: bool = True
) -> RegisterEntry:
    return RegisterEntry(name, profession, is_valid)


@pytest.mark.parametrize(
    "entries, finding",
    [
        ([], RegisterFinding("not-found")),
        ([entry()], RegisterFinding("verified")),
        ([entry("Bo Ravn")], RegisterFinding("mismatch", ("name",))),
        ([entry(profession="nurse")], RegisterFinding("mismatch", ("profession",))),
        ([entry(profession="")], RegisterFinding("mismatch", ("profession",))),
        ([entry(is_valid=False)], RegisterFinding("mismatch", ("authorisation",))),
        (
            [entry("Bo Ravn", "", is_valid=False)],
            RegisterFinding("mismatch", ("name", "profession", "authorisation")),
        ),
        ([entry(profession="nurse", is_valid=False), entry()], RegisterFinding("verified")),
        (
            [entry(profession="nurse", is_valid=False), entry(is_valid=False)],
            RegisterFinding("mismatch", ("authorisation",)),
        ),
    ],
)
def test_an_entry_that_agrees_in_everything_verifies_and_any_other_says_what_differs(
    entries: list[RegisterEntry], finding: RegisterFinding
) -> None:
    assert compared(stated(), entries) == finding


def test_a_profession_without_an_authorisation_is_never_verified() -> None:
    assert compared(stated(profession="masseur"), [entry(profession="")]).state == "mismatch"


@pytest.mark.parametrize(
    "written, registered, is_one",
    [
        ("Anna Holm", "Anna Marie Holm", True),
        ("Anna M. Holm", "Anna Marie Holm", True),
        ("A. M. Holm", "Anna Marie Holm", True),
        ("Anna Marie Holm", "Anna Holm", True),
        ("Søren Ågård", "SOEREN AAGAARD", True),
        ("Anna Louise Holm", "Anna Marie Holm", False),
        ("Anna Holm", "Anna Holm Jensen", False),
        ("Marie Holm", "Anna Marie Holm", False),
        ("Holm", "Anna Holm", False),
        ("", "", False),
    ],
)
def test_people_shorten_their_names_but_keep_the_first_and_the_last(
    written: str, registered: str, is_one: bool
) -> None:
    assert is_one_person(written, registered) is is_one


def test_no_word_name_or_code_means_two_professions() -> None:
    for parts in ("danish", "norwegian"):
        everything = [each for one in PROFESSIONS for each in getattr(one, parts)]
        assert len(everything) == len(set(everything)), parts


@pytest.mark.parametrize(
    "name, danish, norwegian",
    [
        ("physiotherapist", "Fysioterapeut", "FT"),
        ("psychologist", "Psykolog", "PS"),
        ("doctor", "Læge", "LE"),
        ("chiropractor", "Kiropraktor", "KI"),
    ],
)
def test_both_registers_have_the_professions_of_the_network(name: str, danish: str, norwegian: str) -> None:
    assert of_danish_name(danish) == of_norwegian_code(norwegian) == name


def test_every_profession_with_an_authorisation_is_one_that_a_clinic_may_name() -> None:
    assert {one.name for one in PROFESSIONS} <= set(OF_THE_NETWORK)
