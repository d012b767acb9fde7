"""The Python client without a stack: what it sends, what it repeats, and what it makes of an answer."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from standardwebhooks import Webhook as Oracle

from helsebro_client import signature, webhook
from helsebro_client.clinic_system import ClinicSystem
from helsebro_client.generated.api.bookings import book_slot
from helsebro_client.generated.api.claims import decide_consent, list_claims
from helsebro_client.generated.models import BookingCreatedMessage, ConsentDecision, NewBooking
from helsebro_client.idempotency_key import new_key
from helsebro_client.pages import pages
from helsebro_client.portal import Portal
from helsebro_client.problem import ProblemError, answered
from helsebro_client.signature import SignatureRefused
from helsebro_client.transport import Retries
from local.clients.generators import PYTHON
from local.openapi.document import COMMITTED

OLD, NEW, OTHER = (f"whsec_{letter * 32}" for letter in "abc")
BODY = b'{"type":"booking.created","timestamp":"2026-11-21T10:15:00Z","data":{"bookingId":"bkg_1"}}'
"""A message that has fields less than a real one; only its signature matters."""


class Api:
    """Answers calls one after the other and keeps them; an exception is a lost connection."""

    def __init__(self, *answers: httpx.Response | httpx.TransportError) -> None:
        self._answers: Iterator[httpx.Response | httpx.TransportError] = iter(answers)
        self.calls: list[httpx.Request] = []
        self.waits: list[float] = []
        self.transport = httpx.MockTransport(self._answer)
        self.retries = Retries(wait=self.waits.append)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        # A copy: the next time it is sent, it has other headers.
        self.calls.append(httpx.Request(request.method, request.url, headers=request.headers))
        answer = next(self._answers)
        if isinstance(answer, httpx.TransportError):
            raise answer
        return answer

    def portal(self) -> Portal:
        return Portal("https://api.example", lambda: f"token-{len(self.calls)}", **self._sent_here)

    def clinic(self) -> ClinicSystem:
        return ClinicSystem("https://api.example/base", "cli_1", NEW, **self._sent_here)

    @property
    def _sent_here(self) -> dict[str, Any]:
        return {"language": "nb", "retries": self.retries, "transport": self.transport}

    def sent(self, header: str) -> list[str]:
        return [call.headers.get(header, "") for call in self.calls]


def problem(status: int, code: str, headers: Mapping[str, str] | None = None, **more: Any) -> httpx.Response:
    content = {"type": f"/problems/{code}", "title": code, "status": status, "detail": f"about {code}"}
    return httpx.Response(
        status, json={**content, "instance": "/v1/bookings", "code": code, **more}, headers=headers
    )


def book(api: Api) -> Any:
    wish = NewBooking(guarantee_id="gar_1", slot_id="slt_1", service="first")
    client = api.portal().client
    return answered(book_slot.sync_detailed(client=client, body=wish, idempotency_key=new_key()))


def consent(api: Api) -> Any:
    decision = ConsentDecision(given=True)
    return answered(decide_consent.sync_detailed("clm_1", client=api.portal().client, body=decision))


def test_a_busy_api_gets_the_same_act_again_with_the_token_of_that_moment() -> None:
    api = Api(problem(503, "busy", {"Retry-After": "7"}), httpx.ConnectError(""), problem(409, "slot-taken"))
    with pytest.raises(ProblemError):
        book(api)
    assert api.waits == [7, 2]
    assert len(set(api.sent("idempotency-key"))) == 1
    assert api.sent("authorization") == ["Bearer token-0", "Bearer token-1", "Bearer token-2"]
    assert set(api.sent("accept-language")) == {"nb"}


def test_a_clinic_signs_each_repetition_anew_because_a_message_is_accepted_once() -> None:
    api = Api(problem(429, "too-many-requests"), httpx.Response(202, json={"invoiceId": "inv_1"}))
    assert api.clinic().send_invoice(b"<Invoice/>").invoice_id == "inv_1"
    assert len(set(api.sent("webhook-id"))) == 2
    assert len(set(api.sent("idempotency-key"))) == 1
    assert set(api.sent("helsebro-clinic")) == {"cli_1"}
    for call in api.calls:
        # Raises unless the signature fits.
        Oracle(NEW).verify("<Invoice/>", dict(call.headers), json_parse=False)


def test_a_change_without_a_key_is_not_repeated_after_a_lost_connection() -> None:
    api = Api(httpx.ReadError("lost"))
    with pytest.raises(httpx.ReadError):
        consent(api)
    assert len(api.calls) == 1


def test_the_last_of_four_answers_is_returned() -> None:
    api = Api(*(problem(503, "busy") for _ in range(4)))
    with pytest.raises(ProblemError):
        consent(api)
    assert api.waits == [1, 2, 4]


def test_a_longer_wait_than_wanted_is_left_to_the_caller() -> None:
    api = Api(problem(503, "busy", {"Retry-After": "900"}))
    with pytest.raises(ProblemError) as refused:
        consent(api)
    assert (refused.value.retry_after, api.waits) == (900, [])


def test_a_refusal_has_its_code_its_correlation_id_and_what_else_it_says() -> None:
    times = {"startsAt": "2026-11-21T10:15:00Z", "endsAt": "2026-11-21T11:00:00Z"}
    free = {"slotId": "slt_2", "practitionerId": "prc_1", "service": "first", **times}
    api = Api(problem(409, "slot-taken", {"X-Correlation-Id": "c-1"}, nextSlots=[free]))
    with pytest.raises(ProblemError, match="about slot-taken") as refused:
        book(api)
    fault = refused.value
    assert (fault.status, fault.code, fault.correlation_id) == (409, "slot-taken", "c-1")
    assert fault.problem.next_slots
    assert [slot.slot_id for slot in fault.problem.next_slots] == ["slt_2"]


def test_the_text_of_a_refusal_names_each_fault_with_its_place() -> None:
    faults = [{"code": "missing", "detail": "is missing", "pointer": place} for place in ("/slotId", "")]
    with pytest.raises(ProblemError) as refused:
        book(Api(problem(422, "invalid", errors=faults)))
    assert str(refused.value).splitlines()[1:] == ["/slotId: is missing", "(the whole body): is missing"]


def test_an_answer_that_is_not_the_apis_is_a_problem_too() -> None:
    with pytest.raises(ProblemError) as refused:
        consent(Api(httpx.Response(502, text="<h1>Bad gateway</h1>")))
    assert (refused.value.status, refused.value.code) == (502, "unknown")


def test_every_page_of_a_list_is_read() -> None:
    empty: dict[str, Any] = {"items": [], "nextCursor": "more"}
    api = Api(httpx.Response(200, json=empty), httpx.Response(200, json={**empty, "nextCursor": None}))
    client = api.portal().client
    found = pages(lambda cursor: answered(list_claims.sync_detailed(client=client, cursor=cursor)))
    assert list(found) == []
    assert [call.url.params.get("cursor") for call in api.calls] == [None, "more"]


def test_the_feed_leaves_out_an_event_of_an_unknown_type() -> None:
    def event(sequence: int, kind: str) -> dict[str, Any]:
        at = {"timestamp": "2026-11-21T10:15:00Z", "data": {}}
        return {"sequence": sequence, "eventId": f"evt_{sequence}", "type": kind, **at}

    items = [event(4, "booking.created"), event(5, "moon.landed"), event(6, "booking.cancelled")]
    api = Api(httpx.Response(200, json={"items": items, "nextCursor": None}))
    assert [one.sequence for one in api.clinic().events(after=3)] == [4, 6]
    assert api.calls[0].url.params["after"] == "3"


def signed(secret: str, at: datetime) -> dict[str, str]:
    text = Oracle(secret).sign("evt_1", at, BODY.decode())
    return {"Webhook-Id": "evt_1", "Webhook-Timestamp": str(int(at.timestamp())), "Webhook-Signature": text}


@pytest.mark.parametrize("secret", [OLD, NEW])
def test_a_webhook_is_verified_with_either_secret_of_a_rotation(secret: str) -> None:
    now = datetime.now(UTC)
    assert signature.verify(signed(secret, now), BODY, [NEW, OLD], now.timestamp()) == "evt_1"


AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
Change = Callable[[dict[str, str]], dict[str, str]]
REFUSED: dict[str, Change] = {
    "no signature": lambda headers: {**headers, "Webhook-Signature": ""},
    "of another secret": lambda _: signed(OTHER, AT),
    "of another id": lambda headers: {**headers, "Webhook-Id": "evt_2"},
    "a time that is no number": lambda headers: {**headers, "Webhook-Timestamp": "²"},
    "too old": lambda _: signed(NEW, datetime.fromtimestamp(AT.timestamp() - 301, UTC)),
    "of the future": lambda _: signed(NEW, datetime.fromtimestamp(AT.timestamp() + 301, UTC)),
}


@pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED)
def test_a_webhook_is_refused(change: Change) -> None:
    with pytest.raises(SignatureRefused):
        signature.verify(change(signed(NEW, AT)), BODY, [NEW, OLD], AT.timestamp())


def test_a_secret_that_is_none_is_named_as_such_and_not_shown() -> None:
    with pytest.raises(ValueError, match=r"^a secret is whsec_ and base64$"):
        signature.sign("hunter2", "msg_1", 0, b"")


def test_every_webhook_of_the_document_has_a_class() -> None:
    assert webhook.MESSAGES.keys() == json.loads(COMMITTED.read_text("utf-8"))["webhooks"].keys()


def test_a_webhook_is_read_into_the_class_of_its_type_and_an_unknown_type_into_none() -> None:
    ids = ("bookingId", "guaranteeId", "slotId", "practitionerId", "claimId")
    data = {**dict.fromkeys(ids, "x_1"), "links": {"booking": "/v1/bookings/x_1"}}
    content = {**json.loads(BODY), "data": data}
    for kind, read_as in (("booking.created", BookingCreatedMessage), ("moon.landed", type(None))):
        body = json.dumps({**content, "type": kind}).encode()
        headers = signature.sign(NEW, "evt_1", int(AT.timestamp()), body)
        got = webhook.received(headers, body, [NEW], AT.timestamp())
        assert (got.webhook_id, got.type, type(got.message)) == ("evt_1", kind, read_as)


def test_the_wheel_has_all_that_the_client_needs(tmp_path: Path) -> None:
    build = "import sys; from setuptools.build_meta import build_wheel; print(build_wheel(sys.argv[1]))"
    copied = tmp_path / "source"
    shutil.copytree(PYTHON, copied, ignore=shutil.ignore_patterns("build", "*.egg-info", "__pycache__"))
    built = subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)], cwd=copied, capture_output=True, text=True, check=True
    )
    wheel = tmp_path / built.stdout.split()[-1]
    alone = (
        "import sys, helsebro_client.clinic_system, helsebro_client.portal, helsebro_client.webhook as used;"
        "print(used.__file__, [name for name in sys.modules if name.split('.')[0] in"
        " ('helsebro', 'helsebro_aws', 'local', 'pydantic', 'boto3')])"
    )
    ran = subprocess.run(
        [sys.executable, "-P", "-c", alone],
        env={"PYTHONPATH": str(wheel)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == f"{wheel}/helsebro_client/webhook.py []\n"


def test_the_imports_that_the_readme_lists_exist() -> None:
    listed = re.findall(r"^    (from helsebro_client\..+)$", (PYTHON / "README.md").read_text("utf-8"), re.M)
    found: dict[str, Any] = {}
    exec("\n".join(listed), found)
    assert {"pages", "download", "Retries", "ProblemError"} <= found.keys()
