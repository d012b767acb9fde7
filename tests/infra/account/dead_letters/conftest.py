"""SQS with the queues of two stages, as ``infra/platform/queues.py`` names them."""

from __future__ import annotations

from typing import Any

import pytest

from infra.stage import Stage, stage

QUEUES = (
    "invoices",
    "invoices-dead",
    "webhooks",
    "webhooks-dead",
    "undelivered-dead",
    "outbox-dead",
    "sweep-dead",
)


@pytest.fixture
def sqs(to: Stage, account: Any) -> Any:
    client = account("sqs")
    # The stand-in has every message at hand; SQS may need a second to find one.
    client.meta.events.register("provide-client-params.sqs.ReceiveMessage", _without_waiting)
    for part in QUEUES:
        client.create_queue(QueueName=to.named(part))
        client.create_queue(QueueName=stage("test", "eu-north-1").named(part))
    return client


def _without_waiting(params: dict[str, Any], **_: Any) -> dict[str, Any]:
    return {**params, "WaitTimeSeconds": 0}
