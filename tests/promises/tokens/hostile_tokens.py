"""Hostile tokens: one table for the authorizer and for every route behind it (promise 16).

Each entry makes a token and names the verdict that the authorizer gives. Nothing is made before it is asked
for, because some of them depend on the present second.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from helsebro_aws.identity.bearer_token import TrustedIssuer
from helsebro_aws.identity.issuer_keys import IssuerKeys
from tests.builders.identity import (
    Web,
    by_hand,
    claims,
    ec_key,
    jwk,
    public_pem,
    rsa_key,
    signed,
    signed_text,
    staff_claims,
)
from tests.conftest import MEMBER_ISSUER, STAFF_ISSUER

ATTACKER = rsa_key("attacker")
Made = Callable[[], str]


def now() -> int:
    """Returns the present second."""
    return int(time.time())


def web() -> Web:
    """Returns the documents of both issuers, with keys that must never verify a token among the good ones."""
    return Web(
        member=[
            jwk(rsa_key(), "member-1"),
            jwk(ec_key(), "member-ec"),
            jwk(rsa_key("weak", 1024), "member-weak"),
            jwk(rsa_key("encrypting"), "member-enc", use="enc"),
            {"kty": "oct", "kid": "member-oct", "k": "c2VjcmV0"},
        ],
        staff=[jwk(rsa_key("staff"), "staff-1")],
    )


def trusting(served: Web, clock: Callable[[], float] = time.monotonic) -> list[TrustedIssuer]:
    """Returns both issuers of the tests, which read their keys there and by this clock."""
    return [
        TrustedIssuer(MEMBER_ISSUER, "member-portal", _keys(MEMBER_ISSUER, served, clock), "helsebro"),
        TrustedIssuer(STAFF_ISSUER, "staff-portal", _keys(STAFF_ISSUER, served, clock)),
    ]


def _keys(issuer: str, served: Web, clock: Callable[[], float]) -> IssuerKeys:
    return IssuerKeys(issuer, served.fetch, clock)


def _of_staff(**changes: object) -> Made:
    return lambda: signed(staff_claims(**changes), rsa_key("staff"), kid="staff-1")


def _null_of_staff(name: str) -> Made:
    return lambda: signed({**staff_claims(), name: None}, rsa_key("staff"), kid="staff-1")


def _of_member(**changes: object) -> Made:
    return lambda: signed(claims(**changes))


REFUSED: dict[str, tuple[Made, str]] = {
    "alg none": (lambda: by_hand({"alg": "none", "kid": "member-1"}, claims()), "token-invalid"),
    "alg None": (lambda: by_hand({"alg": "None", "kid": "member-1"}, claims()), "token-invalid"),
    "no alg": (lambda: by_hand({"kid": "member-1"}, claims()), "token-invalid"),
    "hs256 with the public key": (
        lambda: by_hand({"alg": "HS256", "kid": "member-1"}, claims(), public_pem(rsa_key())),
        "token-invalid",
    ),
    "hs256 with a published secret": (
        lambda: by_hand({"alg": "HS256", "kid": "member-oct"}, claims(), b"secret"),
        "token-invalid",
    ),
    "rs256 naming an oct key": (
        lambda: by_hand({"alg": "RS256", "kid": "member-oct"}, claims(), b"secret"),
        "token-invalid",
    ),
    "rs512": (lambda: signed(claims(), algorithm="RS512"), "token-invalid"),
    "ps256": (lambda: signed(claims(), algorithm="PS256"), "token-invalid"),
    "another's key, our kid": (lambda: signed(claims(), ATTACKER), "token-invalid"),
    "unknown kid": (lambda: signed(claims(), ATTACKER, kid="x"), "token-invalid"),
    "no kid": (lambda: signed(claims(), kid=None), "token-invalid"),
    "kid is a path": (lambda: signed(claims(), ATTACKER, kid="../../dev/null"), "token-invalid"),
    "kid is an injection": (lambda: signed(claims(), ATTACKER, kid="x' UNION SELECT 'k"), "token-invalid"),
    "an ec key under an rsa kid": (
        lambda: signed(claims(), ec_key(), "ES256", kid="member-1"),
        "token-invalid",
    ),
    "a weak key": (lambda: signed(claims(), rsa_key("weak", 1024), kid="member-weak"), "token-invalid"),
    "a key for encryption": (
        lambda: signed(claims(), rsa_key("encrypting"), kid="member-enc"),
        "token-invalid",
    ),
    "jku": (lambda: signed(claims(), ATTACKER, jku="https://attacker.example/keys"), "token-invalid"),
    "jku of a good token": (lambda: signed(claims(), jku="https://attacker.example"), "token-invalid"),
    "jwk": (lambda: signed(claims(), ATTACKER, jwk=jwk(ATTACKER, "member-1")), "token-invalid"),
    "x5u": (lambda: signed(claims(), ATTACKER, x5u="https://attacker.example/cert"), "token-invalid"),
    "x5c": (lambda: signed(claims(), ATTACKER, x5c=["MIIB"]), "token-invalid"),
    "crit": (lambda: signed(claims(), crit=["exp"], exp=1), "token-invalid"),
    "an access token": (lambda: signed(claims(), typ="at+jwt"), "token-invalid"),
    "a logout token": (lambda: signed(claims(), typ="logout+jwt"), "token-invalid"),
    "unknown issuer": (lambda: signed(claims(iss="https://attacker.example")), "token-invalid"),
    "issuer with a slash more": (lambda: signed(claims(iss=MEMBER_ISSUER + "/")), "token-invalid"),
    "no issuer": (lambda: signed(claims(iss=None)), "token-invalid"),
    "issuer is a list": (lambda: signed(claims(iss=[MEMBER_ISSUER])), "token-invalid"),
    "the staff issuer, signed by the members'": (lambda: signed(staff_claims()), "token-invalid"),
    "the members' issuer, signed by the staff's": (
        lambda: signed(claims(), rsa_key("staff"), kid="staff-1"),
        "token-invalid",
    ),
    "wrong audience": (lambda: signed(claims(aud="another-portal")), "token-wrong-audience"),
    "the staff's audience": (lambda: signed(claims(aud="staff-portal")), "token-wrong-audience"),
    "no audience": (lambda: signed(claims(aud=None)), "token-invalid"),
    "several audiences, made for another": (
        lambda: signed(claims(aud=["member-portal", "other"], azp="other")),
        "token-wrong-audience",
    ),
    "expired": (lambda: signed(claims(exp=now() - 3600)), "token-expired"),
    "expired a moment ago": (lambda: signed(claims(exp=now() - 1)), "token-expired"),
    "no exp": (lambda: signed(claims(exp=None)), "token-invalid"),
    "exp is a text": (lambda: signed(claims(exp="never")), "token-invalid"),
    "exp has no end": (lambda: signed(claims(exp=float("inf"))), "token-invalid"),
    "no sub": (lambda: signed(claims(sub=None)), "token-invalid"),
    "empty sub": (lambda: signed(claims(sub="")), "token-invalid"),
    "sub is a number": (lambda: signed(claims(sub=1)), "token-invalid"),
    "no iat": (lambda: signed(claims(iat=None)), "token-invalid"),
    "issued tomorrow": (lambda: signed(claims(iat=now() + 86400, exp=now() + 90000)), "token-invalid"),
    "not yet valid": (lambda: signed(claims(nbf=now() + 3600)), "token-invalid"),
    "the signature cut off": (lambda: signed(claims()).rpartition(".")[0] + ".", "token-invalid"),
    "another body under the signature": (
        lambda: ".".join(
            part.split(".")[place]
            for place, part in enumerate((signed(claims()), signed(claims(sub="bo")), signed(claims())))
        ),
        "token-invalid",
    ),
    "empty": (lambda: "", "token-invalid"),
    "dots": (lambda: "..", "token-invalid"),
    "four parts": (lambda: signed(claims()) + ".x", "token-invalid"),
    "two tokens": (lambda: f"{signed(claims())},{signed(claims())}", "token-invalid"),
    "not base64": (lambda: "%%%.%%%.%%%", "token-invalid"),
    "not json": (lambda: "YQ.YQ.YQ", "token-invalid"),
    "a list for a body": (lambda: "eyJhbGciOiJSUzI1NiJ9.W10.YQ", "token-invalid"),
    "deep": (lambda: "x" * 50 + "." + "W1" * 5000 + ".x", "token-invalid"),
    "too long": (lambda: signed(claims(nonce="n" * 20000)), "token-invalid"),
    "letters beyond ascii": (lambda: "æøå.æøå.æøå", "token-invalid"),
    "a key that was revoked": (lambda: signed(claims(), rsa_key("revoked"), kid="member-0"), "token-invalid"),
    "x5t of another key": (lambda: signed(claims(), ATTACKER, x5t="AAAA"), "token-invalid"),
    "b64 is false": (lambda: signed(claims(), b64=False, crit=["b64"]), "token-invalid"),
    "zip": (lambda: signed(claims(), zip="DEF"), "token-invalid"),
    "an encrypted token": (lambda: "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00ifQ.a.b.c.d", "token-invalid"),
    "typ is a list": (lambda: signed(claims(), typ=["JWT"]), "token-invalid"),
    "several audiences, nobody named": (
        lambda: signed(claims(aud=["member-portal", "other"])),
        "token-wrong-audience",
    ),
    "an ID token made for another client": (
        lambda: signed(claims(aud="other", azp="member-portal")),
        "token-wrong-audience",
    ),
    "two people": (lambda: signed(claims(**{"no.fnr": "01018012371"})), "token-names-two-people"),
    "two people, one where another broker puts it": (
        lambda: signed(claims(cprNumberIdentifier="0202802345")),
        "token-names-two-people",
    ),
    "a number that is a list": (lambda: signed(claims(**{"dk.cpr": ["0101801234"]})), "token-invalid"),
    "issued a minute and a half ahead": (lambda: signed(claims(iat=now() + 90)), "token-invalid"),
    "iat is a text": (lambda: signed(claims(iat=str(now()))), "token-invalid"),
    "iat is true": (lambda: signed(claims(iat=True)), "token-invalid"),
    "iat has no end": (lambda: signed(claims(iat=float("inf"))), "token-invalid"),
    "iat is no number": (lambda: signed(claims(iat=float("nan"))), "token-invalid"),
    "nbf is a text": (lambda: signed(claims(nbf="0")), "token-invalid"),
    "nbf is huge": (lambda: signed(claims(nbf=10**400)), "token-invalid"),
    "exp is true": (lambda: signed(claims(exp=True)), "token-expired"),
    "exp is no number": (lambda: signed(claims(exp=float("nan"))), "token-invalid"),
    "exp has five thousand digits": (
        lambda: signed_text(json.dumps(claims(exp=0)).replace('"exp": 0', f'"exp": {"9" * 5000}')),
        "token-invalid",
    ),
    "half of a letter in the subject": (lambda: signed(claims(sub="\ud800")), "token-invalid"),
    **{
        f"a member whose {name} is {value!r}": (_of_member(**{name: value}), "token-invalid")
        for name in ("roles", "payer")
        for value in (5, 0, False, {"a": 1}, {}, [5], [["x"]], [None], ["x", 5])
    },
    "a member whose payer is a list": (_of_member(payer=["x"]), "token-invalid"),
    "a member whose payer is null": (lambda: signed({**claims(), "payer": None}), "token-invalid"),
    "a member whose roles are null": (lambda: signed({**claims(), "roles": None}), "token-invalid"),
    "a company that is a number": (lambda: signed(claims(**{"dk.cvr": 12345674})), "token-invalid"),
}
"""What → how it is made, and the verdict."""


VALID_BUT_USELESS: dict[str, tuple[Made, str]] = {
    "acr too low": (_of_member(acr="https://data.gov.dk/concept/core/nsis/loa/low"), "assurance-too-low"),
    "no acr": (_of_member(acr=None), "assurance-too-low"),
    "acr is a list": (_of_member(acr=["high"]), "assurance-too-low"),
    "acr ends in the letters of a level": (_of_member(acr="not-high"), "assurance-too-low"),
    "no person": (_of_member(**{"dk.cpr": None}), "token-without-person"),
    "no date in the number": (_of_member(**{"dk.cpr": "9999999999"}), "token-without-person"),
    "wrong check digits": (
        _of_member(**{"dk.cpr": None, "no.fnr": "01018012372"}),
        "token-without-person",
    ),
    "a person who does not exist": (
        _of_member(**{"dk.cpr": None, "no.fnr": "01818012337"}),
        "token-without-person",
    ),
    "roles is an object": (_of_staff(roles={"caseworker": True}), "token-invalid"),
    "roles is a number": (_of_staff(roles=1), "token-invalid"),
    "roles has a number in it": (_of_staff(roles=["caseworker", 1]), "token-invalid"),
    "roles has a list in it": (_of_staff(roles=[["caseworker"]]), "token-invalid"),
    "roles is true": (_of_staff(roles=True), "token-invalid"),
    "payer is an object": (_of_staff(payer={"slug": "tryg"}), "token-invalid"),
    "payer is a number": (_of_staff(payer=7), "token-invalid"),
    "two payers": (_of_staff(payer=["tryg", "alka"]), "token-invalid"),
    "two payers in one text": (_of_staff(payer="tryg alka"), "token-invalid"),
    "a payer without a name": (_of_staff(payer=""), "token-invalid"),
    "a payer of spaces": (_of_staff(payer="  "), "token-invalid"),
    "a payer without a name in a list": (_of_staff(payer=[""], roles=["platform"]), "token-invalid"),
    "a payer of spaces in a list": (_of_staff(payer=[" "], roles=["platform"]), "token-invalid"),
    "two payers in one text of a list": (_of_staff(payer=["tryg alka"]), "token-invalid"),
    "a payer beside one without a name": (_of_staff(payer=["tryg", ""]), "token-invalid"),
    "no payer in a list": (_of_staff(payer=[], roles=["platform"]), "token-invalid"),
    "payer has a list in it": (_of_staff(payer=[["tryg"]]), "token-invalid"),
    "payer is null": (_null_of_staff("payer"), "token-invalid"),
    "payer has a null in it": (_of_staff(payer=[None]), "token-invalid"),
    "payer is false": (_of_staff(payer=False), "token-invalid"),
    "roles is null": (_null_of_staff("roles"), "token-invalid"),
    "roles is zero": (_of_staff(roles=0), "token-invalid"),
    "roles has a null in it": (_of_staff(roles=["caseworker", None]), "token-invalid"),
    "roles has an object in it": (_of_staff(roles=[{"caseworker": True}]), "token-invalid"),
}
"""Tokens with a valid signature that no route takes: what → how it is made, and the code of the 401.

Those without a person and those of members are refused before the right is checked only where a member may
call; elsewhere the answer is 403.
"""
