"""Sealed answers: an answer with a secret, which only a repeat of the same request may see again.

The receipt of a request stores its answer for a day; a secret in it is stored encrypted (promises 5 and 21).
An answer that is secret as a whole is sealed as its JSON: see ``whole``. What an answer tells of health by
itself, such as whom to call in a crisis, is sealed in every receipt, and opened for every repeat.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from helsebro.errors import HelsebroError, NotFound
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.refusals import AlreadyAnswered, may_repeat
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.errors import KeyReused

if TYPE_CHECKING:
    from helsebro_aws.http.call import Call

TELLS_OF_HEALTH = ("safety", "need")
"""The fields of an answer that tell what someone's words suggest of their health."""
HEALTH = "health"


def without_health(body: Mapping[str, Any], record: str) -> dict[str, Any]:
    """Returns the body as the receipt ``record`` keeps it: each field that tells of health is encrypted."""
    kept = dict(body)
    for field in TELLS_OF_HEALTH:
        if kept.get(field):
            from helsebro_aws.platform.field_encryption import encrypt

            kept[field] = encrypt(json.dumps(kept[field], ensure_ascii=False), **_bound_to(record, HEALTH))
    return kept


def with_health(body: Mapping[str, Any], record: str) -> dict[str, Any]:
    """Returns the body of the answer of which the receipt ``record`` keeps this one."""
    told = dict(body)
    for field in TELLS_OF_HEALTH:
        if told.get(field):
            from helsebro_aws.platform.field_encryption import decrypt

            told[field] = json.loads(decrypt(told[field], **_bound_to(record, HEALTH)))
    return told


def once(call: Call, field: str, do: Callable[[], HttpAnswer], *, even_gone: bool = False) -> HttpAnswer:
    """Returns the answer of ``do``, or the stored answer of this call with ``field`` decrypted.

    ``do`` commits with ``receipt(call, answer, field)``. Raises ``KeyReused`` for another body, and the
    refusal of a caller who has lost the right or the sight of the thing since. ``even_gone`` is for a handler
    that has checked before ``do`` what the caller may see.
    """
    try:
        return do()
    except (AlreadyAnswered, HelsebroError) as refusal:
        stored = _first_answer(call, field) if may_repeat(refusal) else None
        is_hidden = isinstance(refusal, NotFound) and not even_gone
        if stored is None or is_hidden:
            raise
        return stored


def receipt(call: Call, answer: HttpAnswer, field: str) -> Receipt:
    """Returns the call's receipt, with one field of the answer encrypted; an empty one stays as it is."""
    from helsebro_aws.platform.field_encryption import encrypt

    kept = call.receipt(answer)
    body = dict(kept.body)
    if body.get(field):
        body[field] = encrypt(str(body[field]), **_bound_to(call.receipt_record, field))
    return replace(kept, body=body)


def whole(call: Call, field: str, do: Callable[[], HttpAnswer]) -> HttpAnswer:
    """Returns the answer of ``do``, or the first answer of this call, which was sealed as a whole.

    ``do`` commits with ``whole_receipt(call, answer, field)``; ``field`` names the kind of answer. Raises as
    ``once``.
    """
    answer = once(call, field, do)
    if field not in (answer.body or {}):
        return answer
    body = json.loads((answer.body or {})[field])
    headers = {**answer.headers, "ETag": f'"{body["version"]}"'} if "version" in body else answer.headers
    return HttpAnswer(answer.status, body, headers)


def whole_receipt(call: Call, answer: HttpAnswer, field: str) -> Receipt:
    """Returns the call's receipt, in which nothing of the answer but its status can be read."""
    return receipt(
        call, HttpAnswer(answer.status, {field: json.dumps(answer.body, ensure_ascii=False)}), field
    )


def _first_answer(call: Call, field: str) -> HttpAnswer | None:
    from helsebro_aws.platform.field_encryption import decrypt

    stored = tables.answered(call.receipt_record)
    if stored is None:
        return None
    if stored["fingerprint"] != call.fingerprint:
        raise KeyReused()
    body = with_health(json.loads(stored["body"]), call.receipt_record)
    if body.get(field):
        body[field] = decrypt(body[field], **_bound_to(call.receipt_record, field))
    return HttpAnswer(stored["status"], body).with_headers(Idempotency_Replayed="true")


def _bound_to(record: str, field: str) -> dict[str, str]:
    return {"table": "idempotency", "field": field, "record": record}
