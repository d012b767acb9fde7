from __future__ import annotations

import pytest
from lxml import etree

from helsebro.errors import BadInput, Refused
from helsebro_aws.invoices.einvoice.document import UblDocument, opened
from helsebro_aws.invoices.einvoice.leaf import LONGEST_VALUE, too_long
from helsebro_aws.invoices.einvoice.precheck import MOST_NOTES, WIDEST, precheck
from tests.adapters.invoices.einvoice.test_precheck import ATTACKS
from tests.builders.invoices import SESSIONS, danish

PLAIN = danish()


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_body_that_the_precheck_refuses_is_not_opened_either(attack: str) -> None:
    with pytest.raises((BadInput, Refused)):
        opened(ATTACKS[attack][0])


@pytest.mark.parametrize(
    "body",
    [
        PLAIN,
        b"\xef\xbb\xbf" + PLAIN,
        PLAIN.replace(b"Behandling", b"<![CDATA[<!DOCTYPE a>]]>"),
        PLAIN.replace(b"UTF-8", b"us-ascii").replace("ø".encode(), b"o"),
    ],
)
def test_a_sound_document_is_opened_once_and_as_it_is(body: bytes) -> None:
    document = opened(body)
    again = etree.fromstring(document.text)
    assert etree.tostring(again, method="c14n") == etree.tostring(document.root, method="c14n")


def test_an_element_has_a_number_only_where_others_of_its_name_stand_beside_it() -> None:
    one, two = opened(danish(sessions=SESSIONS[:1])), opened(PLAIN)
    assert [place for place in one.at.values() if place.endswith("InvoiceLine")] == [
        "/Invoice/cac:InvoiceLine"
    ]
    lines = [place for place in two.at.values() if "InvoiceLine" in place.rpartition("/")[2]]
    assert lines == ["/Invoice/cac:InvoiceLine[1]", "/Invoice/cac:InvoiceLine[2]"]


def test_every_node_has_a_place_of_its_own_which_finds_it() -> None:
    document = opened(PLAIN.replace(b"<cbc:ID>", b"<!-- a --><!-- b --><?c?><cbc:ID>", 1))
    places = [place for place in document.at.values()]
    assert len(places) == len(set(places)) == sum(1 for _ in document.root.iter())
    names = {"cac": "", "cbc": ""}
    for prefix in names:
        names[prefix] = document.root.nsmap[prefix]
    for node, place in document.at.items():
        path = place.replace("/Invoice", "/*", 1)
        if "comment()" not in place:
            assert document.root.getroottree().xpath(path, namespaces=names) == [node]


def test_elements_stand_in_the_order_of_the_document() -> None:
    document = opened(PLAIN)
    assert list(document.at) == list(document.root.iter())


@pytest.mark.parametrize(
    "old,new,place",
    [
        (b">Behandling<", b">" + b"x" * (LONGEST_VALUE + 1) + b"<", "cac:InvoiceLine[1]/cac:Item/cbc:Name"),
        (
            b"<cbc:PaymentMeansCode>",
            b'<cbc:PaymentMeansCode name="%s">' % (b"x" * 3_000),
            "cbc:PaymentMeansCode",
        ),
        (b"<cbc:PaymentMeansCode>", b"<!-- %s --><cbc:PaymentMeansCode>" % (b"x" * 3_000), "comment()"),
    ],
)
def test_a_longer_value_than_a_rule_reads_is_a_finding(old: bytes, new: bytes, place: str) -> None:
    found = list(too_long(opened(PLAIN.replace(old, new, 1))))
    assert [finding.rule for finding in found] == ["UBL-LONG"]
    assert found[0].location.endswith(place)
    assert found[0].expected == "2000"
    assert "xxx" not in repr(found)


@pytest.mark.parametrize(
    "new",
    [
        b"x" * LONGEST_VALUE,
        b'<cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf">'
        + b"QUJD" * 5_000
        + b"</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>",
    ],
)
def test_a_value_of_the_allowed_length_and_a_file_inside_are_none(new: bytes) -> None:
    assert list(too_long(opened(PLAIN.replace(b">Behandling<", b">" + new + b"<")))) == []


def test_the_walk_grows_with_the_lines_and_not_with_their_square() -> None:
    body = danish(sessions=SESSIONS * 250)
    document = opened(body)
    assert len(document.at) > 10_000
    assert list(UblDocument(document.root).at.items()) == list(document.at.items())


def test_a_name_that_may_be_a_persons_number_stands_in_no_place() -> None:
    document = opened(PLAIN.replace(b"<cbc:ID>", b"<a0101701234/><b0101701234/><cbc:ID>", 1))
    places = [place for place in document.at.values()]
    assert not [place for place in places if "0101701234" in place]
    assert {"/Invoice/*[1]", "/Invoice/*[2]"} <= set(places)


@pytest.mark.parametrize("note", [b"<!---->", b"<?a?>"])
def test_as_many_comments_as_may_be_are_read_wherever_they_stand(note: bytes) -> None:
    body = PLAIN.replace(b"<cbc:IssueDate>", note * MOST_NOTES + b"<cbc:IssueDate>", 1)
    precheck(body)
    assert opened(body).kind == "invoice"


def test_elements_beside_comments_are_counted_as_they_are() -> None:
    line = b"<cac:PaymentTerms/><!---->"
    with pytest.raises(Refused) as refused:
        opened(PLAIN.replace(b"<cac:TaxTotal>", line * (WIDEST + 1) + b"<cac:TaxTotal>", 1))
    assert refused.value.code == "invoice-too-wide"
