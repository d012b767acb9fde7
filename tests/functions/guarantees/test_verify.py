from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from typing import Any, Literal

import pytest
from functions.guarantees.guarantees.handler import handler as guarantees
from functions.guarantees.verify.handler import handler

from helsebro.guarantees.guarantee import Guarantee
from helsebro.plain_words import plain_words
from helsebro.receipt import Receipt
from helsebro_aws.bookings.booking_changes import BookingChanges
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.guarantees.dynamo_references import SHOWN
from helsebro_aws.guarantees.keys import reference_key
from helsebro_aws.guarantees.validity_page import texts
from helsebro_aws.platform import clock
from tests.builders.benefits import book
from tests.builders.calls import Answered, ask, event, staff
from tests.builders.decisions import IN_HALF_A_YEAR, cost, decide, insured_anna, today
from tests.builders.extensions import extension_of, extension_task_of, guaranteed, more

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def guarantee(aws: dict[str, Any]) -> Guarantee:
    assert aws
    insured_anna()
    return guaranteed()


def verify(case_reference: str) -> Answered:
    return ask(handler, event("GET", f"/v1/verify/{case_reference}"))


def shown(guarantee: Guarantee) -> tuple[str, int, str]:
    body = verify(guarantee.case_reference).body
    return body["status"], body["sessionsLeft"], body["validUntil"]


def report(guarantee: Guarantee, status: Literal["held", "missed"]) -> None:
    """Books a session, and reports it."""
    before = book(guarantee, "booked", today())
    receipt = Receipt(before.booking_id, "f", 202, {})
    BookingChanges().report(before, before.report(status, clock.now()), f"session.{status}", receipt)


def revoke(guarantee: Guarantee) -> None:
    call = event(
        "POST",
        f"/v1/guarantees/{guarantee.guarantee_id}/revoke",
        by=staff("caseworker"),
        body={"reason": "Fejl"},
        headers={"if-match": '"1"'},
    )
    assert ask(guarantees, call).status == 200


def test_anyone_may_verify_a_guarantee_and_sees_no_personal_data(guarantee: Guarantee) -> None:
    answer = verify(guarantee.case_reference)
    assert answer.status == 200
    assert answer.body == {
        "status": "active",
        "treatment": "chiropractic",
        "sessionsLeft": 3,
        "validUntil": IN_HALF_A_YEAR.isoformat(),
        "settlement": "direct",
    }


def test_a_reference_in_small_letters_is_found(guarantee: Guarantee) -> None:
    assert verify(guarantee.case_reference.lower()).status == 200


def test_held_sessions_are_not_left(guarantee: Guarantee) -> None:
    for expected in (("active", 2), ("active", 1), ("used", 0)):
        report(guarantee, "held")
        assert shown(guarantee)[:2] == expected


def test_a_missed_session_is_still_left(guarantee: Guarantee) -> None:
    report(guarantee, "missed")
    assert shown(guarantee)[:2] == ("active", 3)


def test_an_extension_is_shown_as_soon_as_it_is_approved(guarantee: Guarantee) -> None:
    until = IN_HALF_A_YEAR + timedelta(days=30)
    report(guarantee, "held")
    assert decide(extension_task_of(extension_of(guarantee)), more(2, until)).status == 200
    assert shown(guarantee) == ("active", 4, until.isoformat())


def test_a_revoked_guarantee_has_no_sessions_left(guarantee: Guarantee) -> None:
    revoke(guarantee)
    assert shown(guarantee)[:2] == ("revoked", 0)


def test_a_session_that_is_reported_after_the_revocation_leaves_it_at_none(guarantee: Guarantee) -> None:
    revoke(guarantee)
    report(guarantee, "held")
    assert shown(guarantee)[:2] == ("revoked", 0)


@pytest.mark.parametrize("unknown", ["HB-AAAA-AAAA-AAAA-AAAA", "x", "gar_x", "HB%23x"])
def test_an_unknown_reference_is_404(unknown: str) -> None:
    assert verify(unknown).status == 404


def test_only_what_is_shown_is_read(guarantee: Guarantee) -> None:
    key = (f"REFERENCE#{guarantee.case_reference}", "REFERENCE")
    of_this = {*SHOWN} - {"beginBy", "revokedOn"}
    assert set(tables.get("cases", *key, only=SHOWN) or {}) == of_this
    assert set(tables.get("cases", *key) or {}) == {*of_this, "pk", "sk", "v", "guaranteeId"}


