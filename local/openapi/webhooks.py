"""The webhooks of the document: every type that a clinic's system may receive, with the shape of its data."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired, cast

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from helsebro_aws.http.fields.shown import InstantShown
from helsebro_aws.webhooks.sent_shape import SENT
from local.openapi import names
from local.openapi.callers import SIGNED

SEQUENCE = Field(
    ge=1,
    description="The event's number in the clinic's feed. A test message has none.",
    examples=[17],
)
SENT_BY_US = ("webhookId", "webhookTimestamp", "webhookSignature")


def described() -> tuple[dict[str, Any], dict[str, Any]]:
    """Returns the schemas of the messages, and the ``webhooks`` of the document."""
    schemas: dict[str, Any] = {}
    hooks: dict[str, Any] = {}
    for kind, (text, data) in SENT.items():
        event = "".join(part.title() for part in kind.split("."))
        name = f"{event}Message"
        schema = TypeAdapter(_message(name, kind, data)).json_schema(ref_template=names.REFERENCE + "{model}")
        found = {"components": {"schemas": {**schema.pop("$defs", {}), name: schema}}}
        names.shorten(found)
        schemas |= found["components"]["schemas"]
        hooks[kind] = {"post": _operation(event, name, text)}
    return schemas, hooks


def _message(name: str, kind: str, data: Any) -> Any:
    parts: dict[str, Any] = {
        "type": Annotated[cast(Any, Literal)[kind], Field(description="The type of the event.")],
        "timestamp": Annotated[InstantShown, Field(description="When it happened.")],
        "sequence": NotRequired[Annotated[int, SEQUENCE]],
        "data": Annotated[data, Field(description="The ids of what it is about.")],
    }
    message: Any = cast(Any, TypedDict)(name, parts)
    message.__doc__ = f"The message of `{kind}`."
    return message


def _operation(event: str, name: str, text: str) -> dict[str, Any]:
    return {
        "operationId": f"on{event}",
        "summary": text,
        "description": f"{text} Answer 2xx within 10 seconds; a failure is repeated for three days, a 410 "
        "ends it. The same event always has the same `webhook-id`.",
        "tags": ["Webhooks"],
        "parameters": [
            {
                "name": SIGNED[scheme][0],
                "in": "header",
                "required": True,
                "description": SIGNED[scheme][1],
                "schema": {"type": "string"},
                "example": EXAMPLES[scheme],
            }
            for scheme in SENT_BY_US
        ],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": names.REFERENCE + name}}},
        },
        "responses": {
            "2XX": {"description": "Taken."},
            "410": {"description": "The endpoint is gone: we disable it."},
        },
        "security": [],
    }


EXAMPLES = {
    "webhookId": "evt_0f2m3k8hqjt5e6p1s9vbdcagn4",
    "webhookTimestamp": "1795428900",
    "webhookSignature": "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
}
