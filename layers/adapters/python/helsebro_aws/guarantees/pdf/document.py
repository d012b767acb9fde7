"""The guarantee's document: its texts in one language, set by typst as a tagged PDF (PDF/UA-1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from helsebro.claims.counted_in import TRIPS
from helsebro.coverage.texts.fact_texts import word_of
from helsebro.guarantees.extension import CRISIS
from helsebro.guarantees.guarantee import GrantedExtension, Guarantee
from helsebro.local_day import local_day
from helsebro.plain_words import PlainWords, plain_words
from helsebro.policies.payer_mark import PayerMark
from helsebro_aws.guarantees.pdf.paper import Paper
from helsebro_aws.guarantees.pdf.price_rows import price_rows, written
from helsebro_aws.papers.printable import printable
from helsebro_aws.papers.printing import printed

HERE = Path(__file__).parent
REFUND = "refund_"
SCHEMES = {"0088": "GLN/EAN", "0184": "CVR", "0192": "Org.nr."}
MARK_MM = (60.0, 14.0)
"""The largest width and height of the payer's mark on the paper."""
MOST_EXTENSIONS = 3
"""The paper shows the latest ones, so that it stays one page."""


def render(paper: Paper) -> bytes:
    """Returns the document as a PDF without a seal."""
    return printed(HERE / "guarantee.typ", "paper", _content(paper))


def _words(paper: Paper) -> Mapping[str, Any]:
    """Returns the texts of a guarantee, or of an approval of a refund, whose own have a prefix."""
    texts = _texts(paper.language)
    if not paper.is_refunded:
        return texts
    own = {name.removeprefix(REFUND): text for name, text in texts.items() if name.startswith(REFUND)}
    return {**texts, **own}


def _content(paper: Paper) -> dict[str, Any]:
    words, guarantee = _words(paper), paper.guarantee
    payer, name = printable(paper.payer_name), printable(paper.person_name)
    contact = guarantee.contact
    return {
        "lang": paper.language,
        "title": words["title"],
        "number": guarantee.number,
        "payer": payer,
        "mark": _mark(paper.mark),
        "lead": words["own_lead" if paper.has_no_clinic else "lead"].format(payer=payer),
        "for-label": words["for"],
        "name": name,
        "rows": _rows(paper, words),
        "link": paper.link,
        "link-shown": [*paper.link.partition("://")[2].rpartition("/")[:1], guarantee.case_reference],
        "qr": _qr_code(paper.link),
        "qr-alt": words["check_alt"].format(link=paper.link),
        "check": words["check"],
        "member": words["member"],
        "member-points": _member_points(paper, words),
        "for-clinic": None if paper.is_refunded else _for_clinic(paper, words),
        "contact": words["contact"],
        "contact-lines": [
            printable(line) for line in (contact.phone, contact.email, f"{words['hours']}: {contact.hours}")
        ],
        "seal": words["seal"],
    }


def _member_points(paper: Paper, words: Mapping[str, Any]) -> list[str]:
    more = "more_of_it" if paper.is_one_course or paper.has_no_clinic else "more"
    last = words["crisis" if paper.guarantee.treatment == CRISIS else more]
    if paper.is_refunded:
        points = [*words["own_points" if paper.has_no_clinic else "refund_points"]]
        if paper.is_one_course and not paper.has_no_clinic:
            points[-1] = words["refund_course"]
        return [*points, last]
    first = "part" if paper.part_of_cost else "free" if paper.is_free else "not_free"
    frame, *others = words["member_points"]
    return [words[first], *(words["course_points"] if paper.is_one_course else [frame]), *others, last]


def _for_clinic(paper: Paper, words: Mapping[str, Any]) -> Mapping[str, Any]:
    """Returns the clinic's half: how to check and bill, and where to send the invoice."""
    scheme, number = paper.guarantee.payer_endpoint
    invoice = _how_to_bill(paper, words)
    return {
        "heading": words["clinic"],
        "points": [point.replace("{invoice}", invoice) for point in words["clinic_points"]],
        "invoice-to": words["invoice_to"],
        "invoice-lines": [
            printable(paper.payer_name),
            f"{SCHEMES[scheme]} {number}",
            f"{words['reference']}: {paper.guarantee.case_reference}",
        ],
    }


