"""Promise 3: no invoice is lost, and none is paid twice.

Invoices wait in a queue that several functions read at once. Some messages are poison, which no function can
handle; some functions are killed before the commit of a judgement, some after it, and then their whole batch
comes again. The clinic sends some sessions a second time in another invoice. After one redrive the
dead-letter queue holds exactly the poison. The control leaves the conditions of the commit out.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Barrier, Thread
from typing import Any

import pytest

from helsebro.ids import ClinicId, InvoiceId
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.received_invoice import clinic_of
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.invoices.dynamo_invoice_facts import DynamoInvoiceFacts
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.keys import invoice_key
from tests.builders.invoice_stage import staged
from tests.promises.atomic_dynamodb import atomic_transactions
from tests.promises.invoices.queue_of_invoices import Crashing, InvoiceQueue, judge_of, received
from tests.suite.sizes import size

N = size(50, 2_000, "N")
POISON, CRASHES, AGAIN = 0.05, 0.03, 0.1
"""The shares of poison, of crashes before and after the commit each, and of sessions that are sent again."""

pytestmark = pytest.mark.usefixtures("aws")


@dataclass(frozen=True)
class Sent:
    """The ids of the invoices by the session that they are for; ``poison`` are those that were altered."""

    of_session: Mapping[str, list[str]]
    poison: frozenset[str]

    @property
    def all(self) -> list[str]:
        return [invoice_id for invoice_ids in self.of_session.values() for invoice_id in invoice_ids]


def share(part: float) -> int:
    """Returns how many of N that is, at least one."""
    return max(1, round(N * part))


def sent(aws: dict[str, Any]) -> Sent:
    """Sends N invoices of one session each, and some of these sessions again in another invoice."""
    of_session: dict[str, list[str]] = {}
    while len(of_session) < N:
        stage = staged()
        for number, session in enumerate(stage.sessions[: N - len(of_session)]):
            body = stage.invoice(number=f"F-{number}", sessions=(session,))
            of_session[session.booking_id] = [received(stage.clinic_id, f"{number}", body)]
            if len(of_session) <= share(AGAIN):
                again = stage.invoice(number=f"G-{number}", sessions=(session,))
                of_session[session.booking_id].append(received(stage.clinic_id, f"again-{number}", again))
    poison = [invoice_ids[0] for invoice_ids in of_session.values()][-share(POISON) :]
    for invoice_id in poison:
        prefix = f"{clinic_of(InvoiceId(invoice_id))}/{invoice_id}/"
        [held] = aws["s3"].list_objects_v2(Bucket="receiving", Prefix=prefix)["Contents"]
        aws["s3"].put_object(Bucket="receiving", Key=held["Key"], Body=b"altered")
    return Sent(of_session, frozenset(poison))


def statuses(sent_: Sent) -> Counter[str]:
    return Counter(DynamoInvoices().find(InvoiceId(invoice_id)).status for invoice_id in sent_.all)


def payables(sent_: Sent) -> Counter[str]:
    """Returns how many payables each session has led to."""
    found: Counter[str] = Counter()
    for session, invoice_ids in sent_.of_session.items():
        for invoice_id in invoice_ids:
            key = invoice_key(clinic_of(InvoiceId(invoice_id)), InvoiceId(invoice_id))
            item = tables.get(tables.settings.money_table, *key)
            found[session] += "payableId" in (item or {})
    return found


def test_no_invoice_is_lost_and_none_is_paid_twice(aws: dict[str, Any]) -> None:
    all_sent, chance = sent(aws), random.Random(3)
    sound = [invoice_id for invoice_id in all_sent.all if invoice_id not in all_sent.poison]
    doomed = chance.sample(sound, 2 * share(CRASHES))
    queue = InvoiceQueue(judge_of(Crashing(doomed[::2], doomed[1::2])))
    # The bus hands every event over at least once.
    events = [*all_sent.all, *chance.sample(all_sent.all, share(AGAIN))]
    chance.shuffle(events)
    with atomic_transactions():
        queue.send(events)
        queue.drain()
        queue.redrive()
        queue.drain()
    assert {*queue.dead} == all_sent.poison
    assert queue.crashes >= share(CRASHES)
    found, paid = statuses(all_sent), payables(all_sent)
    assert found["received"] == len(all_sent.poison), "every other invoice is judged"
    sessions_of_poison = {s for s, ids in all_sent.of_session.items() if {*ids} <= all_sent.poison}
    assert {session: count for session, count in paid.items() if count != 1} == dict.fromkeys(
        sessions_of_poison, 0
    )
    assert len(stored_payables(aws)) == N - len(sessions_of_poison)


def stored_payables(aws: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for page in aws["dynamodb"].get_paginator("scan").paginate(TableName="money"):
        found += [item["payableId"]["S"] for item in page["Items"] if item["sk"]["S"] == "PAYABLE"]
    return found


def judged_at_once(unguarded: Callable[[Any], bool]) -> int:
    """Judges two invoices for one session at once, both by the facts from before; returns the payables."""
    stage = staged()
    session = stage.sessions[:1]
    pair = [
        received(stage.clinic_id, number, stage.invoice(number=number, sessions=session))
        for number in ("F-1", "F-2")
    ]
    both = Barrier(2)

    class Early(DynamoInvoiceFacts):
        """Lets each of two judges read before either of them stores, the first time."""

        waited = 0

        def known(self, clinic_id: ClinicId, invoice: Invoice, **of: Any) -> Any:
            found = super().known(clinic_id, invoice, **of)
            self.waited += 1
            if self.waited == 1:
                both.wait()
            return found

    def judge(invoice_id: InvoiceId) -> None:
        from dataclasses import replace

        replace(judge_of(DynamoInvoices()), facts=Early()).judge(invoice_id)

    threads = [Thread(target=judge, args=(invoice_id,)) for invoice_id in pair]
    with atomic_transactions(unguarded):
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return payables(Sent({"session": [*pair]}, frozenset()))["session"]


def test_two_invoices_for_one_session_at_once_make_one_payable() -> None:
    assert judged_at_once(lambda _: False) == 1


def test_control_without_the_conditions_a_session_is_paid_twice() -> None:
    assert judged_at_once(lambda _: True) == 2
