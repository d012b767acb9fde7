"""Letters: the print queue of a payer, from which its staff or print house prints and posts.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER
from helsebro.errors import BadInput, Fault, NotFound, VersionStale
from helsebro.notifications.outcome.letter import LETTER_STATES, Letter
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.papers import GuaranteePapers
from helsebro_aws.http.answer import HttpAnswer, see_other, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.notifications.letters.dynamo_letters import DynamoLetters
from helsebro_aws.notifications.letters.letter_papers import LetterPapers
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.notifications.letters.answers import LetterAnswer

    from helsebro_aws.notifications.letters import letter_body

app = APIGatewayHttpResolver()
route = Routes(app)
letters, papers = DynamoLetters(), LetterPapers()
guarantees, guarantee_papers = DynamoGuarantees(), GuaranteePapers()


@route.get(
    "/v1/letters",
    allows={CASEWORKER},
    queries=("state", "limit", "cursor"),
    returns="Page[answers.LetterAnswer]",
)
def list_letters(call: Call) -> HttpAnswer:
    """Lists the payer's letters in a state, the longest in it first; without `state` the print queue."""
    state = call.given("state")
    if state is None:
        state = "queued"
    if state not in LETTER_STATES:
        raise BadInput([Fault("/state", "unknown-letter-state", ", ".join(LETTER_STATES))], malformed=True)
    found, following = letters.page(call.caller.payer, state, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [_shown(letter) for letter in found], "nextCursor": following})


@route.get("/v1/letters/<letter_id>/pdf", allows={CASEWORKER}, answers=303)
def read_letter_pdf(call: Call, letter_id: str) -> HttpAnswer:
    """Redirects to the PDF of a letter, ready for a window envelope. The link is valid for 60 seconds."""
    return see_other(papers.link_to(letters.find(call.caller.payer, letter_id)))


@route.get("/v1/letters/<letter_id>/enclosure", allows={CASEWORKER}, answers=303)
def read_letter_enclosure(call: Call, letter_id: str) -> HttpAnswer:
    """Redirects to the guarantee that is put into the same envelope, for a person who cannot log in.

    The link is valid for 60 seconds. A letter without an enclosure answers 404.
    """
    letter = letters.find(call.caller.payer, letter_id)
    if letter.guarantee_id is None:
        raise NotFound()
    return see_other(guarantee_papers.link_to(guarantees.find(letter.guarantee_id), letter.language))


@route.post(
    "/v1/letters/<letter_id>/state",
    allows={CASEWORKER},
    creates=False,
    answers=200,
    if_match=True,
    body="notifications.letters.letter_body.NewLetterStateShape",
    returns="answers.LetterAnswer",
    refuses={409: "letter-state-not-forward letter-not-posted"},
)
def move_letter(call: Call, body: letter_body.NewLetterStateShape, letter_id: str) -> HttpAnswer:
    """Stores that a letter was printed, posted or returned.

    The state only goes forward, and a letter that is still queued cannot be returned. The message of a
    returned letter is sent on another channel; if none reaches the recipient, the staff get a task.
    """
    before, version = letters.find(call.caller.payer, letter_id), call.expected_version()
    if before.version != version:
        raise VersionStale()
    after = before.moved(body.state, clock.now())
    answer = versioned(200, _shown(after), after.version)
    letters.move(before, after, call.receipt(answer))
    return answer


def _shown(letter: Letter) -> LetterAnswer:
    return {
        "letterId": letter.letter_id,
        "caseId": letter.case_id,
        "kind": letter.kind,
        "state": letter.state,
        "queuedAt": instant(letter.queued_at),
        "changedAt": instant(letter.changed_at),
        "hasEnclosure": letter.guarantee_id is not None,
        "version": letter.version,
    }


handler = route.handler