def _how_to_bill(paper: Paper, words: Mapping[str, Any]) -> str:
    """Returns whether each session has an invoice, and of one price for all what part of it that is."""
    known = paper.guarantee
    if known.fee_for == "session" or known.session_fee is None:
        return str(words["invoice_each"])
    if known.sessions_granted == 1:
        return str(words["invoice_whole"])
    plain = plain_words(paper.language)
    texts = [words["invoice_parts"].format(part=written(known.session_fee, plain))]
    for more in known.priced_apart:
        text = words["invoice_next_one" if more.sessions == 1 else "invoice_next"]
        price = more.per_session or known.session_fee
        texts.append(text.format(number=more.sessions, part=written(price, plain)))
    return " ".join(texts)


def _rows(paper: Paper, words: Mapping[str, Any]) -> list[tuple[str, str]]:
    guarantee, plain = paper.guarantee, plain_words(paper.language)
    issued = (
        local_day(guarantee.issued_at, guarantee.country) if guarantee.issued_at else guarantee.valid_from
    )
    ends = {"from": plain.of_day(guarantee.valid_from), "until": plain.of_day(guarantee.valid_until)}
    treatment = word_of("treatment.type", guarantee.treatment, paper.language)
    first_by = guarantee.first_session_by
    return [
        (words["number"], guarantee.number),
        (words["reference"], guarantee.case_reference),
        (words["issued"], plain.of_day(issued)),
        *_extended(guarantee, words, plain),
        (words["treatment"], treatment[:1].upper() + treatment[1:]),
        *_count(paper, words),
        (words["period"], words["from_to"].format(**ends)),
        *([(words["begin_by"], plain.of_day(first_by))] if first_by else []),
        *price_rows(paper, words, plain),
        *_place(paper, words),
    ]


def _count(paper: Paper, words: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Returns the row of how many sessions or trips are granted; none of what is counted in neither."""
    guarantee = paper.guarantee
    count = guarantee.sessions_granted
    if guarantee.treatment in TRIPS:
        trips = words["trip_count"]["one" if count == 1 else "many"]
        return [(words["count"], trips.format(count=count))]
    return [] if paper.has_no_clinic or paper.is_one_course else [(words["sessions"], str(count))]


def _extended(guarantee: Guarantee, words: Mapping[str, Any], plain: PlainWords) -> list[tuple[str, str]]:
    """Returns a row for each of the latest extensions: its day, and the sessions and time that it added.

    Extensions from before these were stored have only the day of the latest.
    """
    if guarantee.extended_at is None:
        return []
    latest = guarantee.extensions[-MOST_EXTENSIONS:] or (GrantedExtension(guarantee.extended_at),)
    rows = []
    for extension in latest:
        added = []
        if extension.sessions:
            count = "one" if extension.sessions == 1 else "many"
            added.append(words["more_sessions"][count].format(count=extension.sessions))
        if extension.valid_until:
            added.append(words["new_last_day"].format(day=plain.of_day(extension.valid_until)))
        day = plain.of_day(local_day(extension.granted_at, guarantee.country))
        rows.append((words["extended"], f"{day}: {', '.join(added)}" if added else day))
    return rows


def _place(paper: Paper, words: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Returns the rows of practitioner, clinic and address, or that the member chooses."""
    clinic, practitioner, address = paper.clinic, paper.practitioner, paper.address
    if clinic is None and paper.has_no_clinic:
        return []
    if clinic is None:
        approved = words["approved"].get(paper.guarantee.country, {}).get(paper.guarantee.treatment)
        outside = approved or words["any_outside"]
        return [(words["place"], outside if paper.is_refunded else words["any_practitioner"])]
    rows = [
        (words["clinic_name"], words["clinic_phone"].format(name=clinic.name, phone=clinic.contact.phone))
    ]
    if practitioner:
        rows.insert(0, (words["practitioner"], practitioner.name))
    if address:
        rows.append((words["address"], f"{address.street}, {address.postcode} {address.city}"))
    return [(label, printable(text)) for label, text in rows]


def _mark(mark: PayerMark | None) -> Mapping[str, Any] | None:
    """Returns the mark's bytes and its height in millimetres, at which it keeps its proportions."""
    if mark is None:
        return None
    widest, highest = MARK_MM
    return {"png": list(mark.png), "height": round(min(highest, widest * mark.height / mark.width), 2)}


def _qr_code(link: str) -> str:
    import segno

    drawn = BytesIO()
    segno.make(link, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=2, dark="#12304a")
    return drawn.getvalue().decode()


@cache
def _texts(language: str) -> dict[str, Any]:
    texts: dict[str, Any] = json.loads((HERE / "texts" / f"{language}.json").read_text("utf-8"))
    return texts
