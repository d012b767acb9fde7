"""The Danish authorisation register, by its documented answers."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from helsebro.onboarding.registers.register_entry import RegisterEntry
from helsebro_aws.onboarding.registers.authorisation_register import RegisterUnavailable
from helsebro_aws.onboarding.registers.register_server import AGENT
from helsebro_aws.onboarding.registers.stps import ANY, DanishRegister
from helsebro_aws.webhooks.safe_call import CalledServer
from tests.builders.clinics.registers import answer
from tests.builders.messages.provider_server import ProviderServer

NAME = "Anna Marie Holm"


@pytest.mark.parametrize(
    "file, entries",
    [
        ("stps-one.xml", [RegisterEntry(NAME, "physiotherapist", is_valid=True)]),
        ("stps-withdrawn.xml", [RegisterEntry(NAME, "physiotherapist", is_valid=False)]),
        (
            "stps-two-professions.xml",
            [
                RegisterEntry(NAME, "nurse", is_valid=False),
                RegisterEntry(NAME, "physiotherapist", is_valid=True),
            ],
        ),
        ("stps-none.xml", []),
    ],
)
def test_each_authorisation_under_the_number_is_an_entry(
    register: ProviderServer, called: CalledServer, file: str, entries: list[RegisterEntry]
) -> None:
    register.body = answer(file)
    assert DanishRegister(called).entries(" 0abc1 ") == entries


def test_the_search_names_the_number_and_leaves_all_else_open(
    register: ProviderServer, called: CalledServer
) -> None:
    register.body = answer("stps-one.xml")
    DanishRegister(called).entries("0ABC1")
    asked = urlsplit(register.path)
    assert asked.path == "/autregservice.asmx/GetHealthProfessionals"
    fields = {name: values[0] for name, values in parse_qs(asked.query, keep_blank_values=True).items()}
    assert fields == {**ANY, "authorizationId": "0ABC1"}


def test_an_entry_under_another_number_is_left_out(register: ProviderServer, called: CalledServer) -> None:
    register.body = answer("stps-one.xml")
    assert DanishRegister(called).entries("0ABC2") == []


@pytest.mark.parametrize("number", ["", "12", "0ABC12", "0AB 1", "0ABC&"])
def test_what_is_no_authorisation_id_is_not_asked_for(
    register: ProviderServer, called: CalledServer, number: str
) -> None:
    assert DanishRegister(called).entries(number) == []
    assert register.calls == 0


@pytest.mark.parametrize(
    "status, body",
    [(500, b""), (404, b""), (302, b""), (200, b""), (200, b"<html></html>"), (200, b"<Array"), (200, b"{}")],
)
def test_any_other_answer_means_that_the_register_is_unavailable(
    register: ProviderServer, called: CalledServer, status: int, body: bytes
) -> None:
    register.status, register.body = status, body
    with pytest.raises(RegisterUnavailable):
        DanishRegister(called).entries("0ABC1")


def test_an_address_in_our_own_network_is_not_called() -> None:
    server = CalledServer("https://register.example", AGENT, resolve=lambda *_: ["10.0.0.1"])
    with pytest.raises(RegisterUnavailable, match="address-refused"):
        DanishRegister(server).entries("0ABC1")
