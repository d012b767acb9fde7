"""A message in a thread that others keep changing ends in an answer, and never in a crash."""

from __future__ import annotations

from typing import Any, NoReturn

import pytest

from helsebro.caller import MEMBER, Caller
from helsebro.errors import HelsebroError
from helsebro.ids import PersonId
from helsebro.messages.thread import Thread, ThreadChanged
from helsebro.messages.words import Words
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.refusals import Busy
from helsebro_aws.dynamodb.retry import ATTEMPTS
from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.http.problems import problem
from helsebro_aws.messages.writing import Writing
from helsebro_aws.platform import clock

ANNA = Caller("anna", frozenset({MEMBER}), PersonId("per_anna"))


class AlwaysTaken(Tables):
    """Tables in which another writer is always faster."""

    def __init__(self, conflict: HelsebroError) -> None:
        super().__init__()
        self.conflict, self.commits = conflict, 0

    def commit(self, *_: Any, **__: Any) -> NoReturn:
        """Raises the conflict."""
        self.commits += 1
        raise self.conflict


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("conflict, commits", [(ThreadChanged(), ATTEMPTS), (Busy(), 1)])
def test_a_message_that_always_meets_another_is_refused_after_a_bounded_number_of_attempts(
    conflict: HelsebroError, commits: int
) -> None:
    taken = AlwaysTaken(conflict)
    thread = Thread.of_enquiry("tryg", PersonId("per_anna"), "DK", clock.now())
    with pytest.raises(Busy) as refused:
        Writing(taken).in_enquiry(
            thread, ANNA, lambda *_: Words("Hello?", "en"), lambda *_: Receipt("r", "f", 201, {})
        )
    assert taken.commits == commits
    answer = problem(refused.value, "/v1/enquiries", "en")
    assert answer.body is not None
    assert (answer.status, answer.body["code"], int(answer.headers["Retry-After"]) > 0) == (503, "busy", True)
