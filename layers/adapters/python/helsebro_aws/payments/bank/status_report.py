"""The answers of a status report (pain.002): of the whole message, of a batch, of each transfer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from helsebro.payments.bank.bank_answer import BankAnswer, BankSaid
from helsebro_aws.payments.bank.report_node import LONGEST_TEXT, ReportNode

SAID: Mapping[str, BankSaid] = {
    **dict.fromkeys(("RCVD", "PDNG", "ACTC", "PATC", "BLCK", "PRES"), "pending"),
    **dict.fromkeys(("ACCP", "ACSP", "ACWC", "ACFC", "ACWP"), "accepted"),
    **dict.fromkeys(("ACSC", "ACCC"), "paid"),
    **dict.fromkeys(("RJCT", "CANC"), "rejected"),
}
"""ISO 20022 external code sets of payment statuses. A code that is not here is ``other``."""
PARTLY = "PART"
"""Some transfers are accepted and others not: each says its own, so it is no answer itself."""
NO_ID = "NOTPROVIDED"
OURS = "pain.001"
MOST_PARTS = 20
"""Reasons of one status, and statuses that a report counts: each is held against all transfers."""


@dataclass(frozen=True)
class Above:
    """What the message and the batch around a transfer say of all that is in them."""

    message_id: str | None
    batch_id: str | None = None
    status: str | None = None
    reason: str | None = None


def answers_of_status(message: ReportNode) -> Iterator[BankAnswer]:
    """Yields the answers of a status report, the widest first. Faults are noted on the way.

    We send payments alone (pain.001): what is an answer to another message names nothing of ours.
    """
    group = message.node("OrgnlGrpInfAndSts")
    original = (group.text("OrgnlMsgNmId") if group else None) or OURS
    is_ours = original.lower().startswith(OURS)
    for answer in _answers(message):
        yield (
            answer
            if is_ours
            else replace(answer, said="other", message_id=None, batch_id=None, end_to_end_id=None)
        )


def _answers(message: ReportNode) -> Iterator[BankAnswer]:
    group = message.node("OrgnlGrpInfAndSts")
    if group is None:
        message.note_fault("bank-report-incomplete")
        return
    reason, _ = reason_of(group)
    above = Above(group.text("OrgnlMsgId"), None, group.text("GrpSts"), reason)
    if above.message_id is None:
        group.note_fault("bank-report-incomplete")
    if above.status and above.status != PARTLY:
        yield _of_many(group, above, is_file=True)
    listed: list[BankAnswer] = []
    for batch in message.each("OrgnlPmtInfAndSts"):
        for answer in _of_batch(batch, above):
            listed += [answer] if answer.scope == "transfer" else []
            yield answer
    _must_add_up(group, listed)


def reason_of(node: ReportNode) -> tuple[str | None, str]:
    """Returns the code of a status, and what the bank adds in words."""
    informed = list(islice(node.each("StsRsnInf"), MOST_PARTS))
    codes = (inside.code("Rsn") for inside in informed)
    words = (inside.text("AddtlInf") or "" for inside in informed)
    said = " ".join(each for each in words if each)
    return next((code for code in codes if code), None), said[:LONGEST_TEXT]


def _of_batch(batch: ReportNode, above: Above) -> Iterator[BankAnswer]:
    reason, _ = reason_of(batch)
    status = batch.text("PmtInfSts")
    here = Above(
        above.message_id, batch.text("OrgnlPmtInfId"), status or above.status, reason or above.reason
    )
    if status and status != PARTLY:
        yield _of_many(batch, here, is_file=False)
    listed = [_of_transfer(transfer, here) for transfer in batch.each("TxInfAndSts")]
    _must_add_up(batch, listed)
    yield from listed


def _of_many(node: ReportNode, above: Above, *, is_file: bool) -> BankAnswer:
    _, words = reason_of(node)
    status = above.status or ""
    return BankAnswer(
        said=SAID.get(status, "other"),
        scope="file" if is_file else "batch",
        place=node.place,
        status=status,
        message_id=above.message_id,
        batch_id=above.batch_id,
        reason=above.reason,
        words=words,
        transfers=node.count_at("OrgnlNbOfTxs"),
        sum_ore=node.sum_at("OrgnlCtrlSum"),
    )


def _of_transfer(transfer: ReportNode, above: Above) -> BankAnswer:
    own, words = reason_of(transfer)
    status = transfer.text("TxSts") or above.status
    if status is None or status == PARTLY:
        transfer.note_fault("bank-report-status-missing")
    said = SAID.get(status or "", "other")
    ordered = transfer.amount("OrgnlTxRef/Amt/InstdAmt", "OrgnlTxRef/IntrBkSttlmAmt")
    return BankAnswer(
        said=said,
        scope="transfer",
        place=transfer.place,
        status=status or "",
        message_id=above.message_id,
        batch_id=above.batch_id,
        end_to_end_id=id_at(transfer, "OrgnlEndToEndId", "OrgnlInstrId"),
        ore=ordered[0] if ordered else None,
        currency=ordered[1] if ordered else None,
        reason=own or (above.reason if said == "rejected" else None),
        words=words,
        booked_on=transfer.day("FctvIntrBkSttlmDt/Dt", "FctvIntrBkSttlmDt/DtTm"),
        bank_reference=transfer.text("AcctSvcrRef", "ClrSysRef"),
        creditor_reference=transfer.text("OrgnlTxRef/RmtInf/Strd/CdtrRefInf/Ref"),
    )


def id_at(node: ReportNode, *paths: str) -> str | None:
    """Returns the first id at these paths that is one."""
    return next((text for path in paths if (text := node.text(path)) and text != NO_ID), None)


def _must_add_up(node: ReportNode, listed: list[BankAnswer]) -> None:
    """Notes a fault when more is listed than was sent, or when a number or sum is not that of the rows."""
    original = node.count_at("OrgnlNbOfTxs")
    if original is not None and len(listed) > original:
        node.must_count("OrgnlNbOfTxs", len(listed))
    if original == len(listed) and listed and all(answer.ore is not None for answer in listed):
        node.must_sum("OrgnlCtrlSum", sum(answer.ore or 0 for answer in listed))
    for part in islice(node.each("NbOfTxsPerSts"), MOST_PARTS):
        of_status = [answer for answer in listed if answer.status == part.text("DtldSts")]
        # Most banks list only the transfers that they reject.
        if of_status:
            part.must_count("DtldNbOfTxs", len(of_status))
            if all(answer.ore is not None for answer in of_status):
                part.must_sum("DtldCtrlSum", sum(answer.ore or 0 for answer in of_status))
