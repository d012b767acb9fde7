"""moto's DynamoDB without the work that it does again for every request.

Before each request moto lists the methods of its handler, and after each one makes a random id and a check
sum of the answer, which no client here reads. It walks through an answer with items shape by shape, although
an item goes out as it is. It looks for the words of a condition each time, which depend on its text alone.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from unittest.mock import patch

from moto.core import responses
from moto.core.responses import ActionResult, BaseResponse
from moto.core.utils import method_names_from_class
from moto.dynamodb.comparisons import ConditionExpressionParser
from moto.dynamodb.responses import DynamoHandler

from tests.suite.moto.plain_values import plain

Answer = tuple[int, dict[str, str], str | bytes]
GOES_OUT_AS_IT_IS = frozenset({"GetItem", "BatchGetItem", "TransactGetItems", "Query", "TransactWriteItems"})
"""Operations whose result moto holds under the names of DynamoDB's answer, with no other names in it."""
MEDIA = "application/x-amz-json-1.0"
LEXED = ConditionExpressionParser._lex_condition_expression


class QuickDynamoDb(DynamoHandler):
    """Answers one request of DynamoDB."""

    def call_action(self) -> Answer:
        """Returns the answer, without a check sum."""
        self.body = self.params
        return BaseResponse.call_action(self)

    def serialized(self, action_result: ActionResult) -> Answer:
        """Returns an answer with items as it is; moto makes every other answer and every error."""
        result = action_result.result
        if isinstance(result, dict) and self._get_action() in GOES_OUT_AS_IT_IS:
            return 200, {"Content-Type": MEDIA, **self.response_headers}, json.dumps(plain(result))
        return super().serialized(action_result)

    @staticmethod
    def _enrich_response(headers: dict[str, Any], body: Any) -> tuple[dict[str, str], Any]:
        return {name: str(value) for name, value in headers.items()}, body


@contextmanager
def quicker() -> Iterator[None]:
    """While it holds, moto lists a handler's methods once, and reads the words of a condition once."""
    with (
        patch.object(responses, "method_names_from_class", cache(method_names_from_class)),
        patch.object(ConditionExpressionParser, "_lex_condition_expression", _words),
    ):
        yield


def _words(parser: ConditionExpressionParser) -> deque[Any]:
    return deque(_words_of(parser.condition_expression))


@cache
def _words_of(condition: str | None) -> tuple[Any, ...]:
    return tuple(LEXED(ConditionExpressionParser(condition, None, None)))
