"""Routes: what every route of every function does around its handler.

``Routes(app)`` wraps a Powertools resolver, which finds the route and builds the OpenAPI document. Around
the handler it finds the caller and checks the right, parses the body, returns the stored answer for a
repeated idempotency key and turns every error into problem+json.
"""

from __future__ import annotations

import inspect
import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from helsebro import caller as who
from helsebro.caller import Caller, Right
from helsebro.errors import HelsebroError, NotFound
from helsebro_aws.dynamodb.refusals import AlreadyAnswered, SameKeyBusy, may_repeat
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.http import callers, edge
from helsebro_aws.http.answer import COMPACT, HttpAnswer, versioned
from helsebro_aws.http.call import Call, body_class, may_exist
from helsebro_aws.http.errors import KeyInProgress, KeyReused, LoginNotFresh, NoSuchRoute, NotThroughTheEdge
from helsebro_aws.http.lists.paged import paged
from helsebro_aws.http.problems import bug, problem, traceable
from helsebro_aws.http.resolver import Response
from helsebro_aws.http.tracing import correlation
from helsebro_aws.http.tracing.request_line import RequestLine

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from helsebro_aws.http.documented import Described

Handler = Callable[..., HttpAnswer]
Decorator = Callable[[Handler], Handler]
OF_ONE_CLINIC = " /v1/clinics/<clinic_id>"


@dataclass(frozen=True)
class Route:
    """One route as declared; ``body`` and ``returns`` name classes as text (``call.body_class``).

    A route that allows a clinic's system also allows the people who are bound to the clinic: ``Routes`` adds
    their right, so that no handler can leave them out.

    What follows ``body`` is for the OpenAPI document (``documented.py``): the class that describes the body
    where the one that reads it does not, the status of success, the query parameters, the shape of the
    answer, the problems that only this route has (status → codes), whether it needs ``If-Match``, the media
    type of its body, what returns the schemas of further ones, others of its answer (with spaces between),
    that of an answer which is never JSON, the refusals that a browser gets as pages, its name where the
    handler's is not enough, the headers that only it has, and whether its body may be left out. A ``fresh``
    route needs a login of at most 5 minutes (``fresh_login``), of every caller or of those with the rights
    that it names; a clinic's system signs each call and has no login. Where only some bodies name money, it
    is ``fresh_for_money``, and the handler asks: money, or an address that we write to about money. One with
    an ``assurance`` needs it. ``refuses_file`` raises for a file in place of text, which no signature fits.

    A repeat under the same key passes these checks again before it gets the first answer, and gets none when
    the caller lost the right or may no longer see the thing, unless the route ``ends_sight`` by itself.
    """

    name: str
    allows: frozenset[Right]
    handler: Handler
    keyed: bool = False
    creates: bool = False
    body: str = ""
    body_shape: str = ""
    answers: int = 200
    also_answers: tuple[int, ...] = ()
    queries: tuple[str, ...] = ()
    returns: str = ""
    refuses: Mapping[int, str] = field(default_factory=dict)
    if_match: bool = False
    takes: str = "application/json"
    also_takes: str = ""
    also_as: str = ""
    answers_as: str = ""
    pages: tuple[int, ...] = ()
    operation: str = ""
    fresh: bool | frozenset[Right] = False
    fresh_for_money: bool = False
    assurance: str = ""
    ends_sight: bool = False
    headers: tuple[str, ...] = ()
    body_optional: bool = False
    refuses_file: Callable[[bytes], None] | None = None

    @property
    def changes(self) -> bool:
        """Whether a call may change something; a ``POST`` without a key only checks what it is sent."""
        return self.keyed or self.name.startswith(("PUT ", "DELETE "))


