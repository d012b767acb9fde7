"""Helsepersonellregisteret, by its documented answers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs

import jwt
import pytest
from cryptography.hazmat.primitives import serialization

from helsebro.onboarding.registers.register_entry import RegisterEntry
from helsebro_aws.onboarding.registers.authorisation_register import RegisterUnavailable
from helsebro_aws.onboarding.registers.hpr import SCOPE, NorwegianRegister
from helsebro_aws.onboarding.registers.maskinporten import GRANT, Maskinporten, MaskinportenClient
from helsebro_aws.webhooks.safe_call import CalledServer
from tests.builders.clinics.registers import answer
from tests.builders.messages.provider_server import ProviderServer, private_key

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
TODAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def key() -> str:
    return private_key()


class Clock:
    """Real time as the test sets it."""

    now = NOW


@pytest.fixture
def norway(register: ProviderServer, called: CalledServer, key: str) -> NorwegianRegister:
    register.bodies["/token"] = answer("maskinporten-token.json")
    Clock.now = NOW
    known_by = MaskinportenClient("https://maskinporten.no/", "our-client", "our-key", key)
    tokens = Maskinporten(known_by, called, SCOPE, lambda: Clock.now)
    return NorwegianRegister(called, tokens, lambda: TODAY)


@pytest.mark.parametrize(
    "file, is_valid",
    [
        ("hpr-one.json", True),
        ("hpr-licence.json", False),
        ("hpr-ended.json", False),
        ("hpr-suspended.json", False),
    ],
)
def test_an_authorisation_in_force_is_valid_and_a_licence_or_a_suspended_one_is_not(
    register: ProviderServer, norway: NorwegianRegister, file: str, is_valid: bool
) -> None:
    register.body = answer(file)
    assert norway.entries("9108033") == [RegisterEntry("Odd Nes", "psychologist", is_valid)]


@pytest.mark.parametrize("period", ['"fra": "2026-11-30"', '"fra": "2010-06-01", "til": "2026-11-28"'])
def test_an_authorisation_of_another_time_is_not_valid(
    register: ProviderServer, norway: NorwegianRegister, period: str
) -> None:
    register.body = answer("hpr-one.json").replace(b'"fra": "2010-06-01"', period.encode(), 1)
    register.body = register.body.replace(b'"til": null', b'"also": null', 1)
    assert [entry.is_valid for entry in norway.entries("9108033")] == [False]


def test_an_unknown_number_has_no_entry(register: ProviderServer, norway: NorwegianRegister) -> None:
    register.status = 404
    assert norway.entries("9108033") == []
    assert register.path == "/v1/personer/9108033"
    assert register.headers["authorization"] == "Bearer the-token"


@pytest.mark.parametrize("number", ["", "0ABC1", "0123", "1234567890", "1/../2"])
def test_what_is_no_hpr_number_is_not_asked_for(
    register: ProviderServer, norway: NorwegianRegister, number: str
) -> None:
    assert norway.entries(number) == []
    assert register.calls == 0


@pytest.mark.parametrize(
    "status, body",
    [
        (500, b"{}"),
        (401, b"{}"),
        (200, b""),
        (200, b"[]"),
        (200, b"{}"),
        (200, b'{"person": null}'),
        (200, b'{"person": {}, "godkjenninger": ["x"]}'),
    ],
)
def test_any_other_answer_means_that_the_register_is_unavailable(
    register: ProviderServer, norway: NorwegianRegister, status: int, body: bytes
) -> None:
    register.status, register.body = status, body
    with pytest.raises(RegisterUnavailable):
        norway.entries("9108033")


@pytest.mark.parametrize("body", [b"", b"{}", b'{"access_token": 1, "expires_in": 119}'])
def test_without_a_token_the_register_is_unavailable(
    register: ProviderServer, norway: NorwegianRegister, body: bytes
) -> None:
    register.bodies["/token"] = body
    with pytest.raises(RegisterUnavailable):
        norway.entries("9108033")


def test_the_grant_is_signed_with_our_key_and_lives_for_less_than_two_minutes(
    register: ProviderServer, norway: NorwegianRegister, key: str
) -> None:
    norway.tokens.token()
    sent = parse_qs(register.sent.decode())
    assert sent["grant_type"] == [GRANT]
    [grant] = sent["assertion"]
    public = serialization.load_pem_private_key(key.encode(), None).public_key()
    claims = jwt.decode(
        grant,
        public,  # type: ignore[arg-type]
        algorithms=["RS256"],
        audience="https://maskinporten.no/",
        options={"verify_exp": False, "verify_iat": False},
    )
    assert jwt.get_unverified_header(grant)["kid"] == "our-key"
    assert (claims["iss"], claims["scope"]) == ("our-client", "nhn:hpr/basic")
    assert claims["exp"] - claims["iat"] < 120


@pytest.mark.parametrize("later, calls", [(timedelta(seconds=100), 1), (timedelta(seconds=110), 2)])
def test_a_token_is_used_until_shortly_before_its_end(
    register: ProviderServer, norway: NorwegianRegister, later: timedelta, calls: int
) -> None:
    norway.tokens.token()
    Clock.now = NOW + later
    norway.tokens.token()
    assert register.calls == calls
