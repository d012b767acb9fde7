from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro.payments.bank.bank_booking import BankBooking
from helsebro.payments.payee_account import PayeeAccount
from helsebro_aws.payments.bank.account_statement import account_of
from helsebro_aws.payments.bank.read_report import read_report
from tests.adapters.payments.bank.faults_of import faults_of
from tests.builders.bank.reports import details, entry, listed, statement
from tests.builders.bank.transfers import DANISH_IBAN

CASH = [f"camt.05{kind}.001.{version:02}" for kind in "34" for version in range(2, 14)]
STMT = "/Document/BkToCstmrStmt/Stmt[1]"
RETURN_CODE = (
    "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd>"
)
ISSUED_CODE = (
    "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>"
)
RETURNED = "<RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Kontoen er lukket</AddtlInf></RtrInf>"
BACK = details("pay-1", more=RETURNED).replace("DBIT", "CRDT")
REVERSAL = "<RvslInd>true</RvslInd>"


def answers(*entries: str) -> tuple[BankAnswer, ...]:
    return read_report(statement(entries)).answers


@pytest.mark.parametrize("family", CASH)
def test_a_statement_of_every_version_is_read_alike(family: str) -> None:
    plain = family.endswith(".02")
    booked = entry(listed(details("pay-1")), sts="BOOK" if plain else "<Cd>BOOK</Cd>")
    report = read_report(statement([booked], family))
    assert report.kind == ("statement" if family.startswith("camt.053") else "notification")
    assert (report.family, report.message_id, report.original_message_id) == (family, "BANK-2", "pfl-1")
    assert report.accounts == (DANISH_IBAN,)
    [found] = report.answers
    assert found.place.endswith("[1]/Ntry[1]/NtryDtls[1]/TxDtls[1]")
    assert replace(found, place="") == BankAnswer(
        "paid",
        "transfer",
        "",
        "BOOK",
        message_id="pfl-1",
        batch_id="pfl-1",
        end_to_end_id="pay-1",
        ore=85_000,
        currency="DKK",
        booked_on=date(2026, 3, 4),
        bank_reference="BANKREF-7",
        account=DANISH_IBAN,
        booking=BankBooking(date(2026, 3, 4), entry="BANKREF-7"),
    )


@pytest.mark.parametrize(
    "row, said",
    [
        (entry(listed(details("pay-1"))), "paid"),
        (entry(listed(details("pay-1")), sts="<Cd>PDNG</Cd>"), "pending"),
        (entry(listed(details("pay-1")), sts="<Cd>FUTR</Cd>"), "pending"),
        (entry(listed(details("pay-1")), sts="<Cd>INFO</Cd>"), "other"),
        (entry(listed(details("pay-1")), before=REVERSAL), "other"),
        (entry(listed(BACK), side="CRDT"), "returned"),
        (entry(listed(details("pay-1").replace("DBIT", "CRDT")), side="CRDT", before=REVERSAL), "returned"),
        (entry(listed(details("pay-1", more=RETURN_CODE).replace("DBIT", "CRDT")), side="CRDT"), "returned"),
        (entry(side="CRDT", inside=RETURN_CODE), "returned"),
        (entry(listed(BACK), side="CRDT", sts="<Cd>PDNG</Cd>"), "other"),
        (entry(side="CRDT"), "other"),
        (entry(listed(details("pay-1").replace("DBIT", "CRDT")), side="CRDT"), "other"),
        (entry(inside=ISSUED_CODE), "paid"),
        (entry(), "other"),
    ],
)
def test_an_entry_says_what_became_of_the_money(row: str, said: str) -> None:
    assert [answer.said for answer in answers(row)] == [said]


def test_money_that_came_back_says_why() -> None:
    [found] = answers(entry(listed(BACK), side="CRDT"))
    assert (found.end_to_end_id, found.reason, found.words) == ("pay-1", "AC04", "Kontoen er lukket")


def test_an_entry_of_several_transfers_is_a_row_each() -> None:
    both = listed(details("pay-1", "850.00"), details("pay-2", "0.05"), batch_says="<NbOfTxs>2</NbOfTxs>")
    found = answers(entry(both, "850.05"))
    assert [(each.end_to_end_id, each.ore, each.scope) for each in found] == [
        ("pay-1", 85_000, "transfer"),
        ("pay-2", 5, "transfer"),
    ]


