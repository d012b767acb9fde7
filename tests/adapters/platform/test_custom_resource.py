from __future__ import annotations

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from helsebro.errors import Conflict, Unavailable
from helsebro_aws.platform import custom_resource

URL = "https://cloudformation.example/answer?signature=x"


def event(request: str, **more: str) -> dict[str, Any]:
    named = {"StackId": "arn:stack", "RequestId": "r-1", "LogicalResourceId": "Made"}
    return {"RequestType": request, "ResponseURL": URL, **named, **more}


def reported(call: dict[str, Any], create: Callable[[], str]) -> dict[str, Any]:
    sent: list[tuple[str, bytes]] = []
    custom_resource.run(call, create, lambda url, report: sent.append((url, report)))
    [(url, report)] = sent
    assert url == URL
    found: dict[str, Any] = json.loads(report)
    return found


def differs() -> str:
    raise Conflict("keys-differ")


def test_a_creation_reports_its_outcome() -> None:
    assert reported(event("Create"), lambda: "made") == {
        "StackId": "arn:stack",
        "RequestId": "r-1",
        "LogicalResourceId": "Made",
        "PhysicalResourceId": "Made",
        "Status": "SUCCESS",
        "Reason": "made",
    }


def test_an_error_fails_the_deployment_with_its_code() -> None:
    report = reported(event("Create"), differs)
    assert (report["Status"], report["Reason"]) == ("FAILED", "keys-differ")


@pytest.mark.parametrize("request_type", ["Update", "Delete"])
def test_an_update_or_a_deletion_does_nothing_and_keeps_the_id(request_type: str) -> None:
    report = reported(event(request_type, PhysicalResourceId="first"), differs)
    assert (report["Status"], report["PhysicalResourceId"]) == ("SUCCESS", "first")


@pytest.mark.parametrize("error", [RuntimeError, Unavailable])
def test_after_an_error_that_may_pass_nothing_is_reported(error: type[Exception]) -> None:
    """Lambda calls the function again, and the deployment does not go on without the resource."""

    def breaks() -> str:
        raise error

    sent: list[str] = []
    with pytest.raises(error):
        custom_resource.run(event("Create"), breaks, lambda url, _: sent.append(url))
    assert sent == []


def test_only_an_event_with_an_address_is_cloudformations() -> None:
    assert custom_resource.is_sent_by_cloudformation(event("Create"))
    assert not custom_resource.is_sent_by_cloudformation({"restore": True})


def test_a_report_is_put_without_a_content_type() -> None:
    """The address is signed for an empty one."""
    seen: list[Any] = []

    class Received(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            seen.append((self.path, self.headers["Content-Type"], body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Logs nothing."""

    with HTTPServer(("127.0.0.1", 0), Received) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        custom_resource.over_http(f"http://127.0.0.1:{server.server_port}/answer", b"{}")
        thread.join()
    assert seen == [("/answer", "", b"{}")]
