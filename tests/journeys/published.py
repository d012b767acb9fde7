"""The events that a stack has published."""

from __future__ import annotations

import json
from typing import Any

from helsebro_aws.outbox import outbox_row
from local.stack.live_code import STAGE
from local.stack.stack import Stack
from tests.journeys.access import client

ANY_FUNCTION = "tasks"
"""Every function has the names of all tables in its settings."""


def published(up: Stack, type_: str, **ids: str) -> list[dict[str, Any]]:
    """Returns the data of the events of a type, with these ids in it."""
    found = [json.loads(detail)["data"] for detail in details(up, type_)]
    return [data for data in found if ids.items() <= data.items()]


def details(up: Stack, type_: str) -> list[str]:
    """Returns the events of a type as the bus had them, as JSON."""
    settings = client(up, "lambda").get_function_configuration(FunctionName=STAGE.named(ANY_FUNCTION))
    table = settings["Environment"]["Variables"]["HELSEBRO_OUTBOX_TABLE"]
    pages = client(up, "dynamodb").get_paginator("scan").paginate(TableName=table)
    rows = (outbox_row.read(row) for page in pages for row in page["Items"])
    return [row.detail for row in rows if row.type == type_]
