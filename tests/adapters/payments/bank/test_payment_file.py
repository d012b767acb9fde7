from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from helsebro.errors import BadInput
from helsebro.money import Currency
from helsebro.payments.bank.reference import FiCode, FreeText, Reference
from helsebro.payments.bank.transfer import CreditTransfer
from helsebro.payments.bank.transfer_file import TransferFile
from helsebro.payments.payee_account import PayeeAccount
from helsebro_aws.payments.bank.payment_file import kroner, written
from helsebro_aws.payments.bank.scheme import NAMESPACE
from tests.builders.bank.transfers import (
    DANISH,
    DANISH_DEBTOR,
    DANISH_IBAN,
    FI_CREDITOR,
    GERMAN_IBAN,
    KID,
    NORWEGIAN,
    NORWEGIAN_DEBTOR,
    NORWEGIAN_IBAN,
    SLIP_71,
    transfer,
    transfer_file,
)

NAMES = {"p": NAMESPACE}


def texts(root: Any, path: str) -> list[str]:
    steps = "/".join(f"p:{step}" if step.strip(".") else step for step in path.split("/"))
    return [element.text for element in root.findall(steps, NAMES)]


def shown(body: bytes) -> str:
    """Returns the one transfer of a file from its account on, without blanks between elements."""
    [found] = re.findall(r"<CdtrAcct>.*</CdtTrfTxInf>", re.sub(r">\s+<", "><", body.decode()))
    return str(found).removesuffix("</CdtTrfTxInf>")


def test_a_file_says_how_many_transfers_it_has_and_their_sum() -> None:
    root = etree.fromstring(written(transfer_file(transfer(1, 1), transfer(2, 85_000), transfer(3, 99))))
    assert texts(root, ".//GrpHdr/NbOfTxs") == texts(root, ".//PmtInf/NbOfTxs") == ["3"]
    assert texts(root, ".//GrpHdr/CtrlSum") == texts(root, ".//PmtInf/CtrlSum") == ["851.00"]
    assert texts(root, ".//CdtTrfTxInf/Amt/InstdAmt") == ["0.01", "850.00", "0.99"]
    assert texts(root, ".//GrpHdr/MsgId") == ["pfl-1"]
    assert texts(root, ".//ReqdExctnDt/Dt") == ["2026-03-04"]
    assert texts(root, ".//DbtrAcct/Id/IBAN") == ["DK5000400440116243"]


BBAN = "<Othr><Id>{}</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr>"
OCR = "<Othr><Id>81234567</Id><SchmeNm><Prtry>OCR</Prtry></SchmeNm></Othr>"
SCOR = "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>{}</Ref></CdtrRefInf></Strd>"
TEXT = "<Ustrd>Helsebro 1007</Ustrd>"
PURPOSE = "<Purp><Prtry>Helsebro 1007</Prtry></Purp>"


@pytest.mark.parametrize(
    "paid, account, rest",
    [
        (transfer(), BBAN.format("00400440116243"), f"{PURPOSE}<RmtInf>{TEXT}</RmtInf>"),
        (transfer(account=DANISH_IBAN), BBAN.format("00400440116243"), f"{PURPOSE}<RmtInf>{TEXT}</RmtInf>"),
        (
            transfer(account=FI_CREDITOR, reference=SLIP_71),
            OCR,
            f"<RmtInf>{SCOR.format('71/026840149965328')}</RmtInf>",
        ),
        (
            transfer(account=FI_CREDITOR, reference=FiCode("75", "0026840149965328")),
            OCR,
            f"<RmtInf>{SCOR.format('75/0026840149965328')}</RmtInf>",
        ),
        (
            transfer(account=FI_CREDITOR, reference=FiCode("73", text="Helsebro 1007")),
            OCR,
            f"<RmtInf>{TEXT}{SCOR.format('73/')}</RmtInf>",
        ),
        (
            transfer(account=NORWEGIAN, currency="NOK", reference=KID),
            BBAN.format("86011117947"),
            f"<RmtInf>{SCOR.format('1234567897')}</RmtInf>",
        ),
        (
            transfer(account=NORWEGIAN_IBAN, currency="NOK"),
            BBAN.format("86011117947"),
            f"<RmtInf>{TEXT}</RmtInf>",
        ),
        (transfer(account=NORWEGIAN), "<IBAN>NO9386011117947</IBAN>", f"<RmtInf>{TEXT}</RmtInf>"),
        (
            transfer(account=DANISH, currency="NOK"),
            "<IBAN>DK5000400440116243</IBAN>",
            f"<RmtInf>{TEXT}</RmtInf>",
        ),
        (transfer(account=GERMAN_IBAN), "<IBAN>DE89370400440532013000</IBAN>", f"<RmtInf>{TEXT}</RmtInf>"),
        (transfer(reference=FreeText(" ")), BBAN.format("00400440116243"), ""),
    ],
)
def test_every_way_of_paying_stands_where_the_banks_read_it(
    paid: CreditTransfer, account: str, rest: str
) -> None:
    debtor = DANISH_DEBTOR if paid.amount.currency == "DKK" else NORWEGIAN_DEBTOR
    body = written(transfer_file(paid, debtor=debtor))
    assert shown(body) == f"<CdtrAcct><Id>{account}</Id></CdtrAcct>{rest}"


