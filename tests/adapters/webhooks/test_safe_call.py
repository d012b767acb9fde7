"""A call of another party's server ends within its time, follows nothing and reads a bounded answer."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from threading import Thread

import pytest

from helsebro_aws.webhooks.safe_call import LONGEST_ANSWER, CallAnswer, CalledServer, NoAnswer, NotConnected
from tests.builders.messages import provider_server
from tests.builders.messages.provider_server import ProviderServer

AGENT = "Helsebro-Test/1"


@pytest.fixture
def server() -> Iterator[ProviderServer]:
    with provider_server.running() as running:
        yield running


def called(url: str, whole_time: float = 5) -> CalledServer:
    return CalledServer(url, AGENT, local=True, whole_time=whole_time)


def test_a_get_and_a_post_return_the_answer_whatever_its_status(server: ProviderServer) -> None:
    server.status, server.body = 302, b"<moved>"
    server.answers_with = {"location": f"{server.url}/elsewhere"}
    assert called(server.url).call("GET", "/here?a=1", {"accept": "text/xml"}) == CallAnswer(302, b"<moved>")
    assert (server.path, server.headers["accept"], server.sent) == ("/here?a=1", "text/xml", b"")
    assert called(server.url).call("POST", "/there", {}, b"body").status == 302
    assert (server.path, server.headers["user-agent"], server.sent) == ("/there", AGENT, b"body")
    assert server.calls == 2


@pytest.mark.parametrize(
    "header, seconds",
    [("0", 0), (" 12 ", 12), ("Fri, 31 Dec 1999 23:59:59 GMT", None), ("-1", None), ("1.5", None)],
)
def test_an_answer_says_how_long_the_server_asks_to_wait(
    server: ProviderServer, header: str, seconds: int | None
) -> None:
    server.status, server.answers_with = 429, {"retry-after": header}
    assert called(server.url).call("GET", "/", {}).retry_after == seconds


def test_a_long_answer_is_cut(server: ProviderServer) -> None:
    server.body = b"x" * (LONGEST_ANSWER + 10)
    assert len(called(server.url).call("GET", "/", {}).body) == LONGEST_ANSWER


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "https://register.example"])
def test_an_address_in_our_own_network_is_not_called(url: str) -> None:
    server = CalledServer(url, AGENT, resolve=lambda *_: ["10.0.0.1"])
    with pytest.raises(NotConnected, match="address-refused"):
        server.call("GET", "/", {})


def test_without_a_connection_no_request_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(NotConnected, match="unreachable"):
        called(f"http://127.0.0.1:{port}").call("GET", "/", {})


def test_a_server_that_never_answers_is_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        held: list[socket.socket] = []
        thread = Thread(target=lambda: held.append(listener.accept()[0]))
        thread.start()
        with pytest.raises(NoAnswer):
            called(f"http://127.0.0.1:{listener.getsockname()[1]}", 0.2).call("GET", "/", {})
        thread.join()
        held[0].close()
