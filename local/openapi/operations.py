"""One operation of the document, made complete from what its route declares."""

from __future__ import annotations

import re
from typing import Any

from helsebro.field_names import camel
from helsebro_aws.http.documented import DECLARED
from local.home import ROOT
from local.openapi import parameters, problems, tags
from local.openapi.callers import OF_CLINICS, OF_USERS, credentials

OperationJson = dict[str, Any]
SUCCESS = {
    200: "What was asked for.",
    201: "It is stored.",
    202: "It is received, and is worked on.",
    204: "It is done; there is nothing to show.",
    303: "What was asked for is at `Location`.",
    304: "It has not changed since the version that `If-None-Match` names.",
}
PAGE = "text/html"
ALSO_AS: dict[str, Any] = {
    media: {"schema": {"type": "string", "description": text}}
    for media, text in {
        PAGE: "A page.",
        "text/csv": "A sheet, in UTF-8 with a byte order mark.",
        "image/svg+xml": "A chart.",
        "text/calendar": "A calendar (RFC 5545).",
        "application/xml": "A UBL document.",
    }.items()
}
"""The media types that an answer may have beside JSON, or in its place."""
FRESH = "Needs a login of at most 5 minutes{of_whom}: the `auth_time` of the token says when it was."
HEADERS: dict[str, Any] = {
    "X-Correlation-Id": {
        "description": "The id of the call. Name it when you ask us about the call.",
        "schema": {"type": "string"},
        "example": "3e751b92-b1ec-4a0e-9c1d-5a0f3c2b7d11",
    },
    "ETag": {
        "description": "The version. Send it in `If-Match` to change the thing.",
        "schema": {"type": "string"},
        "example": '"1"',
    },
    "Location": {
        "description": "The link.",
        "schema": {"type": "string", "format": "uri"},
        "example": "https://files.example/guarantee.pdf?signature=4f0e9f4e",
    },
    "Idempotency-Replayed": {
        "description": "`true` when this is the first answer again.",
        "schema": {"type": "string", "enum": ["true"]},
        "example": "true",
    },
    "Retry-After": {
        "description": "In how many seconds to try again.",
        "schema": {"type": "string"},
        "example": "5",
    },
    "WWW-Authenticate": {
        "description": "Which credential is needed.",
        "schema": {"type": "string"},
        "example": "Bearer",
    },
}
SHARED_PARAMETERS: dict[str, Any] = {
    "AcceptLanguage": {
        "name": "Accept-Language",
        "in": "header",
        "required": False,
        "description": "The language of texts: `da` (the default), `nb` or `en`.",
        "schema": {"type": "string"},
        "example": "da",
    },
    "CorrelationId": {
        "name": "X-Correlation-Id",
        "in": "header",
        "required": False,
        "description": "An id of the call in our logs; we make one for a call without a UUID here.",
        "schema": {"type": "string", "format": "uuid"},
        "example": "3e751b92-b1ec-4a0e-9c1d-5a0f3c2b7d11",
    },
    "IfMatch": {
        "name": "If-Match",
        "in": "header",
        "required": True,
        "description": "The `ETag` of the version that is changed.",
        "schema": {"type": "string", "pattern": '^((W/)?"[0-9]{1,9}"|[0-9]{1,9})$'},
        "example": '"1"',
    },
    "IfNoneMatch": {
        "name": "If-None-Match",
        "in": "header",
        "required": False,
        "description": "The `ETag` of the version that is known: the answer is 304 while it is the same.",
        "schema": {"type": "string"},
        "example": '"0f2m3k8hqjt5e6p1"',
    },
    "Invitation": {
        "name": "Helsebro-Invitation",
        "in": "header",
        "required": False,
        "description": "The one-time token of the link in the mail to the signatory.",
        "schema": {"type": "string", "maxLength": 100},
        "example": "mzxw6ytboi2tkmrtgu3dmnzy",
    },
    "Clinic": {
        "name": "helsebro-clinic",
        "in": "header",
        "required": False,
        "description": "The clinic that the caller acts for. Its system always names it. A person who acts "
        "for a clinic names it, unless only clinics may call and the person has one clinic: without it, a "
        "list that members have too is the person's own.",
        "schema": {"type": "string", "maxLength": 100},
        "example": "cli_a2zt5pxlrqsc3dmk",
    },
    "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "required": True,
        "description": "A new one for each act; the same one when the act is repeated. It lives 24 hours.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 255},
        "example": "7d0c2f0a-1f1d-4f0e-9f4e-0d2b3f1c9a55",
    },
}
for _name in ("IdempotencyKey", "IfMatch"):
    SHARED_PARAMETERS[f"Optional{_name}"] = {**SHARED_PARAMETERS[_name], "required": False}
