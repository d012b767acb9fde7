"""moto as a server in this process, without the work it does again for every request."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from unittest.mock import patch

from moto.core.serialize import BaseJSONSerializer
from moto.dynamodb.models.dynamo_type import DynamoType, LimitedSizeDict
from moto.moto_server import threaded_moto_server
from moto.moto_server.werkzeug_app import DomainDispatcherApplication
from moto.server import ThreadedMotoServer

from tests.suite.moto.plain_values import plain
from tests.suite.moto.quick_dynamodb import quicker
from tests.suite.moto.quick_requests import QuickRequests

SET = LimitedSizeDict.__setitem__
SURELY_FITS = 300_000
"""Bytes of all that was ever set in an item; above it moto counts what the item holds."""
SERIALIZED = BaseJSONSerializer._serialize_type_structure
A_VALUE = "AttributeValue"
"""The shape of a value of an item, which moto holds as DynamoDB sends it but for bytes."""


@contextmanager
def running() -> Iterator[str]:
    """The address of the server while it runs.

    It looks a host's service up once, not by listing its own folder for each request, and logs no request:
    pytest would keep each line of each test. An item of a table goes out as it is: moto looks for each of
    its values under every name that a value of any service might have. The size of an item is added up, not
    counted again for each of its attributes.
    """
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    found = cache(DomainDispatcherApplication.get_backend_for_host)
    with (
        patch.object(DomainDispatcherApplication, "get_backend_for_host", found),
        patch.object(BaseJSONSerializer, "_serialize_type_structure", _with_plain_values),
        patch.object(LimitedSizeDict, "__setitem__", _added_up),
        patch.object(threaded_moto_server, "MotoRequestHandler", QuickRequests),
        quicker(),
    ):
        server.start()
        host, port = server.get_host_and_port()
        yield f"http://{host}:{port}"
        server.stop()


def _with_plain_values(self: BaseJSONSerializer, serialized: Any, value: Any, shape: Any, key: str) -> None:
    if shape.name == A_VALUE and isinstance(value, dict):
        serialized[key] = plain(value)
    else:
        SERIALIZED(self, serialized, value, shape, key)


def _added_up(self: Any, key: str, value: Any) -> None:
    counted = getattr(self, "counted", 0 if not self else SURELY_FITS)
    self.counted = counted + len(key) + (value.size() if isinstance(value, DynamoType) else SURELY_FITS)
    if self.counted < SURELY_FITS:
        dict.__setitem__(self, key, value)
    else:
        SET(self, key, value)