def stored(guarantee: Guarantee, **shown: Any) -> Guarantee:
    """Changes what the public check of a guarantee reads."""
    tables.commit([Update("cases", *reference_key(guarantee.case_reference), set=shown)])
    return guarantee


def test_the_page_names_the_last_day_to_begin_and_counts_in_the_treatments_own_unit(
    guarantee: Guarantee,
) -> None:
    page = opened(stored(guarantee, treatment="crisis-help", beginBy="2099-12-05"), "da")
    assert "<dt>Den første skal være senest</dt><dd>5. december 2099</dd>" in page
    assert "<dt>Samtaler tilbage</dt><dd>3</dd>" in page


@pytest.mark.parametrize(
    "language, said",
    [
        ("da", "Den første tid skulle være senest den 5. december 2020."),
        ("nb", "Den første timen måtte være senest 5. desember 2020."),
        ("en", "The first appointment had to be by 5 December 2020."),
    ],
)
def test_the_page_says_when_the_treatment_did_not_begin_in_time(
    guarantee: Guarantee, language: str, said: str
) -> None:
    page = opened(stored(guarantee, beginBy="2020-12-05"), language)
    assert said in page
    assert texts()[language]["active"] not in page


def test_the_page_of_one_price_for_all_counts_no_sessions(guarantee: Guarantee) -> None:
    assert "tilbage" not in opened(stored(guarantee, treatment="misuse", feeFor="whole"), "da")


@pytest.mark.parametrize(
    "language, heading, status, treatment",
    [
        ("da", "Betalingsgaranti", "Garantien er gyldig.", "Kiropraktik"),
        ("nb", "Betalingsgaranti", "Garantien er gyldig.", "Kiropraktikk"),
        ("en", "Payment guarantee", "The guarantee is valid.", "Chiropractic"),
    ],
)
def test_a_browser_gets_a_page_in_its_language(
    guarantee: Guarantee, language: str, heading: str, status: str, treatment: str
) -> None:
    page = opened(guarantee, language)
    for text in (f"<h1>{heading}</h1>", status, f"<dd>{treatment}", "<dd>3</dd>"):
        assert text in page


@pytest.mark.parametrize(
    "language, texts, other",
    [
        (
            "da",
            ("<h1>Tilsagn om refusion</h1>", "Medlemmet betaler selv, og selskabet"),
            "garanti",
        ),
        (
            "nb",
            ("<h1>Tilsagn om refusjon</h1>", "Medlemmet betaler selv, og selskapet"),
            "garanti",
        ),
        ("en", ("<h1>Approval of a refund</h1>", "The member pays, and the company refunds"), "guarantee"),
    ],
)
def test_the_page_of_a_refund_promises_the_clinic_no_payment(
    aws: dict[str, Any], language: str, texts: tuple[str, ...], other: str
) -> None:
    assert aws
    insured_anna()
    outside = {"type": "chiropractic", "country": "DK", "inNetwork": False, "cost": cost("600.00")}
    refunded = guaranteed({"treatment": outside})
    page = opened(refunded, language)
    assert [text for text in texts if text not in page] == []
    assert other not in page.casefold()
    assert verify(refunded.case_reference).body["settlement"] == "refund"


@pytest.mark.parametrize(
    "language, sentence",
    [
        ("da", "Vi kender ikke denne sagsreference."),
        ("nb", "Vi kjenner ikke denne saksreferansen."),
        ("en", "We do not know this case reference."),
    ],
)
def test_a_browser_gets_a_page_for_an_unknown_reference_that_does_not_repeat_it(
    language: str, sentence: str
) -> None:
    headers = {"accept": "text/html,*/*;q=0.8", "accept-language": language}
    answer = ask(handler, event("GET", "/v1/verify/HB-AAAA-BBBB-CCCC-DDDD", headers=headers))
    assert (answer.status, answer.headers["content-language"]) == (404, language)
    assert sentence in str(answer.body)
    assert "HB-AAAA" not in str(answer.body)
    assert str(answer.body).count("?language=") == 2


