"""Promise 10: hostile inbound webhooks. Nothing a stranger sends is accepted or ends in anything but
``SignatureRefused``, which the routes answer with 401."""

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
    right_call,
)

Verifier = Callable[[Mapping[str, str], bytes, Iterable[WebhookSecret], datetime], object]
HOSTILE = hostile(NOW)
HEADER_NAMES = ("webhook-id", "webhook-timestamp", "webhook-signature")


def accepted(verifier: Verifier, call: SignedCall) -> bool:
    """Whether the call gets in; an error that is no ``SignatureRefused`` passes up."""
    try:
        verifier(call.headers, call.body, [SECRET], NOW)
    except SignatureRefused:
        return False
    return True


def taken(verifier: Verifier) -> list[str]:
    """The hostile cases that a verifier lets in."""
    return [name for name, spoil in HOSTILE.items() if accepted(verifier, spoil(right_call()))]


def test_no_hostile_case_gets_in_and_none_ends_in_another_error() -> None:
    assert taken(verify) == []


def test_the_table_is_long_enough_and_the_call_it_spoils_is_right() -> None:
    assert len(HOSTILE) >= 60
    assert accepted(verify, right_call())


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"webhook-id": None, "webhook-timestamp": None, "webhook-signature": None},
        {**right_call().headers, "webhook-id": ["msg_a", "msg_a"]},
        {**right_call().headers, "webhook-timestamp": int(NOW.timestamp())},
        {**right_call().headers, "webhook-signature": b"v1,AAAA"},
        {**right_call().headers, "Webhook-Id": "msg_a"},
        {**right_call().headers, "WEBHOOK-SIGNATURE": right_call().headers["webhook-signature"]},
    ],
)
def test_headers_that_are_twice_there_or_are_no_text_are_refused(headers: Mapping[str, str]) -> None:
    assert not accepted(verify, SignedCall(dict(headers), BODY))


def test_other_headers_of_any_kind_do_no_harm() -> None:
    odd = {None: "x", 7: "y", "helsebro-clinic": "cli_a", "\udcff": "\udcff"}
    headers: dict[str, str] = {**right_call().headers, **odd}  # type: ignore[dict-item]
    assert accepted(verify, SignedCall(headers, BODY))


@pytest.mark.parametrize(("seconds", "gets_in"), [(-301, False), (-300, True), (300, True), (301, False)])
@pytest.mark.parametrize("part_of_a_second", [0, 1, 999_999])
def test_three_hundred_seconds_are_on_time_and_one_more_is_not(
    seconds: int, gets_in: bool, part_of_a_second: int
) -> None:
    call = right_call(at=NOW + timedelta(seconds=seconds))
    now = NOW + timedelta(microseconds=part_of_a_second)
    if gets_in:
        assert verify(call.headers, call.body, [SECRET], now)
    else:
        with pytest.raises(SignatureRefused):
            verify(call.headers, call.body, [SECRET], now)


def test_a_clinic_cannot_speak_for_another() -> None:
    assert not accepted(verify, right_call(secret=OTHER_CLINICS_SECRET))


header_text = st.one_of(
    st.text(st.characters(), max_size=60),
    st.text("v1a,= 0123456789+/.-_eE\n\t", max_size=60),
    st.binary(max_size=40).map(lambda raw: "v1," + b64encode(raw).decode()),
    st.integers(min_value=-(10**14), max_value=10**14).map(str),
    st.sampled_from(sorted(right_call().headers.values())),
)


@given(
    headers=st.fixed_dictionaries({}, optional=dict.fromkeys(HEADER_NAMES, header_text)),
    body=st.one_of(st.just(BODY), st.binary(max_size=60)),
)
def test_whatever_the_headers_hold_nothing_gets_in(headers: dict[str, str], body: bytes) -> None:
    whole = {**right_call().headers, **headers}
    if (whole, body) != (right_call().headers, BODY):
        assert not accepted(verify, SignedCall(whole, body))
    if headers.keys() != right_call().headers.keys():
        assert not accepted(verify, SignedCall(headers, body))


@given(
    name=st.sampled_from(HEADER_NAMES),
    place=st.integers(min_value=0, max_value=70),
    put=st.characters(),
    drop=st.integers(min_value=0, max_value=3),
)
def test_whatever_is_changed_in_a_right_header_it_does_not_get_in(
    name: str, place: int, put: str, drop: int
) -> None:
    right = right_call().headers
    changed = right[name][:place] + put + right[name][place + drop :]
    if changed != right[name]:
        assert not accepted(verify, SignedCall({**right, name: changed}, BODY))


def test_signatures_are_compared_in_constant_time_and_every_one_of_them() -> None:
    """Two secrets and two signatures make four comparisons, though the very first one fits."""
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


def comparing_only_as_much_as_was_given(
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
        (comparing_only_as_much_as_was_given, 2),
        (with_every_clinics_secret, 1),
    ],
)
def test_control_a_verifier_without_one_guard_lets_hostile_cases_in(verifier: Verifier, least: int) -> None:
    assert len(taken(verifier)) >= least


def test_control_the_table_makes_an_unguarded_verifier_raise_raw_errors() -> None:
    """The authors' package answers a part of the table with ValueError, binascii and Unicode errors."""
    raw = []
    now = datetime.now(UTC)
    for name, spoil in HOSTILE.items():
        call = spoil(right_call(at=now))
        headers = {**call.headers, "webhook-timestamp": right_call(at=now).headers["webhook-timestamp"]}
        try:
            Webhook(SECRET.text).verify(call.body, headers)
        except WebhookVerificationError:
            continue
        except ValueError:
            raw.append(name)
    assert len(raw) >= 8
