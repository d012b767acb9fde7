"""Promise 9: signed webhooks interoperate: vectors, HMAC, ed25519 and rotation. The package of the Standard
Webhooks authors is the oracle; it made the vectors, together with bare ``cryptography``."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook

from helsebro.errors import SignatureRefused
from helsebro.signing import secret as webhook_secret
from helsebro.signing import signature
from helsebro.signing.secret import SecretRefused, WebhookSecret
from helsebro_aws.signing import ed25519

FILE = Path(__file__).parents[2] / "events/outgoing/webhook-vectors.json"
VECTORS: list[dict[str, Any]] = json.loads(FILE.read_text())["cases"]
HMAC = [case for case in VECTORS if "secrets" in case]
ED25519 = [case for case in VECTORS if "publicKeys" in case]
Verifier = Callable[[Mapping[str, str], bytes, Iterable[WebhookSecret], datetime], object]


def moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def secrets_of(case: dict[str, Any]) -> list[WebhookSecret]:
    return [WebhookSecret.parse(key["secret"], moment(key.get("until"))) for key in case["secrets"]]


def at_of(case: dict[str, Any]) -> datetime:
    return datetime.fromtimestamp(case["verifiedAt"], UTC)


def accepts(verifier: Verifier, case: dict[str, Any]) -> bool:
    try:
        verifier(case["headers"], case["body"].encode(), secrets_of(case), at_of(case))
    except SignatureRefused:
        return False
    return True


def differing(verifier: Verifier) -> list[str]:
    """Returns the HMAC vectors on which a verifier and the file disagree."""
    return [case["name"] for case in HMAC if accepts(verifier, case) is not case["valid"]]


def test_our_verifier_agrees_with_every_hmac_vector() -> None:
    assert differing(signature.verify) == []


@pytest.mark.parametrize("case", ED25519, ids=[case["name"] for case in ED25519])
def test_our_verifier_agrees_with_every_ed25519_vector(case: dict[str, Any]) -> None:
    def verify() -> object:
        return ed25519.verify(case["headers"], case["body"].encode(), case["publicKeys"], at_of(case))

    if case["valid"]:
        assert verify()
    else:
        with pytest.raises(SignatureRefused):
            verify()


def test_there_are_enough_vectors_and_the_published_one_is_among_them() -> None:
    assert len(HMAC) >= 20
    assert len(ED25519) >= 7
    assert "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=" in VECTORS[0]["headers"]["webhook-signature"]


@pytest.mark.parametrize(
    "case",
    [case for case in HMAC if case["valid"] and len(case["secrets"]) == 1],
    ids=lambda case: case["name"],
)
def test_our_signature_is_that_of_the_vector(case: dict[str, Any]) -> None:
    headers = case["headers"]
    at = datetime.fromtimestamp(int(headers["webhook-timestamp"]), UTC)
    ours = signature.sign(headers["webhook-id"], at, case["body"].encode(), secrets_of(case))
    assert ours["webhook-signature"] in headers["webhook-signature"].split(" ")


def test_our_ed25519_signature_is_that_of_the_vector() -> None:
    case = next(case for case in ED25519 if "privateKey" in case)
    headers, at = case["headers"], at_of(case)
    assert headers == ed25519.sign(headers["webhook-id"], at, case["body"].encode(), case["privateKey"])
    assert ed25519.public_key(case["privateKey"]) == case["publicKeys"][0]


@given(
    key=st.binary(min_size=24, max_size=64),
    body=st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
    seconds=st.integers(min_value=0, max_value=4_102_444_800),
)
def test_our_signature_of_any_message_is_that_of_the_authors_package(
    key: bytes, body: str, seconds: int
) -> None:
    secret, at = WebhookSecret(key), datetime.fromtimestamp(seconds, UTC)
    ours = signature.sign("msg_a", at, body.encode(), [secret])
    assert ours["webhook-signature"] == Webhook(secret.text).sign("msg_a", at, body)


def test_the_authors_package_accepts_our_signatures_and_we_accept_its() -> None:
    """During a rotation their verifier accepts either secret."""
    old, new, now = WebhookSecret(b"o" * 32), WebhookSecret(b"n" * 32), datetime.now(UTC)
    body = '{"type":"booking.created","data":{"bookingId":"bkg_a"}}'
    headers = signature.sign("msg_a", now, body.encode(), webhook_secret.rotate([old], new, now))
    for secret in (old, new):
        assert Webhook(secret.text).verify(body, headers)["type"] == "booking.created"
    theirs = {**headers, "webhook-signature": Webhook(old.text).sign("msg_a", now, body)}
    assert signature.verify(theirs, body.encode(), [old], now)


def test_in_the_overlap_both_secrets_verify_and_after_a_day_the_old_one_fails() -> None:
    old, new = WebhookSecret(b"o" * 32), WebhookSecret(b"n" * 32)
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    in_force = webhook_secret.rotate([old], new, now)

    def verifies(secret: WebhookSecret, after: timedelta) -> bool:
        headers = signature.sign("msg_a", now + after, b"", [secret])
        try:
            signature.verify(headers, b"", in_force, now + after)
        except SignatureRefused:
            return False
        return True

    last_second, day = timedelta(hours=23, minutes=59, seconds=59), timedelta(hours=24)
    assert [verifies(old, last_second), verifies(new, last_second)] == [True, True]
    assert [verifies(old, day), verifies(new, day)] == [False, True]


@pytest.mark.parametrize("key", ["", "whsk_", "whsk_QQ==", "whpk_QQ==", "nonsense", "whsk_æ", "whsk_====="])
def test_a_malformed_ed25519_key_raises_our_own_error(key: str) -> None:
    with pytest.raises(SecretRefused):
        ed25519.sign("msg_a", datetime(2026, 11, 21, tzinfo=UTC), b"", key)
    with pytest.raises(SecretRefused):
        ed25519.verify({}, b"", [key], datetime(2026, 11, 21, tzinfo=UTC))


def without_the_time(
    headers: Mapping[str, str], body: bytes, secrets: Iterable[WebhookSecret], at: datetime
) -> object:
    stated = datetime.fromtimestamp(int(headers["webhook-timestamp"]), UTC)
    still = [secret for secret in secrets if secret.in_force(at)]
    return signature.verify(headers, body, still, stated)


def without_the_end_of_a_secret(
    headers: Mapping[str, str], body: bytes, secrets: Iterable[WebhookSecret], at: datetime
) -> object:
    return signature.verify(headers, body, [WebhookSecret(secret.key) for secret in secrets], at)


def with_a_swapped_secret(
    headers: Mapping[str, str], body: bytes, secrets: Iterable[WebhookSecret], at: datetime
) -> object:
    return signature.verify(headers, body, [WebhookSecret(bytes(32)) for _ in secrets], at)


def without_the_body(
    headers: Mapping[str, str], _body: bytes, _secrets: Iterable[WebhookSecret], at: datetime
) -> object:
    return signature.read(headers, at)


@pytest.mark.parametrize(
    ("verifier", "least"),
    [
        (without_the_time, 2),
        (without_the_end_of_a_secret, 1),
        (with_a_swapped_secret, 10),
        (without_the_body, 5),
    ],
)
def test_control_a_verifier_without_one_guard_fails_the_same_vectors(verifier: Verifier, least: int) -> None:
    assert len(differing(verifier)) >= least
