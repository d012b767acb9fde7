"""Sealed answers: an answer with a secret, which only a repeat of the same request may see again.

The receipt of a request stores its answer for a day; a secret in it is stored encrypted (promises 5 and 21).
An answer that is secret as a whole is sealed as its JSON: see ``whole``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from helsebro.errors import HelsebroError, NotFound
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.refusals import AlreadyAnswered, may_repeat
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.errors import KeyReused


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

    body = dict(answer.body or {})
    if body.get(field):
        body[field] = encrypt(str(body[field]), **_context(call, field))
    return replace(call.receipt(answer), body=body)


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
    body = json.loads(stored["body"])
    if body.get(field):
        body[field] = decrypt(body[field], **_context(call, field))
    return HttpAnswer(stored["status"], body).with_headers(Idempotency_Replayed="true")


def _context(call: Call, field: str) -> dict[str, str]:
    return {"table": "idempotency", "field": field, "record": call.receipt_record}
