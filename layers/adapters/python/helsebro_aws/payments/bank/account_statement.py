"""The answers of a statement (camt.053) or a notification (camt.054): one for each booked transfer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from helsebro.payments import check_digits, iban
from helsebro.payments.bank.bank_answer import AnswerScope, BankAnswer, BankSaid
from helsebro.payments.bank.bank_booking import BankBooking
from helsebro.payments.payee_account import PayeeAccount, is_danish_account, is_registration
from helsebro_aws.payments.bank.report_node import ReportNode
from helsebro_aws.payments.bank.status_report import id_at

DEBIT, CREDIT = "DBIT", "CRDT"
BOOKED = "BOOK"
WAITING = ("PDNG", "FUTR")
CAME_BACK = ("RRTN", "RPCR")
"""ISO 20022 external bank transaction codes: reversal due to a payment return, or to a cancellation."""
ISSUED = "ICDT"
"""The family of the transfers that the account's owner ordered."""
DANISH_DIGITS = range(5, 15)
AMOUNTS = ("Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt")
"""Where the amount of a transfer stands; the first of them came with version 03."""


@dataclass(frozen=True)
class StatementEntry:
    """What the transfers of one entry have in common."""

    node: ReportNode
    account: PayeeAccount | None
    status: str
    debit_or_credit: str
    amount: tuple[int, str] | None


def answers_of_statements(message: ReportNode, name: str) -> Iterator[BankAnswer]:
    """Yields the answers of every statement of a message. Faults are noted on the way."""
    yield from _in_turn(_of_statements(message, name))


def _of_statements(message: ReportNode, name: str) -> Iterator[BankAnswer]:
    for statement in message.each(name):
        account = _account(statement)
        entries = [_entry(node, account) for node in statement.each("Ntry")]
        _must_add_up(message, statement, entries)
        for entry in entries:
            yield from _answers(entry)


def _in_turn(answers: Iterable[BankAnswer]) -> Iterator[BankAnswer]:
    """Yields the answers; of bookings of one payment that nothing tells apart each has its turn."""
    seen: Counter[Any] = Counter()
    for answer in answers:
        named = (answer.end_to_end_id or answer.batch_id or answer.message_id or "").lower()
        alike = (named, answer.said, answer.ore, answer.currency, answer.booking)
        seen[alike] += 1
        yield replace(answer, booking=replace(answer.booking, turn=seen[alike])) if answer.booking else answer


def _account(statement: ReportNode) -> PayeeAccount | None:
    text = statement.text("Acct/Id/IBAN", "Acct/Id/Othr/Id")
    if text is None:
        statement.note_fault("bank-report-account-missing")
        return None
    account = account_of(text, statement.text("Acct/Ccy") or "")
    if account is None:
        statement.note_fault("bank-report-account-unreadable")
    return account


def account_of(text: str, currency: str) -> PayeeAccount | None:
    """Returns an account that a bank writes as an IBAN or as the number of its country."""
    number = iban.plain(text).replace("-", "").replace(".", "")
    if iban.is_right(number):
        return PayeeAccount("iban", iban=number)
    if currency != "DKK" and check_digits.norwegian_account(number):
        return PayeeAccount("account-no", account_number=number)
    bank, account = number[:4], number[4:]
    if len(number) in DANISH_DIGITS and is_registration(bank) and is_danish_account(account):
        return PayeeAccount("account-dk", bank, account)
    return None


def _entry(node: ReportNode, account: PayeeAccount | None) -> StatementEntry:
    if not node.has("Amt"):
        node.note_fault("bank-amount-unreadable")
    status, side = node.code("Sts"), node.text("CdtDbtInd")
    if status is None or side not in (DEBIT, CREDIT):
        node.note_fault("bank-report-status-missing")
    return StatementEntry(node, account, status or "", side or "", node.amount("Amt"))


def _must_add_up(message: ReportNode, statement: ReportNode, entries: Sequence[StatementEntry]) -> None:
    summary = statement.node("TxsSummry")
    pages = ("GrpHdr/MsgPgntn/LastPgInd", "StmtPgntn/LastPgInd", "NtfctnPgntn/LastPgInd")
    if summary is None or any(node.text(path) for node in (message, statement) for path in pages):
        # The summary of a statement in several messages is that of all of them.
        return
    for name, sides in (
        ("TtlNtries", (DEBIT, CREDIT)),
        ("TtlDbtNtries", (DEBIT,)),
        ("TtlCdtNtries", (CREDIT,)),
    ):
        of_sides = [entry for entry in entries if entry.debit_or_credit in sides]
        summary.must_count(f"{name}/NbOfNtries", len(of_sides))
        if all(entry.amount for entry in of_sides):
            summary.must_sum(f"{name}/Sum", sum(entry.amount[0] for entry in of_sides if entry.amount))


def _answers(entry: StatementEntry) -> Iterator[BankAnswer]:
    parts = list(entry.node.each("NtryDtls"))
    listed = [(part, transfer) for part in parts for transfer in part.each("TxDtls")]
    for part in parts:
        _must_be_whole(part)
    if not listed:
        yield _without_details(entry, parts[0] if parts else None)
        return
    alone = len(listed) == 1
    answers = [(_of_transfer(entry, part, node, alone), _side(entry, node)) for part, node in listed]
    _must_be_of_the_entry(entry, answers)
    yield from (answer for answer, _ in answers)


