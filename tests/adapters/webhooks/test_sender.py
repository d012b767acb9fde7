"""The webhook sender against receivers that answer, redirect, drip, hang up or send nonsense."""

import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from helsebro_aws.webhooks.sender import post

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
BODY = b'{"type":"booking.created"}'


@contextmanager
def receiver(
    behave: Callable[[socket.socket], None], host: str = "127.0.0.1"
) -> Iterator[tuple[str, list[bytes]]]:
    """A receiver on loopback for one connection; yields its URL and what it read."""
    heard: list[bytes] = []
    with socket.create_server((host, 0)) as listener:
        listener.settimeout(5)

        def answer() -> None:
            try:
                connection, _ = listener.accept()
                with connection:
                    connection.settimeout(5)
                    heard.append(connection.recv(65_536))
                    behave(connection)
            except OSError:
                return

        thread = Thread(target=answer)
        thread.start()
        try:
            yield f"http://{host}:{listener.getsockname()[1]}/hooks?a=1", heard
        finally:
            thread.join()


def saying(text: str) -> Callable[[socket.socket], None]:
    return lambda connection: connection.sendall(text.encode())


def dripping(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for _ in range(90):
        connection.sendall(b"x-slow: drop\r\n")
        time.sleep(0.1)


def silent(connection: socket.socket) -> None:
    """Reads on until the other side is gone."""
    while connection.recv(65_536):
        pass


@pytest.mark.parametrize(
    ("answer", "status", "fault"),
    [
        ("HTTP/1.1 204 No Content\r\n\r\n", 204, None),
        ("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok", 200, None),
        ("HTTP/1.1 500 Oops\r\ncontent-length: 0\r\n\r\n", 500, None),
        ("HTTP/1.1 410 Gone\r\ncontent-length: 0\r\n\r\n", 410, None),
        ("HTTP/1.1 200 OK\r\ncontent-length: 99999999\r\n\r\n" + "x" * 20_000, 200, None),
        ("", None, "unreachable"),
        ("SSH-2.0-OpenSSH\r\n", None, "answer-malformed"),
        ("HTTP/1.1 abc OK\r\n\r\n", None, "answer-malformed"),
        ("HTTP/1.1 200 OK\r\n" + "x: y\r\n" * 200 + "\r\n", None, "answer-malformed"),
        ("HTTP/1.1 200 OK\r\nx: " + "y" * 70_000 + "\r\n\r\n", None, "answer-malformed"),
    ],
)
def test_the_result_of_an_attempt_is_a_status_or_one_word(
    answer: str, status: int | None, fault: str | None
) -> None:
    with receiver(saying(answer)) as (url, _):
        response = post(url, BODY, {}, NOW, local=True)
    assert (response.status, response.fault) == (status, fault)


def test_the_request_is_a_post_with_the_body_and_the_headers() -> None:
    with receiver(saying("HTTP/1.1 204 No Content\r\n\r\n")) as (url, heard):
        post(url, BODY, {"webhook-id": "evt_a"}, NOW, local=True)
    head, _, body = heard[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /hooks?a=1 HTTP/1.1\r\n")
    assert b"webhook-id: evt_a" in head
    assert body in (BODY, b"")  # one reading may end before the body


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with receiver(saying("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")) as (target, visits):
        to = f"HTTP/1.1 {status} Moved\r\nlocation: {target}\r\ncontent-length: 0\r\n\r\n"
        with receiver(saying(to)) as (url, _):
            assert post(url, BODY, {}, NOW, local=True).status == status
        assert visits == []
        assert post(target, BODY, {}, NOW, local=True).status == 200


def test_the_wait_that_a_receiver_asks_for_is_returned() -> None:
    answer = "HTTP/1.1 429 Slow down\r\nretry-after: 90\r\ncontent-length: 0\r\n\r\n"
    with receiver(saying(answer)) as (url, _):
        assert post(url, BODY, {}, NOW, local=True).retry_after == timedelta(seconds=90)


def test_a_receiver_that_drips_is_cut_off_in_time() -> None:
    with receiver(dripping) as (url, _):
        response = post(url, BODY, {}, NOW, local=True, whole_time=0.4)
    assert response.fault == "timeout"


def test_a_receiver_that_never_answers_is_cut_off_in_time() -> None:
    with receiver(silent) as (url, _):
        assert post(url, BODY, {}, NOW, local=True, whole_time=0.3).fault == "timeout"


def test_a_handshake_that_drips_is_cut_off_in_time() -> None:
    with receiver(silent) as (url, _):
        encrypted = url.replace("http://", "https://")
        assert post(encrypted, BODY, {}, NOW, local=True, whole_time=0.3).fault == "timeout"


def test_it_connects_to_the_address_that_was_checked_and_not_to_the_name() -> None:
    """Only 127.0.0.2 listens; the name itself resolves to 127.0.0.1, which does not."""
    with receiver(saying("HTTP/1.1 204 No Content\r\n\r\n"), host="127.0.0.2") as (url, heard):
        named = url.replace("127.0.0.2", "localhost")
        assert post(named, BODY, {}, NOW, local=True).fault == "unreachable"
        assert (
            post(named, BODY, {}, NOW, local=True, resolve=lambda _host, _port: ["127.0.0.2"]).status == 204
        )
    assert b"host: localhost:" in heard[0].lower()


def test_a_port_without_a_listener_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert post(f"http://127.0.0.1:{port}/", BODY, {}, NOW, local=True).fault == "unreachable"


def test_a_receiver_without_a_certificate_gets_nothing_of_the_body() -> None:
    assert ssl.create_default_context().check_hostname
    with receiver(saying("HTTP/1.1 200 OK\r\n\r\n")) as (url, heard):
        encrypted = url.replace("http://", "https://")
        assert post(encrypted, BODY, {}, NOW, local=True).fault == "certificate"
    assert BODY not in b"".join(heard)
