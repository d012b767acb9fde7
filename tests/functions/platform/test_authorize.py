"""Promise 16 at the authorizer of both issuers: an invalid token is refused, whatever it claims."""

from __future__ import annotations

import json

import pytest
from functions.platform.authorize.handler import context_of, handler, trusted_issuers

from helsebro.onboarding.folded_name import digest_of_name
from helsebro_aws.http.callers import caller_of
from helsebro_aws.http.errors import Unauthenticated
from helsebro_aws.http.tracing import correlation
from helsebro_aws.identity.bearer_token import TrustedIssuer
from helsebro_aws.identity.issuer_keys import IssuerKeys
from helsebro_aws.platform.settings import Settings
from tests.builders.identity import Web, claims, ec_key, jwk, rsa_key, signed, staff_claims
from tests.conftest import MEMBER_ISSUER, STAFF_ISSUER
from tests.promises.tokens.hostile_tokens import ATTACKER, REFUSED, web

SETTINGS = Settings(
    {
        "HELSEBRO_MEMBER_ISSUER": MEMBER_ISSUER,
        "HELSEBRO_MEMBER_CLIENT": "member-portal",
        "HELSEBRO_STAFF_ISSUER": STAFF_ISSUER,
        "HELSEBRO_STAFF_CLIENT": "staff-portal",
    }
)


@pytest.fixture(scope="module")
def trusted() -> list[TrustedIssuer]:
    return trusted_issuers(SETTINGS, web().fetch)


def verdict(token: str, trusted: list[TrustedIssuer]) -> dict[str, str]:
    return context_of({"authorization": f"Bearer {token}"}, trusted)


def test_a_members_token_is_verified_and_its_claims_are_passed_on(trusted: list[TrustedIssuer]) -> None:
    context = verdict(signed(claims(nonce="n", name="Anna Holm")), trusted)
    assert json.loads(context["claims"])["dk.cpr"] == "0101801234"
    assert not {"name", "nonce"} & set(json.loads(context["claims"]))


def test_of_a_name_only_its_digest_is_passed_on_to_other_calls(trusted: list[TrustedIssuer]) -> None:
    in_one, in_two = ({"name": "Anna Holm"}, {"given_name": "Anna", "family_name": "Holm"})
    passed = [verdict(signed(claims(**name)), trusted)["claims"] for name in (in_one, in_two)]
    assert [json.loads(found)["name_digest"] for found in passed] == [digest_of_name("anna holm")] * 2
    assert "Holm" not in str(passed)
    assert "name_digest" not in json.loads(verdict(signed(claims()), trusted)["claims"])


@pytest.mark.parametrize("part, is_named", [("/contract/sign", True), ("/contract", False), ("", False)])
def test_only_a_call_that_signs_a_contract_gets_the_name(
    trusted: list[TrustedIssuer], part: str, is_named: bool
) -> None:
    headers = {"authorization": f"Bearer {signed(claims(given_name='Anna', family_name='Holm'))}"}
    passed = json.loads(context_of(headers, trusted, f"/v1/clinics/cli_a{part}")["claims"])
    assert passed.get("name") == ("Anna Holm" if is_named else None)


def test_an_es256_token_and_a_token_of_the_staff_issuer_are_valid_too(trusted: list[TrustedIssuer]) -> None:
    elliptic = signed(claims(), ec_key(), "ES256", kid="member-ec")
    staff = signed(staff_claims(), rsa_key("staff"), kid="staff-1")
    assert all("claims" in verdict(token, trusted) for token in (elliptic, staff))


def test_the_claims_that_are_passed_on_make_a_caller(trusted: list[TrustedIssuer]) -> None:
    context = verdict(signed(staff_claims(), rsa_key("staff"), kid="staff-1"), trusted)
    event = {"requestContext": {"authorizer": {"lambda": context}}}
    assert caller_of(event, SETTINGS).payer == "tryg"


TENOR = {"dk.cpr": None, "no.fnr": "01818012337"}
"""A person who does not exist."""


@pytest.mark.usefixtures("aws_parts")
@pytest.mark.parametrize(
    "word, is_taken",
    [("accepted", True), ("refused", False), ("ACCEPTED", False), ("true", False), (None, False)],
)
def test_a_person_who_does_not_exist_logs_in_only_where_the_deployment_says_so(
    trusted: list[TrustedIssuer], word: str | None, is_taken: bool
) -> None:
    context = verdict(signed(claims(**TENOR)), trusted)
    event = {"requestContext": {"authorizer": {"lambda": context}}}
    of_stage = Settings({**SETTINGS.environment, **({"HELSEBRO_TEST_PEOPLE": word} if word else {})})
    if is_taken:
        assert caller_of(event, of_stage).country == "NO"
    else:
        with pytest.raises(Unauthenticated) as refusal:
            caller_of(event, of_stage)
        assert refusal.value.code == "token-without-person"


@pytest.mark.parametrize("roles", ["member", "", ["member", "member"], []])
def test_roles_and_a_payer_that_are_well_shaped_give_a_member_nothing(
    trusted: list[TrustedIssuer], roles: object
) -> None:
    passed = json.loads(verdict(signed(claims(roles=roles, payer="tryg")), trusted)["claims"])
    assert not {"roles", "payer"} & set(passed)


