"""Sealed cursors: a cursor continues one list, with the same filters, for the same caller.

Without the seal a cursor of another list could name a place in this one, and its page would look like
the end. The seal is made with a key, so no one can make a cursor but a list.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helsebro.errors import BadInput, Fault
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call

PLACES = ("limit", "cursor", "after")
"""The parameters that say where a page begins and ends, and do not filter."""
BETWEEN = "."
"""Stands before the seal, and is no character of it."""


def opened(call: Call) -> str | None:
    """Returns the list's own cursor of a call; None when it is not this list's, or not the caller's."""
    return _own(call.query("cursor") or "", call, _filters(call))


def with_sealed_cursor(answer: HttpAnswer, call: Call) -> HttpAnswer:
    """Returns the answer of a list with its cursor sealed."""
    cursor = (answer.body or {}).get("nextCursor")
    if cursor is None:
        return answer
    return replace(answer, body={**(answer.body or {}), "nextCursor": seal(cursor, call, _filters(call))})


def seal(cursor: str, call: Call, filters: Mapping[str, Any]) -> str:
    """Returns a cursor that only the same caller can use, on the same path with the same filters."""
    return f"{cursor}{BETWEEN}{_seal_of(cursor, call, filters)}"


def unseal(sealed_one: str, call: Call, filters: Mapping[str, Any]) -> str:
    """Returns the list's own cursor. Raises ``BadInput`` (400) for one with another seal, or without one."""
    cursor = _own(sealed_one, call, filters)
    if cursor is None:
        raise BadInput([Fault("/cursor", "unknown-cursor", "")], malformed=True)
    return cursor


def _own(sealed_one: str, call: Call, filters: Mapping[str, Any]) -> str | None:
    cursor, _, found = sealed_one.rpartition(BETWEEN)
    if not cursor:
        return None
    is_own = hmac.compare_digest(found.encode("utf-8", "replace"), _seal_of(cursor, call, filters).encode())
    return cursor if is_own else None


def _seal_of(cursor: str, call: Call, filters: Mapping[str, Any]) -> str:
    # Here, so that a list of one page loads no code of keys.
    from helsebro_aws.identity.pseudonym import cursor_seal

    by = call.caller
    caller = [by.subject, by.payer, by.clinic_id, by.practitioner_id]
    return cursor_seal(json.dumps([call.route, call.path, caller, filters, cursor], sort_keys=True))


def _filters(call: Call) -> Mapping[str, str]:
    given = call.event.get("queryStringParameters") or {}
    return {name: value for name, value in given.items() if name not in PLACES and value}
