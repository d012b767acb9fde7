"""B: a bare handler with a boto3 client and one GetItem. All other figures are ratios to it."""

from __future__ import annotations

import json
import os
from typing import Any

import boto3

client = boto3.client("dynamodb", endpoint_url=os.environ["AWS_ENDPOINT_URL"])


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Reads one item."""
    key = event["bench"]
    found = client.get_item(TableName="cases", Key={"pk": {"S": key["pk"]}, "sk": {"S": key["sk"]}})
    return {"statusCode": 200 if "Item" in found else 404, "body": json.dumps({"found": "Item" in found})}