def _must_be_whole(part: ReportNode) -> None:
    """Notes a fault when the transfers of a batch are others than the batch says, in number or sum."""
    transfers = list(part.each("TxDtls"))
    if transfers:
        part.must_count("Btch/NbOfTxs", len(transfers))
        amounts = [transfer.amount(*AMOUNTS) for transfer in transfers]
        if all(amounts):
            part.must_sum("Btch/TtlAmt", sum(amount[0] for amount in amounts if amount))


def _must_be_of_the_entry(entry: StatementEntry, answers: Sequence[tuple[BankAnswer, str]]) -> None:
    """Notes a fault when the transfers of an entry do not add up to it. Charges may be in it too."""
    if entry.amount is None or entry.node.has("Chrgs"):
        return
    ore, currency = entry.amount
    if any(answer.ore is None or answer.currency != currency for answer, _ in answers):
        return
    total = sum((answer.ore or 0) * (1 if side == entry.debit_or_credit else -1) for answer, side in answers)
    if total != ore:
        entry.node.note_fault("bank-report-sum-differs")


def _without_details(entry: StatementEntry, part: ReportNode | None) -> BankAnswer:
    """Returns the answer of an entry without transfers: of a batch, of a file, or of one transfer."""
    batch_id = part.text("Btch/PmtInfId") if part else None
    message_id = part.text("Btch/MsgId") if part else None
    scope: AnswerScope = "batch" if batch_id else "file" if message_id else "transfer"
    ore, currency = entry.amount or (None, None)
    return BankAnswer(
        said=_said(entry, entry.node, entry.debit_or_credit, is_ours=bool(batch_id or message_id)),
        scope=scope,
        place=entry.node.place,
        status=entry.status,
        message_id=message_id,
        batch_id=batch_id,
        ore=ore,
        currency=currency,
        words=entry.node.text("AddtlNtryInf") or "",
        booked_on=entry.node.day("BookgDt/Dt", "BookgDt/DtTm"),
        bank_reference=entry.node.text("AcctSvcrRef", "NtryRef"),
        transfers=part.count_at("Btch/NbOfTxs") if part else None,
        sum_ore=ore if scope != "transfer" else None,
        account=entry.account,
        booking=_booking(entry, None, of_many=scope != "transfer"),
    )


def _of_transfer(entry: StatementEntry, part: ReportNode, transfer: ReportNode, alone: bool) -> BankAnswer:
    amount = transfer.amount(*AMOUNTS)
    if amount is None and alone:
        amount = entry.amount
    elif amount is None:
        transfer.note_fault("bank-amount-unreadable")
    named = id_at(transfer, "Refs/EndToEndId", "Refs/InstrId")
    message_id = transfer.text("Refs/MsgId") or part.text("Btch/MsgId")
    batch_id = transfer.text("Refs/PmtInfId") or part.text("Btch/PmtInfId")
    creditor_reference = transfer.text("RmtInf/Strd/CdtrRefInf/Ref")
    is_ours = bool(named or message_id or batch_id)
    return BankAnswer(
        said=_said(entry, transfer, _side(entry, transfer), is_ours),
        scope="transfer",
        place=transfer.place,
        status=entry.status,
        message_id=message_id,
        batch_id=batch_id,
        end_to_end_id=named,
        ore=amount[0] if amount else None,
        currency=amount[1] if amount else None,
        reason=transfer.code("RtrInf/Rsn"),
        words=transfer.text("RtrInf/AddtlInf", "AddtlTxInf") or "",
        booked_on=entry.node.day("BookgDt/Dt", "BookgDt/DtTm"),
        bank_reference=transfer.text("Refs/AcctSvcrRef") or entry.node.text("AcctSvcrRef", "NtryRef"),
        creditor_reference=creditor_reference,
        account=entry.account,
        booking=_booking(entry, transfer),
    )


def _booking(entry: StatementEntry, transfer: ReportNode | None, *, of_many: bool = False) -> BankBooking:
    """Returns what tells the booking apart; ``NtryRef`` does not, as it only counts the rows of a report."""
    return BankBooking(
        day=entry.node.day("BookgDt/Dt", "BookgDt/DtTm"),
        reference=id_at(transfer, "Refs/AcctSvcrRef") if transfer else None,
        transaction_id=id_at(transfer, "Refs/TxId") if transfer else None,
        entry=id_at(entry.node, "AcctSvcrRef"),
        of_many=of_many,
    )


def _side(entry: StatementEntry, transfer: ReportNode) -> str:
    return transfer.text("CdtDbtInd") or entry.debit_or_credit


def _said(entry: StatementEntry, node: ReportNode, side: str, is_ours: bool) -> BankSaid:
    """Returns what an entry or a transfer in it says.

    Money that goes out under an id is ours and is paid; what comes in is ours only when it came back.
    """
    codes = [_codes(node), _codes(entry.node)]
    if side == DEBIT and (is_ours or any(family == ISSUED for family, _ in codes)):
        if entry.status in WAITING:
            return "pending"
        is_reversal = entry.node.text("RvslInd") in ("true", "1")
        return "paid" if entry.status == BOOKED and not is_reversal else "other"
    came_back = (
        entry.node.text("RvslInd") in ("true", "1")
        or node.has("RtrInf")
        or any(part in CAME_BACK for _, part in codes)
    )
    return "returned" if side == CREDIT and entry.status == BOOKED and came_back else "other"


def _codes(node: ReportNode) -> tuple[str | None, str | None]:
    """Returns the family of a bank transaction code, and its part of the family."""
    return node.text("BkTxCd/Domn/Fmly/Cd"), node.text("BkTxCd/Domn/Fmly/SubFmlyCd")
