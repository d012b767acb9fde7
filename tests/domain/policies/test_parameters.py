"""The values with which a policy may replace those of the terms."""

from __future__ import annotations

import pytest

from helsebro.errors import Fault
from helsebro.policies.parameters import KNOWN_PARAMETERS, new_parameter_faults, parameter_faults
from tests.builders.domain.terms import full_terms


def codes(**parameters: object) -> list[tuple[str, str]]:
    return [(fault.pointer, fault.code) for fault in parameter_faults(parameters)]


@pytest.mark.parametrize(
    "name, value",
    [
        ("preExistingWaitMonths", 0),
        ("subsidyDeducted", False),
        ("sharedSum", "own"),
        ("outOfNetworkPool", "shared"),
        ("crisisEndsFrom", "start"),
        ("agreedTariffPhysical", "220.00"),
        ("transportRatePerKm", 2),
        ("ownNote", "a word of the payer's own"),
        ("ownNumber", 7),
        ("ownFlag", True),
    ],
)
def test_a_parameter_of_the_right_type_is_accepted(name: str, value: object) -> None:
    assert codes(**{name: value}) == []


@pytest.mark.parametrize(
    "name, value",
    [
        ("preExistingWaitMonths", True),
        ("preExistingWaitMonths", "24"),
        ("preExistingWaitMonths", -1),
        ("subsidyDeducted", 1),
        ("ownNote", "x" * 201),
        ("ownList", ["a"]),
    ],
)
def test_a_parameter_of_another_type_is_a_fault(name: str, value: object) -> None:
    assert codes(**{name: value}) == [(f"/parameters/{name}", "parameter-value")]


@pytest.mark.parametrize(
    "name, value",
    [("agreedTariffPhysical", "much"), ("agreedTariffPhysical", "-1.00"), ("transportRatePerKm", False)],
)
def test_a_wrong_amount_of_a_parameter_has_a_text_of_its_own(name: str, value: object) -> None:
    assert codes(**{name: value}) == [(f"/parameters/{name}", "parameter-amount")]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("sharedSum", "min", "max, own"),
        ("sharedSum", True, "max, own"),
        ("crisisEndsFrom", 6, "event, start"),
    ],
)
def test_a_parameter_that_is_one_of_several_words_names_them(name: str, value: object, words: str) -> None:
    assert parameter_faults({name: value}) == [Fault(f"/parameters/{name}", "unknown-value", words)]


def test_a_malformed_name_is_a_fault() -> None:
    assert codes(**{"Not a name": 1}) == [("/parameters", "parameter-name")]


@pytest.mark.parametrize("product", ["SA1706", "SF1706"])
def test_every_default_of_the_terms_is_a_known_parameter_of_the_right_type(product: str) -> None:
    defaults = full_terms(product)["parameters"]

    assert defaults.keys() <= KNOWN_PARAMETERS.keys()
    assert parameter_faults(defaults) == []


def test_a_new_parameter_has_a_known_name_and_a_fault_names_the_nearest() -> None:
    sent = {"firstGrantPhysicl": 3, "ownNote": "x", "subsidyDeducted": 1, "Not a name": 1}

    assert set(new_parameter_faults(sent)) == {
        Fault("/parameters/firstGrantPhysicl", "unknown-field", "firstGrantPhysical"),
        Fault("/parameters/ownNote", "unknown-field", ""),
        Fault("/parameters/subsidyDeducted", "parameter-value", ""),
        Fault("/parameters", "parameter-name", ""),
    }


def test_a_name_of_terms_to_come_is_known() -> None:
    assert new_parameter_faults({"firstGrantSports": 3}, {"firstGrantSports"}) == []