def test_staff_may_have_their_one_payer_in_a_list_and_twice(trusted: list[TrustedIssuer]) -> None:
    for payer in ("tryg", " tryg ", ["tryg"], ["tryg", "tryg"]):
        context = verdict(signed(staff_claims(payer=payer), rsa_key("staff"), kid="staff-1"), trusted)
        event = {"requestContext": {"authorizer": {"lambda": context}}}
        assert caller_of(event, SETTINGS).payer == "tryg"


@pytest.mark.parametrize("case", REFUSED)
def test_an_invalid_token_gets_a_verdict_and_no_claims(case: str, trusted: list[TrustedIssuer]) -> None:
    make, expected = REFUSED[case]
    assert verdict(make(), trusted) == {"refused": expected}


@pytest.mark.parametrize("authorization", ["", "Basic YTpi", "Bearer", "bearer  ", "Negotiate x"])
def test_another_scheme_or_no_token_at_all_is_refused(
    authorization: str, trusted: list[TrustedIssuer]
) -> None:
    assert context_of({"authorization": authorization}, trusted) == {"refused": "token-invalid"}


def test_a_request_without_a_token_is_passed_on_for_a_signature_to_be_checked() -> None:
    assert context_of({}, []) == {}


@pytest.mark.parametrize(
    "context, code", [({}, "unauthenticated"), ({"refused": "token-expired"}, "token-expired")]
)
def test_a_verdict_or_an_empty_context_makes_no_caller(context: dict[str, str], code: str) -> None:
    with pytest.raises(Unauthenticated) as refusal:
        caller_of({"requestContext": {"authorizer": {"lambda": context}}}, SETTINGS)
    assert refusal.value.code == code


def test_a_thousand_unknown_key_ids_cause_one_request_a_minute_to_the_issuer() -> None:
    served, now = web(), [0.0]
    keys = IssuerKeys(MEMBER_ISSUER, served.fetch, clock=lambda: now[0])
    for second in range(120):
        now[0] = float(second)
        assert [keys.find(f"made-up-{second}-{n}", "RS256") for n in range(10)] == [None] * 10
    assert served.asked.count(f"{MEMBER_ISSUER}/keys") == 2


def test_a_rotated_key_is_found_and_a_revoked_key_is_dropped() -> None:
    served, now = web(), [0.0]
    keys = IssuerKeys(MEMBER_ISSUER, served.fetch, clock=lambda: now[0])
    assert keys.find("member-1", "RS256")
    served.pages[f"{MEMBER_ISSUER}/keys"] = {"keys": [jwk(rsa_key("new"), "member-2")]}
    now[0] = 61.0
    assert keys.find("member-2", "RS256")
    assert keys.find("member-1", "RS256") is None


def test_known_keys_stay_valid_while_the_issuer_is_down() -> None:
    served, now = web(), [0.0]
    keys = IssuerKeys(MEMBER_ISSUER, served.fetch, clock=lambda: now[0])
    keys.find("member-1", "RS256")
    served.is_down, now[0] = True, 3600.0
    assert keys.find("member-1", "RS256")


def test_an_issuer_that_never_answered_has_its_own_verdict_and_is_asked_again() -> None:
    served = web()
    served.is_down = True
    trusted = trusted_issuers(SETTINGS, served.fetch)
    assert verdict(signed(claims()), trusted) == {"refused": "issuer-unavailable"}


def test_a_discovery_document_of_another_issuer_is_rejected() -> None:
    served = web()
    about = {"issuer": "https://attacker.example", "jwks_uri": f"{MEMBER_ISSUER}/keys"}
    served.pages[f"{MEMBER_ISSUER}/.well-known/openid-configuration"] = about
    trusted = trusted_issuers(SETTINGS, served.fetch)
    assert verdict(signed(claims()), trusted) == {"refused": "issuer-unavailable"}


@pytest.mark.usefixtures("aws_parts")
def test_the_gateway_lets_every_call_through_with_a_verdict() -> None:
    answer = handler({"headers": {"Authorization": "Bearer nonsense"}}, None)
    assert answer["isAuthorized"]
    assert answer["context"]["refused"] == "token-invalid"


def test_control_a_forged_token_is_valid_when_its_key_is_the_issuers(
    trusted: list[TrustedIssuer],
) -> None:
    """Control: the same forged token passes when its key is the issuer's."""
    forged = signed(claims(), ATTACKER)
    assert verdict(forged, trusted) == {"refused": "token-invalid"}
    careless = trusted_issuers(SETTINGS, Web(member=[jwk(ATTACKER, "member-1")]).fetch)
    assert "claims" in verdict(forged, careless)


@pytest.mark.usefixtures("aws_parts")
@pytest.mark.parametrize(
    "headers, verdict", [({}, "no-token"), ({"authorization": "Basic x"}, "token-invalid")]
)
def test_the_verdict_is_logged_under_the_id_that_the_function_uses(
    headers: dict[str, str], verdict: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = handler({"headers": headers, "requestContext": {"requestId": "of-the-authorizer"}}, None)
    [line] = capsys.readouterr().out.splitlines()
    logged = json.loads(line)
    assert (logged["correlationId"], logged["verdict"]) == ("of-the-authorizer", verdict)
    call = {"requestContext": {"requestId": "of-the-call", "authorizer": {"lambda": answer["context"]}}}
    assert correlation.of(call) == "of-the-authorizer"
