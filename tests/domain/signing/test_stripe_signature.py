"""Only Stripe, with the secret of the endpoint and at about this time, can have signed an event.

The vectors were made by ``openssl dgst -sha256 -hmac`` of ``<t>.<body>``, as the documentation describes it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from helsebro.errors import SignatureRefused
from helsebro.signing.stripe_signature import must_be_from_stripe, signature_of

SECRET, OTHER = "whsec_test_secret", "whsec_other"
T = 1492774577
AT = datetime.fromtimestamp(T, UTC)
BODY = b'{"id":"evt_1","object":"event"}'
RIGHT = "654b43d3508ecadb3f8cefc4bc7d3d2bdc5ba9e03bf2c89b2d0657a8e24e4543"
OF_OTHER = "f2783299b863163c989be2c558e1890b6148873ed7c8ce7e2cc77266ce5bb45e"
WRONG = "0" * 64


@pytest.mark.parametrize(
    "body, secret, signature",
    [
        (BODY, SECRET, RIGHT),
        (BODY, OTHER, OF_OTHER),
        (b"", SECRET, "0b143541b2e58bb8a2681ed7577ec944676988d66733d6a9d9cd6ccce1022353"),
        (
            '{"name": "Søren"}'.encode(),
            SECRET,
            "f52283e806ab3e6c883c40989df1560298691356008fdcab70574a446f59a605",
        ),
    ],
)
def test_a_signature_is_that_of_the_documented_scheme(body: bytes, secret: str, signature: str) -> None:
    assert signature_of(T, body, secret) == signature
    must_be_from_stripe(f"t={T},v1={signature}", body, [secret], AT)


@pytest.mark.parametrize(
    "header",
    [
        f"t={T},v1={RIGHT},v0={WRONG}",
        f"t={T},v0={WRONG},v1={RIGHT}",
        f"t={T},v1={WRONG},v1={RIGHT}",
        f"t={T},v1={OF_OTHER},v1={RIGHT}",
        f"t={T}, v1={RIGHT}",
        f"v1={RIGHT},t={T}",
    ],
)
def test_one_right_signature_among_several_is_enough(header: str) -> None:
    must_be_from_stripe(header, BODY, [SECRET], AT)


@pytest.mark.parametrize("signature", [RIGHT, OF_OTHER])
def test_while_a_secret_is_rolled_either_of_two_counts(signature: str) -> None:
    must_be_from_stripe(f"t={T},v1={signature}", BODY, [OTHER, SECRET], AT)


@pytest.mark.parametrize("seconds", [-300, 0, 300])
def test_a_time_up_to_five_minutes_away_counts(seconds: int) -> None:
    must_be_from_stripe(f"t={T},v1={RIGHT}", BODY, [SECRET], AT + timedelta(seconds=seconds))


@pytest.mark.parametrize("seconds", [-301, 301, 86_400])
def test_a_time_further_away_is_refused_although_it_is_signed(seconds: int) -> None:
    assert why(f"t={T},v1={RIGHT}", at=AT + timedelta(seconds=seconds)) == "timestamp-outside-tolerance"


@pytest.mark.parametrize(
    "header, reason",
    [
        (None, "headers-missing"),
        ("", "headers-missing"),
        (RIGHT, "signature-malformed"),
        (f"t={T};v1={RIGHT}", "signature-malformed"),
        (f"t={T},v1={RIGHT},", "signature-malformed"),
        (f"t={T},v1=", "signature-malformed"),
        (f"t={T},v1=ø", "signature-malformed"),
        ("t=1," * 2000, "signature-malformed"),
        (f"v1={RIGHT}", "timestamp-malformed"),
        (f"t=x,v1={RIGHT}", "timestamp-malformed"),
        (f"t=-{T},v1={RIGHT}", "timestamp-malformed"),
        (f"t={T},t={T},v1={RIGHT}", "timestamp-malformed"),
        (f"t={'9' * 40},v1={RIGHT}", "timestamp-malformed"),
        (f"t={T + 1},v1={RIGHT}", "signature-mismatch"),
        (f"t={T}", "signature-mismatch"),
        (f"t={T},v0={RIGHT}", "signature-mismatch"),
        (f"t={T},v1={WRONG}", "signature-mismatch"),
        (f"t={T},v1={OF_OTHER}", "signature-mismatch"),
        (f"t={T},v1={RIGHT[:-1]}", "signature-mismatch"),
        (f"t={T},v1={RIGHT.upper()}", "signature-mismatch"),
    ],
)
def test_any_other_header_is_refused_with_its_reason(header: str | None, reason: str) -> None:
    assert why(header) == reason


@pytest.mark.parametrize(
    "body", [b"", BODY + b" ", BODY.replace(b"evt_1", b"evt_2"), BODY.replace(b":", b": ")]
)
def test_a_body_that_differs_in_one_byte_is_refused(body: bytes) -> None:
    assert why(f"t={T},v1={RIGHT}", body) == "signature-mismatch"


@pytest.mark.parametrize("secrets", [[], [""], [OTHER]])
def test_without_the_right_secret_nothing_is_accepted(secrets: list[str]) -> None:
    empty = signature_of(T, BODY, "")
    for signature in (RIGHT, empty):
        assert why(f"t={T},v1={signature}", secrets=secrets) == "signature-mismatch"


def why(
    header: str | None, body: bytes = BODY, secrets: list[str] | None = None, at: datetime = AT
) -> object:
    """Returns why the event is refused."""
    with pytest.raises(SignatureRefused) as refused:
        must_be_from_stripe(header, body, [SECRET] if secrets is None else secrets, at)
    return refused.value.facts["reason"]
