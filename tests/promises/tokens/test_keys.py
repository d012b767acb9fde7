"""Promise 16 at the issuers' keys: unknown key ids cost the issuer little, and a rotation costs no login."""

from __future__ import annotations

from functions.platform.authorize.handler import context_of

from helsebro_aws.identity.bearer_token import TrustedIssuer
from helsebro_aws.identity.issuer_keys import LOOK_AGAIN_AFTER, REFRESH_AFTER, IssuerKeys
from tests.builders.identity import Web, by_hand, claims, jwk, rsa_key, signed
from tests.conftest import MEMBER_ISSUER
from tests.promises.tokens.hostile_tokens import trusting, web

KEYS = f"{MEMBER_ISSUER}/keys"
UNKNOWN = 1_000


def verdict(token: str, trusted: list[TrustedIssuer]) -> dict[str, str]:
    return context_of({"authorization": f"Bearer {token}"}, trusted)


def unknown(number: int) -> str:
    """Returns a token under a key id that no one has."""
    return by_hand({"alg": "RS256", "kid": f"made-up-{number}"}, claims(), b"x")


def fetches_of(trusted: list[TrustedIssuer], served: Web, now: list[float], seconds: float) -> int:
    """Returns how often the keys are read while so many unknown key ids come in."""
    for number in range(UNKNOWN):
        now[0] = number * seconds / UNKNOWN
        assert verdict(unknown(number), trusted) == {"refused": "token-invalid"}
    return served.asked.count(KEYS)


def test_a_thousand_unknown_key_ids_in_a_minute_cost_one_fetch() -> None:
    served, now = web(), [0.0]
    assert fetches_of(trusting(served, lambda: now[0]), served, now, 59.0) == 1


def test_a_thousand_unknown_key_ids_in_ten_minutes_cost_at_most_one_fetch_a_minute() -> None:
    served, now = web(), [0.0]
    assert 2 <= fetches_of(trusting(served, lambda: now[0]), served, now, 600.0) <= 10


def test_control_without_patience_every_unknown_key_id_costs_a_fetch() -> None:
    served, now = web(), [0.0]
    keys = IssuerKeys(MEMBER_ISSUER, served.fetch, lambda: now[0], look_again_after=-1.0)
    trusted = [TrustedIssuer(MEMBER_ISSUER, "member-portal", keys, "helsebro")]
    assert fetches_of(trusted, served, now, 59.0) == UNKNOWN


OLD, NEW = rsa_key(), rsa_key("next")
PUBLISHED, USED, WITHDRAWN, END = 1_000, 1_000 + REFRESH_AFTER + LOOK_AGAIN_AFTER, 3_000, 4_500


def rotation(*, flooded: bool, used: float = USED) -> list[tuple[int, str]]:
    """Returns the valid requests that were refused while the issuer rotates its key: when, and why.

    The new key is published, then used, and the old one withdrawn once its last token has expired. With a
    flood, unknown key ids come in all the time.
    """
    served, now = Web(member=[jwk(OLD, "old")]), [0.0]
    trusted = trusting(served, lambda: now[0])
    of_old, of_new = (signed(claims(), key, kid=kid) for key, kid in ((OLD, "old"), (NEW, "new")))
    refused = []
    for second in range(0, END, 5):
        now[0] = float(second)
        published = [jwk(NEW, "new")] if second >= PUBLISHED else []
        kept = [jwk(OLD, "old")] if second < WITHDRAWN else []
        served.pages[KEYS] = {"keys": [*kept, *published]}
        if flooded:
            verdict(unknown(second), trusted)
        found = verdict(of_old if second < used else of_new, trusted)
        if "refused" in found:
            refused.append((second, found["refused"]))
        if second > WITHDRAWN + REFRESH_AFTER:
            assert verdict(of_old, trusted) == {"refused": "token-invalid"}, "the old key is revoked"
    return refused


def test_no_valid_request_fails_while_a_key_is_rotated() -> None:
    assert rotation(flooded=False) == []
    assert rotation(flooded=True) == []


def test_a_key_that_is_used_at_once_is_found_at_once() -> None:
    assert rotation(flooded=False, used=PUBLISHED) == []


def test_control_a_key_that_is_used_before_it_is_published_is_refused() -> None:
    assert rotation(flooded=False, used=PUBLISHED - 100)