def test_the_page_shows_the_reference_to_compare_and_no_payer(guarantee: Guarantee) -> None:
    page = opened(guarantee, "da")
    assert f"<dd>{guarantee.case_reference}</dd>" in page
    assert "Sammenlign sagsreferencen" in page
    assert "Tryg" not in page


def test_the_page_writes_the_last_day_as_people_do(guarantee: Guarantee) -> None:
    assert f"<dd>{plain_words('da').of_day(IN_HALF_A_YEAR)}</dd>" in opened(guarantee, "da")


def test_a_revoked_guarantee_has_no_sessions_left_on_its_page(guarantee: Guarantee) -> None:
    revoke(guarantee)
    page = opened(guarantee, "da")
    assert "Garantien er trukket tilbage. Begynd ikke på behandlingen" in page
    assert f"<dt>Trukket tilbage</dt><dd>{plain_words('da').of_day(today())}</dd>" in page
    assert "Sidste dag" not in page
    assert "<dd>0</dd>" in page


def test_the_language_of_the_address_comes_before_that_of_the_browser(guarantee: Guarantee) -> None:
    path = f"/v1/verify/{guarantee.case_reference}?language=nb"
    headers = {"accept": "text/html", "accept-language": "en"}
    answer = ask(handler, event("GET", path, headers=headers))
    assert (answer.headers["content-language"], "<dd>Kiropraktikk" in str(answer.body)) == ("nb", True)


@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_no_cache_gives_a_page_to_a_client_of_json_or_the_reverse(guarantee: Guarantee, accept: str) -> None:
    path = f"/v1/verify/{guarantee.case_reference}"
    headers = ask(handler, event("GET", path, headers={"accept": accept})).headers
    assert (headers["vary"], headers["cache-control"]) == ("Accept, Accept-Language", "no-store")


def test_the_page_loads_nothing_and_is_not_listed(guarantee: Guarantee) -> None:
    path = f"/v1/verify/{guarantee.case_reference}"
    answer = ask(handler, event("GET", path, headers={"accept": "text/html"}))
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert 'content="noindex"' in str(answer.body)


SERVED = """
import json, sys
from functions.guarantees.verify.handler import handler
class Context:
    function_name, memory_limit_in_mb, invoked_function_arn, aws_request_id = "f", 256, "arn", "r"
answer = handler(json.load(sys.stdin), Context())
print(json.dumps({"status": answer["statusCode"], "loaded": sorted(sys.modules)}))
"""


@pytest.mark.parametrize("accept, has_page", [("application/json", False), ("text/html", True)])
def test_only_a_browser_loads_the_page_and_its_words(
    guarantee: Guarantee, accept: str, has_page: bool
) -> None:
    call = event("GET", f"/v1/verify/{guarantee.case_reference}", headers={"accept": accept})
    ran = subprocess.run(
        [sys.executable, "-c", SERVED],
        env={**os.environ, "PYTHONPATH": ":".join(place for place in sys.path if place)},
        input=json.dumps(call),
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(ran.stdout.splitlines()[-1])
    assert found["status"] == 200
    words = {"helsebro_aws.guarantees.validity_page", "helsebro.coverage.texts.fact_texts"}
    assert words & set(found["loaded"]) == (words if has_page else set())


def opened(guarantee: Guarantee, language: str) -> str:
    """Opens the address of a guarantee in a browser of this language."""
    headers = {"accept": "text/html,*/*;q=0.8", "accept-language": language}
    return str(ask(handler, event("GET", f"/v1/verify/{guarantee.case_reference}", headers=headers)).body)


@pytest.mark.parametrize("days, status, left", [(0, "active", 3), (-1, "expired", 0)])
def test_a_guarantee_that_was_not_begun_in_time_is_no_longer_valid(
    guarantee: Guarantee, days: int, status: str, left: int
) -> None:
    begin_by = today() + timedelta(days=days)
    key = (f"REFERENCE#{guarantee.case_reference}", "REFERENCE")
    tables.commit([Update("cases", *key, set={"beginBy": begin_by.isoformat()})])
    body = verify(guarantee.case_reference).body
    assert (body["status"], body["sessionsLeft"], body["beginBy"]) == (status, left, begin_by.isoformat())
    assert "First session no later than" in opened(guarantee, "en")
