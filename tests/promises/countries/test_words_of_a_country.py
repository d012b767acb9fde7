"""Everything that a member gets in Norwegian from a Norwegian payer is of Norway, and of Denmark from a
Danish one: institutions, numbers to call, accounts, money, words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from functions.benefits.benefits.handler import handler as benefits
from functions.claims.claims.handler import handler as claims
from functions.coverage.coverage.handler import handler as coverage
from functions.platform.help.handler import handler as help_
from pypdf import PdfReader

import helsebro_aws
from helsebro.country_profile import profile
from helsebro.payer import Country
from helsebro.tariffs.agreed_fees import agreed_fees
from helsebro_aws.guarantees.pdf.document import render
from helsebro_aws.guarantees.pdf.paper import Paper
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.decisions import today
from tests.builders.domain.guarantees import guarantee
from tests.builders.policies import ANNA, NORWEGIAN_AMOUNTS, enrol, payer_of, policy_of
from tests.builders.words.danish_words import OF_DENMARK
from tests.builders.words.read_texts import texts_in

pytestmark = pytest.mark.usefixtures("aws")
ADAPTERS = Path(helsebro_aws.__file__).parent
FNR = "15067912389"
IN_NORWEGIAN = {"accept-language": "nb"}
OF_NORWAY = re.compile(
    r"Finansklagenemnda|helfo|helsenorge|norsk|frikort|driftsavtale|\b113\b|\b116117\b|\d NOK|NOK \d", re.I
)
FOREIGN: Mapping[Country, re.Pattern[str]] = {"NO": OF_DENMARK, "DK": OF_NORWAY}
PAYERS: Mapping[Country, str] = {"NO": "fjordhelse", "DK": "tryg"}
CURRENCIES: Mapping[Country, str] = {"NO": "NOK", "DK": "DKK"}
PHYSICAL = "physiotherapy osteopathy craniosacral reflexology acupuncture psychologist".split()
OTHERS = "acute cancer-treatment dental gambling misuse pain-assessment recreation".split()


def insured(country: Country) -> dict[str, Any]:
    """Insures a person at a payer of the country; returns the claims of the person's token."""
    payer, own = payer_of(PAYERS[country], country), {"amounts": NORWEGIAN_AMOUNTS}
    sums = {"amount": "500000.00", "currency": CURRENCIES[country]}
    policy_id = policy_of(payer, annualSum=sums, parameters=own if country == "NO" else {})
    number: dict[str, Any] = {"cpr": ANNA} if country == "DK" else {"cpr": None, "fnr": FNR}
    by = staff("underwriting", payer=payer)
    assert enrol(policy_id, by, country=country, **number).status == 201
    return member(ANNA) if country == "DK" else {**member("", **{"no.fnr": FNR}), "dk.cpr": None}


def questions(country: Country) -> Iterator[dict[str, Any]]:
    """Yields treatments whose answers speak of money, schemes, places, papers and the public system."""
    cost = {"amount": "1900.00", "currency": CURRENCIES[country]}
    outside = {"inNetwork": False, "cost": cost, "country": country, "sessions": 3}
    for treatment in (
        "physiotherapy",
        "osteopathy",
        "craniosacral",
        "reflexology",
        "acupuncture",
        "psychologist",
    ):
        yield {"treatment": {"type": treatment, **outside, "practitioner": {"providerNumber": False}}}
        yield {
            "treatment": {"type": treatment, **outside, "practitioner": {"approvals": ["RAB", "SA", "ROD"]}},
            "evidence": {"referral": "recommendation", "subsidy": {**cost, "amount": "100.00"}},
        }
    for treatment in (
        "acute",
        "cancer-treatment",
        "dental",
        "gambling",
        "misuse",
        "pain-assessment",
        "recreation",
    ):
        yield {"treatment": {"type": treatment, "country": country, "cost": cost}}
    yield {"treatment": {"type": "crisis-help", "country": country}, "event": {"kind": "fire"}}


def simulated(by: Mapping[str, Any], question: Mapping[str, Any]) -> Answered:
    body = {"cause": "leisure", **question}
    call = event("POST", "/v1/coverage/simulate", by=dict(by), body=body, key=None, headers=IN_NORWEGIAN)
    answer = ask(coverage, call)
    assert answer.status == 200, answer.body
    return answer


