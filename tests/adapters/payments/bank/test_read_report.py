from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helsebro.errors import BadInput
from helsebro.payments.runs.end_to_end import payable_named
from helsebro_aws.payments.bank.read_report import DEEPEST, LARGEST, read_report
from tests.adapters.payments.bank.faults_of import faults_of
from tests.builders.bank.reports import (
    batch,
    details,
    document,
    entry,
    listed,
    statement,
    status,
    status_report,
)

SOUND = status_report(batch(status("pay-1", "ACSP")))
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def beginning_with(text: str) -> bytes:
    return SOUND.replace(b"<Document", text.encode() + b"<Document", 1)


DEEP = batch(status("pay-1", "ACSP", "<StsRsnInf>" * DEEPEST + "</StsRsnInf>" * DEEPEST))
ATTACKS = {
    "nothing": (b"", "bank-report-not-xml"),
    "blanks": (b"  \n", "bank-report-not-xml"),
    "JSON": (b'{"status": "paid"}', "bank-report-not-xml"),
    "half a report": (SOUND[:200], "bank-report-not-xml"),
    "two reports": (SOUND + SOUND, "bank-report-not-xml"),
    "an unknown entity": (SOUND.replace(b"BANK-1", b"&bank;"), "bank-report-not-xml"),
    "NUL": (SOUND + b"\0", "bank-report-not-utf8"),
    "UTF-16": (SOUND.decode().encode("utf-16"), "bank-report-not-utf8"),
    "said to be UTF-16": (SOUND.replace(b"UTF-8", b"UTF-16"), "bank-report-not-utf8"),
    "UTF-7": (SOUND.replace(b"UTF-8", b"utf-7"), "bank-report-not-utf8"),
    "Latin-1": ("å".encode("latin-1") + SOUND, "bank-report-not-utf8"),
    "an empty DOCTYPE": (beginning_with("<!DOCTYPE Document>"), "bank-report-doctype"),
    "an external entity": (
        beginning_with('<!DOCTYPE Document [<!ENTITY f SYSTEM "file:///etc/hostname">]>'),
        "bank-report-doctype",
    ),
    "a billion laughs": (beginning_with(f'<!DOCTYPE l [<!ENTITY l0 "ha">{LAUGHS}]>'), "bank-report-doctype"),
    "too large": (SOUND.ljust(LARGEST + 1), "bank-report-too-large"),
    "too deep": (status_report(DEEP), "bank-report-too-deep"),
    "deeper than the parser goes": (b"<a>" * 10_000 + b"</a>" * 10_000, "bank-report-not-xml"),
    "a payment file": (document("pain.001.001.09", "<CstmrCdtTrfInitn/>"), "bank-report-unknown"),
    "a report of today's entries": (
        document("camt.052.001.08", "<BkToCstmrAcctRpt/>"),
        "bank-report-unknown",
    ),
    "an older version": (SOUND.replace(b"pain.002.001.10", b"pain.002.001.02"), "bank-report-unknown"),
    "a newer version": (SOUND.replace(b"pain.002.001.10", b"pain.002.001.99"), "bank-report-unknown"),
    "another namespace": (SOUND.replace(b"urn:iso", b"urn:osi"), "bank-report-unknown"),
    "no namespace": (b"<Document><CstmrPmtStsRpt/></Document>", "bank-report-unknown"),
    "a message of another family": (
        SOUND.replace(b"pain.002.001.10", b"camt.053.001.08"),
        "bank-report-unknown",
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_or_unknown_body_is_refused_with_one_fault(attack: str) -> None:
    body, code = ATTACKS[attack]
    assert faults_of(body) == [code]


@pytest.mark.parametrize(
    "body, malformed",
    [(b"", True), (b"\0", True), (beginning_with("<!DOCTYPE a>"), False), (SOUND.ljust(LARGEST + 1), False)],
)
def test_what_is_no_xml_is_malformed(body: bytes, malformed: bool) -> None:
    with pytest.raises(BadInput) as raised:
        read_report(body)
    assert raised.value.malformed is malformed


@pytest.mark.parametrize(
    "body", [b"\xef\xbb\xbf" + SOUND, SOUND.replace(b"UTF-8", b"us-ascii"), SOUND + b"\n"]
)
def test_a_sound_report_is_read_in_each_of_its_forms(body: bytes) -> None:
    assert read_report(body) == read_report(SOUND)


def test_elements_of_other_namespaces_are_none_of_the_report() -> None:
    foreign = '<x:TxSts xmlns:x="urn:x">RJCT</x:TxSts>'
    body = status_report(batch(status("pay-1", "ACSP").replace("<TxSts>", f"{foreign}<TxSts>")))
    [answer] = read_report(body).answers
    assert answer.said == "accepted"


def test_a_prefix_is_no_other_name() -> None:
    prefixed = SOUND.replace(b"</", b"<|/").replace(b"<", b"<b:").replace(b"<b:|/", b"</b:")
    body = prefixed.replace(b"<b:?xml", b"<?xml").replace(b"xmlns=", b"xmlns:b=")
    assert read_report(body) == read_report(SOUND)


@pytest.mark.parametrize("inside", ["<!-- x -->", "<?note x?>"])
def test_a_comment_inside_a_value_changes_nothing(inside: str) -> None:
    whole = statement([entry(listed(details("pay-1", "850.00")), "850.00")])
    cut = whole.replace(b"850.00", f"8{inside}50.00".encode()).replace(b"pay-1", f"pa{inside}y-1".encode())
    assert cut != whole
    assert read_report(cut) == read_report(whole)


def test_values_in_character_data_are_read() -> None:
    assert read_report(SOUND.replace(b"850.00", b"<![CDATA[850.00]]>")) == read_report(SOUND)


def test_a_report_has_at_most_five_thousand_rows() -> None:
    body = statement([entry()] * 5_001)
    assert len(body) < LARGEST
    assert faults_of(body) == ["/Document/BkToCstmrStmt bank-report-too-many-rows"]


def test_at_most_a_hundred_faults_are_told() -> None:
    assert len(faults_of(status_report(batch(status("pay-1") * 200)))) == 100


def kroner(ore: int) -> str:
    return f"{ore // 100}.{ore % 100:02}"


AMOUNTS = st.lists(st.integers(1, 10**9), min_size=1, max_size=6)


@given(AMOUNTS, st.data())
def test_one_ore_more_in_a_status_is_another_row(amounts: list[int], data: st.DataObject) -> None:
    changed = data.draw(st.integers(0, len(amounts) - 1))

    def report(values: list[int]) -> bytes:
        rows = "".join(status(f"pay-{n}", "ACSP", amount=kroner(ore)) for n, ore in enumerate(values))
        return status_report(batch(rows))

    other = [ore + (number == changed) for number, ore in enumerate(amounts)]
    before, after = read_report(report(amounts)).answers, read_report(report(other)).answers
    assert [answer.ore for answer in before] == amounts
    assert [number for number, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]] == [
        changed
    ]


@given(AMOUNTS, st.data())
def test_one_ore_more_in_a_statement_is_another_row_or_refused(
    amounts: list[int], data: st.DataObject
) -> None:
    changed = data.draw(st.integers(0, len(amounts) - 1))
    rows = [entry(listed(details(f"pay-{n}", kroner(ore))), kroner(ore)) for n, ore in enumerate(amounts)]
    assert [answer.ore for answer in read_report(statement(rows)).answers] == amounts
    more = kroner(amounts[changed] + 1)
    both = [*rows[:changed], entry(listed(details(f"pay-{changed}", more)), more), *rows[changed + 1 :]]
    assert [answer.ore for answer in read_report(statement(both)).answers][changed] == amounts[changed] + 1
    half = [entry(listed(details("pay-1", more)), kroner(amounts[changed]))]
    assert faults_of(statement(half))


@given(st.integers(0, len(SOUND) - 1), st.binary(max_size=3))
def test_a_report_with_changed_bytes_is_read_or_refused_and_never_breaks(at: int, given_bytes: bytes) -> None:
    said: tuple[object, ...]
    try:
        said = read_report(SOUND[:at] + given_bytes + SOUND[at + 1 :]).answers
    except BadInput as refused:
        said = refused.faults
    assert said


def test_lxml_is_loaded_by_the_first_report_only() -> None:
    code = "import sys, helsebro_aws.payments.bank.read_report; print('lxml' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_the_example_of_the_document_is_a_report_that_is_read() -> None:
    sample = Path(__file__).parents[4] / "events" / "outgoing" / "bank-report.xml"
    [answer] = read_report(sample.read_bytes()).answers
    assert (answer.said, answer.reason, answer.ore) == ("rejected", "AC04", 850_00)
    assert payable_named(answer.end_to_end_id or "", "tryg").startswith("pay_")
