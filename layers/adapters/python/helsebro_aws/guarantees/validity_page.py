"""The page of the public check of a guarantee, for a person who scans the code on its paper."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from helsebro.claims.counted_in import TRIPS, WITHOUT_CLINIC
from helsebro.coverage.texts.counted import unit_of
from helsebro.coverage.texts.fact_texts import word_of
from helsebro.guarantees.validity import GuaranteeValidity
from helsebro.plain_words import PlainWords, plain_words
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.pages.page import other_languages, page

HEADERS = {"Cache-Control": "no-store", "Vary": "Accept, Accept-Language"}
OWN_UNITS = ("trip", "talk", "operation", "examination")
"""The units that have a row of their own for what is left."""
MANY = 2


def shown(case_reference: str, validity: GuaranteeValidity, today: date, language: str) -> HttpAnswer:
    """Returns the page with reference, status, treatment, sessions left and last day, as of today."""
    words, plain = _words(validity, language), plain_words(language)
    treatment = word_of("treatment.type", validity.treatment, language)
    status = "late" if validity.is_late_on(today) else validity.status_on(today)
    begins = (
        {"begin_by": plain.of_day(validity.begin_by)} if validity.begin_by and status != "revoked" else {}
    )
    rows = {
        "reference": case_reference,
        "treatment": treatment[:1].upper() + treatment[1:],
        **_left(validity, today),
        **begins,
        **_last_day(validity, plain),
    }
    listed = "".join(f"<dt>{escape(words[name])}</dt><dd>{escape(text)}</dd>" for name, text in rows.items())
    said = words[status].format(begin_by=plain.of_day(validity.begin_by) if validity.begin_by else "")
    body = f"<p><strong>{escape(said)}</strong></p><dl>{listed}</dl><p>{escape(words['compare'])}</p>"
    return _page(body, words, language)


def _left(validity: GuaranteeValidity, today: date) -> dict[str, str]:
    """Returns the row of what is left: sessions or trips; none of what is counted in neither, and none where
    the price is for all of it.
    """
    if validity.treatment in WITHOUT_CLINIC - TRIPS or validity.fee_for == "whole":
        return {}
    unit = unit_of(validity.treatment, MANY)
    name = f"{unit}s_left" if unit in OWN_UNITS else "left"
    return {name: str(validity.sessions_left_on(today))}


def _last_day(validity: GuaranteeValidity, plain: PlainWords) -> dict[str, str]:
    """Returns the day on which it was revoked; else the last valid day."""
    if validity.status == "revoked" and validity.revoked_on:
        return {"revoked_on": plain.of_day(validity.revoked_on)}
    return {} if validity.status == "revoked" else {"until": plain.of_day(validity.valid_until)}


def unknown(language: str) -> HttpAnswer:
    """Returns the page of a reference that no guarantee has, with what to do.

    It does not repeat the reference, which anyone could write into a link.
    """
    words = texts()[language]
    body = f"<p><strong>{escape(words['unknown'])}</strong></p><p>{escape(words['unknown_what'])}</p>"
    return replace(_page(body, words, language), status=404)


def _words(validity: GuaranteeValidity, language: str) -> Mapping[str, Any]:
    """Returns the words of a guarantee, or of an approval of a refund, which is no promise to a clinic."""
    words = texts()[language]
    return {**words, **words["refund"]} if validity.settlement == "refund" else words


def _page(body: str, words: Mapping[str, Any], language: str) -> HttpAnswer:
    body += f"<p>{escape(words['about'])}</p><p>{other_languages(language)}</p>"
    return page(words["heading"], body, language, HEADERS, is_listed=False)


@cache
def texts() -> Mapping[str, Mapping[str, Any]]:
    """Returns language → name → text; under ``refund`` are those of an approval of a refund."""
    found: Mapping[str, Mapping[str, Any]] = json.loads(
        Path(__file__).with_suffix(".json").read_text("utf-8")
    )
    return found
