"""Replays: past decisions, decided again under other terms or parameters; reads, changes nothing.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from helsebro.caller import QUALITY, UNDERWRITING
from helsebro.claims.claim import SEEN_BY
from helsebro.coverage.replay import DecisionResult, Replayed
from helsebro.decisions.record import DecisionRecord
from helsebro_aws.decisions.dynamo_decisions import DynamoDecisions
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.lists.sealed_cursor import seal, unseal
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes

if TYPE_CHECKING:
    from functions.coverage.replays.answers import (
        DecisionResultAnswer,
        ReplayedDecisionAnswer,
        ReplayedDecisionsAnswer,
    )

    from helsebro_aws.decisions import replay_body

app = APIGatewayHttpResolver()
route = Routes(app)
decisions = DynamoDecisions()

OF_THE_PERSON = ("personId", "treatment")
"""Only callers who may read the cases see these: a rule, a treatment and a person reveal a diagnosis."""


@route.post(
    "/v1/coverage/replay",
    allows={UNDERWRITING, QUALITY},
    keyed=False,
    answers=200,
    body="decisions.replay_body.NewReplayShape",
    returns="answers.ReplayedDecisionsAnswer",
)
def replay_decisions(call: Call, body: replay_body.NewReplayShape) -> HttpAnswer:
    """Decides past decisions again, under other terms or parameters.

    Each is decided as of its own day. The answer lists those of the page that would change, and by which
    rules. It reads and changes nothing. Only staff who may read cases see the person and the treatment.
    """
    terms = body.other_terms()
    filters = body.model_dump(mode="json", exclude={"limit", "cursor"})
    after = unseal(body.cursor, call, filters) if body.cursor else None
    page, cursor = decisions.page(call.caller.payer, body.limit, after)
    replayed = ((record, record.replayed(terms, body.parameters)) for record in page)
    changed = [_shown(record, after) for record, after in replayed if after]
    if not call.caller.rights & SEEN_BY:
        changed = [_without_person(decision) for decision in changed]
    following = seal(cursor, call, filters) if cursor else None
    shown: ReplayedDecisionsAnswer = {"decisions": len(page), "changed": changed, "nextCursor": following}
    return HttpAnswer(200, shown)


def _without_person(decision: ReplayedDecisionAnswer) -> ReplayedDecisionAnswer:
    shown = {name: value for name, value in decision.items() if name not in OF_THE_PERSON}
    return cast("ReplayedDecisionAnswer", shown)


def _shown(record: DecisionRecord, after: Replayed) -> ReplayedDecisionAnswer:
    shown = {
        "decisionId": record.record_id,
        **record.subject.ids(),
        "personId": record.person_id,
        "decidedAt": to_item(record.decided_at),
        "asOf": to_item(record.as_of),
        "product": record.cover.product if record.cover else None,
        "treatment": record.question.treatment.type,
        "from": _result(after.before),
        "to": _result(after.after),
        "rules": list(after.rules),
    }
    return cast("ReplayedDecisionAnswer", shown)


def _result(result: DecisionResult) -> DecisionResultAnswer:
    return {
        "outcome": result.outcome,
        "payable": to_item(result.payable),
        "sessions": result.sessions,
        "hours": result.hours,
        "atMost": to_item(result.at_most),
    }


handler = route.handler
