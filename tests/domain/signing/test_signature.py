"""Webhook signatures and secrets: what signs, what verifies, and for how long."""

from base64 import b64encode
from datetime import UTC, datetime, timedelta, timezone

import pytest

from helsebro.errors import SignatureRefused
from helsebro.signing import secret as webhook_secret
from helsebro.signing.secret import SecretRefused, WebhookSecret
from helsebro.signing.signature import read, sign, verify

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
OLD, NEW = WebhookSecret(b"o" * 32), WebhookSecret(b"n" * 32)
BODY = '{"type":"session.held","note":"blåbærgrød"}'.encode()


def test_a_signed_message_verifies_and_has_its_id() -> None:
    message = verify(sign("msg_a", NOW, BODY, [OLD]), BODY, [OLD], NOW)
    assert (message.message_id, message.timestamp) == ("msg_a", int(NOW.timestamp()))


@pytest.mark.parametrize("body", [b"", b"\x00\xff\xfe", b"x" * 100_000])
def test_any_bytes_can_be_signed(body: bytes) -> None:
    assert verify(sign("msg_a", NOW, body, [OLD]), body, [OLD], NOW)


def test_header_names_match_in_any_case() -> None:
    headers = {name.title(): value for name, value in sign("msg_a", NOW, BODY, [OLD]).items()}
    assert verify(headers, BODY, [OLD], NOW)


@pytest.mark.parametrize(
    ("signed_with", "verified_with", "holds"),
    [
        ([OLD], [OLD], True),
        ([OLD, NEW], [OLD], True),
        ([OLD, NEW], [NEW], True),
        ([NEW], [OLD, NEW], True),
        ([NEW], [OLD], False),
        ([OLD], [], False),
    ],
)
def test_one_of_the_signatures_by_one_of_the_secrets_is_enough(
    signed_with: list[WebhookSecret], verified_with: list[WebhookSecret], holds: bool
) -> None:
    headers = sign("msg_a", NOW, BODY, signed_with)
    if holds:
        assert verify(headers, BODY, verified_with, NOW)
    else:
        with pytest.raises(SignatureRefused):
            verify(headers, BODY, verified_with, NOW)


@pytest.mark.parametrize(
    ("hours", "seconds", "accepted"), [(0, 0, True), (23, 3599, True), (24, 0, False), (25, 0, False)]
)
def test_a_replaced_secret_is_valid_for_a_day(hours: int, seconds: int, accepted: bool) -> None:
    in_force = webhook_secret.rotate([OLD], NEW, NOW)
    then = NOW + timedelta(hours=hours, seconds=seconds)
    headers = sign("msg_a", then, BODY, [OLD])
    if accepted:
        assert verify(headers, BODY, in_force, then)
    else:
        with pytest.raises(SignatureRefused):
            verify(headers, BODY, in_force, then)


def test_a_second_rotation_within_the_day_ends_the_oldest_at_once() -> None:
    newest = WebhookSecret(b"z" * 32)
    in_force = webhook_secret.rotate(webhook_secret.rotate([OLD], NEW, NOW), newest, NOW)
    assert [secret.key[:1] for secret in in_force] == [b"z", b"n"]


@pytest.mark.parametrize(
    ("seconds", "accepted"), [(-301, False), (-300, True), (0, True), (300, True), (301, False)]
)
def test_a_time_may_differ_by_five_minutes_and_no_second_more(seconds: int, accepted: bool) -> None:
    headers = sign("msg_a", NOW + timedelta(seconds=seconds), BODY, [OLD])
    if accepted:
        assert verify(headers, BODY, [OLD], NOW + timedelta(microseconds=1))
    else:
        with pytest.raises(SignatureRefused) as refused:
            verify(headers, BODY, [OLD], NOW)
        assert refused.value.facts["reason"] == "timestamp-outside-tolerance"


def test_a_time_in_another_zone_is_the_same_time() -> None:
    in_copenhagen = NOW.astimezone(timezone(timedelta(hours=1)))
    assert sign("msg_a", in_copenhagen, BODY, [OLD]) == sign("msg_a", NOW, BODY, [OLD])


def test_a_time_is_signed_in_whole_seconds() -> None:
    later = NOW + timedelta(microseconds=999_999)
    assert sign("msg_a", later, BODY, [OLD])["webhook-timestamp"] == str(int(NOW.timestamp()))


def test_a_time_without_a_zone_is_our_own_bug() -> None:
    with pytest.raises(ValueError, match="zone"):
        sign("msg_a", datetime(2026, 11, 21), BODY, [OLD])


@pytest.mark.parametrize("message_id", ["", "a.b", "a b", "a,b", "æ", "a\n", "x" * 256])
def test_an_ambiguous_id_is_never_signed(message_id: str) -> None:
    with pytest.raises(ValueError, match="message id"):
        sign(message_id, NOW, BODY, [OLD])


def test_a_message_is_never_sent_unsigned() -> None:
    with pytest.raises(ValueError, match="no secret"):
        sign("msg_a", NOW, BODY, [WebhookSecret(b"o" * 32, until=NOW)])


def test_signatures_of_other_versions_are_ignored() -> None:
    headers = sign("msg_a", NOW, BODY, [OLD])
    headers["webhook-signature"] = "v1a,QUJD v9,anything " + headers["webhook-signature"]
    assert verify(headers, BODY, [OLD], NOW)
    assert read(headers, NOW).of_version("v1a") == ["QUJD"]


@pytest.mark.parametrize("size", [24, 32, 64])
def test_a_secret_survives_its_text(size: int) -> None:
    secret = WebhookSecret(bytes(range(size)))
    assert WebhookSecret.parse(secret.text) == secret


@pytest.mark.parametrize(
    "text",
    [
        "",
        "whsec_",
        "whsec_QQ==",
        "whsec_" + b64encode(b"k" * 23).decode(),
        "whsec_" + b64encode(b"k" * 65).decode(),
        b64encode(b"k" * 32).decode(),
        "whsk_" + b64encode(b"k" * 32).decode(),
        "whsec_" + b64encode(b"k" * 32).decode().rstrip("="),
        "whsec_!" + b64encode(b"k" * 32).decode(),
        "whsec_" + "æ" * 44,
        "whsec_" + b64encode(b"k" * 32).decode() + "\n",
        "whsec_" + "-_" * 22,
    ],
)
def test_a_guessable_or_ambiguous_secret_is_rejected(text: str) -> None:
    with pytest.raises(SecretRefused):
        WebhookSecret.parse(text)


def test_a_secret_never_shows_its_key() -> None:
    assert "oooo" not in repr(OLD)
    assert "oooo" not in f"{webhook_secret.rotate([OLD], NEW, NOW)}"
