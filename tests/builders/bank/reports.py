"""Reports of a bank, written after the public message definitions and guides; no bank sent them.

Sources: ISO 20022 message definition reports of pain.002, camt.053 and camt.054; "Danish Implementation
Guideline for Common Global Implementation (CGI) Customer Payment Status Report" and its appendix of 4 October
2013.
"""

from __future__ import annotations

from collections.abc import Iterable

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:"
CREATED = "2026-03-04T08:00:00+01:00"
BOOKED_ON = "2026-03-04"
REFERENCE = "BANKREF-7"


def document(family: str, inside: str) -> bytes:
    """Returns a message of that family, such as ``pain.002.001.10``."""
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="{NAMESPACE}{family}">'
    return f"{head}{inside}</Document>".encode()


def status_report(
    batches: str = "", group: str = "", family: str = "pain.002.001.10", original: str = "pfl-1"
) -> bytes:
    """Returns a status report; ``group`` and ``batches`` are XML."""
    return document(
        family,
        f"<CstmrPmtStsRpt><GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>{CREATED}</CreDtTm></GrpHdr>"
        f"<OrgnlGrpInfAndSts><OrgnlMsgId>{original}</OrgnlMsgId>"
        f"<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>{group}</OrgnlGrpInfAndSts>"
        f"{batches}</CstmrPmtStsRpt>",
    )


def batch(transfers: str = "", before: str = "") -> str:
    """Returns the statuses of a batch; ``before`` is what stands before its transfers."""
    return f"<OrgnlPmtInfAndSts><OrgnlPmtInfId>pfl-1</OrgnlPmtInfId>{before}{transfers}</OrgnlPmtInfAndSts>"


def reason(code: str, words: str = "") -> str:
    """Returns why a status is as it is."""
    added = f"<AddtlInf>{words}</AddtlInf>" if words else ""
    return f"<StsRsnInf><Rsn><Cd>{code}</Cd></Rsn>{added}</StsRsnInf>"


def status(
    end_to_end_id: str, code: str = "", why: str = "", amount: str = "850.00", ccy: str = "DKK"
) -> str:
    """Returns the status of a transfer; without an amount when that is empty."""
    said = f"<TxSts>{code}</TxSts>" if code else ""
    money = f'<OrgnlTxRef><Amt><InstdAmt Ccy="{ccy}">{amount}</InstdAmt></Amt></OrgnlTxRef>' if amount else ""
    ids = f"<OrgnlInstrId>{end_to_end_id}</OrgnlInstrId><OrgnlEndToEndId>{end_to_end_id}</OrgnlEndToEndId>"
    return f"<TxInfAndSts>{ids}{said}{why}{money}</TxInfAndSts>"


def details(
    end_to_end_id: str, amount: str = "850.00", more: str = "", message_id: str = "pfl-1", ccy: str = "DKK"
) -> str:
    """Returns a transfer of an entry."""
    money = f'<Amt Ccy="{ccy}">{amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd>' if amount else ""
    refs = f"<MsgId>{message_id}</MsgId><PmtInfId>{message_id}</PmtInfId>"
    return f"<TxDtls><Refs>{refs}<EndToEndId>{end_to_end_id}</EndToEndId></Refs>{money}{more}</TxDtls>"


def entry(
    inside: str = "",
    amount: str = "850.00",
    side: str = "DBIT",
    sts: str = "<Cd>BOOK</Cd>",
    before: str = "",
    ccy: str = "DKK",
) -> str:
    """Returns an entry of an account; ``before`` is what stands before its status."""
    return (
        f'<Ntry><Amt Ccy="{ccy}">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd>{before}<Sts>{sts}</Sts>'
        f"<BookgDt><Dt>{BOOKED_ON}</Dt></BookgDt><AcctSvcrRef>{REFERENCE}</AcctSvcrRef>{inside}</Ntry>"
    )


def listed(*parts: str, batch_says: str = "") -> str:
    """Returns the transfers of an entry; ``batch_says`` is what stands in its batch."""
    inside = f"<Btch>{batch_says}</Btch>" if batch_says else ""
    return f"<NtryDtls>{inside}{''.join(parts)}</NtryDtls>"


IBAN = "<Acct><Id><IBAN>DK5000400440116243</IBAN></Id><Ccy>DKK</Ccy></Acct>"


def statement(
    entries: Iterable[str],
    family: str = "camt.053.001.08",
    account: str = IBAN,
    summary: str = "",
) -> bytes:
    """Returns a statement (camt.053) or a notification (camt.054)."""
    name, part = (
        ("BkToCstmrStmt", "Stmt") if family.startswith("camt.053") else ("BkToCstmrDbtCdtNtfctn", "Ntfctn")
    )
    return document(
        family,
        f"<{name}><GrpHdr><MsgId>BANK-2</MsgId><CreDtTm>{CREATED}</CreDtTm></GrpHdr>"
        f"<{part}><Id>STM-1</Id><CreDtTm>{CREATED}</CreDtTm>{account}{summary}{''.join(entries)}</{part}></{name}>",
    )
