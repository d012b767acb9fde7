"""The guarantee's document: its texts in one language, set by typst as a tagged PDF (PDF/UA-1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro_aws.guarantees.pdf.printable import printable

HERE = Path(__file__).parent
SCHEMES = {"0088": "GLN/EAN", "0184": "CVR", "0192": "Org.nr."}


@dataclass(frozen=True)
class Paper:
    """The guarantee, the registered names and the address of the public check that the document shows."""

    guarantee: Guarantee
    payer_name: str
    person_name: str
    clinic_name: str | None
    public_url: str
    language: str

    @property
    def link(self) -> str:
        """The address where anyone can check the guarantee."""
        return f"{self.public_url.rstrip('/')}/v1/verify/{self.guarantee.case_reference}"


def render(paper: Paper) -> bytes:
    """Returns the document as a PDF without a seal."""
    import typst

    rendered: bytes = typst.compile(
        str(HERE / "guarantee.typ"),
        root=str(HERE),
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(_content(paper), ensure_ascii=False)},
        pdf_standards=["ua-1"],
    )
    return rendered


def _content(paper: Paper) -> dict[str, Any]:
    words, guarantee = _words(paper.language), paper.guarantee
    payer, name = printable(paper.payer_name), printable(paper.person_name)
    scheme, number = guarantee.payer_endpoint
    contact = guarantee.contact
    return {
        "lang": paper.language,
        "title": words["title"],
        "number": guarantee.number,
        "payer": payer,
        "lead": words["lead"].format(payer=payer),
        "for-label": words["for"],
        "name": name,
        "rows": _rows(paper, words),
        "link": paper.link,
        "link-shown": [*paper.link.partition("://")[2].rpartition("/")[:1], guarantee.case_reference],
        "qr": _qr_code(paper.link),
        "qr-alt": words["check_alt"].format(link=paper.link),
        "check": words["check"],
        "member": words["member"],
        "member-points": words["member_points"],
        "clinic": words["clinic"],
        "clinic-points": words["clinic_points"],
        "invoice-to": words["invoice_to"],
        "invoice-lines": [
            payer,
            f"{SCHEMES[scheme]} {number}",
            f"{words['reference']}: {guarantee.case_reference}",
        ],
        "contact": words["contact"],
        "contact-lines": [
            printable(line) for line in (contact.phone, contact.email, f"{words['hours']}: {contact.hours}")
        ],
        "seal": words["seal"],
    }


def _rows(paper: Paper, words: Mapping[str, Any]) -> list[tuple[str, str]]:
    guarantee = paper.guarantee
    issued = (
        local_day(guarantee.issued_at, guarantee.country) if guarantee.issued_at else guarantee.valid_from
    )
    ends = {"from": _day(guarantee.valid_from, words), "until": _day(guarantee.valid_until, words)}
    clinic = printable(paper.clinic_name) if paper.clinic_name else words["any_treater"]
    return [
        (words["number"], guarantee.number),
        (words["reference"], guarantee.case_reference),
        (words["issued"], _day(issued, words)),
        *_extended(guarantee, words),
        (words["treatment"], words["treatments"].get(guarantee.treatment, guarantee.treatment)),
        (words["sessions"], str(guarantee.sessions_granted)),
        (words["period"], words["from_to"].format(**ends)),
        (words["price"], _prices(guarantee, words)),
        (words["treater"], clinic),
    ]


def _extended(guarantee: Guarantee, words: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Returns the row with the day of the latest extension, by which its papers differ."""
    if guarantee.extended_at is None:
        return []
    return [(words["extended"], _day(local_day(guarantee.extended_at, guarantee.country), words))]


def _prices(guarantee: Guarantee, words: Mapping[str, Any]) -> str:
    prices = [(fee.service, fee.amount) for fee in guarantee.fees]
    if guarantee.fee and not {"first", "follow-up"} & {service for service, _ in prices}:
        prices = [("session", guarantee.fee), *prices]
    texts = [f"{_amount(amount, words)} {words['price_of'][service]}" for service, amount in prices]
    return ", ".join(texts) or str(words["price_open"])


def _amount(money: Money, words: Mapping[str, Any]) -> str:
    number = f"{money.amount:.2f}".replace(".", words["decimal"])
    unit = words["currencies"][money.currency]
    return f"{unit} {number}" if unit == money.currency else f"{number} {unit}"


def _day(day: date, words: Mapping[str, Any]) -> str:
    return str(words["date"]).format(day=day.day, month=words["months"][day.month - 1], year=day.year)


def _qr_code(link: str) -> str:
    import segno

    drawn = BytesIO()
    segno.make(link, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=2, dark="#12304a")
    return drawn.getvalue().decode()


@cache
def _words(language: str) -> dict[str, Any]:
    words: dict[str, Any] = json.loads((HERE / "texts" / f"{language}.json").read_text("utf-8"))
    return words
