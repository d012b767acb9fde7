from __future__ import annotations

import subprocess
import sys
import time

import pytest

from helsebro.errors import BadInput, HelsebroError
from helsebro.invoices.largest import MOST_LINES
from helsebro_aws.http.problems import texts
from helsebro_aws.invoices.einvoice.precheck import (
    DEEPEST,
    LARGEST,
    LARGEST_WITH_FILES,
    MOST_NOTES,
    precheck,
)
from tests.builders.invoices import SESSIONS, danish

INVOICE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
FILE = (
    '<b:EmbeddedDocumentBinaryObject xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:'
    'CommonBasicComponents-2">'
)
NOTES = '<Note a="" b=""/>' * 500
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def document(inside: str = "", before: str = "") -> bytes:
    return f'{before}<Invoice xmlns="{INVOICE}">{inside}</Invoice>'.encode()


def with_file(content: str, whole: int = 0) -> bytes:
    """Returns an invoice with a file inside it, filled up with blanks to a size."""
    return document(f"{FILE}{content}</b:EmbeddedDocumentBinaryObject>").ljust(whole)


ATTACKS = {
    "nothing": (b"", "invoice-not-xml"),
    "blanks": (b"  \n", "invoice-not-xml"),
    "a lost letter": (document("\ufffdse"), "invoice-not-utf8"),
    "JSON": (b' {"number": "2026-1001"}', "invoice-another-file"),
    "a list in JSON": (b"[]", "invoice-another-file"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "invoice-another-file"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "invoice-another-file"),
    "a photo": (b"\xff\xd8\xff\xe0", "invoice-another-file"),
    "a ZIP": (b"PK\x03\x04", "invoice-another-file"),
    "half a document": (danish()[:3000], "invoice-not-xml"),
    "two documents": (document() + document(), "invoice-not-xml"),
    "an unknown entity": (document("&amount;"), "invoice-not-xml"),
    "an unbound prefix": (document("<cbc:ID>1</cbc:ID>"), "invoice-not-xml"),
    "an empty DOCTYPE": (document(before="<!DOCTYPE Invoice>"), "invoice-doctype"),
    "an external entity": (
        document("&file;", '<!DOCTYPE Invoice [<!ENTITY file SYSTEM "file:///etc/hostname">]>'),
        "invoice-doctype",
    ),
    "an external subset": (
        document(before='<!DOCTYPE Invoice SYSTEM "http://127.0.0.1:9/a.dtd">'),
        "invoice-doctype",
    ),
    "a parameter entity": (
        document(before='<!DOCTYPE Invoice [<!ENTITY % a SYSTEM "file:///etc/hostname"> %a;]>'),
        "invoice-doctype",
    ),
    "a billion laughs": (
        document("&l9;", f'<!DOCTYPE Invoice [<!ENTITY l0 "ha">{LAUGHS}]>'),
        "invoice-doctype",
    ),
    "quadratic blow-up": (
        document("&a;" * 50_000, f'<!DOCTYPE Invoice [<!ENTITY a "{"x" * 50_000}">]>'),
        "invoice-doctype",
    ),
    "UTF-16": (danish().decode().encode("utf-16"), "invoice-not-utf8"),
    "UTF-16 without a mark": (danish().decode().encode("utf-16-le"), "invoice-not-utf8"),
    "a DOCTYPE in UTF-16": (
        document(before="<!DOCTYPE Invoice>").decode().encode("utf-16"),
        "invoice-not-utf8",
    ),
    "UTF-32": (danish().decode().encode("utf-32"), "invoice-not-utf8"),
    "UTF-7": (document(before='<?xml version="1.0" encoding="UTF-7"?>'), "invoice-not-utf8"),
    "Latin 1": (
        document("æ", '<?xml version="1.0" encoding="ISO-8859-1"?>').decode().encode("latin-1"),
        "invoice-not-utf8",
    ),
    "Latin 1 that is UTF-8": (
        document(before='<?xml version="1.0" encoding="ISO-8859-1"?>'),
        "invoice-not-utf8",
    ),
    "a NUL": (document("\0"), "invoice-not-utf8"),
    "a deep nest": (document("<a>" * 100_000 + "</a>" * 100_000), "invoice-too-deep"),
    "one level too deep": (document("<a>" * DEEPEST + "</a>" * DEEPEST), "invoice-too-deep"),
    "one byte too many": (danish().ljust(LARGEST + 1), "invoice-too-large"),
    "one byte too many beside a file": (with_file("QUJD" * 1000, LARGEST + 4001), "invoice-too-large"),
    "one byte too many with a file": (
        with_file("QUJD" * 1_200_000, LARGEST_WITH_FILES + 1),
        "invoice-too-large",
    ),
    "a file of letters that are no base64": (with_file("ø" * LARGEST), "invoice-too-large"),
    "elements where a file should be": (with_file("<a>bbbb</a>" * 99_000), "invoice-too-wide"),
    "text beside the elements in a file": (with_file(f"<a>{'b' * LARGEST}</a>"), "invoice-too-large"),
    "a name of thousands of letters": (document(f"<{'a' * 5_000}/>"), "invoice-not-ubl"),
    "many elements": (document(f"<a>{'<b/>' * 500}</a>" * 130), "invoice-too-many-elements"),
    "one line too many": (danish(sessions=SESSIONS[:1] * (MOST_LINES + 1)), "invoice-too-long"),
    "ten thousand notes": (document("<Note/>" * 10_000), "invoice-too-wide"),
    "sixty thousand attributes on one element": (
        document(f"<Note {' '.join(f'a{number}={chr(34) * 2}' for number in range(60_000))}/>"),
        "invoice-too-many-attributes",
    ),
    "few attributes on many elements": (
        document(f"<a>{NOTES}</a>" * 60),
        "invoice-too-many-attributes",
    ),
    "many comments": (document("<!---->" * (MOST_NOTES + 1)), "invoice-too-many-comments"),
    "many instructions": (document("<?a?>" * (MOST_NOTES + 1)), "invoice-too-many-comments"),
    "many namespaces": (
        document(f"<Note {' '.join(f'xmlns:a{number}={chr(34)}urn:a{chr(34)}' for number in range(21))}/>"),
        "invoice-too-many-namespaces",
    ),
    "HTML": (b"<html><body/></html>", "invoice-not-ubl"),
    "an order": (document().replace(b"Invoice", b"Order"), "invoice-not-ubl"),
    "an invoice without a namespace": (b"<Invoice/>", "invoice-not-ubl"),
    "a credit note in the invoice's namespace": (
        document().replace(b"<Invoice", b"<CreditNote").replace(b"</Invoice", b"</CreditNote"),
        "invoice-not-ubl",
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_body_that_is_not_an_invoice_is_rejected_at_once(attack: str) -> None:
    body, code = ATTACKS[attack]
    started = time.thread_time()
    with pytest.raises(HelsebroError) as refused:
        precheck(body)
    assert time.thread_time() - started < 0.5
    error = refused.value
    assert code == (error.faults[0].code if isinstance(error, BadInput) else error.code)
    assert set(texts()[code]) == {"da", "nb", "en"}


@pytest.mark.parametrize(
    "body",
    [
        danish(),
        b"\xef\xbb\xbf" + danish(),
        danish(credits="2026-1000"),
        danish().ljust(LARGEST),
        with_file("QUJD" * 1000, LARGEST + 4000),
        with_file("QUJD" * 1_200_000, LARGEST_WITH_FILES),
        danish(sessions=SESSIONS[:1] * MOST_LINES),
        danish().replace(b"Behandling", b"<![CDATA[<!DOCTYPE a>]]>"),
        danish().replace(b"<cbc:ID>", b"<!-- <!DOCTYPE a> --><cbc:ID>", 1),
    ],
)
def test_an_invoice_of_any_allowed_size_passes(body: bytes) -> None:
    precheck(body)


def test_the_precheck_imports_no_xml_libraries() -> None:
    heavy = "{'lxml', 'saxonche', 'facturx'}"
    code = f"import sys, helsebro_aws.invoices.einvoice.precheck; sys.exit(bool({heavy} & set(sys.modules)))"
    environment = {"PYTHONPATH": ":".join(path for path in sys.path if path)}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0