def test_a_booked_batch_without_details_is_of_all_in_it() -> None:
    said = "<MsgId>pfl-1</MsgId><PmtInfId>pfl-1</PmtInfId><NbOfTxs>12</NbOfTxs>"
    [found] = answers(entry(listed(batch_says=said), "10200.00"))
    assert (found.said, found.scope, found.batch_id, found.message_id) == ("paid", "batch", "pfl-1", "pfl-1")
    assert (found.transfers, found.sum_ore, found.ore) == (12, 1_020_000, 1_020_000)
    [of_file] = answers(entry(listed(batch_says="<MsgId>pfl-1</MsgId>"), "10200.00"))
    assert of_file.scope == "file"


def test_the_only_transfer_of_an_entry_has_its_amount() -> None:
    [found] = answers(entry(listed(details("pay-1", amount="")), "12.34"))
    assert (found.ore, found.currency) == (1_234, "DKK")


def test_a_kid_or_slip_number_is_read_where_there_is_no_id() -> None:
    ref = "<RmtInf><Strd><CdtrRefInf><Ref>1234567897</Ref></CdtrRefInf></Strd></RmtInf>"
    [found] = answers(entry(listed(details("NOTPROVIDED", more=ref))))
    assert (found.end_to_end_id, found.creditor_reference) == (None, "1234567897")


def test_rows_of_two_files_name_no_single_one() -> None:
    rows = [entry(listed(details("pay-1"))), entry(listed(details("pay-2", message_id="pfl-2")))]
    report = read_report(statement(rows))
    assert report.original_message_id is None
    assert [answer.message_id for answer in report.answers] == ["pfl-1", "pfl-2"]


TOTALS = "<TxsSummry><TtlNtries><NbOfNtries>{}</NbOfNtries><Sum>{}</Sum></TtlNtries></TxsSummry>"
ONE = [entry(listed(details("pay-1")))]
NO_ACCOUNT, NO_NUMBER = "<Acct><Id/></Acct>", "<Acct><Id><Othr><Id>12X</Id></Othr></Id></Acct>"


@pytest.mark.parametrize(
    "body, found",
    [
        (statement([]), ["/Document/BkToCstmrStmt bank-report-no-rows"]),
        (statement(ONE, account=""), [f"{STMT} bank-report-account-missing"]),
        (statement(ONE, account=NO_ACCOUNT), [f"{STMT} bank-report-account-missing"]),
        (statement(ONE, account=NO_NUMBER), [f"{STMT} bank-report-account-unreadable"]),
        (
            statement(ONE, summary=TOTALS.format(2, "850.00")),
            [f"{STMT}/TxsSummry/TtlNtries/NbOfNtries bank-report-count-differs"],
        ),
        (
            statement(ONE, summary=TOTALS.format(1, "850.01")),
            [f"{STMT}/TxsSummry/TtlNtries/Sum bank-report-sum-differs"],
        ),
        (
            statement([entry(listed(details("pay-1", "850.01")))]),
            [f"{STMT}/Ntry[1] bank-report-sum-differs"],
        ),
        (
            statement([entry(listed(details("a"), details("b"), batch_says="<NbOfTxs>3</NbOfTxs>"), "1700")]),
            [f"{STMT}/Ntry[1]/NtryDtls[1]/Btch/NbOfTxs bank-report-count-differs"],
        ),
        (
            statement([entry(listed(details("a"), batch_says='<TtlAmt Ccy="DKK">1.00</TtlAmt>'))]),
            [f"{STMT}/Ntry[1]/NtryDtls[1]/Btch/TtlAmt bank-report-sum-differs"],
        ),
        (
            statement([entry(listed(details("a", ""), details("b")))]),
            [f"{STMT}/Ntry[1]/NtryDtls[1]/TxDtls[1] bank-amount-unreadable"],
        ),
        (statement([entry(sts="")]), [f"{STMT}/Ntry[1] bank-report-status-missing"]),
        (statement([entry(side="BOTH")]), [f"{STMT}/Ntry[1] bank-report-status-missing"]),
        (
            statement([entry(listed(details("a").replace("<Amt", '<Amt Ccy="DKK">1.00</Amt><Amt')), "1.00")]),
            [f"{STMT}/Ntry[1]/NtryDtls[1]/TxDtls[1]/Amt bank-report-doubled"],
        ),
        (
            statement([entry(before="<CdtDbtInd>CRDT</CdtDbtInd>")]),
            [f"{STMT}/Ntry[1]/CdtDbtInd bank-report-doubled"],
        ),
        (statement([entry(amount="1e3")]), [f"{STMT}/Ntry[1]/Amt bank-amount-unreadable"]),
        (statement([entry(amount="١٢")]), [f"{STMT}/Ntry[1]/Amt bank-amount-unreadable"]),
        (statement([entry(ccy="")]), [f"{STMT}/Ntry[1]/Amt bank-currency-unreadable"]),
        (
            statement([entry().replace("2026-03-04", "4. marts")]),
            [f"{STMT}/Ntry[1]/BookgDt/Dt bank-day-unreadable"],
        ),
        (
            statement(ONE).replace(b"2026-03-04T08:00:00+01:00", b"i dag", 1),
            ["/Document/BkToCstmrStmt/GrpHdr/CreDtTm bank-day-unreadable"],
        ),
        (
            statement(ONE).replace(b"<MsgId>BANK-2</MsgId>", b""),
            ["/Document/BkToCstmrStmt bank-report-incomplete"],
        ),
    ],
)
def test_every_fault_is_named_with_its_place(body: bytes, found: list[str]) -> None:
    assert faults_of(body) == found


