"""moto as a server in this process, without the work it does again for every request."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from unittest.mock import patch

from moto.moto_server.werkzeug_app import DomainDispatcherApplication
from moto.server import ThreadedMotoServer


@contextmanager
def running() -> Iterator[str]:
    """The address of the server while it runs.

    It looks a host's service up once, not by listing its own folder for each request, and logs no request:
    pytest would keep each line of each test.
    """
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    found = cache(DomainDispatcherApplication.get_backend_for_host)
    with patch.object(DomainDispatcherApplication, "get_backend_for_host", found):
        server.start()
        host, port = server.get_host_and_port()
        yield f"http://{host}:{port}"
        server.stop()
