"""Problems of the document: for each route and status the codes that it may answer.

Which codes follow from what the route declares stands here, once; what only one route refuses stands in its
decorator (``refuses``). Tests hold every answer against both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from helsebro.caller import MEMBER
from helsebro.network.clinic import ClinicEnded
from helsebro_aws.http.errors import AssuranceTooLow, LoginNotFresh
from helsebro_aws.http.pages.problem_page import readable
from helsebro_aws.http.problems import HEADERS as HEADERS_OF_A_STATUS
from helsebro_aws.http.problems import PROBLEM as PROBLEM_MEDIA
from helsebro_aws.http.problems import texts
from local.error_codes import fault_codes
from local.openapi.callers import OF_CLINICS, OF_MEMBERS, OF_STAFF, OF_USERS

OF_A_CLINIC = "/v1/clinics/{"
CODES = "x-codes"
"""The codes of a problem response, for programs."""

Codes = dict[int, list[str]]
Responses = dict[str, dict[str, Any]]
SAME_EVERYWHERE = {412, 413, 415, 428, 429, 500}
SAME_FOR_CALLERS = {401, 403, 503}

OF_A_TOKEN = (
    "unauthenticated token-expired token-invalid token-wrong-audience token-without-person "
    "token-names-two-people login-of-a-person-needed"
)
ALWAYS = {
    403: "not-through-the-edge",
    429: "too-many-requests",
    500: "internal-error",
    503: "busy unavailable",
}
MEANINGS = {
    400: "The request cannot be read.",
    401: "No credential, or one that does not hold.",
    403: "The caller may not do this.",
    404: "It does not exist, or the caller may not see it.",
    406: "The answer does not exist in the media type that is asked for.",
    409: "It was changed or taken.",
    412: "It has changed since it was read.",
    413: "The body is too large.",
    415: "The body has another media type.",
    422: "The request can be read, but a rule refuses it.",
    428: "`If-Match` is missing.",
    429: "Too many calls.",
    500: "A fault of ours.",
    503: "Something we need does not answer. Try again.",
}
FAULT: dict[str, Any] = {
    "type": "object",
    "description": "One fault of the request.",
    "required": ["pointer", "code", "detail"],
    "properties": {
        "pointer": {
            "type": "string",
            "description": "Where: a JSON pointer into the body, or `/` and the name of a parameter.",
            "examples": ["/treatment/type"],
        },
        "path": {
            "type": "string",
            "description": "The fact of a case that it is about; only where facts are stated.",
            "examples": ["evidence.policeReport"],
        },
        "bookingId": {
            "type": "string",
            "description": "The booking that has the slot; only where a slot is booked.",
            "examples": ["bkg_a2zt5pxlrqsc3dmkow7vyb4g"],
        },
        "code": {"type": "string", "description": "What is wrong, for programs.", "examples": ["missing"]},
        "detail": {
            "type": "string",
            "description": "What is wrong, for people, in the caller's language.",
            "examples": ["Feltet skal udfyldes."],
        },
    },
}
PROBLEM = {
    "type": "object",
    "additionalProperties": True,
    "description": "What is wrong, as RFC 9457. Some codes add facts of their own.",
    "required": ["type", "title", "status", "detail", "instance", "code"],
    "properties": {
        "type": {
            "type": "string",
            "format": "uri-reference",
            "description": "The page that explains the code.",
            "examples": ["/problems/bad-input"],
        },
        "title": {
            "type": "string",
            "description": "In a few words, in the caller's language.",
            "examples": ["Fejl i felterne"],
        },
        "status": {"type": "integer", "description": "The HTTP status.", "examples": [422]},
        "detail": {
            "type": "string",
            "description": "What to do, in the caller's language.",
            "examples": ["Ret de felter, der er nævnt i errors, og send igen."],
        },
        "instance": {
            "type": "string",
            "description": "The path that was called.",
            "examples": ["/v1/claims"],
        },
        "code": {"type": "string", "description": "What is wrong, for programs.", "examples": ["bad-input"]},
        "correlationId": {
            "type": "string",
            "description": "The id of the call, as in `X-Correlation-Id`.",
            "examples": ["3e751b92-b1ec-4a0e-9c1d-5a0f3c2b7d11"],
        },
        "nextSlots": {
            "type": "array",
            "description": "With `slot-taken`: the next free slots of the practitioner.",
            "items": {"$ref": "#/components/schemas/Slot"},
        },
        "errors": {
            "type": "array",
            "description": "Every fault of the request, all at once.",
            "items": {"$ref": "#/components/schemas/Fault"},
        },
    },
}


def schemas() -> dict[str, Any]:
    """Returns the schemas of a problem and of a fault, which lists every code that it may have."""
    code = {**FAULT["properties"]["code"], CODES: sorted(fault_codes())}
    return {"Problem": PROBLEM, "Fault": {**FAULT, "properties": {**FAULT["properties"], "code": code}}}


def codes(declared: Mapping[str, Any], method: str, path: str) -> Codes:
    """Returns the codes of a route by status: what follows from its declaration, and its own."""
    found: dict[int, dict[str, None]] = {}
    parts = [
        *_implied(declared, method, path),
        *((int(s), " ".join(c)) for s, c in declared["refuses"].items()),
    ]
    for status, names in parts:
        found.setdefault(status, {}).update(dict.fromkeys(names.split()))
    return {status: sorted(names) for status, names in sorted(found.items())}


def _implied(declared: Mapping[str, Any], method: str, path: str) -> Iterator[tuple[int, str]]:
    yield from ALWAYS.items()
    yield from _of_callers({*declared["allows"]})
    yield from _of_changes_for_a_clinic(declared, method, path)
    if declared["fresh"] or declared["freshForMoney"]:
        yield 401, LoginNotFresh.code
    if declared["assurance"]:
        yield 403, AssuranceTooLow.code
    if "{" in path:
        # A parameter with other characters than those of an id is part of no route.
        yield 404, "not-found unknown-route"
    if declared["queries"]:
        yield 400, "malformed"
    if declared["hasBody"]:
        yield 413, "body-too-large"
        yield 400, "malformed"
        yield 415, "unsupported-media-type"
        yield 422, "bad-input"
    if declared["keyed"]:
        yield 400, "idempotency-key-missing"
        yield 409, "idempotency-in-progress"
        yield 422, "idempotency-key-reused"
    if declared["ifMatch"]:
        yield 400, "malformed"
        yield 412, "version-stale"
        yield 428, "version-missing"
    if method != "get":
        yield 409, "conflict"


def _of_changes_for_a_clinic(
    declared: Mapping[str, Any], method: str, path: str
) -> Iterator[tuple[int, str]]:
    allows = {*declared["allows"]}
    if OF_CLINICS in allows and (declared["keyed"] or method in ("put", "delete")):
        yield 403, "system-consent-missing"
    if method != "get" and path.startswith(OF_A_CLINIC) and {OF_CLINICS, MEMBER.value} & allows:
        yield 409, ClinicEnded.code


def _of_callers(allows: set[str]) -> Iterator[tuple[int, str]]:
    if allows & (OF_MEMBERS | OF_STAFF):
        yield 401, f"{OF_A_TOKEN} assurance-too-low"
        yield 403, "not-allowed role-missing"
        yield 503, "issuer-unavailable encryption-unavailable"
    if OF_CLINICS in allows:
        yield 401, "unauthenticated signature-refused message-replayed"
        yield 403, "role-missing"
        yield 503, "encryption-unavailable"
    if OF_USERS in allows and MEMBER.value not in allows:
        # A person with several clinics who names none.
        yield 400, "malformed"


def responses(declared: Mapping[str, Any], method: str, path: str) -> tuple[Responses, Responses]:
    """Returns the problem responses of a route by status, and the shared ones among them by name."""
    found: Responses = {}
    shared: Responses = {}
    for status, names in codes(declared, method, path).items():
        whole = _response(status, names)
        own = {*declared["refuses"], *(["403"] if declared["assurance"] else [])}
        if status in SAME_EVERYWHERE | SAME_FOR_CALLERS and str(status) not in own:
            who = _who({*declared["allows"]}) if status in SAME_FOR_CALLERS else ""
            who += "OfFreshLogin" if status == 401 and LoginNotFresh.code in names else ""
            name = HTTPStatus(status).phrase.title().replace(" ", "") + who
            shared[name] = whole
            found[str(status)] = {"$ref": f"#/components/responses/{name}"}
        else:
            found[str(status)] = whole
    return found, shared


def _who(allows: set[str]) -> str:
    """Returns the end of the name of a response that differs by the credentials of the route."""
    by_token, signed = bool(allows & (OF_MEMBERS | OF_STAFF)), OF_CLINICS in allows
    return ("ByToken" if by_token else "") + ("OrSignature" if by_token and signed else "") or (
        "BySignature" if signed else ""
    )


def _response(status: int, of: list[str]) -> dict[str, Any]:
    unknown = [code for code in of if code not in texts()]
    if unknown:
        raise ValueError(f"no text for {unknown}")
    lines = "\n".join(f"* `{code}`: {readable(texts()[code]['en'][1])}" for code in of)
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in HEADERS_OF_A_STATUS.get(status, {})}
    return {
        "description": f"{HTTPStatus(status).phrase}. {MEANINGS[status]}\n\n{lines}",
        # As an extension and not as an enum: a client that was made earlier bears a code that came later.
        CODES: of,
        "headers": {"X-Correlation-Id": {"$ref": "#/components/headers/X-Correlation-Id"}, **headers},
        "content": {PROBLEM_MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
