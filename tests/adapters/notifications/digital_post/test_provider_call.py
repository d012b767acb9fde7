"""A call of a provider says whether the message may have left."""

from __future__ import annotations

import socket
from threading import Thread

import pytest

from helsebro_aws.notifications.digital_post.provider_call import Provider
from helsebro_aws.notifications.outgoing import NotSent
from helsebro_aws.notifications.outlets.provider_faults import OutcomeUnknown


def test_an_unsafe_address_is_not_called() -> None:
    with pytest.raises(NotSent, match="address-refused"):
        Provider("http://127.0.0.1:1").post("/", b"", {})


def test_without_a_connection_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(NotSent, match="unreachable"):
        Provider(f"http://127.0.0.1:{port}", local=True).post("/", b"", {})


def test_a_provider_that_never_answers_may_have_the_message() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        held: list[socket.socket] = []
        thread = Thread(target=lambda: held.append(listener.accept()[0]))
        thread.start()
        provider = Provider(f"http://127.0.0.1:{listener.getsockname()[1]}", local=True, whole_time=0.2)
        with pytest.raises(OutcomeUnknown):
            provider.post("/", b"", {})
        thread.join()
        held[0].close()
