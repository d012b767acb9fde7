"""The quicker moto stores and returns what moto itself does."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError

KEY = {"pk": {"S": "p"}, "sk": {"S": "s"}}
VALUES: dict[str, Any] = {
    "text": {"S": "tekst æøå"},
    "number": {"N": "1.50"},
    "bytes": {"B": b"\x00\xff"},
    "several": {"BS": [b"\x01", b"\x02"]},
    "flag": {"BOOL": False},
    "nothing": {"NULL": True},
    "list": {"L": [{"S": ""}, {"M": {"deep": {"B": b"\x03"}}}]},
    "empty": {"M": {}},
}


def test_a_value_of_every_kind_comes_back_as_it_was_stored(aws: dict[str, Any]) -> None:
    dynamodb = aws["dynamodb"]
    dynamodb.put_item(TableName="cases", Item={**KEY, **VALUES})
    assert dynamodb.get_item(TableName="cases", Key=KEY)["Item"] == {**KEY, **VALUES}
    assert dynamodb.scan(TableName="cases")["Items"] == [{**KEY, **VALUES}]
    wanted = {"cases": {"Keys": [KEY]}}
    assert dynamodb.batch_get_item(RequestItems=wanted)["Responses"]["cases"] == [{**KEY, **VALUES}]


@pytest.mark.parametrize("sizes", [(410_000,), (210_000, 210_000)])
def test_an_item_that_is_too_large_is_refused(aws: dict[str, Any], sizes: tuple[int, ...]) -> None:
    parts = {f"part{place}": {"S": "x" * size} for place, size in enumerate(sizes)}
    with pytest.raises(ClientError, match="Item size"):
        aws["dynamodb"].put_item(TableName="cases", Item={**KEY, **parts})


def test_an_item_that_nearly_fills_its_size_is_stored(aws: dict[str, Any]) -> None:
    aws["dynamodb"].put_item(TableName="cases", Item={**KEY, "part": {"S": "x" * 390_000}})
