"""Promise 10: every hostile webhook raises ``SignatureRefused``, which the routes answer with 401."""

import hmac
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from helsebro.errors import SignatureRefused
from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from helsebro.signing.signature import SignedMessage, verify
from tests.promises.attacks.hostile_headers import (
    BODY,
    NOW,
    OTHER_CLINICS_SECRET,
    SECRET,
    SignedCall,
    hostile,
    valid_call,
)

Verifier = Callable[[Mapping[str, str], bytes, Iterable[WebhookSecret], datetime], object]
HOSTILE = hostile(NOW)
HEADER_NAMES = ("webhook-id", "webhook-timestamp", "webhook-signature")


def accepted(verifier: Verifier, call: SignedCall) -> bool:
    """Returns whether the call is accepted; lets any error but ``SignatureRefused`` pass."""
    try:
        verifier(call.headers, call.body, [SECRET], NOW)
    except SignatureRefused:
        return False
    return True


def accepted_cases(verifier: Verifier) -> list[str]:
    """Returns the hostile cases that a verifier accepts."""
    return [name for name, spoil in HOSTILE.items() if accepted(verifier, spoil(valid_call()))]


def test_no_hostile_call_is_accepted_or_raises_another_error() -> None:
    assert accepted_cases(verify) == []


def test_the_table_is_long_enough_and_its_call_is_valid() -> None:
    assert len(HOSTILE) >= 60
    assert accepted(verify, valid_call())


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"webhook-id": None, "webhook-timestamp": None, "webhook-signature": None},
        {**valid_call().headers, "webhook-id": ["msg_a", "msg_a"]},
        {**valid_call().headers, "webhook-timestamp": int(NOW.timestamp())},
        {**valid_call().headers, "webhook-signature": b"v1,AAAA"},
        {**valid_call().headers, "Webhook-Id": "msg_a"},
        {**valid_call().headers, "WEBHOOK-SIGNATURE": valid_call().headers["webhook-signature"]},
    ],
)
def test_duplicate_headers_and_headers_without_text_are_refused(headers: Mapping[str, str]) -> None:
    assert not accepted(verify, SignedCall(dict(headers), BODY))


def test_other_headers_are_ignored() -> None:
    odd = {None: "x", 7: "y", "helsebro-clinic": "cli_a", "\udcff": "\udcff"}
    headers: dict[str, str] = {**valid_call().headers, **odd}  # type: ignore[dict-item]
    assert accepted(verify, SignedCall(headers, BODY))


@pytest.mark.parametrize(("seconds", "gets_in"), [(-301, False), (-300, True), (300, True), (301, False)])
@pytest.mark.parametrize("part_of_a_second", [0, 1, 999_999])
def test_three_hundred_seconds_are_accepted_and_one_more_is_not(
    seconds: int, gets_in: bool, part_of_a_second: int
) -> None:
    call = valid_call(at=NOW + timedelta(seconds=seconds))
    now = NOW + timedelta(microseconds=part_of_a_second)
    if gets_in:
        assert verify(call.headers, call.body, [SECRET], now)
    else:
        with pytest.raises(SignatureRefused):
            verify(call.headers, call.body, [SECRET], now)


def test_a_clinic_cannot_sign_for_another() -> None:
    assert not accepted(verify, valid_call(secret=OTHER_CLINICS_SECRET))


header_text = st.one_of(
    st.text(st.characters(), max_size=60),
    st.text("v1a,= 0123456789+/.-_eE\n\t", max_size=60),
    st.binary(max_size=40).map(lambda raw: "v1," + b64encode(raw).decode()),
    st.integers(min_value=-(10**14), max_value=10**14).map(str),
    st.sampled_from(sorted(valid_call().headers.values())),
)


@given(
    headers=st.fixed_dictionaries({}, optional=dict.fromkeys(HEADER_NAMES, header_text)),
    body=st.one_of(st.just(BODY), st.binary(max_size=60)),
)
def test_no_random_headers_are_accepted(headers: dict[str, str], body: bytes) -> None:
    whole = {**valid_call().headers, **headers}
    if (whole, body) != (valid_call().headers, BODY):
        assert not accepted(verify, SignedCall(whole, body))
    if headers.keys() != valid_call().headers.keys():
        assert not accepted(verify, SignedCall(headers, body))


@given(
    name=st.sampled_from(HEADER_NAMES),
    place=st.integers(min_value=0, max_value=70),
    put=st.characters(),
    drop=st.integers(min_value=0, max_value=3),
)
def test_no_changed_header_is_accepted(name: str, place: int, put: str, drop: int) -> None:
    right = valid_call().headers
    changed = right[name][:place] + put + right[name][place + drop :]
    if changed != right[name]:
        assert not accepted(verify, SignedCall({**right, name: changed}, BODY))


def test_every_signature_is_compared_in_constant_time() -> None:
    """Two secrets and two signatures make four comparisons, although the first one matches."""
    compared: list[bool] = []
    real = hmac.compare_digest

    def counting(ours: bytes, theirs: bytes) -> bool:
        compared.append(real(ours, theirs))
        return compared[-1]

    headers = signature.sign("msg_a", NOW, BODY, [SECRET, OTHER_CLINICS_SECRET])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(hmac, "compare_digest", counting)
        verify(headers, BODY, [SECRET, OTHER_CLINICS_SECRET], NOW)
    assert compared == [True, False, False, True]


def without_the_time(
    headers: Mapping[str, str], body: bytes, secrets: Iterable[WebhookSecret], _at: datetime
) -> SignedMessage:
    try:
        stated = datetime.fromtimestamp(int(headers["webhook-timestamp"]), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        raise SignatureRefused() from None
    return verify(headers, body, secrets, stated)


def without_the_comparison(
    headers: Mapping[str, str], _body: bytes, _secrets: Iterable[WebhookSecret], at: datetime
) -> SignedMessage:
    return signature.read(headers, at)


def comparing_only_the_given_length(
    headers: Mapping[str, str], body: bytes, secrets: Iterable[WebhookSecret], at: datetime
) -> SignedMessage:
    message = signature.read(headers, at)
    ours = [
        signature.sign(message.message_id, at, body, [secret])["webhook-signature"][3:] for secret in secrets
    ]
    if not any(text.startswith(given.rstrip("=")) for text in ours for given in message.of_version("v1")):
        raise SignatureRefused()
    return message


def with_every_clinics_secret(
    headers: Mapping[str, str], body: bytes, secrets: Iterable[WebhookSecret], at: datetime
) -> SignedMessage:
    return verify(headers, body, [*secrets, OTHER_CLINICS_SECRET], at)


@pytest.mark.parametrize(
    ("verifier", "least"),
    [
        (without_the_time, 3),
        (without_the_comparison, 15),
        (comparing_only_the_given_length, 2),
        (with_every_clinics_secret, 1),
    ],
)
def test_control_a_verifier_without_one_check_accepts_hostile_calls(verifier: Verifier, least: int) -> None:
    assert len(accepted_cases(verifier)) >= least


def test_control_the_table_makes_an_unguarded_verifier_raise_raw_errors() -> None:
    """For some hostile calls the authors' package raises ValueError, binascii and Unicode errors."""
    raw = []
    now = datetime.now(UTC)
    for name, spoil in HOSTILE.items():
        call = spoil(valid_call(at=now))
        headers = {**call.headers, "webhook-timestamp": valid_call(at=now).headers["webhook-timestamp"]}
        try:
            Webhook(SECRET.text).verify(call.body, headers)
        except WebhookVerificationError:
            continue
        except ValueError:
            raw.append(name)
    assert len(raw) >= 8
