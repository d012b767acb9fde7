"""A batch that DynamoDB answers only in part; it returns the keys that it did not read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from helsebro.errors import Unavailable
from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.platform.settings import Settings
from tests.suite.failing_service import Asked, FailingService, Reply, failing, found

pytestmark = pytest.mark.usefixtures("aws")
KEYS = [("p", f"A#{n}") for n in range(4)]


@contextmanager
def busy_table(*, at_once: int) -> Iterator[tuple[Tables, FailingService]]:
    """Yields tables whose DynamoDB reads ``at_once`` keys of a batch and leaves the others."""

    def partly(asked: Asked) -> Reply:
        [(table, wanted)] = json.loads(asked.body)["RequestItems"].items()
        left = {table: {"Keys": wanted["Keys"][at_once:]}} if wanted["Keys"][at_once:] else {}
        return found({"Responses": {table: wanted["Keys"][:at_once]}, "UnprocessedKeys": left})

    with failing(partly) as service:
        yield Tables(Settings({"AWS_ENDPOINT_URL": service.url})), service


def test_keys_that_were_left_unprocessed_are_read_again() -> None:
    with busy_table(at_once=2) as (tables, _):
        assert sorted(item["sk"] for item in tables.get_many("cases", KEYS)) == [sk for _, sk in KEYS]


def test_keys_that_stay_unprocessed_are_unavailable_and_never_left_out() -> None:
    with busy_table(at_once=0) as (tables, service), pytest.raises(Unavailable):
        tables.get_many("cases", KEYS)
    assert service.asked == ["BatchGetItem"] * 5