def test_names_and_texts_are_cut_at_the_limits_of_the_scheme() -> None:
    paid = transfer(name="å" * 200, account=GERMAN_IBAN, reference=FreeText("æ" * 200))
    root = etree.fromstring(written(transfer_file(paid)))
    assert [len(text) for text in texts(root, ".//Cdtr/Nm") + texts(root, ".//RmtInf/Ustrd")] == [140, 140]


def test_a_file_is_the_same_whenever_it_is_written() -> None:
    file = transfer_file(transfer(1), transfer(2, account=FI_CREDITOR, reference=SLIP_71))
    in_oslo = replace(file, created_at=file.created_at.astimezone(timezone(timedelta(hours=1))))
    assert written(file) == written(file) == written(in_oslo)


def test_a_file_with_faults_is_not_written() -> None:
    with pytest.raises(BadInput) as raised:
        written(transfer_file(transfer(1, 0), transfer(1)))
    assert {fault.code for fault in raised.value.faults} == {"transfer-amount-not-positive", "transfer-twice"}


@pytest.mark.parametrize("ore, written_as", [(1, "0.01"), (10, "0.10"), (100, "1.00"), (123_456, "1234.56")])
def test_ore_are_written_as_kroner(ore: int, written_as: str) -> None:
    assert kroner(ore) == written_as


@st.composite
def files(draw: st.DrawFn) -> TransferFile:
    currency: Currency = draw(st.sampled_from(["DKK", "NOK"]))
    ways: dict[Currency, list[tuple[PayeeAccount, Reference]]] = {
        "DKK": [(DANISH, FreeText("a")), (FI_CREDITOR, SLIP_71), (GERMAN_IBAN, FreeText("b"))],
        "NOK": [(NORWEGIAN, KID), (NORWEGIAN_IBAN, FreeText("c"))],
    }
    amounts = draw(st.lists(st.integers(1, 10**9), min_size=1, max_size=8))
    paid = []
    for number, ore in enumerate(amounts):
        account, reference = draw(st.sampled_from(ways[currency]))
        name = draw(st.text(min_size=1).filter(str.strip))
        paid.append(transfer(number, ore, currency, name, account, reference))
    return transfer_file(*paid, debtor=DANISH_DEBTOR if currency == "DKK" else NORWEGIAN_DEBTOR)


@given(files())
def test_what_is_written_is_read_again_to_the_ore(file: TransferFile) -> None:
    root = etree.fromstring(written(file))
    amounts = root.findall(".//p:InstdAmt", NAMES)
    assert [int(amount.text.replace(".", "")) for amount in amounts] == [each.ore for each in file.transfers]
    assert {amount.get("Ccy") for amount in amounts} == {file.currency}
    assert texts(root, ".//EndToEndId") == [each.end_to_end_id for each in file.transfers]
    assert texts(root, ".//GrpHdr/CtrlSum") == [kroner(file.total_ore)]
