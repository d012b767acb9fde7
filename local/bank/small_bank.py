"""Small bank: answers a payment file as a bank does, with a status report, debits, and money that comes back.

For journeys and for developers: no money is moved.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable
from datetime import date
from xml.sax.saxutils import escape

from helsebro_aws.platform.clock import real_now
from local.bank.received_file import OrderedTransfer, ReceivedFile

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:"
STATUS, NOTIFICATION = "pain.002.001.10", "camt.054.001.08"
WRONG_ACCOUNT, CLOSED = "AC01", "AC04"


def status_report(file: ReceivedFile, rejects: Collection[str] = ()) -> bytes:
    """Returns a pain.002: every transfer is accepted, but for those whose end-to-end id is in ``rejects``."""
    rows = "".join(_status(each, is_rejected=each.end_to_end_id in rejects) for each in file.transfers)
    group = (
        f"<OrgnlGrpInfAndSts><OrgnlMsgId>{escape(file.message_id)}</OrgnlMsgId>"
        "<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>"
    )
    batch = f"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{escape(file.message_id)}</OrgnlPmtInfId>{rows}"
    return _document(STATUS, "CstmrPmtStsRpt", f"{group}{batch}</OrgnlPmtInfAndSts>")


def debits(file: ReceivedFile, day: date, without: Collection[str] = ()) -> bytes:
    """Returns a camt.054 with the debit of each transfer but those ``without``."""
    paid = [each for each in file.transfers if each.end_to_end_id not in without]
    return _notification(file, [_entry(file, each, day, "DBIT", "") for each in paid])


def credit(file: ReceivedFile, end_to_end_id: str, day: date) -> bytes:
    """Returns a camt.054 that says that one transfer came back, because the account is closed."""
    returned = f"<RtrInf><Rsn><Cd>{CLOSED}</Cd></Rsn></RtrInf>"
    entries = [
        _entry(file, each, day, "CRDT", returned)
        for each in file.transfers
        if each.end_to_end_id == end_to_end_id
    ]
    return _notification(file, entries)


def _status(transfer: OrderedTransfer, *, is_rejected: bool) -> str:
    ids = (
        f"<OrgnlInstrId>{transfer.end_to_end_id}</OrgnlInstrId>"
        f"<OrgnlEndToEndId>{transfer.end_to_end_id}</OrgnlEndToEndId>"
    )
    reason = f"<StsRsnInf><Rsn><Cd>{WRONG_ACCOUNT}</Cd></Rsn></StsRsnInf>" if is_rejected else ""
    return f"<TxInfAndSts>{ids}<TxSts>{'RJCT' if is_rejected else 'ACSP'}</TxSts>{reason}</TxInfAndSts>"


def _entry(file: ReceivedFile, transfer: OrderedTransfer, day: date, side: str, more: str) -> str:
    money = f'<Amt Ccy="{transfer.currency}">{transfer.amount}</Amt><CdtDbtInd>{side}</CdtDbtInd>'
    refs = (
        f"<Refs><MsgId>{escape(file.message_id)}</MsgId><PmtInfId>{escape(file.message_id)}</PmtInfId>"
        f"<EndToEndId>{transfer.end_to_end_id}</EndToEndId></Refs>"
    )
    return (
        f"<Ntry>{money}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{day.isoformat()}</Dt></BookgDt>"
        f"<AcctSvcrRef>{secrets.token_hex(8)}</AcctSvcrRef>"
        f"<NtryDtls><TxDtls>{refs}{money}{more}</TxDtls></NtryDtls></Ntry>"
    )


def _notification(file: ReceivedFile, entries: Iterable[str]) -> bytes:
    account = f"<Acct><Id><IBAN>{file.iban}</IBAN></Id></Acct>"
    inside = f"<Id>{secrets.token_hex(8)}</Id><CreDtTm>{_now()}</CreDtTm>{account}{''.join(entries)}"
    return _document(NOTIFICATION, "BkToCstmrDbtCdtNtfctn", f"<Ntfctn>{inside}</Ntfctn>")


def _document(family: str, name: str, inside: str) -> bytes:
    head = f"<GrpHdr><MsgId>{secrets.token_hex(8)}</MsgId><CreDtTm>{_now()}</CreDtTm></GrpHdr>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="{NAMESPACE}{family}">'
        f"<{name}>{head}{inside}</{name}></Document>"
    ).encode()


def _now() -> str:
    return real_now().strftime("%Y-%m-%dT%H:%M:%SZ")
