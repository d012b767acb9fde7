"""The OpenAPI 3.1 document of all functions.

Powertools reads the routes, and pydantic the classes of bodies and answers. The other modules of this package
add what the routes declare: parameters, headers, problems, credentials and webhooks.
"""

from __future__ import annotations

import json
import os
from typing import Any

from local.home import LAYERS, ROOT
from local.openapi import names, operations, problems, tags, texts, webhooks
from local.openapi.callers import SCHEMES

COMMITTED = LAYERS[1] / "helsebro_aws" / "openapi.json"
INFO: dict[str, Any] = {
    "title": "Helsebro",
    "version": "1.0.0",
    "summary": "Between insured people, health insurers and the clinics that treat them.",
    "description": texts.DESCRIPTION,
    "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    "contact": {"name": "Helsebro"},
}
JsonDocument = dict[str, Any]


def document() -> JsonDocument:
    """Returns the document. Raises ``ValueError`` when two classes of other content share a name."""
    found = _routes_of_all_functions()
    schemas = found["components"]["schemas"]
    for unused in ("HTTPValidationError", "ResponseValidationError", "ValidationError"):
        schemas.pop(unused, None)
    names.shorten(found)
    schemas = found["components"]["schemas"]
    shared: JsonDocument = {}
    paths = {
        operations.camel_path(path): {
            method: operations.complete(operation, method, path, shared)
            for method, operation in methods.items()
        }
        for path, methods in found["paths"].items()
    }
    schemas |= problems.schemas()
    webhook_schemas, hooks = webhooks.described()
    schemas |= webhook_schemas
    whole = {
        "openapi": "3.1.0",
        "info": INFO,
        "servers": [{"url": "/", "description": "The address that serves this document"}],
        "tags": tags.used_in(paths),
        "paths": paths,
        "webhooks": hooks,
        "components": {
            "schemas": schemas,
            "responses": shared,
            "parameters": operations.SHARED_PARAMETERS,
            "headers": operations.HEADERS,
            "securitySchemes": SCHEMES,
        },
    }
    public: JsonDocument = texts.without_ids(names.tidy(whole))
    return public


def as_text(content: JsonDocument) -> str:
    """Returns the document as text, sorted, so that changes are small diffs."""
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _routes_of_all_functions() -> JsonDocument:
    os.environ["HELSEBRO_OPENAPI"] = "1"
    from aws_lambda_powertools.event_handler.openapi.merge import OpenAPIMerge

    merge = OpenAPIMerge(title=INFO["title"], version=INFO["version"], on_conflict="error")
    merge.discover(path=ROOT / "functions", pattern="handler.py", recursive=True, resolver_name="app")
    found: JsonDocument = json.loads(merge.get_openapi_json_schema())
    found.setdefault("components", {}).setdefault("schemas", {})
    return found
