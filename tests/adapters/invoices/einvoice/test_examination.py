from __future__ import annotations

import random
import re

from helsebro.errors import HelsebroError
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.invoice import Invoice
from helsebro_aws.invoices.einvoice.examination import UNREADABLE, examined
from helsebro_aws.invoices.einvoice.precheck import precheck
from tests.builders.invoices import danish, facts

PIECES = re.findall(rb"<[^>]*>|[^<]+", danish())
STRANGE = (
    b"",
    b"&#1;",
    b"\x01",
    b"9" * 40,
    b"NaN",
    b"1e9",
    b"2026-13-45",
    "\u202e".encode(),
    b'<cbc:ID xml:base="file:///etc/">x</cbc:ID>',
    b'<cbc:ID xml:id="1 2" xmlns:a="%%%">x</cbc:ID>',
    b'<?xml-stylesheet href="file:///etc/hostname"?>',
    b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>',
)


def known(_: Invoice) -> InvoiceFacts:
    return facts()


def mutated(dice: random.Random) -> bytes:
    pieces = list(PIECES)
    for _ in range(dice.randint(1, 4)):
        place, other = dice.randrange(len(pieces)), dice.randrange(len(pieces))
        match dice.randrange(4):
            case 0:
                del pieces[place]
            case 1:
                pieces[place] = pieces[other]
            case 2:
                pieces.insert(place, pieces[other])
            case _:
                pieces[place] = dice.choice(STRANGE)
    return b"".join(pieces)


def test_a_valid_document_is_acceptable() -> None:
    found = examined(danish(), known)
    assert found.is_acceptable
    assert found.invoice


def test_an_unreadable_document_has_one_finding() -> None:
    assert examined(b"<a/>", known).findings == (UNREADABLE,)
    assert not examined(b"", known).is_acceptable


def test_a_changed_document_leads_to_findings_and_never_to_an_error() -> None:
    dice, rejected = random.Random(16931), 0
    for _ in range(2500):
        body = mutated(dice)
        try:
            precheck(body)
        except HelsebroError:
            continue
        rejected += not examined(body, known).is_acceptable
    assert rejected > 100
