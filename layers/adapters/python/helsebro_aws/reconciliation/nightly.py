"""The nightly reconciliation: compares every case of every payer, and opens a task for each that differs.

Its place is stored after each page, so that the next run goes on where this one stopped: a night's work may
take several runs. The tasks are in the commit of their page, once for the same differences.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import groupby

from helsebro.errors import NotFound
from helsebro.local_day import local_day
from helsebro.reconciliation.difference import MoneyDifference
from helsebro.reconciliation.reconciliation import Reconciliation
from helsebro.reconciliation.scope_sum import added, differences_of
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import ClaimReview
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done
from helsebro_aws.reconciliation.comparison import Comparison
from helsebro_aws.reconciliation.dynamo_reconciliations import DynamoReconciliations, ReconciledElsewhere
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.follow_ups import FollowUps

WITHIN = timedelta(days=3)
"""How long finance has for a difference."""
MOST_TASKS_OF_SUMS = 20
"""More differences of clinics and policies are counted and listed, and are found again the next night."""


class NightlyReconciliation:
    """Reconciles while there is time; ``now`` is its clock."""

    def __init__(self, on: Tables = tables, now: Callable[[], datetime] = clock.now) -> None:
        self.now = now
        self.comparison, self.stored = Comparison(on), DynamoReconciliations(on)
        self.tasks, self.follow_ups = DynamoTasks(on), FollowUps(on)

    def run(self, has_time: Callable[[], bool]) -> list[Reconciliation]:
        """Goes on with the reconciliation of each payer; returns those that this run finished.

        Run again on the same day it compares nothing again.
        """
        finished: list[Reconciliation] = []
        for payer in self.comparison.payers():
            with suppress(ReconciledElsewhere):
                finished += self._payer(payer, has_time)
        return finished

    def _payer(self, payer: str, has_time: Callable[[], bool]) -> Iterator[Reconciliation]:
        day = local_day(self.now())
        known = self.stored.known(payer, day)
        after = known or Reconciliation(payer, day, self.now(), None)
        while not after.is_finished and has_time():
            page = self.comparison.page(payer, after.place)
            sums = added(after.sums, page.sums)
            of_sums = () if page.place else differences_of(sums)
            found = (*page.differences, *of_sums)
            after = after.after(page.cases, found, page.place, self.now(), sums)
            asked = (*page.differences, *_first_of_each_case(of_sums))
            opened = [self.follow_ups.opening(task) for task in self._new_tasks(asked)]
            creations, events = [put for put, _ in opened], [event for _, event in opened]
            self.stored.advance(known, after, creations, events)
            known = after
            if after.is_finished:
                done("money.reconciled", payer=payer, cases=after.cases, differences=after.differences)
                yield after

    def _new_tasks(self, differences: Iterable[MoneyDifference]) -> Iterator[Task]:
        """Yields a task for each case that differs, unless it has one for the same differences already."""
        for claim_id, of_case in groupby(differences, lambda each: each.claim_id):
            seen = sorted((each.kind, each.about, str(each.found), each.beside) for each in of_case)
            about = hashlib.sha256(repr(seen).encode()).hexdigest()
            subject = ClaimReview(claim_id)
            task = follow_up("payments", subject, "money-differs", about, self.now(), WITHIN)
            if not self._is_known(task):
                yield task

    def _is_known(self, task: Task) -> bool:
        try:
            self.tasks.find(task.task_id)
        except NotFound:
            return False
        return True


def _first_of_each_case(differences: Iterable[MoneyDifference]) -> list[MoneyDifference]:
    """Returns the differences of sums whose cases get a task, each case's together; the others are listed.

    A commit has room for so many tasks beside those of its page.
    """
    in_order = sorted(differences, key=lambda each: (each.claim_id, each.kind, each.about))
    cases = sorted({each.claim_id for each in in_order})[:MOST_TASKS_OF_SUMS]
    return [each for each in in_order if each.claim_id in cases]
