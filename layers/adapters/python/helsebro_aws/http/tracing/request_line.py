"""One log line for each request: its route, status, code, milliseconds, and the kind of its caller.

It has the template of the route, never the path, query, body or headers, and nothing of a person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from time import perf_counter
from typing import Any

from helsebro.caller import Caller
from helsebro.field_names import camel
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.tracing import correlation
from helsebro_aws.platform import log
from helsebro_aws.platform.logged_ids import logged_ids

UNKNOWN = "unknown"
"""The kind of a caller that was refused before it was known, and the route of a call that has none."""
PARAMETER = re.compile(r"<(\w+)>")


class RequestLine:
    """Measures one request from when it is made, and writes its line."""

    def __init__(self, event: Mapping[str, Any], route: str = UNKNOWN) -> None:
        self._event, self._route = event, route
        self._began = perf_counter()
        self._caller = UNKNOWN

    def called_by(self, caller: Caller) -> Caller:
        """Notes the kind of the caller and returns the caller."""
        self._caller = kind_of(caller)
        return caller

    def write(self, answer: HttpAnswer, parameters: Mapping[str, str] | None = None) -> None:
        """Writes the line; ``parameters`` are those of the path, of which the ids of things are logged."""
        body = answer.body or {}
        code = {"code": body["code"]} if answer.status >= 400 and "code" in body else {}
        log.line(
            "request",
            correlationId=correlation.of(self._event),
            route=as_the_gateway_writes(self._route),
            status=answer.status,
            **code,
            ms=round((perf_counter() - self._began) * 1000),
            caller=self._caller,
            **logged_ids({**body, **{camel(name): text for name, text in (parameters or {}).items()}}),
        )


@cache
def as_the_gateway_writes(route: str) -> str:
    """Returns ``GET /v1/claims/{claimId}`` for ``GET /v1/claims/<claim_id>``, as in the gateway's log."""
    return PARAMETER.sub(lambda found: "{" + camel(found[1]) + "}", route)


def kind_of(caller: Caller) -> str:
    """Returns ``member``, ``employer``, ``staff``, ``clinic-system``, ``clinic-user`` or ``anyone``."""
    if caller.clinic_id:
        return "clinic-system" if caller.is_clinic_system else "clinic-user"
    return "member" if caller.person_id else caller.subject.partition(":")[0]
