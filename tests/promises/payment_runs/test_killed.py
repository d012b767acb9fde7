"""Promise 4 for payment files: wherever a step is killed, each payable is in one, and nothing is stuck.

Each case kills drafting, cancelling, writing or sending at one of its effects, and runs it again.
The controls claim a payable without looking whether it is approved: then it is in two files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from helsebro.ids import PaymentFileId
from helsebro.payments.payable import Payable
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.runs.carried import Creditor
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro_aws.dynamodb.operations import Operation, Put, Update
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.invoices.payouts.held_sessions import HeldSessions
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.keys import ordered_key, run_work_key
from helsebro_aws.payments.runs.draft import RunDrafting
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns, LineExists
from helsebro_aws.payments.runs.follow import RunFollowing
from helsebro_aws.payments.runs.give_back import RunCancelling
from helsebro_aws.payments.runs.write_file import FileWriting
from tests.builders.payments.payment_stage import (
    Owing,
    act,
    begin,
    cancel,
    follow,
    found,
    left_out,
    lines,
    owing,
    read,
    released,
)
from tests.promises.test_crash import Killed, KilledOnce

PAYER = "tryg"
ACCOUNT = PayeeAccount("account-dk", registration_number="0040", account_number="0440116243")
MOMENTS = pytest.mark.parametrize("moment", ["before", "after"])


class KilledAt(KilledOnce):
    """Does the same as a part, but is killed at the given call of the named method."""

    def __init__(self, part: Any, method: str, moment: str, call: int) -> None:
        super().__init__(part, method, moment)
        self.left = call

    def _kill(self, act: Any) -> Any:
        kill = super()._kill(act)

        def run(*arguments: Any, **named: Any) -> Any:
            self.left -= 1
            return act(*arguments, **named) if self.left else kill(*arguments, **named)

        return run


def killed_at(part: Any, method: str, moment: str, call: int) -> Any:
    """Returns a double of a part, of any type."""
    return KilledAt(part, method, moment, call)


def creditor_of(payable: Payable, run: PaymentRun) -> Creditor:
    assert payable.file_id == run.file_id
    return Creditor("Klinik Nord", ACCOUNT)


def written(file: Any) -> bytes:
    return ",".join(transfer.end_to_end_id for transfer in file.transfers).encode()


def drafting() -> RunDrafting:
    return RunDrafting(left_out([]), HeldSessions().must_hold)


def writing() -> FileWriting:
    return FileWriting(creditor_of, left_out([]), written, HeldSessions().must_hold)


@pytest.fixture
def to(aws: dict[str, Any]) -> Owing:
    assert aws
    return owing()


def begun() -> PaymentFileId:
    return PaymentFileId(begin().body["fileId"])


def killed(step: Any, file_id: PaymentFileId, **parts: Any) -> None:
    with pytest.raises(Killed):
        replace(step, **parts).run(PAYER, file_id)


def files_with(owed: Iterable[Payable], *file_ids: PaymentFileId) -> Counter[str]:
    """Returns in how many of the files each payable is."""
    known = {each.payable_id for each in owed}
    rows = [line for file_id in file_ids for line in lines(file_id) if line.is_in_file]
    return Counter(line.payable_id for line in rows if line.payable_id in known)


def must_be_whole(file_id: PaymentFileId, owed: Iterable[Payable], status: str) -> None:
    """Fails unless every payable is in the file once, counted once, and the file waits for no one."""
    owed = list(owed)
    run = DynamoRuns().find(PAYER, file_id)
    assert files_with(owed, file_id) == {each.payable_id: 1 for each in owed}
    assert [(found(each).status, found(each).file_id) for each in owed] == [(status, file_id)] * len(owed)
    assert (run.count, run.total.amount) == (len(owed), sum(each.amount.amount for each in owed))
    assert in_files_of_clinic(owed[0]) == len(owed)
    assert not waits(file_id)


def in_files_of_clinic(payable: Payable) -> int:
    assert payable.clinic_id
    item = tables.get(tables.settings.money_table, *ordered_key(payable.clinic_id))
    return int(item["payables"]) if item else 0


def waits(file_id: PaymentFileId) -> bool:
    return tables.get(tables.settings.money_table, *run_work_key(PAYER, file_id)) is not None


@MOMENTS
@pytest.mark.parametrize(
    "part, method, call",
    [
        ("on", "commit", 1),
        ("on", "commit", 2),
        ("on", "commit", 3),
        ("runs", "find", 1),
        ("runs", "lines", 1),
        ("runs", "lines", 2),
        ("runs", "mark", 1),
        ("runs", "end_work", 1),
        ("payables", "with_status", 1),
        ("payees", "of_clinic", 2),
    ],
)
def test_each_payable_is_in_one_file_wherever_the_drafting_is_killed(
    part: str, method: str, call: int, moment: str, to: Owing
) -> None:
    owed = [to.owes(amount) for amount in (1, 2, 3)]
    file_id, whole = begun(), drafting()
    assert waits(file_id)
    killed(whole, file_id, **{part: killed_at(getattr(whole, part), method, moment, call)})
    for _ in range(2):
        assert whole.run(PAYER, file_id).state == "drafted"
    must_be_whole(file_id, owed, "drafted")


@MOMENTS
@pytest.mark.parametrize("call", [1, 2, 3])
@pytest.mark.release
def test_two_files_share_nothing_when_the_drafting_of_one_is_killed(
    call: int, moment: str, to: Owing
) -> None:
    owed = [to.owes(amount) for amount in (1, 2, 3)]
    first, second, whole = begun(), begun(), drafting()
    killed(whole, first, on=killed_at(Tables(), "commit", moment, call))
    states = [whole.run(PAYER, each).state for each in (second, first, second)]
    assert set(states) <= {"drafted", "cancelled"}
    assert files_with(owed, first, second) == {each.payable_id: 1 for each in owed}
    assert in_files_of_clinic(owed[0]) == len(owed)


class Unguarded(DynamoPayables):
    """Claims a payable whatever its status is."""

    def ordering(self, payable: Payable, at: datetime, *more: Any, **named: Any) -> list[Operation]:
        claims, *others = super().ordering(payable, at, *more, **named)
        assert isinstance(claims, Put)
        return [replace(claims, when=None, values={}), *others]


class Late(Unguarded):
    """Proposes what was approved when it was made, as an index that lags behind does."""

    def __init__(self, approved: list[Payable]) -> None:
        super().__init__()
        self.approved = approved

    def with_status(self, *_: Any) -> tuple[list[Payable], None]:
        return self.approved, None


class LateAndGuarded(Late):
    """The same index, with the condition."""

    ordering = DynamoPayables.ordering


def test_a_listing_that_lags_behind_puts_no_payable_into_two_files(to: Owing) -> None:
    owed = [to.owes(amount) for amount in (1, 2, 3)]
    first, second = begun(), begun()
    for file_id in (first, second):
        replace(drafting(), payables=LateAndGuarded(owed)).run(PAYER, file_id)
    assert files_with(owed, first, second) == {each.payable_id: 1 for each in owed}


def test_control_claimed_without_a_condition_every_payable_is_in_two_files(to: Owing) -> None:
    owed = [to.owes(amount) for amount in (1, 2, 3)]
    first, second = begun(), begun()
    for file_id in (first, second):
        replace(drafting(), payables=Late(owed)).run(PAYER, file_id)
    assert files_with(owed, first, second) == {each.payable_id: 2 for each in owed}


@MOMENTS
@pytest.mark.parametrize(
    "part, method, call",
    [
        *(("on", "commit", call) for call in (1, 2, 3)),
        *(("runs", method, 1) for method in ("find", "lines", "end_work")),
        ("payables", "of_ids", 1),
    ],
)
def test_everything_is_approved_again_wherever_the_cancelling_is_killed(
    part: str, method: str, call: int, moment: str, to: Owing
) -> None:
    owed = [to.owes(amount) for amount in (1, 2, 3)]
    file_id, whole = begun(), RunCancelling()
    drafting().run(PAYER, file_id)
    assert cancel(file_id).status == 202
    killed(whole, file_id, **{part: killed_at(getattr(whole, part), method, moment, call)})
    for _ in range(2):
        assert whole.run(PAYER, file_id).state == "cancelled"
    assert [(found(each).status, found(each).file_id) for each in owed] == [("approved", None)] * 3
    assert in_files_of_clinic(owed[0]) == 0
    assert not waits(file_id)
    following = begun()
    drafting().run(PAYER, following)
    must_be_whole(following, owed, "drafted")


def test_control_given_back_without_a_condition_a_payable_of_another_file_is_taken(to: Owing) -> None:
    class Careless(DynamoPayables):
        """Gives a payable back, whichever file has it by now."""

        def giving_back(self, payable: Payable) -> list[Operation]:
            back, *others = super().giving_back(payable)
            assert isinstance(back, Put)
            return [replace(back, when=None, values={}), *others]

        def of_ids(self, payer: str, payable_ids: Any) -> Any:
            known = super().of_ids(payer, payable_ids)
            return {each: replace(payable, file_id=first) for each, payable in known.items()}

    owed = to.owes()
    first, second = begun(), begun()
    drafting().run(PAYER, first)
    assert cancel(first).status == 202
    with pytest.raises(Killed):
        replace(RunCancelling(), on=killed_at(Tables(), "commit", "after", 1)).run(PAYER, first)
    drafting().run(PAYER, second)
    lines_before = [line.state for line in lines(second)]
    tables.commit([DynamoRuns().marking(replace(lines(first)[0], state="drafted"), PAYER)])
    replace(RunCancelling(), payables=Careless()).run(PAYER, first)
    assert (lines_before, found(owed).status) == (["drafted"], "approved")


@MOMENTS
@pytest.mark.parametrize(
    "part, method",
    [
        *(("runs", method) for method in ("find", "lines", "end_work")),
        ("files", "store"),
        ("following", "move"),
        ("payables", "of_ids"),
    ],
)
def test_a_file_is_ready_once_wherever_the_writing_is_killed(
    part: str, method: str, moment: str, to: Owing, aws: dict[str, Any]
) -> None:
    owed = [to.owes(amount) for amount in (1, 2, 3)]
    file_id, whole = begun(), writing()
    drafting().run(PAYER, file_id)
    assert act(file_id, "release", version=2).status == 200
    killed(whole, file_id, **{part: killed_at(getattr(whole, part), method, moment, 1)})
    runs = [whole.run(PAYER, file_id) for _ in range(2)]
    assert len({run.written_at for run in runs}) == 1
    must_be_whole(file_id, owed, "released")
    [*versions] = aws["s3"].list_object_versions(Bucket="payment-files")["Versions"]
    assert len({version["ETag"] for version in versions}) == 1


@MOMENTS
@pytest.mark.parametrize("part, method", [("on", "commit"), ("runs", "lines"), ("payables", "of_ids")])
@pytest.mark.release
def test_every_payable_is_released_wherever_the_release_of_one_is_killed(
    part: str, method: str, moment: str, to: Owing
) -> None:
    owed = [to.owes(amount) for amount in (1, 2, 3)]
    file_id, whole, following = begun(), writing(), RunFollowing()
    drafting().run(PAYER, file_id)
    assert act(file_id, "release", version=2).status == 200
    stopped = replace(following, **{part: killed_at(getattr(following, part), method, moment, 1)})
    killed(whole, file_id, following=stopped)
    whole.run(PAYER, file_id)
    must_be_whole(file_id, owed, "released")


@MOMENTS
@pytest.mark.parametrize("call", [1, 2])
def test_what_was_left_out_is_given_back_once_wherever_the_writing_is_killed(
    call: int, moment: str, to: Owing
) -> None:
    from helsebro.payments.runs.carried import NotCarried

    owed, gone = [to.owes(1), to.owes(2)], [to.owes(3), to.owes(4)]

    def some(payable: Payable, run: PaymentRun) -> Creditor:
        if payable.payable_id in {each.payable_id for each in gone}:
            raise NotCarried("creditor-unnamed")
        return creditor_of(payable, run)

    file_id, whole = begun(), replace(writing(), creditor_of=some)
    drafting().run(PAYER, file_id)
    assert act(file_id, "release", version=2).status == 200
    killed(whole, file_id, on=killed_at(Tables(), "commit", moment, call))
    for _ in range(2):
        whole.run(PAYER, file_id)
    must_be_whole(file_id, owed, "released")
    assert [found(each).status for each in gone] == ["approved", "approved"]


@MOMENTS
@pytest.mark.parametrize("part, method", [("on", "commit"), ("runs", "lines"), ("runs", "find")])
def test_every_payable_is_sent_wherever_the_sending_is_killed(
    part: str, method: str, moment: str, to: Owing
) -> None:
    owed = [to.owes(amount) for amount in (1, 2, 3)]
    file_id, whole = released(), RunFollowing()
    assert act(file_id, "sent").status == 200
    with pytest.raises(Killed):
        replace(whole, **{part: killed_at(getattr(whole, part), method, moment, 1)}).sent(PAYER, file_id)
    for _ in range(2):
        whole.sent(PAYER, file_id)
    must_be_whole(file_id, owed, "sent")


def test_a_file_whose_event_was_lost_is_found_by_the_sweep(to: Owing) -> None:
    from helsebro_aws.dynamodb.waiting import waiting_for

    to.owes()
    file_id = begun()
    waiting = tables.query(tables.settings.money_table, waiting_for("payment-file.begun"), listing=True).items
    assert [item["waitsFor"]["data"]["fileId"] for item in waiting] == [file_id]
    assert follow("payment-file.begun", file_id) == []
    waiting = tables.query(tables.settings.money_table, waiting_for("payment-file.begun"), listing=True).items
    assert waiting == []
    assert read(file_id).body["state"] == "drafted"


def test_control_a_line_that_is_not_conditional_counts_a_payable_twice(to: Owing) -> None:
    class Forgetful(DynamoRuns):
        """Counts a payable again for a run that has it."""

        def joining(self, line: Any, payer: str) -> list[Operation]:
            noted, counted = super().joining(line, payer)
            assert isinstance(noted, Put)
            assert isinstance(counted, Update)
            assert isinstance(noted.otherwise, LineExists)
            return [replace(noted, when=None), counted]

        def lines(self, _: PaymentRun) -> list[Any]:
            return []

    owed = to.owes()
    file_id = begun()
    careless = replace(drafting(), payables=Late([owed]), runs=Forgetful())
    with pytest.raises(Killed):
        replace(careless, on=killed_at(Tables(), "commit", "after", 1)).run(PAYER, file_id)
    careless.run(PAYER, file_id)
    assert DynamoRuns().find(PAYER, file_id).count == 2