@pytest.mark.parametrize("country", ["NO", "DK"])
def test_every_answer_to_a_member_speaks_of_the_payers_country(country: Country) -> None:
    by = insured(country)
    texts = {text for question in questions(country) for text in texts_in(simulated(by, question).body)}
    assert len(texts) > 60
    assert {text for text in texts if FOREIGN[country].search(text)} == set()


@pytest.mark.parametrize("country", ["NO", "DK"])
def test_the_benefits_of_a_member_speak_of_the_payers_country(country: Country) -> None:
    read = ask(benefits, event("GET", "/v1/me/benefits", by=insured(country), headers=IN_NORWEGIAN))
    texts = {*texts_in(read.body)}
    assert len(texts) > 20
    assert {text for text in texts if FOREIGN[country].search(text)} == set()


@pytest.mark.parametrize("country", ["NO", "DK"])
def test_a_reported_claim_speaks_of_the_payers_country(country: Country) -> None:
    by = insured(country)
    body = {
        "cause": "leisure",
        "condition": {"category": "injury"},
        "treatment": {"type": "osteopathy", "inNetwork": False, "country": country},
        "description": "Jeg falt på isen.",
    }
    made = ask(claims, event("POST", "/v1/claims", by=by, body=body, headers=IN_NORWEGIAN))
    assert made.status == 201, made.body
    read = ask(claims, event("GET", f"/v1/claims/{made.body['claimId']}", by=by, headers=IN_NORWEGIAN))
    assert {text for text in texts_in(read.body) if FOREIGN[country].search(text)} == set()


@pytest.mark.parametrize("country, price", [("NO", "850 kr"), ("DK", "475 danske kr")])
def test_the_paper_of_a_guarantee_speaks_of_the_payers_country(country: Country, price: str) -> None:
    fees = agreed_fees((), country, "physiotherapy", today())
    paper = guarantee(treatment="physiotherapy", country=country, fee=fees[1].amount, fees=fees)
    shown = Paper(paper, "Fjordhelse", "Ingrid Berg", "https://api.example.org", language="nb")
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(render(shown))).pages)
    assert price in " ".join(text.split())
    assert FOREIGN[country].findall(text) == []


def test_no_message_in_norwegian_names_what_only_denmark_has() -> None:
    folders = ("notifications/templates", "notifications/preferences", "deadlines/shown")
    paths = [path for folder in folders for path in sorted((ADAPTERS / folder).glob("*.json"))]
    assert len(paths) > 20
    found = {path.name: OF_DENMARK.findall(in_norwegian(json.loads(path.read_text()))) for path in paths}
    assert {name: words for name, words in found.items() if words} == {}


def in_norwegian(shape: object) -> str:
    """Returns all the Norwegian texts of a file as one."""
    if isinstance(shape, Mapping):
        own = [json.dumps(shape["nb"], ensure_ascii=False)] if "nb" in shape else []
        return "\n".join([*own, *(in_norwegian(part) for part in shape.values())])
    return ""


STAFF_ONLY = re.compile(r"CVR-nummer|OIOUBL|DKK i Danmark|danske kroner|kreditornummer")
"""What staff and clinics of both countries read: the numbers of both, and the money that the terms print."""


def test_no_error_that_a_member_gets_in_norwegian_names_what_only_denmark_has() -> None:
    found = {}
    for path in sorted(ADAPTERS.rglob("*problems.json")):
        for code, texts in json.loads(path.read_text()).items():
            text = " ".join(texts["nb"])
            if OF_DENMARK.search(text) and not STAFF_ONLY.search(text):
                found[code] = text
    assert found == {}


@pytest.mark.parametrize("country", ["NO", "DK"])
def test_help_for_a_country_is_of_that_country(country: Country) -> None:
    call = event("GET", f"/v1/help?country={country}", headers=IN_NORWEGIAN)
    safety = ask(help_, call).body["safety"]
    assert safety["text"] == profile(country).safety["nb"]
    assert FOREIGN[country].findall(json.dumps(safety, ensure_ascii=False)) == []


@pytest.mark.parametrize("country", ["NO", "DK"])
def test_control_the_words_of_the_own_country_are_found(country: Country) -> None:
    other: Country = "DK" if country == "NO" else "NO"
    by = insured(country)
    denied = simulated(by, {"treatment": {"type": "acute"}})
    assert any(FOREIGN[other].search(text) for text in texts_in(denied.body["nextSteps"]))
