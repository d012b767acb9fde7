"""A member of a Norwegian payer, from the login with BankID to the decision: no Danish word, nor what only
Denmark has.
"""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from local.demo.http_client import client
from local.demo.policies import IN_NORWAY
from local.journey.people import StackAddresses, User, Users
from local.journey.steps import until
from local.stack.stack import Stack
from tests.builders.words.danish_words import danish_in
from tests.builders.words.read_texts import texts_in
from tests.journeys.bills_and_borders.billed_case import BilledCase
from tests.journeys.bills_and_borders.insurer import Insurer, norwegian_policy, register_norwegian
from tests.journeys.bills_and_borders.reports import report
from tests.journeys.clocks_and_letters.mailbox import Mailbox, Message
from tests.journeys.readings import parts_of

IN_NORWEGIAN = {"Accept-Language": "nb"}
OSTEOPATHY = report("osteopathy", "NOK", country="NO", practitioner={"approvals": ["ROD"]})
NATUROPATHY = report("naturopath", "NOK", country="NO")
MARKUP = re.compile(r"<(style|a)\b.*?</\1>|<[^>]*>", re.S)
"""Tags and styles of a page, and its links to other languages."""
OWN = [{"path": "condition.chronic", "value": False}]
HOME = {"name": "Ingrid Ås", "street": "Storgata 1", "postcode": "0155", "city": "Oslo", "country": "NO"}


@pytest.fixture(scope="module")
def norwegian(stack: StackAddresses) -> Insurer:
    return Insurer.norwegian(stack)


@pytest.fixture
def mailbox(running_stack: Stack) -> Mailbox:
    return Mailbox.of(running_stack)


@pytest.fixture
def member(norwegian: Insurer) -> User:
    return norwegian.norwegian_member()


def mails(case: BilledCase, mailbox: Mailbox, *kinds: str) -> list[Message]:
    """Waits until a mail of each kind is sent about a case, and returns all that was sent."""

    def look() -> list[Message] | None:
        sent = mailbox.sent(caseId=case.claim_id)
        return sent if {*kinds} <= {message["kind"] for message in sent} else None

    return until("the mails of the case", look)


def test_a_case_from_bankid_to_its_payable_is_norwegian(
    norwegian: Insurer, member: User, mailbox: Mailbox
) -> None:
    case = norwegian.case(member, OSTEOPATHY, "nb")
    asked = case.read()
    assert "Helfo" in case.asked()["evidence.subsidy"]["question"]
    case.answer({})
    case.upload("referral")
    case.approve()

    refund_id = case.bill(("osteopathy", "900.00"))
    task = case.refund_task(refund_id)
    assert task["proposal"]["grant"]["payable"] == case.money(IN_NORWAY.amounts["R-843"])
    tasks = norwegian.staff("finance").get("/v1/tasks?queue=refunds", **IN_NORWEGIAN).json()
    case.settle(task)
    assert case.payable(refund_id) == IN_NORWAY.amounts["R-843"]

    benefits = member.get("/v1/me/benefits", **IN_NORWEGIAN).json()
    sent = mails(case, mailbox, "claim-received", "decision-made", "guarantee-issued", "refund-decided")
    read = [*texts_in([asked, tasks, benefits, parts_of(case, "nb"), sent])]
    must_be_norwegian([*read, *pages(paper(case)), page_of_the_check(case)])


def must_be_norwegian(texts: list[str]) -> None:
    """Fails when a text is empty, or has a word of Denmark."""
    assert texts
    assert (danish_in(texts), [text for text in texts if not text.strip()]) == ({}, [])


