"""What moto holds in this process: emptied between two tests, without a request for each item.

moto keeps every model it ever made in a list of its own, for a dashboard that no test opens: with the copies
that its transactions make of whole tables the process grew to 6.4 GB in one run.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Any

from moto.backends import get_backend
from moto.core.model_instances import model_data

KEPT = ("people", "PSEUDONYM")
"""The table and partition of the pseudonym key: the process remembers person ids for as long as it lives."""


def empty_tables(*names: str) -> None:
    """Removes every item but the pseudonym key, at once: one by one takes longer than a race."""
    for backend in _backends("dynamodb"):
        for name in set(names) & set(backend.tables):
            items = backend.tables[name].items
            for partition in [one for one in items if (name, one.value) != KEPT]:
                del items[partition]


def empty_buckets() -> None:
    """Removes every object of every bucket, and closes the file that holds it."""
    for backend in _backends("s3"):
        for bucket in backend.buckets.values():
            bucket.keys.clear()
    models = model_data["s3"]
    for model in (models["FakeKey"], models["FakeMultipart"]):
        for one in model.instances_tracked:  # type: ignore[attr-defined]
            one.dispose()


def empty_queues() -> None:
    """Removes every message of every queue."""
    for backend in _backends("sqs"):
        for queue in backend.queues.values():
            queue._messages, queue._pending_messages = [], set()


def empty_schedules() -> None:
    """Removes every schedule of every group."""
    for backend in _backends("scheduler"):
        for group in backend.schedule_groups.values():
            group.schedules.clear()


def forget_models(*kinds: str) -> None:
    """Clears moto's lists of the models it made, of all services by default; what a backend holds stays."""
    for kind in kinds or model_data:
        for model in model_data[kind].values():
            model.instances_tracked.clear()  # type: ignore[attr-defined]


def _backends(kind: Any) -> Iterator[Any]:
    for account in get_backend(kind).values():
        yield from account.values()


def tables_now(*names: str) -> bytes:
    """Returns what these tables hold, for ``put_back``."""
    tables = (backend.tables for backend in _backends("dynamodb"))
    return pickle.dumps({name: one.items for each in tables for name, one in each.items() if name in names})


def put_back(held: bytes) -> None:
    """Lets the tables hold again what ``tables_now`` found."""
    items = pickle.loads(held)
    for backend in _backends("dynamodb"):
        for name in set(items) & set(backend.tables):
            backend.tables[name].items = items[name]
