"""Sealed answers: an answer that shows a secret once more to the same request, and to nobody else.

The receipt of a request keeps its answer for a day; a secret in it is kept sealed (promise 5, promise 21).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from helsebro.errors import HelsebroError
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.tables import AlreadyAnswered, tables
from helsebro_aws.http.answer import Answer
from helsebro_aws.http.call import Call
from helsebro_aws.http.errors import KeyReused


def once(call: Call, field: str, do: Callable[[], Answer]) -> Answer:
    """What ``do`` answers, or the answer this call already had, with ``field`` opened.

    ``do`` commits with ``receipt(call, answer, field)``. Raises ``KeyReused`` for another body.
    """
    try:
        return do()
    except (AlreadyAnswered, HelsebroError):
        kept = _first_answer(call, field)
        if kept is None:
            raise
        return kept


def receipt(call: Call, answer: Answer, field: str) -> Receipt:
    """The call's receipt, with one field of the answer sealed."""
    from helsebro_aws.platform.field_encryption import encrypt

    kept = dict(answer.body or {})
    kept[field] = encrypt(str(kept[field]), **_context(call, field))
    return replace(call.receipt(answer), body=kept)


def _first_answer(call: Call, field: str) -> Answer | None:
    from helsebro_aws.platform.field_encryption import decrypt

    kept = tables.answered(call.receipt_record)
    if kept is None:
        return None
    if kept["fingerprint"] != call.fingerprint:
        raise KeyReused()
    body = json.loads(kept["body"])
    body[field] = decrypt(body[field], **_context(call, field))
    return Answer(kept["status"], body).with_headers(Idempotency_Replayed="true")


def _context(call: Call, field: str) -> dict[str, str]:
    return {"table": "idempotency", "field": field, "record": call.receipt_record}
