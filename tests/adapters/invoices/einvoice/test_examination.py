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


def test_a_sound_document_is_acceptable() -> None:
    found = examined(danish(), known)
    assert found.is_acceptable
    assert found.invoice


def test_what_cannot_be_read_is_one_finding() -> None:
    assert examined(b"<a/>", known).findings == (UNREADABLE,)
    assert not examined(b"", known).is_acceptable


def test_no_change_of_a_document_leads_to_anything_but_findings() -> None:
    dice, told = random.Random(16931), 0
    for _ in range(2500):
        body = mutated(dice)
        try:
            precheck(body)
        except HelsebroError:
            continue
        told += not examined(body, known).is_acceptable
    assert told > 100
