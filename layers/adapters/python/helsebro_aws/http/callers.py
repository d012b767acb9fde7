"""Callers: checks the claims that the gateway has verified again and returns the ``Caller``.

The ``authorize`` function has checked the signature. Issuer, audience, expiry, subject and assurance are
checked again here, so that a route with the wrong authorizer stays closed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from helsebro import caller as who
from helsebro.caller import Caller, Right
from helsebro.errors import BadInput, NotAllowed, Unavailable
from helsebro_aws.http.errors import AssuranceTooLow, LoginNotFresh, Unauthenticated
from helsebro_aws.platform import clock
from helsebro_aws.platform.settings import Settings

MEMBERS = frozenset({who.MEMBER, who.EMPLOYER})
OF_MEMBER_ISSUER = MEMBERS | {who.CLINIC_USER}
LONGEST_EMAIL = 254
GROUP = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
CLINIC_HEADER = "helsebro-clinic"
ANONYMOUS = Caller("anyone", frozenset({who.ANYONE}))


def caller_of(
    event: Mapping[str, Any], settings: Settings, allows: frozenset[Right] = MEMBERS | who.STAFF
) -> Caller:
    """Returns the bearer of the request's token. Raises ``Unauthenticated``, also without a token.

    Raises ``NotAllowed`` for a member when ``allows`` has no member right, before it computes the person's
    id: that needs permissions that a function for staff does not have. Raises ``Unavailable`` when the
    issuer's keys could not be read.
    """
    claims = verified_claims(event)
    if not claims:
        # A system that signs has no login to make good: a person of the clinic has.
        raise Unauthenticated("login-of-a-person-needed" if is_signed(event) else None)
    issuer, audience = claims.get("iss"), _words(claims, "aud")
    if not claims.get("sub") or not _alive(claims):
        raise Unauthenticated("token-expired")
    is_of_staff = issuer == settings.staff_issuer and settings.staff_client in audience
    if is_of_staff and len(audience) == 1:
        return _staff(claims)
    # Here, so that a route for staff loads nothing of the logins of members.
    from helsebro.identity.assurance import NEEDED_OF_MEMBERS, in_address
    from helsebro_aws.identity.brokers.configured import brokers

    if any(issuer == broker.issuer and broker.client in audience for broker in brokers(settings)):
        if (in_address(claims.get("acr")) or 0) < NEEDED_OF_MEMBERS:
            raise Unauthenticated("assurance-too-low")
        if not allows & OF_MEMBER_ISSUER:
            raise NotAllowed("role-missing")
        return _member(claims, test_people=settings.takes_test_people)
    if is_of_staff:
        return _staff(claims)
    raise Unauthenticated("token-wrong-audience")


def must_be_fresh(event: Mapping[str, Any]) -> None:
    """Raises ``LoginNotFresh`` unless the bearer logged in at most 5 minutes ago."""
    # Here, so that only routes that need a fresh login load its rule.
    from helsebro_aws.http.fresh_login import MAX_AGE_SECONDS, is_fresh

    if not is_fresh(verified_claims(event).get("auth_time"), clock.real_now()):
        raise LoginNotFresh(maxAge=MAX_AGE_SECONDS)


def must_be_assured(event: Mapping[str, Any], assurance: str) -> None:
    """Raises ``AssuranceTooLow`` unless the login has at least this assurance."""
    # Here, so that only routes that need it load it.
    from helsebro.identity.assurance import in_address, named

    needed = named(assurance)
    if needed is None or (in_address(verified_claims(event).get("acr")) or 0) < needed:
        raise AssuranceTooLow()


def verified_claims(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """Returns the claims of the token, whose signature the gateway has verified; none without a token.

    Raises ``Unauthenticated``, ``Unavailable``.
    """
    verdict = _verdict(event)
    if verdict.get("refused") == "issuer-unavailable":
        raise Unavailable("issuer-unavailable")
    if verdict.get("refused"):
        raise Unauthenticated(str(verdict["refused"]))
    return json.loads(verdict["claims"]) if verdict.get("claims") else {}


def has_token(event: Mapping[str, Any]) -> bool:
    """Returns whether the request came with a token, valid or not."""
    verdict = _verdict(event)
    return bool(verdict.get("claims") or verdict.get("refused"))


def names_clinic(event: Mapping[str, Any]) -> bool:
    """Returns whether the request names a clinic in its header."""
    return CLINIC_HEADER in {name.lower() for name in event.get("headers") or {}}


def is_signed(event: Mapping[str, Any]) -> bool:
    """Returns whether the request is signed, as those of clinics' systems are."""
    return "webhook-signature" in {name.lower() for name in event.get("headers") or {}}