def pages(pdf: bytes) -> list[str]:
    """Returns the text of each page of a PDF."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def paper(case: BilledCase) -> bytes:
    """Returns the PDF of the guarantee, in the language of the member."""
    path = f"/v1/guarantees/{case.guarantee()['guaranteeId']}/pdf"
    link = case.member.get(path, **{"Accept-Language": case.language})
    assert link.status_code == 303, link.text
    return client().get(link.headers["location"], timeout=60).raise_for_status().content


def page_of_the_check(case: BilledCase) -> str:
    """Returns the page on which anyone checks the guarantee, as a browser in Norway shows it."""
    url = f"{case.member.stack.api_url}/v1/verify/{case.guarantee()['caseReference']}"
    page = client().get(url, headers={"Accept": "text/html", **IN_NORWEGIAN}, timeout=60).raise_for_status()
    return " ".join(MARKUP.sub(" ", page.text).split())


def test_a_denial_sends_the_member_to_norwegian_boards_and_hospitals(
    norwegian: Insurer, member: User, mailbox: Mailbox
) -> None:
    case = norwegian.case(member, NATUROPATHY, "nb")
    assert case.read()["missing"] == ["consent"]
    case.consent()
    case.deny("Punkt 6.4")
    denied = until("the denial", lambda: case.read() if case.read()["status"] == "denied" else None)
    steps = " ".join(step["text"] for step in denied["nextSteps"])
    assert "helsenorge.no" in steps
    assert "norske domstoler" in steps
    sent = mails(case, mailbox, "claim-received", "decision-made")
    must_be_norwegian([*texts_in([parts_of(case, "nb"), sent])])


def test_a_letter_to_a_member_in_norway_is_norwegian(
    norwegian: Insurer, member: User, mailbox: Mailbox
) -> None:
    person_id = member.get("/v1/me").json()["person"]["personId"]
    path, wanted = f"/v1/people/{person_id}/contact", {"address": HOME, "hasLogin": False}
    caseworker = norwegian.staff("caseworker")
    tag = {"If-Match": caseworker.get(path).headers["etag"]}
    norwegian.journey.step("a contact", caseworker.put(path, wanted, **tag), 200)
    case = norwegian.case(member, OSTEOPATHY, "nb")
    [letter] = mails(case, mailbox, "claim-received")
    assert letter["channel"] == "letter"
    must_be_norwegian(pages(mailbox.letter(letter)))


def test_what_a_norwegian_member_does_wrong_is_explained_in_norwegian(
    norwegian: Insurer, member: User
) -> None:
    case = norwegian.case(member, OSTEOPATHY, "nb")
    account = {"registrationNumber": "1234", "accountNumber": "1234567890"}
    cost = {"amount": "900.00", "currency": "DKK"}
    refund = {"documentIds": [], "treatments": [{"on": "2024-02-01", "type": "x", "cost": cost}], "payTo": {}}
    tag = {"If-Match": f'"{case.read()["version"]}"'}
    facts = [{"path": "evidence.subsidy", "value": "ja"}, {"path": "x", "value": 1}]
    answers = [
        member.post("/v1/claims", {"cause": "x", "condition": {"chronik": 1}}, **IN_NORWEGIAN),
        member.put(f"{case.path}/facts", {"facts": facts}, **IN_NORWEGIAN, **tag),
        member.put(f"{case.path}/facts", {"facts": OWN}, **IN_NORWEGIAN),
        member.post(f"{case.path}/documents", {"fileType": "x"}, **IN_NORWEGIAN),
        member.post(f"{case.path}/refunds", refund, **IN_NORWEGIAN),
        member.post(f"{case.path}/refunds", {**refund, "payTo": account}, **IN_NORWEGIAN),
        member.get("/v1/claims/clm_x", **IN_NORWEGIAN),
    ]
    assert [answer.status_code for answer in answers] == [422, 422, 428, 422, 422, 422, 404]
    must_be_norwegian([*texts_in([answer.json() for answer in answers])])


def test_a_policy_in_nok_without_amounts_is_refused_with_every_rule_that_prints_one(
    stack: StackAddresses,
) -> None:
    users = Users(stack)
    register_norwegian(users)
    policy = {**norwegian_policy(users.payer), "parameters": {}}
    refused = users.staff("underwriting").post("/v1/policies", policy, **IN_NORWEGIAN)
    assert refused.status_code == 422
    faults = {fault["pointer"]: fault["code"] for fault in refused.json()["errors"]}
    assert faults == {f"/parameters/amounts/{rule}": "amount-of-rule-missing" for rule in IN_NORWAY.amounts}


def test_control_nearly_every_sentence_that_the_same_member_reads_in_danish_is_found(
    norwegian: Insurer, member: User
) -> None:
    case = norwegian.case(member, OSTEOPATHY, "nb")
    sentences = {text for text in texts_in(parts_of(case, "da")) if len(text) > 40}
    assert len(danish_in(sentences)) >= 0.8 * len(sentences) > 8
