"""Canned answers: the texts that a payer's staff send again and again, in three languages.

Trigger: HTTP API.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, FINANCE, QUALITY
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.messages.canned_answer import KEY, VARIABLES, CannedAnswer, variables_in
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.messages.canned.dynamo_canned_answers import DynamoCannedAnswers

if TYPE_CHECKING:
    from functions.messages.canned_answers.answers import CannedAnswerAnswer

    from helsebro_aws.messages.canned import canned_answer_body

app = APIGatewayHttpResolver()
route = Routes(app)
canned = DynamoCannedAnswers()
OF_THE_PAYER = {CASEWORKER, FINANCE, QUALITY}
CANNED = "answers.CannedAnswerAnswer"


@route.get(
    "/v1/payers/<payer>/canned-answers",
    allows=OF_THE_PAYER,
    queries=("clause", "limit", "cursor"),
    returns=f"Page[{CANNED}]",
)
def list_canned_answers(call: Call, payer: str) -> HttpAnswer:
    """Lists a payer's canned answers by key; staff see only those of their own payer.

    With `clause` only the reasons of denials that rest on that clause of the terms.
    """
    _must_be_own(call, payer)
    clause, limit, cursor = call.given("clause"), call.limit(), call.cursor()
    listed = canned.of_clause(payer, clause, limit, cursor) if clause else canned.page(payer, limit, cursor)
    found, cursor = listed
    return HttpAnswer(200, {"items": [_shown(answer) for answer in found], "nextCursor": cursor})


@route.get("/v1/payers/<payer>/canned-answers/<answer_key>", allows=OF_THE_PAYER, returns=CANNED)
def read_canned_answer(call: Call, payer: str, answer_key: str) -> HttpAnswer:
    """Returns a canned answer in all its languages."""
    _must_be_own(call, payer)
    answer = canned.find(payer, answer_key)
    return versioned(200, _shown(answer), answer.version)


@route.put(
    "/v1/payers/<payer>/canned-answers/<answer_key>",
    allows={CASEWORKER, QUALITY},
    body="messages.canned.canned_answer_body.NewCannedAnswerShape",
    also_answers=(201,),
    returns=CANNED,
)
def set_canned_answer(
    call: Call, body: canned_answer_body.NewCannedAnswerShape, payer: str, answer_key: str
) -> HttpAnswer:
    """Sets a canned answer: its title, and its text in all three languages.

    A new one is answered with 201, a known one with 200.
    """
    _must_be_own(call, payer)
    if not re.fullmatch(KEY, answer_key):
        raise BadInput([Fault("/answerKey", "canned-key-malformed", "")])
    answer, is_new = canned.set(body.answer(payer, answer_key))
    return versioned(201 if is_new else 200, _shown(answer), answer.version)


def _must_be_own(call: Call, payer: str) -> None:
    if call.caller.payer != payer:
        raise NotFound()


def _shown(answer: CannedAnswer) -> CannedAnswerAnswer:
    named = {name for text in answer.texts.values() for name in variables_in(text)}
    shown: CannedAnswerAnswer = {
        "key": answer.key,
        "title": answer.title,
        "texts": {"da": answer.texts["da"], "nb": answer.texts["nb"], "en": answer.texts["en"]},
        "variables": [name for name in VARIABLES if name in named],
        "version": answer.version,
    }
    if answer.clause:
        shown["clause"] = answer.clause
    return shown


handler = route.handler
