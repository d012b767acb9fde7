"""The OpenAPI 3.1 document: Powertools merges it from all functions.

``python -m local.commands.openapi`` writes it to ``openapi.json``, ``--check`` fails when the committed file
differs. ``make docs`` shows it as a page.
"""

from __future__ import annotations

import json
import os
import re
import sys
from typing import Any

from local.home import LAYERS, ROOT

COMMITTED = LAYERS[1] / "helsebro_aws" / "openapi.json"

ID_OF_OURS = r"(?:\b[FR]\d?-\d+|\bpromises? \d+)"
IDS_IN_BRACKETS = re.compile(rf"\s*\([^()]*{ID_OF_OURS}[^()]*\)")

PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance", "code"],
    "properties": {
        **{name: {"type": "string"} for name in ("type", "title", "detail", "instance", "code")},
        "status": {"type": "integer"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {name: {"type": "string"} for name in ("pointer", "code", "detail")},
            },
        },
    },
}
PROBLEM = {
    "description": "What is wrong, as problem+json (RFC 9457), in the language of Accept-Language",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
DOORS = {
    "member": {"type": "http", "scheme": "bearer", "description": "ID token of MitID or BankID"},
    "staff": {"type": "http", "scheme": "bearer", "description": "ID token of the staff directory"},
    "clinicSystem": {
        "type": "apiKey",
        "in": "header",
        "name": "webhook-signature",
        "description": "Standard Webhooks headers over the raw body, and helsebro-clinic",
    },
}


def document() -> dict[str, Any]:
    """Returns the document of all functions."""
    os.environ["HELSEBRO_OPENAPI"] = "1"
    from aws_lambda_powertools.event_handler.openapi.merge import OpenAPIMerge

    merge = OpenAPIMerge(title="Helsebro", version="1.0.0", on_conflict="error")
    merge.discover(path=ROOT / "functions", pattern="handler.py", recursive=True, resolver_name="app")
    found: dict[str, Any] = json.loads(merge.get_openapi_json_schema())
    components = found.setdefault("components", {})
    components["securitySchemes"] = DOORS
    schemas = components.setdefault("schemas", {})
    schemas["Problem"] = PROBLEM_SCHEMA
    from helsebro_aws.http.documented import DOORS as DOORS_EXTENSION

    for unused in ("HTTPValidationError", "ResponseValidationError", "ValidationError"):
        schemas.pop(unused, None)
    found["paths"] = {_camel(path): operations for path, operations in found["paths"].items()}
    for path in found["paths"].values():
        for operation in path.values():
            operation["responses"].pop("422", None)
            operation["responses"]["default"] = PROBLEM
            for parameter in operation.get("parameters", ()):
                parameter["name"] = (
                    _camel(parameter["name"]) if parameter["in"] == "path" else parameter["name"]
                )
            operation["security"] = operation.pop(DOORS_EXTENSION)
    public: dict[str, Any] = _without_ids(found)
    return public


def _without_ids(value: Any) -> Any:
    """Returns the document without the ids of rules and promises, which only this checkout explains."""
    if isinstance(value, dict):
        return {name: _without_ids(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_without_ids(part) for part in value]
    return IDS_IN_BRACKETS.sub("", value) if isinstance(value, str) else value


def _camel(name: str) -> str:
    """Returns ``/v1/claims/{claimId}`` for ``/v1/claims/{claim_id}``, as in the contract."""
    return re.sub(r"_([a-z])", lambda letter: letter[1].upper(), name)


def text(content: dict[str, Any]) -> str:
    """Returns the document as text, sorted, so that changes are small diffs."""
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Writes or checks the document."""
    fresh = text(document())
    if "--check" not in arguments:
        COMMITTED.write_text(fresh, "utf-8")
        return 0
    if COMMITTED.read_text("utf-8") == fresh:
        return 0
    print("openapi.json differs from the functions; run: make openapi", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
