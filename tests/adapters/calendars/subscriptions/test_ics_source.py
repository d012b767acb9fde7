"""A calendar is fetched like a webhook is sent: https, public, no redirect, a megabyte, ten seconds."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from helsebro.calendars.subscriptions.calendar_subscription import CalendarUnreadable
from helsebro_aws.calendars.subscriptions.ics_source import AGENT, LARGEST, WHOLE_TIME, fetched, server_at
from helsebro_aws.webhooks.safe_call import CalledServer
from tests.builders.messages import provider_server
from tests.builders.messages.provider_server import ProviderServer


@pytest.fixture
def server() -> Iterator[ProviderServer]:
    with provider_server.running() as running:
        yield running


def local(url: str) -> CalledServer:
    return CalledServer(url, AGENT, local=True, longest=LARGEST + 1)


def fault(url: str, server: object = local) -> str:
    with pytest.raises(CalendarUnreadable) as unreadable:
        fetched(url, server)  # type: ignore[arg-type]
    assert url not in f"{unreadable.value!r} {unreadable.value.__cause__!r}"
    return str(unreadable.value)


def test_the_content_of_a_calendar_is_fetched_with_its_path_and_query(server: ProviderServer) -> None:
    server.body = b"BEGIN:VCALENDAR"
    assert fetched(f"{server.url}/a/secret.ics?token=1", local) == b"BEGIN:VCALENDAR"
    assert (server.path, server.headers["accept"]) == ("/a/secret.ics?token=1", "text/calendar")


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (301, "redirect"),
        (302, "redirect"),
        (401, "refused"),
        (403, "refused"),
        (404, "not-found"),
        (410, "not-found"),
        (204, "server-fault"),
        (429, "server-fault"),
        (500, "server-fault"),
    ],
)
def test_any_other_answer_is_a_fault(server: ProviderServer, status: int, expected: str) -> None:
    server.status, server.answers_with = status, {"location": f"{server.url}/elsewhere"}
    assert fault(f"{server.url}/secret.ics") == expected
    assert server.calls == 1


def test_a_megabyte_is_read_and_a_byte_more_refused(server: ProviderServer) -> None:
    server.body = b"x" * LARGEST
    assert len(fetched(f"{server.url}/secret.ics", local)) == LARGEST
    server.body += b"x"
    assert fault(f"{server.url}/secret.ics") == "too-large"


@pytest.mark.parametrize(
    "url", ["http://calendar.example/a.ics", "https://localhost/a.ics", "https://x:1@a.dk"]
)
def test_an_unsafe_address_is_not_called(url: str) -> None:
    assert fault(url, server_at) == "address-refused"


def test_a_name_of_our_own_network_is_not_called() -> None:
    def inside(url: str) -> CalledServer:
        return CalledServer(url, AGENT, resolve=lambda *_: ["10.0.0.1"])

    assert fault("https://calendar.example/a.ics", inside) == "address-refused"


def test_a_server_that_does_not_answer_is_a_fault() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert fault(f"http://127.0.0.1:{port}/a.ics") == "unreachable"


def test_the_time_and_size_are_bounded() -> None:
    server = server_at("https://calendar.example/a.ics")
    assert (server.whole_time, server.longest, server.local) == (WHOLE_TIME, LARGEST + 1, False)