class Routes:
    """The routes of one function; ``handler`` is its entry point, ``declared`` lists them."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.declared: list[Route] = []
        app.not_found(self._no_such_route)

    def get(self, path: str, *, allows: set[Right], **described: Unpack[Described]) -> Decorator:
        """Declares a route that reads; for ``described`` see ``Route``."""
        return self._route("GET", path, allows, **described)

    def put(self, path: str, *, allows: set[Right], **described: Unpack[Described]) -> Decorator:
        """Declares a route that sets a thing; the same request twice changes nothing more."""
        return self._route("PUT", path, allows, **described)

    def delete(self, path: str, *, allows: set[Right], **described: Unpack[Described]) -> Decorator:
        """Declares a route that removes a thing; the same request twice changes nothing more."""
        return self._route("DELETE", path, allows, **described)

    def post(
        self,
        path: str,
        *,
        allows: set[Right],
        keyed: bool = True,
        creates: bool = True,
        **described: Unpack[Described],
    ) -> Decorator:
        """Declares a route that creates or decides; it takes an ``Idempotency-Key`` unless not ``keyed``.

        A route that ``creates`` requires the key (api.md); for others it is optional. The handler of a keyed
        route commits with ``receipt=call.receipt(answer)``.
        """
        described.setdefault("answers", 201)
        return self._route("POST", path, allows, keyed, creates, **described)

    def _route(
        self,
        method: str,
        path: str,
        allows: set[Right],
        keyed: bool = False,
        creates: bool = False,
        **described: Unpack[Described],
    ) -> Decorator:
        def register(handler: Handler) -> Handler:
            route = Route(f"{method} {path}", _with_users(allows), handler, keyed, creates, **described)
            self.declared.append(route)

            def endpoint(**parameters: str) -> Response[str]:
                event = self.app.current_event.raw_event
                line = RequestLine(event, route.name)
                answer = _answer(event, route, parameters, line)
                response = _response(event, answer)
                line.write(answer, parameters)
                return response

            endpoint.__name__, endpoint.__doc__ = handler.__name__, inspect.getdoc(handler)
            self.app.route(path, method, **_described(endpoint, route))(endpoint)
            return handler

        return register

    def handler(self, event: Mapping[str, Any], context: Any) -> Any:
        """The Lambda entry point. It does nothing for a call that has not passed the edge."""
        if not edge.has_passed(event, tables.settings.edge_secret_hashes):
            return _refused(event, NotThroughTheEdge())
        return self.app.resolve(event, context)

    def _no_such_route(self, _: Exception) -> Response[str]:
        event = self.app.current_event.raw_event
        call = Call(event, "", callers.ANONYMOUS)
        answer = problem(NoSuchRoute(), call.path, call.language)
        RequestLine(event).write(answer)
        return _response(event, answer)


def _answer(
    event: Mapping[str, Any], route: Route, parameters: Mapping[str, str], line: RequestLine
) -> HttpAnswer:
    call = Call(event, route.name, callers.ANONYMOUS)
    try:
        own_key = secrets.token_hex(16) if route.keyed and not route.creates else ""
        call = Call(event, route.name, _caller(event, route, parameters, line), own_key)
        if not may_exist(parameters):
            raise NotFound()
        if route.keyed:
            _ = call.receipt_record  # raises for a missing key before anything is done
        elif call.message_record:
            from helsebro_aws.http import clinic_door

            clinic_door.accept_once(call.message_record, call.fingerprint)
        try:
            handler = paged(route.handler) if route.returns.startswith("Page[") else route.handler
            return handler(call, *_bodies(call, route), **parameters)
        except (AlreadyAnswered, HelsebroError) as refusal:
            may_be_repeat = route.keyed and may_repeat(refusal)
            return _first_answer(call, route, refusal) if may_be_repeat else _raise(refusal)
    except HelsebroError as refusal:
        return problem(refusal, call.path, call.language)
    except Exception as fault:  # noqa: BLE001 - the outermost handler: a bug is a 500 without details
        # Here, so that a route without a bug loads no logger.
        from helsebro_aws.platform.log import failed

        failed(fault, route=route.name, correlationId=correlation.of(event))
        return bug(call.path, call.language)


def _bodies(call: Call, route: Route) -> list[Any]:
    """Returns the body of the call if the route has one; an optional one that is absent has its defaults."""
    if not route.body:
        return []
    shape = body_class(route.body)
    return [shape() if route.body_optional and not call.raw_body else call.read(shape)]


def _first_answer(call: Call, route: Route, refusal: Exception) -> HttpAnswer:
    """Returns the answer stored under this key; raises the refusal when there is none, or when the caller may
    no longer see the thing. Raises ``KeyReused`` for another body in any case.
    """
    stored = tables.answered(call.receipt_record)
    if stored is None and call.message_record:
        stored = tables.answered(call.message_record)
    if stored is None:
        return _raise(KeyInProgress() if isinstance(refusal, SameKeyBusy) else refusal)
    if stored["fingerprint"] != call.fingerprint:
        raise KeyReused()
    if isinstance(refusal, LoginNotFresh) or (isinstance(refusal, NotFound) and not route.ends_sight):
        return _raise(refusal)
    # Here, so that a call without a repeat loads no code of sealed answers.
    from helsebro_aws.http.sealed_answer import with_health

    body = with_health(json.loads(stored["body"]), call.receipt_record)
    status, version = stored["status"], body.get("version")
    answer = HttpAnswer(status, body) if version is None else versioned(status, body, version)
    return answer.with_headers(Idempotency_Replayed="true")


def _raise(refusal: Exception) -> HttpAnswer:
    raise refusal


def _with_users(allows: set[Right]) -> frozenset[Right]:
    return frozenset({*allows, who.CLINIC_USER} if who.CLINIC_SYSTEM in allows else allows)


def _caller(
    event: Mapping[str, Any], route: Route, parameters: Mapping[str, str], line: RequestLine
) -> Caller:
    allows = route.allows
    if who.CLINIC_SYSTEM in allows:
        # Only routes of clinic systems load the code that verifies a signature.
        from helsebro_aws.http import clinic_door

        if clinic_door.is_from_clinic_system(event):
            system = line.called_by(clinic_door.caller_of(event, route.refuses_file))
            if route.changes:
                system.must_be_let_report()
            return system
    if who.ANYONE in allows:
        return line.called_by(callers.ANONYMOUS)
    caller = line.called_by(callers.caller_of(event, tables.settings, allows))
    in_path = parameters["clinic_id"] if OF_ONE_CLINIC in route.name else None
    if caller.person_id and (in_path or callers.may_name_clinic(event, allows)):
        # Only a call for a clinic loads the code that looks up the roles of people there.
        from helsebro_aws.http.acting_clinic import acting

        caller = line.called_by(acting(event, in_path, allows, caller))
    caller.must_have(allows)
    if route.fresh is True or (route.fresh and route.fresh & caller.rights):
        callers.must_be_fresh(event)
    if route.assurance:
        callers.must_be_assured(event, route.assurance)
    return caller


def _described(endpoint: Callable[..., Any], route: Route) -> dict[str, Any]:
    """Returns the route's description for the OpenAPI document; a running function never builds it."""
    if not os.environ.get("HELSEBRO_OPENAPI"):
        return {}
    from helsebro_aws.http import documented

    return documented.describe(endpoint, route)


def _response(event: Mapping[str, Any], answer: HttpAnswer) -> Response[str]:
    named, text = correlation.of(event), answer.text
    if text is None and answer.body is not None:
        text = COMPACT.encode(traceable(answer, named))
    headers = {"X-Correlation-Id": named, **answer.headers}
    return Response(answer.status, answer.content_type, text or "", headers=headers)


def _refused(event: Mapping[str, Any], refusal: HelsebroError) -> dict[str, Any]:
    """Returns the gateway's form of a refusal, for a call that the resolver never gets."""
    call = Call(event, "", callers.ANONYMOUS)
    answer = problem(refusal, call.path, call.language)
    RequestLine(event).write(answer)
    named = correlation.of(event)
    headers = {"X-Correlation-Id": named, "Content-Type": answer.content_type}
    body = COMPACT.encode(traceable(answer, named))
    return {"statusCode": answer.status, "headers": headers, "body": body, "isBase64Encoded": False}
