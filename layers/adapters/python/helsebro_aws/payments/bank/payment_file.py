"""Payment file: the transfers of a run as the bytes of an ISO 20022 pain.001.001.09.

Where each field stands follows the implementation guidelines of the banks: "Danish Message Implementation
Guideline for Common Global Implementation (CGI) Customer Credit Transfer Initiation" with its appendix of
4 October 2013; Danske Bank, "Supported payment types and examples", version 1.13; Nordea, "Corporate Access
Payables, Message Implementation Guidelines" and its appendices Denmark and Norway. That is:

- a Danish payment slip: ``CdtrAcct/Id/Othr`` with the creditor number and the scheme ``OCR``,
  ``RmtInf/Strd/CdtrRefInf`` with the type ``SCOR`` and ``71/`` and the payment number as its reference;
- a Norwegian KID: ``CdtrRefInf`` with the type ``SCOR`` and the KID;
- an account in the payer's country: ``Othr`` with the scheme ``BBAN``, in Denmark of 4 and 10 digits; any
  other as an IBAN;
- the text on a Danish creditor's statement: the first 20 signs in ``Purp/Prtry``, all of it in ``Ustrd``.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from helsebro.payments.bank.debtor import Debtor
from helsebro.payments.bank.reference import FiCode, FreeText, Reference
from helsebro.payments.bank.transfer import CreditTransfer, country_of
from helsebro.payments.bank.transfer_file import TransferFile
from helsebro.payments.payee_account import PayeeAccount
from helsebro_aws.payments.bank.bank_text import bank_text
from helsebro_aws.payments.bank.scheme import NAMESPACE, must_be_of_the_scheme

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_NAME = LONGEST_TEXT = 140
LONGEST_ON_STATEMENT = 20
FileTree = tuple[str, "str | list[FileTree]"]
"""An element: its name, and its text or what is in it."""


def written(file: TransferFile) -> bytes:
    """Returns the file as it is sent to the bank, the same bytes whenever it is written.

    Raises ``BadInput`` for a file with faults (``TransferFile.faults``), ``NotOfTheScheme`` for one that the
    XSD refuses all the same.
    """
    file.must_be_sound()
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}Document", nsmap={None: NAMESPACE})
    _append(root, ("CstmrCdtTrfInitn", [_header(file), _batch(file)]), etree.SubElement)
    must_be_of_the_scheme(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _append(parent: Any, tree: FileTree, make: Any) -> None:
    name, content = tree
    element = make(parent, f"{{{NAMESPACE}}}{name.partition(' ')[0]}")
    if currency := name.partition(" ")[2]:
        element.set("Ccy", currency)
    if isinstance(content, str):
        element.text = content
    else:
        for child in content:
            _append(element, child, make)


def _header(file: TransferFile) -> FileTree:
    created = file.created_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        "GrpHdr",
        [("MsgId", file.message_id), ("CreDtTm", created), *_totals(file), _initiator(file.debtor)],
    )


def _totals(file: TransferFile) -> list[FileTree]:
    return [("NbOfTxs", str(len(file.transfers))), ("CtrlSum", kroner(file.total_ore))]


def _initiator(debtor: Debtor) -> FileTree:
    parts: list[FileTree] = [("Nm", bank_text(debtor.name, LONGEST_NAME, at_home=True))]
    if debtor.agreement:
        identified: list[FileTree] = [("Id", debtor.agreement), ("SchmeNm", [("Cd", "CUST")])]
        parts.append(("Id", [("OrgId", [("Othr", identified)])]))
    return ("InitgPty", parts)


def _batch(file: TransferFile) -> FileTree:
    debtor = file.debtor
    return (
        "PmtInf",
        [
            ("PmtInfId", file.message_id),
            ("PmtMtd", "TRF"),
            # Each transfer is booked by itself, so a statement says of each what became of it.
            ("BtchBookg", "false"),
            *_totals(file),
            ("PmtTpInf", [("SvcLvl", [("Cd", "NURG")]), ("CtgyPurp", [("Cd", "SUPP")])]),
            ("ReqdExctnDt", [("Dt", file.requested_on.isoformat())]),
            ("Dbtr", [("Nm", bank_text(debtor.name, LONGEST_NAME, at_home=True)), _address(debtor.account)]),
            ("DbtrAcct", [("Id", [("IBAN", debtor.account.as_iban or "")]), ("Ccy", file.currency)]),
            ("DbtrAgt", [("FinInstnId", [("BICFI", debtor.bic)])]),
            ("ChrgBr", "SHAR"),
            *(_transfer(transfer, country_of(debtor.account)) for transfer in file.transfers),
        ],
    )


def _transfer(transfer: CreditTransfer, home: str) -> FileTree:
    at_home = country_of(transfer.account) == home
    name = bank_text(transfer.creditor_name, LONGEST_NAME, at_home=at_home)
    return (
        "CdtTrfTxInf",
        [
            ("PmtId", [("InstrId", transfer.end_to_end_id), ("EndToEndId", transfer.end_to_end_id)]),
            ("Amt", [(f"InstdAmt {transfer.amount.currency}", kroner(transfer.ore))]),
            ("Cdtr", [("Nm", name), _address(transfer.account)]),
            ("CdtrAcct", [("Id", [_account(transfer.account, at_home)])]),
            *_purpose(transfer, at_home),
            *_remittance(transfer.reference, at_home),
        ],
    )


def _address(account: PayeeAccount) -> FileTree:
    return ("PstlAdr", [("Ctry", country_of(account))])


def _account(account: PayeeAccount, at_home: bool) -> FileTree:
    if account.kind == "fi":
        return _other(account.creditor_number or "", ("Prtry", "OCR"))
    country, _, number = account.canonical.partition(":")
    if at_home and number and country in ("DK", "NO"):
        return _other(number.replace(":", ""), ("Cd", "BBAN"))
    return ("IBAN", account.as_iban or "")


def _other(number: str, scheme: FileTree) -> FileTree:
    return ("Othr", [("Id", number), ("SchmeNm", [scheme])])


def _purpose(transfer: CreditTransfer, at_home: bool) -> Iterator[FileTree]:
    text = transfer.reference.text if isinstance(transfer.reference, FreeText) else ""
    if at_home and country_of(transfer.account) == "DK" and text.strip():
        yield ("Purp", [("Prtry", bank_text(text, LONGEST_ON_STATEMENT, at_home=True))])


def _remittance(reference: Reference, at_home: bool) -> Iterator[FileTree]:
    parts: list[FileTree] = []
    if isinstance(reference, FreeText):
        parts = _text(reference.text, at_home)
    elif isinstance(reference, FiCode):
        parts = [*_text(reference.text, at_home), _structured(f"{reference.card_type}/{reference.number}")]
    else:
        parts = [_structured(reference.number)]
    if parts:
        yield ("RmtInf", parts)


def _text(text: str, at_home: bool) -> list[FileTree]:
    return [("Ustrd", bank_text(text, LONGEST_TEXT, at_home=at_home))] if text.strip() else []


def _structured(reference: str) -> FileTree:
    kind: FileTree = ("Tp", [("CdOrPrtry", [("Cd", "SCOR")])])
    return ("Strd", [("CdtrRefInf", [kind, ("Ref", reference)])])


def kroner(ore: int) -> str:
    """Returns an amount in øre as ISO 20022 writes it: ``850.00``."""
    return f"{ore // 100}.{ore % 100:02}"