@pytest.mark.parametrize(
    "body",
    [
        statement(ONE, summary=TOTALS.format(1, "850.00")),
        statement(
            ONE, summary=TOTALS.format(9, "9.00") + "<StmtPgntn><LastPgInd>false</LastPgInd></StmtPgntn>"
        ),
        statement([entry(listed(details("pay-1", "845.00")), before="<Chrgs/>")]),
    ],
)
def test_pages_and_charges_are_not_held_against_the_rows(body: bytes) -> None:
    assert len(read_report(body).answers) == 1


@pytest.mark.parametrize(
    "text, currency, account",
    [
        ("DK5000400440116243", "DKK", DANISH_IBAN),
        ("DK50 0040 0440 1162 43", "", DANISH_IBAN),
        ("00400440116243", "DKK", PayeeAccount("account-dk", "0040", "0440116243")),
        ("0040-440116243", "DKK", PayeeAccount("account-dk", "0040", "440116243")),
        ("86011117947", "NOK", PayeeAccount("account-no", account_number="86011117947")),
        ("8601.11.17947", "", PayeeAccount("account-no", account_number="86011117947")),
        ("86011117947", "DKK", PayeeAccount("account-dk", "8601", "1117947")),
        ("DK5000400440116244", "DKK", None),
        ("", "DKK", None),
    ],
)
def test_the_account_of_a_report_is_read_in_any_form(
    text: str, currency: str, account: PayeeAccount | None
) -> None:
    assert account_of(text, currency) == account


def test_each_booking_keeps_the_banks_references_and_alike_ones_have_turns() -> None:
    own = "<Refs><AcctSvcrRef>T-1</AcctSvcrRef><TxId>X-1</TxId>"
    inside = listed(
        details("pay-1"), details("pay-1"), details("pay-2"), details("pay-1").replace("<Refs>", own)
    )
    report = read_report(statement([entry(inside, "3400.00"), entry(listed(details("PAY-1")))]))
    day = date(2026, 3, 4)
    assert [answer.booking for answer in report.answers] == [
        BankBooking(day, entry="BANKREF-7"),
        BankBooking(day, entry="BANKREF-7", turn=2),
        BankBooking(day, entry="BANKREF-7"),
        BankBooking(day, "T-1", "X-1", "BANKREF-7"),
        BankBooking(day, entry="BANKREF-7", turn=3),
    ]


def test_an_entry_of_many_is_a_booking_of_many() -> None:
    whole = entry(listed(batch_says="<MsgId>pfl-1</MsgId><NbOfTxs>2</NbOfTxs>"))
    [answer] = read_report(statement([whole])).answers
    assert answer.booking == BankBooking(date(2026, 3, 4), entry="BANKREF-7", of_many=True)