XML = "application/xml"
INVOICE = (ROOT / "events" / "outgoing" / "invoice.xml").read_text("utf-8")
"""An invoice that every rule accepts (a test sends it)."""
INVOICE_IS = "A UBL 2.1 invoice or credit note, Peppol BIS Billing 3.0."
BANK_REPORT = (ROOT / "events" / "outgoing" / "bank-report.xml").read_text("utf-8")
"""A report that is read (a test reads it)."""
OTHER_XML = {
    "/v1/bank-reports": (
        "An ISO 20022 message of the payer's bank: a status report (pain.002), a statement (camt.053) or a "
        "notification of debits and credits (camt.054).",
        BANK_REPORT,
    )
}
"""Path → what the body of XML is, and an example, for what is no invoice."""


def camel_path(path: str) -> str:
    """Returns ``/v1/claims/{claimId}`` for ``/v1/claims/{claim_id}``."""
    return re.sub(r"\{(\w+)\}", lambda found: "{" + camel(found[1]) + "}", path)


def complete(operation: OperationJson, method: str, path: str, shared: dict[str, Any]) -> OperationJson:
    """Returns the operation with parameters, headers, problems and credentials.

    Adds to ``shared`` the responses that it refers to.
    """
    declared = operation.pop(DECLARED)
    public_path = camel_path(path)
    declared["hasBody"] = "requestBody" in operation or declared["takes"] == XML
    body = _body(operation, declared, public_path)
    succeeded = operation["responses"][str(declared["answers"])]
    responses = {
        str(status): _success(succeeded, status, declared)
        for status in (declared["answers"], *declared["alsoAnswers"])
    }
    refused, of_many = problems.responses(declared, method, public_path)
    shared |= of_many
    for status in declared["pages"]:
        refused[str(status)]["content"][PAGE] = ALSO_AS[PAGE]
    return {
        "operationId": operation["operationId"],
        "summary": operation["summary"].rstrip("."),
        "description": _description(operation["description"], declared),
        "tags": [tags.tag_of(tag) for tag in operation["tags"]],
        "parameters": _parameters(declared, public_path),
        **({"requestBody": body} if body else {}),
        "responses": {**responses, **refused},
        "security": credentials(declared["allows"]),
    }


def _description(text: str, declared: dict[str, Any]) -> str:
    of_whom = f" of a {', '.join(declared['freshFor'])}" if declared["freshFor"] else ""
    needs = f"\n\n{FRESH.format(of_whom=of_whom)}" if declared["fresh"] else ""
    if declared["assurance"]:
        needs += f" It must have the assurance `{declared['assurance']}`."
    return f"{text}{needs}\n\nWho: {', '.join(declared['allows'])}."


def _body(operation: OperationJson, declared: dict[str, Any], path: str) -> dict[str, Any] | None:
    if declared["takes"] == XML:
        said, example = OTHER_XML.get(path, (INVOICE_IS, INVOICE))
        schema = {
            "type": "string",
            # Bytes, because the XML itself says how its characters are written.
            "format": "binary",
            "description": said,
        }
        return {"required": True, "content": {XML: {"schema": schema, "example": example}}}
    body: dict[str, Any] | None = operation.get("requestBody")
    further = {media: {"schema": schema} for media, schema in declared["alsoTakes"].items()}
    return body and {"required": declared["needsBody"], "content": {**body["content"], **further}}


def _success(described: dict[str, Any], status: int, declared: dict[str, Any]) -> dict[str, Any]:
    names = ["X-Correlation-Id"]
    content = described.get("content")
    if status == 303:
        names, content = [*names, "Location"], None
    if status in (204, 304):
        content = None
    elif declared["answersAs"]:
        content = {declared["answersAs"]: ALSO_AS[declared["answersAs"]]}
    elif content:
        content = {**content, **{media: ALSO_AS[media] for media in declared["alsoAs"].split()}}
    if declared["versioned"] or 304 in declared["alsoAnswers"]:
        names.append("ETag")
    if declared["keyed"]:
        names.append("Idempotency-Replayed")
    return {
        "description": SUCCESS[status],
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in names},
        **({"content": content} if content else {}),
    }


def _parameters(declared: dict[str, Any], path: str) -> list[dict[str, Any]]:
    shared = ["AcceptLanguage", "CorrelationId"]
    if declared["keyed"]:
        # The id of a clinic's signed message stands in for the key.
        is_required = declared["creates"] and {*declared["allows"]} - {OF_USERS} != {OF_CLINICS}
        shared.append("IdempotencyKey" if is_required else "OptionalIdempotencyKey")
    if declared["ifMatch"]:
        # A thing that is set for the first time has no version yet.
        shared.append("OptionalIfMatch" if 201 in declared["alsoAnswers"] else "IfMatch")
    if OF_USERS in declared["allows"] and "{clinicId}" not in path:
        # Where the path names the clinic, the header of a signed call is one of its credentials only.
        shared.append("Clinic")
    shared += declared["headers"]
    return [
        *(parameters.of_path(name) for name in re.findall(r"\{(\w+)\}", path)),
        *(parameters.of_query(path, name) for name in declared["queries"]),
        *({"$ref": f"#/components/parameters/{name}"} for name in shared),
    ]