def _verdict(event: Mapping[str, Any]) -> Mapping[str, Any]:
    authorizer = (event.get("requestContext") or {}).get("authorizer") or {}
    return authorizer.get("lambda") or {}


def _alive(claims: Mapping[str, Any]) -> bool:
    exp = claims.get("exp")
    # Compared and not made a float: a whole number of a thousand digits is too large for one.
    if isinstance(exp, bool) or not isinstance(exp, int | float):
        return False
    return exp > clock.real_now().timestamp()


def _member(claims: Mapping[str, Any], *, test_people: bool) -> Caller:
    rights: set[Right] = set()
    cvr = str(claims.get("dk.cvr") or "")
    if cvr:
        rights.add(who.EMPLOYER)
    if claims.get("no.fnr") and claims.get("dk.cpr"):
        raise Unauthenticated("token-names-two-people")
    country, number = ("NO", claims.get("no.fnr")) if claims.get("no.fnr") else ("DK", claims.get("dk.cpr"))
    if not number:
        if not cvr:
            raise Unauthenticated("token-without-person")
        return Caller(f"employer:{cvr}", frozenset(rights), cvr=cvr)
    # Here, so that a route for staff loads nothing of the numbers of persons.
    from helsebro.identity import national_number
    from helsebro_aws.identity import pseudonym
    from helsebro_aws.identity.guarding import guarding

    try:
        born_on = national_number.born_on(country, str(number), test_people=test_people)
    except BadInput:
        raise Unauthenticated("token-without-person") from None
    person_id = pseudonym.person_id(country, str(number))
    return Caller(
        person_id,
        frozenset({*rights, who.MEMBER}),
        person_id,
        born_on,
        cvr=cvr,
        country=country,
        guardians=guarding(),
    )


def _staff(claims: Mapping[str, Any]) -> Caller:
    # Here, so that a clinic's system and the public load nothing of families.
    from helsebro_aws.identity.guarding import guarding

    payer, roles = _payer(claims), _words(claims, "roles")
    allowed = who.PAYER_ROLES if payer else who.PLATFORM_ROLES
    rights = frozenset(right for right in allowed if right.value in roles)
    return Caller(
        f"staff:{payer}:{claims['sub']}",
        rights,
        payer=payer,
        email=_email(claims),
        group=_group(claims),
        guardians=guarding(),
    )


def _group(claims: Mapping[str, Any]) -> str:
    """Returns the group of a member of staff, empty where the login names none by a slug."""
    group = claims.get("group")
    return group if isinstance(group, str) and GROUP.fullmatch(group) else ""


def _email(claims: Mapping[str, Any]) -> str:
    """Returns the address of a member of staff, empty where the login names none that mail can be sent to."""
    email = claims.get("email")
    is_one = isinstance(email, str) and len(email) <= LONGEST_EMAIL and len(email.split()) == 1
    return str(email) if is_one and "@" in str(email) else ""


def _payer(claims: Mapping[str, Any]) -> str:
    """Returns the one payer of a member of staff, empty for the platform's. Raises ``Unauthenticated``.

    Staff of two payers, or of one without a name, would be staff of another than they are.
    """
    if "payer" not in claims:
        return ""
    payers = _words(claims, "payer")
    payer = next(iter(payers), "")
    if len(payers) != 1 or payer.split() != [payer]:
        raise Unauthenticated("token-invalid")
    return payer


def _words(claims: Mapping[str, Any], name: str) -> set[str]:
    """Returns the words of a claim that issuers send as a list of texts, or as one text with spaces.

    Raises ``Unauthenticated`` for a claim of another shape: whoever wrote it meant something else.
    """
    value = claims.get(name, [])
    words = value.split() if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise Unauthenticated("token-invalid")
    return set(words)


def must_be_of_a_member(claims: Mapping[str, Any]) -> None:
    """Raises ``Unauthenticated`` for a member's token whose ``roles`` or ``payer`` has another shape.

    Nobody reads them of a member, who has at most a text as payer: only staff are listed for some.
    """
    _words(claims, "roles")
    if not isinstance(claims.get("payer", ""), str):
        raise Unauthenticated("token-invalid")


def may_name_clinic(event: Mapping[str, Any], allows: frozenset[Right]) -> bool:
    """Whether a person may act for a clinic that the path does not name, and names one or need not."""
    is_for_clinics_only = not allows & MEMBERS
    return who.CLINIC_USER in allows and (is_for_clinics_only or names_clinic(event))
