"""Hostile calls: one table for the verifier and for the routes that use it.

Every case changes one thing in a valid call.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from helsebro.signing.secret import WebhookSecret
from helsebro.signing.signature import sign

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SECRET = WebhookSecret(b"clinic-one-" * 4)
OTHER_CLINICS_SECRET = WebhookSecret(b"clinic-two-" * 4)
BODY = b'{"type":"session.held","timestamp":"2026-11-21T12:00:00Z","data":{"bookingId":"bkg_a"}}'


@dataclass(frozen=True)
class SignedCall:
    """The three headers and the body of a call."""

    headers: dict[str, str]
    body: bytes


Spoil = Callable[[SignedCall], SignedCall]


def valid_call(message_id: str = "msg_a", at: datetime = NOW, secret: WebhookSecret = SECRET) -> SignedCall:
    """Returns a valid call."""
    return SignedCall(sign(message_id, at, BODY, [secret]), BODY)


def _with(name: str, value: str) -> Spoil:
    return lambda call: replace(call, headers={**call.headers, name: value})


def _changed(name: str, change: Callable[[str], str]) -> Spoil:
    return lambda call: replace(call, headers={**call.headers, name: change(call.headers[name])})


def _without(*names: str) -> Spoil:
    return lambda call: replace(
        call, headers={name: value for name, value in call.headers.items() if name not in names}
    )


def _body(body: bytes) -> Spoil:
    return lambda call: replace(call, body=body)


ID, TIME, SIGNATURE = "webhook-id", "webhook-timestamp", "webhook-signature"


def hostile(now: datetime, beyond: int = 1) -> dict[str, Spoil]:
    """Returns the table for calls at ``now``; a stale call is five minutes and ``beyond`` seconds off."""
    stated = str(int(now.timestamp()))
    full_width = stated.translate({48 + digit: 0xFF10 + digit for digit in range(10)})
    arabic = stated.translate({48 + digit: 0x660 + digit for digit in range(10)})

    def signed_again(seconds: int = 0, secret: WebhookSecret = SECRET) -> Spoil:
        at = now + timedelta(seconds=seconds)
        return lambda _call: valid_call("msg_a", at, secret)

    return {
        "no headers at all": _without(ID, TIME, SIGNATURE),
        "no id": _without(ID),
        "no time": _without(TIME),
        "no signature": _without(SIGNATURE),
        "empty id": _with(ID, ""),
        "id with a full stop, which moves the border between id and time": _with(ID, "msg_a." + stated),
        "id with a comma, as two joined headers": _with(ID, "msg_a,msg_a"),
        "id with a space": _with(ID, "msg a"),
        "id with a line end": _with(ID, "msg_a\n"),
        "id with a header in it": _with(ID, "msg_a\r\nx-admin: 1"),
        "id with a null": _with(ID, "msg_a\x00"),
        "id of 256 characters": _with(ID, "m" * 256),
        "id of a million characters": _with(ID, "m" * 1_000_000),
        "id in other letters": _with(ID, "msg_æøå"),
        "id with a lone surrogate": _with(ID, "msg_\udcff"),
        "id that looks like another table's key": _with(ID, "CLINIC#cli_b"),
        "id of another message": _with(ID, "msg_b"),
        "id in capitals": _changed(ID, str.upper),
        "empty time": _with(TIME, ""),
        "time in words": _with(TIME, "now"),
        "time with a sign": _with(TIME, "+" + stated),
        "time below zero": _with(TIME, "-" + stated),
        "time with a fraction": _with(TIME, stated + ".0"),
        "time in scientific notation": _with(TIME, f"{int(stated):e}"),
        "time in hex": _with(TIME, hex(int(stated))),
        "time with an underscore": _with(TIME, stated[:4] + "_" + stated[4:]),
        "time with a space before it": _with(TIME, " " + stated),
        "time with a line end": _with(TIME, stated + "\n"),
        "time with a leading zero": _with(TIME, "0" + stated),
        "time in full-width digits": _with(TIME, full_width),
        "time in Arabic digits": _with(TIME, arabic),
        "time not a number": _with(TIME, "nan"),
        "time without end": _with(TIME, "inf"),
        "time in milliseconds": _with(TIME, stated + "000"),
        "time of ten thousand digits": _with(TIME, "9" * 10_000),
        "time in RFC 3339": _with(TIME, "2026-11-21T12:00:00Z"),
        "time that was not signed, one second on": _with(TIME, str(int(stated) + 1)),
        "time zero": _with(TIME, "0"),
        "signed too long ago": signed_again(seconds=-300 - beyond),
        "signed too far ahead": signed_again(seconds=300 + beyond),
        "signed a year ago": signed_again(seconds=-31_536_000),
        "empty signature": _with(SIGNATURE, ""),
        "signature without a version": _changed(SIGNATURE, lambda text: text[3:]),
        "version without a signature": _with(SIGNATURE, "v1,"),
        "version alone": _with(SIGNATURE, "v1"),
        "a comma alone": _with(SIGNATURE, ","),
        "spaces alone": _with(SIGNATURE, "   "),
        "two commas": _changed(SIGNATURE, lambda text: text.replace(",", ",,")),
        "version in capitals": _changed(SIGNATURE, lambda text: text.replace("v1", "V1")),
        "version to come": _changed(SIGNATURE, lambda text: text.replace("v1", "v2")),
        "version none": _changed(SIGNATURE, lambda text: text.replace("v1", "none")),
        "ed25519 named, HMAC given": _changed(SIGNATURE, lambda text: text.replace("v1", "v1a")),
        "signature cut by one": _changed(SIGNATURE, lambda text: text[:-2] + "="),
        "signature cut to its first byte": _changed(SIGNATURE, lambda text: text[:5] + "=="),
        "signature without padding": _changed(SIGNATURE, lambda text: text.rstrip("=")),
        "signature with more padding": _changed(SIGNATURE, lambda text: text + "=="),
        "signature that is no base64": _with(SIGNATURE, "v1,%%%%"),
        "signature of one byte too few for base64": _with(SIGNATURE, "v1,A"),
        "signature in hex": _with(SIGNATURE, "v1," + "ab" * 32),
        "signature in other letters": _with(SIGNATURE, "v1,æøå"),
        "signature with a lone surrogate": _with(SIGNATURE, "v1,\udc80\udcff"),
        "signature of nothing but zeros": _with(SIGNATURE, "v1," + "A" * 43 + "="),
        "signature with a line end": _changed(SIGNATURE, lambda text: text + "\n"),
        "signature with a tab between": _changed(SIGNATURE, lambda text: text + "\t" + text),
        "signature with its bits turned": _changed(SIGNATURE, lambda text: text.swapcase()),
        "a wrong signature beside rubbish": _with(SIGNATURE, "v1,AAAA rubbish"),
        "a right signature beside rubbish": _changed(SIGNATURE, lambda text: text + " rubbish"),
        "ten thousand signatures": _with(SIGNATURE, " ".join(["v1," + "A" * 43 + "="] * 10_000)),
        "a signature of a megabyte": _with(SIGNATURE, "v1," + "A" * 1_000_000),
        "an empty body": _body(b""),
        "one byte more in the body": _body(BODY + b"\n"),
        "one byte less in the body": _body(BODY[:-1]),
        "a body in UTF-16": _body(BODY.decode().encode("utf-16")),
        "a body of bytes that are no text": _body(b"\xff\xfe\x00\x80"),
        "a body with a byte order mark": _body(b"\xef\xbb\xbf" + BODY),
        "the same body, written otherwise": _body(BODY.replace(b",", b", ")),
        "another booking in the body": _body(BODY.replace(b"bkg_a", b"bkg_b")),
        "another clinic's secret": signed_again(secret=OTHER_CLINICS_SECRET),
        "a secret of zeros": signed_again(secret=WebhookSecret(bytes(32))),
    }
