"""A payment file as a bank reads it: its number, the account that it is paid from, and its transfers."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree

PAIN = "{urn:iso:std:iso:20022:tech:xsd:pain.001.001.09}"


@dataclass(frozen=True)
class OrderedTransfer:
    """One transfer of a file; ``amount`` is as it is written, such as ``850.00``.

    ``reference`` is what the creditor knows it by: the number of a slip or a KID, else the text.
    """

    end_to_end_id: str
    amount: str
    currency: str
    reference: str = ""


@dataclass(frozen=True)
class ReceivedFile:
    """``iban`` is the payer's own."""

    message_id: str
    iban: str
    transfers: tuple[OrderedTransfer, ...]


def received(content: bytes) -> ReceivedFile:
    """Returns what a pain.001 file orders. The bank is for our own files only, and trusts them."""
    root = ElementTree.fromstring(content)
    transfers = []
    for each in root.iter(f"{PAIN}CdtTrfTxInf"):
        amount = each.find(f"{PAIN}Amt/{PAIN}InstdAmt")
        assert amount is not None, "a transfer without an amount"
        ordered = _text(each, "PmtId/EndToEndId"), amount.text or "", amount.get("Ccy", "")
        transfers.append(OrderedTransfer(*ordered, _reference(each)))
    head = "CstmrCdtTrfInitn/GrpHdr/MsgId"
    return ReceivedFile(
        _text(root, head), _text(root, "CstmrCdtTrfInitn/PmtInf/DbtrAcct/Id/IBAN"), tuple(transfers)
    )


def _reference(transfer: ElementTree.Element) -> str:
    places = (each for name in ("Ref", "Ustrd") for each in transfer.iterfind(f"{PAIN}RmtInf//{PAIN}{name}"))
    return next((each.text or "" for each in places), "")


def _text(element: ElementTree.Element, path: str) -> str:
    found = element.find("/".join(f"{PAIN}{step}" for step in path.split("/")))
    assert found is not None, f"{path} is missing"
    return found.text or ""
