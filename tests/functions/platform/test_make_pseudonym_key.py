from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from functions.platform.make_pseudonym_key.handler import handler

from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.identity.keys import PSEUDONYM_KEY

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def cloudformation() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yields the address for one report, and the list that gets it."""
    reports: list[dict[str, Any]] = []

    class Received(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            reports.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Logs nothing."""

    with HTTPServer(("127.0.0.1", 0), Received) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/report", reports
        thread.join()


def test_a_deployment_of_an_account_that_has_the_key_makes_no_second(
    cloudformation: tuple[str, list[dict[str, Any]]],
) -> None:
    address, reports = cloudformation
    before = tables.get("people", *PSEUDONYM_KEY)
    named = {"StackId": "arn:stack", "RequestId": "r-1", "LogicalResourceId": "Made"}
    assert handler({"RequestType": "Create", "ResponseURL": address, **named}, None) == {"key": "exists"}
    assert [report["Status"] for report in reports] == ["SUCCESS"]
    assert tables.get("people", *PSEUDONYM_KEY) == before


def test_an_account_without_a_key_gets_one(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELSEBRO_PSEUDONYM_KEY_COPY", "/helsebro/another/pseudonym-key")
    named = {name: {"S": part} for name, part in as_attributes(PSEUDONYM_KEY).items()}
    before = aws["dynamodb"].get_item(TableName="people", Key=named)["Item"]
    aws["dynamodb"].delete_item(TableName="people", Key=named)
    try:
        assert handler({}, None) == {"key": "made"}
        assert aws["dynamodb"].get_item(TableName="people", Key=named)["Item"]["sealed"] != before["sealed"]
    finally:
        aws["dynamodb"].put_item(TableName="people", Item=before)


def test_an_operator_restores_a_lost_key_and_every_id_is_as_before() -> None:
    person = pseudonym.person_id("DK", "0404041234")
    pk, sk = PSEUDONYM_KEY
    tables.client.sync_delete_item("people", {"pk": pk, "sk": sk})
    assert handler({"restore": True}, None) == {"key": "restored"}
    pseudonym.person_id.cache_clear()
    pseudonym._key.cache_clear()
    assert pseudonym.person_id("DK", "0404041234") == person


def test_an_operator_who_makes_the_key_again_gets_the_same() -> None:
    before = tables.get("people", *PSEUDONYM_KEY)
    assert [handler({}, None), handler({"restore": True}, None)] == [{"key": "exists"}] * 2
    assert tables.get("people", *PSEUDONYM_KEY) == before
