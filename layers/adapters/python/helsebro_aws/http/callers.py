"""Who calls: the claims a gateway has verified, checked once more and turned into a ``Caller``.

The gateway's JWT authorizers (one issuer each) or the ``authorize`` function (routes both issuers reach) have
checked the signature. Issuer, audience, life, subject and assurance are checked again here, so that a route
wired to the wrong door stays shut.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from helsebro import caller as who
from helsebro.caller import Caller, Right
from helsebro.errors import BadInput, NotAllowed, Unavailable
from helsebro.identity import national_number
from helsebro_aws.http.errors import Unauthenticated
from helsebro_aws.platform import clock
from helsebro_aws.platform.settings import Settings

ASSURED = ("substantial", "high")
MEMBERS = frozenset({who.MEMBER, who.EMPLOYER})
NOBODY = Caller("anyone", frozenset({who.ANYONE}))


def caller_of(
    event: Mapping[str, Any], settings: Settings, allows: frozenset[Right] = MEMBERS | who.STAFF
) -> Caller:
    """The bearer of the request's token. Raises ``Unauthenticated``, also where there is no token.

    Raises ``NotAllowed`` for a member where ``allows`` names none: before the person is made out, which takes
    rights that a function for staff alone does not have. Raises ``Unavailable`` when the issuer's keys could
    not be had.
    """
    claims = _verified_claims(event)
    if not claims:
        raise Unauthenticated()
    issuer, audience = claims.get("iss"), _words(claims.get("aud"))
    if not claims.get("sub") or not _alive(claims):
        raise Unauthenticated("token-expired")
    if issuer == settings.member_issuer and settings.member_client in audience:
        if not str(claims.get("acr", "")).lower().endswith(ASSURED):
            raise Unauthenticated("assurance-too-low")
        if not allows & MEMBERS:
            raise NotAllowed("role-missing")
        return _member(claims)
    if issuer == settings.staff_issuer and settings.staff_client in audience:
        return _staff(claims)
    raise Unauthenticated("token-wrong-audience")


def _verified_claims(event: Mapping[str, Any]) -> Mapping[str, Any]:
    authorizer = (event.get("requestContext") or {}).get("authorizer") or {}
    if "jwt" in authorizer:
        return authorizer["jwt"].get("claims") or {}
    verdict = authorizer.get("lambda") or {}
    if verdict.get("refused") == "issuer-unavailable":
        raise Unavailable("issuer-unavailable")
    if verdict.get("refused"):
        raise Unauthenticated(str(verdict["refused"]))
    return json.loads(verdict["claims"]) if verdict.get("claims") else {}


def _alive(claims: Mapping[str, Any]) -> bool:
    try:
        return float(claims["exp"]) > clock.now().timestamp()
    except (KeyError, ValueError, TypeError):
        return False


def _member(claims: Mapping[str, Any]) -> Caller:
    rights: set[Right] = set()
    cvr = str(claims.get("dk.cvr") or "")
    if cvr:
        rights.add(who.EMPLOYER)
    country, number = ("NO", claims.get("no.fnr")) if claims.get("no.fnr") else ("DK", claims.get("dk.cpr"))
    if not number:
        if not cvr:
            raise Unauthenticated("token-without-person")
        return Caller(f"employer:{cvr}", frozenset(rights), cvr=cvr)
    try:
        born_on = national_number.born_on(country, str(number))
    except BadInput:
        raise Unauthenticated("token-without-person") from None
    from helsebro_aws.identity import pseudonym

    person_id = pseudonym.person_id(country, str(number))
    return Caller(person_id, frozenset({*rights, who.MEMBER}), person_id, born_on, cvr=cvr, country=country)


def _staff(claims: Mapping[str, Any]) -> Caller:
    payer = str(claims.get("payer") or "")
    allowed = who.PAYER_ROLES if payer else who.PLATFORM_ROLES
    roles = _words(claims.get("roles"))
    rights = frozenset(right for right in allowed if right.value in roles)
    return Caller(f"staff:{payer}:{claims['sub']}", rights, payer=payer)


def _words(value: Any) -> set[str]:
    """A claim that is a list: AWS hands on ``[a b]`` as text, others a list or JSON."""
    if isinstance(value, list | tuple):
        return {str(part) for part in value}
    return set(re.findall(r"[^\s,\[\]\"']+", str(value or "")))
