"""The clinic systems' entry: the gateway lets these routes through, and this module verifies the signature
(api.md, Who calls).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from helsebro import caller as who
from helsebro import ids
from helsebro.caller import Caller
from helsebro.errors import BadInput, Fault, SignatureRefused
from helsebro.ids import ClinicId
from helsebro.receipt import Receipt
from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from helsebro_aws.dynamodb.refusals import AlreadyAnswered
from helsebro_aws.dynamodb.tables import Item, tables
from helsebro_aws.http.call import raw_body
from helsebro_aws.http.callers import CLINIC_HEADER, has_token, is_signed, names_clinic
from helsebro_aws.identity.keys import clinic_key
from helsebro_aws.platform import clock

FIELD, CONSENT = "signingSecrets", "consentedAt"
REPLACED = "\ufffd".encode()


def is_from_clinic_system(event: Mapping[str, Any]) -> bool:
    """Whether the request claims to come from a clinic's system.

    A person who is logged in names the clinic in the same header, and signs nothing.
    """
    return names_clinic(event) and (is_signed(event) or not has_token(event))


def caller_of(event: Mapping[str, Any], refuses_file: Callable[[bytes], None] | None = None) -> Caller:
    """Returns the clinic system that signed the request.

    Raises ``SignatureRefused``, or ``BadInput`` (400) for a body that was not UTF-8 when it was signed, and
    before it what ``refuses_file`` raises for a file that it knows.
    """
    headers = {name.lower(): str(value) for name, value in (event.get("headers") or {}).items()}
    at = clock.real_now()
    # Checked before the look-up, so that a malformed or stale call costs no read.
    signature.read(headers, at)
    clinic_id = ClinicId(headers[CLINIC_HEADER])
    table, is_id = tables.settings.network_table, ids.is_clinic(clinic_id)
    row = tables.get(table, *clinic_key(clinic_id), only=(FIELD, CONSENT)) if is_id else None
    # An unknown clinic gets the answer of a wrong signature, so that nothing reveals which clinics exist.
    secrets = _secrets(clinic_id, row[FIELD]) if row and row.get(FIELD) else []
    raw = raw_body(event)
    try:
        signature.verify(headers, raw, secrets, at)
    except SignatureRefused:
        # The gateway replaces bytes that are not UTF-8, so that the signature no longer holds: the sender
        # must hear of its bytes and not of its secret.
        if REPLACED in raw:
            if refuses_file:
                refuses_file(raw)
            raise BadInput([Fault("", "not-utf8", "")], malformed=True) from None
        raise
    replaced = not signature.fits(headers, raw, [secret for secret in secrets if secret.until is None], at)
    return Caller(
        clinic_id,
        frozenset({who.CLINIC_SYSTEM}),
        clinic_id=clinic_id,
        has_replaced_secret=replaced,
        may_report=bool(row and row.get(CONSENT)),
    )


def _secrets(clinic_id: ClinicId, stored: list[Item]) -> list[WebhookSecret]:
    opened = []
    for secret in stored:
        until = datetime.fromisoformat(secret["until"]) if "until" in secret else None
        opened.append(WebhookSecret.parse(_open(clinic_id, secret["sealed"]), until))
    return opened


@lru_cache(maxsize=256)
def _open(clinic_id: ClinicId, sealed: str) -> str:
    from helsebro_aws.platform.field_encryption import decrypt

    return decrypt(sealed, table="network", field=FIELD, clinic=clinic_id)


def accept_once(message_record: str, fingerprint: str) -> None:
    """Records a signed message, which is accepted once even when it changes nothing (promise 10).

    Raises ``SignatureRefused`` for a message that was already accepted.
    """
    try:
        tables.commit([], receipt=Receipt(message_record, fingerprint, 200, {}))
    except AlreadyAnswered:
        raise SignatureRefused("message-replayed") from None
