"""Custom resources: a step of a deployment that CloudFormation leaves to a function, and waits for."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable, Mapping
from typing import Any

from helsebro.errors import HelsebroError, Unavailable

SendReport = Callable[[str, bytes], None]
SECONDS_TO_SEND = 5


def is_sent_by_cloudformation(event: Mapping[str, Any]) -> bool:
    """Returns whether the event asks for an outcome that is sent to CloudFormation."""
    return "ResponseURL" in event


def run(event: Mapping[str, Any], create: Callable[[], str], send: SendReport | None = None) -> str:
    """Calls ``create`` when the resource is created, reports to CloudFormation and returns the outcome.

    An update or a deletion of the resource changes nothing. When ``create`` raises a ``HelsebroError``, the
    deployment fails with its code. After ``Unavailable`` and any other error there is no report: Lambda calls
    the function again, and CloudFormation waits until the resource's ``ServiceTimeout``.
    """
    status, outcome = "SUCCESS", "unchanged"
    if event["RequestType"] == "Create":
        try:
            outcome = create()
        except Unavailable:
            raise
        except HelsebroError as refusal:
            status, outcome = "FAILED", refusal.code
    report = {
        **{name: event[name] for name in ("StackId", "RequestId", "LogicalResourceId")},
        # Always the same: CloudFormation would delete the resource of another id.
        "PhysicalResourceId": event.get("PhysicalResourceId") or event["LogicalResourceId"],
        "Status": status,
        "Reason": outcome,
    }
    (send or over_http)(event["ResponseURL"], json.dumps(report).encode())
    return outcome


def over_http(url: str, report: bytes) -> None:
    """Sends a report to CloudFormation. Raises ``OSError``."""
    # The URL is signed for an empty content type.
    request = urllib.request.Request(url, report, {"Content-Type": ""}, method="PUT")
    with urllib.request.urlopen(request, timeout=SECONDS_TO_SEND):
        return
