"""Drafts: a report of a claim that its author has begun, kept for 30 days after the last change.

Trigger: HTTP API.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from helsebro import ids
from helsebro.caller import MEMBER, Caller
from helsebro.claims.drafts.draft import ReportDraft, begun
from helsebro.errors import Fault, NotFound, Refused
from helsebro.ids import DraftId, PersonId
from helsebro_aws.claims.claimants import Claimants
from helsebro_aws.claims.drafts.dynamo_drafts import DynamoDrafts
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http import sealed_answer
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.problems import fault_shown
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.claims.drafts.answers import ListedDraftAnswer

    from helsebro_aws.claims.drafts.draft_body import DraftSent
    from helsebro_aws.claims.reports.judged_report import JudgedReport

app = APIGatewayHttpResolver()
route = Routes(app)
drafts, claimants = DynamoDrafts(), Claimants()
OWN = "/v1/me/drafts"
SEALED = "draftAnswer"


@route.post(
    OWN,
    allows={MEMBER},
    body="claims.drafts.draft_body.DraftSent",
    returns="answers.KeptDraftAnswer",
    refuses={404: "not-found", 422: "not-insured"},
)
def begin_draft(call: Call, body: DraftSent) -> HttpAnswer:
    """Keeps a report that is not finished: for the caller, a child under 15, or by mandate.

    Any part of a report will do. The answer says every fault that it would have as a report today. It is the
    author's own and is erased 30 days after its last change, and one about a child when the child turns 15.
    """
    report = body.report()
    now = _judged(report, call.caller)
    draft_id = DraftId(ids.in_time_order("drf", now.at, clock.randomness()))
    draft = begun(draft_id, call.caller.person_id, body.person_id, now.about, now.at)
    answer = versioned(201, _kept(draft, call.language, now), draft.version)

    def store() -> HttpAnswer:
        drafts.add(draft, report, sealed_answer.whole_receipt(call, answer, SEALED))
        return answer

    return sealed_answer.whole(call, SEALED, store)


@route.get(OWN, allows={MEMBER}, queries=("limit", "cursor"), returns="Page[answers.ListedDraftAnswer]")
def list_drafts(call: Call) -> HttpAnswer:
    """Lists the caller's drafts, the newest first, without what they say.

    A page may hold fewer than `limit` and still have a next one.
    """
    found, cursor = drafts.page(call.caller.person_id, _sight_of(call.caller), call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [_listed(draft) for draft in found], "nextCursor": cursor})


@route.get(f"{OWN}/<draft_id>", allows={MEMBER}, returns="answers.DraftAnswer", refuses={404: "not-found"})
def read_draft(call: Call, draft_id: DraftId) -> HttpAnswer:
    """Returns a draft of the caller with every fault that it would have as a report today."""
    draft, report = drafts.read(call.caller.person_id, draft_id)
    shown = {**_kept_today(draft, report, call), "report": report}
    return versioned(200, shown, draft.version)


@route.put(
    f"{OWN}/<draft_id>",
    allows={MEMBER},
    body="claims.drafts.draft_body.DraftSent",
    returns="answers.KeptDraftAnswer",
    if_match=True,
    refuses={404: "not-found", 422: "not-insured"},
)
def rewrite_draft(call: Call, body: DraftSent, draft_id: DraftId) -> HttpAnswer:
    """Replaces what a draft says; its 30 days begin anew. The answer says its faults of today."""
    before = drafts.find(call.caller.person_id, draft_id)
    if not before.is_kept(clock.now()) or not _sight_of(call.caller)(before):
        raise NotFound()
    before.must_be(call.expected_version())
    report = body.report()
    now = _judged(report, call.caller)
    after = before.rewritten(body.person_id, now.about, now.at)
    drafts.rewrite(before, after, report)
    return versioned(200, _kept(after, call.language, now), after.version)


@route.delete(f"{OWN}/<draft_id>", allows={MEMBER}, answers=204)
def remove_draft(call: Call, draft_id: DraftId) -> HttpAnswer:
    """Erases a draft at once; a second call changes nothing."""
    drafts.remove(call.caller.person_id, draft_id)
    return HttpAnswer(204)


def _judged(report: dict[str, Any], by: Caller) -> JudgedReport:
    # Here, so that a list loads no code of reports.
    from helsebro_aws.claims.drafts.draft_body import read_draft as read
    from helsebro_aws.claims.reports.judged_report import judged

    return judged(read(report), by, claimants)


def _kept_today(draft: ReportDraft, report: Any, call: Call) -> dict[str, Any]:
    """Returns a draft with its faults; who has no policy any more may still read what they wrote."""
    try:
        return _kept(draft, call.language, _judged(report, call.caller))
    except Refused as refusal:
        faults = [fault_shown(Fault("", refusal.code, ""), call.language)]
        return {**_listed(draft), "faults": faults}


def _kept(draft: ReportDraft, language: str, now: JudgedReport) -> dict[str, Any]:
    from helsebro_aws.claims.urgent.safety_view import report_safety

    faults = [fault_shown(fault, language) for fault in now.faults]
    safety = report_safety(now.new.asked, now.about.country, language, now.new.description)
    return {**_listed(draft), "faults": faults, **safety}


def _listed(draft: ReportDraft) -> ListedDraftAnswer:
    return {
        "draftId": draft.draft_id,
        "personId": draft.person_id or draft.author,
        "changedAt": instant(draft.changed_at),
        "expiresAt": instant(draft.kept_until),
        "version": draft.version,
    }


def _sight_of(by: Caller) -> Callable[[ReportDraft], bool]:
    """Returns whether the caller may still see a draft: not when they may no longer act for its person."""

    @cache
    def acts_for(person_id: PersonId) -> bool:
        try:
            return bool(claimants.covered(by, person_id))
        except NotFound:
            return False

    return lambda draft: draft.person_id in (None, by.person_id) or acts_for(PersonId(str(draft.person_id)))


handler = route.handler
