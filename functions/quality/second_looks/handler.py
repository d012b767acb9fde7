"""Second looks: how many of a payer's decisions quality looks at again.

Trigger: HTTP API. The tasks themselves are in the queue ``second-looks`` of ``tasks``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, QUALITY
from helsebro.errors import NotFound
from helsebro.quality.sampling import Sampling
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.quality.dynamo_samplings import DynamoSamplings

if TYPE_CHECKING:
    from functions.quality.second_looks.answers import SamplingAnswer

    from helsebro_aws.quality import sampling_body

app = APIGatewayHttpResolver()
route = Routes(app)
samplings = DynamoSamplings()
SAMPLING = "answers.SamplingAnswer"


@route.get("/v1/payers/<payer>/second-looks", allows={QUALITY, CASEWORKER}, returns=SAMPLING)
def read_second_looks(call: Call, payer: str) -> HttpAnswer:
    """Returns how many decisions of the payer are drawn for a second look; none until quality sets it."""
    _must_be_own(call, payer)
    return _answer(samplings.of(payer))


@route.put(
    "/v1/payers/<payer>/second-looks",
    allows={QUALITY},
    if_match=True,
    body="quality.sampling_body.NewSamplingShape",
    returns=SAMPLING,
)
def set_second_looks(call: Call, body: sampling_body.NewSamplingShape, payer: str) -> HttpAnswer:
    """Sets how many decisions are drawn for a second look, from the next decision on.

    Of all decisions on claims, or of those that a rule bears on. A drawn decision is a task in the queue
    `second-looks`, from its own commit on. Which are drawn follows from their ids: no one can choose it. A
    payer who has set nothing yet has version 1.
    """
    _must_be_own(call, payer)
    return _answer(samplings.set(body.sampling(payer), call.expected_version()))


def _must_be_own(call: Call, payer: str) -> None:
    if call.caller.payer != payer:
        raise NotFound()


def _answer(sampling: Sampling) -> HttpAnswer:
    shown: SamplingAnswer = {
        "payer": sampling.payer,
        "percent": sampling.percent,
        "ofRules": [{"rule": each.rule, "percent": each.percent} for each in sampling.of_rules],
        "version": sampling.version,
    }
    return versioned(200, shown, sampling.version)


handler = route.handler
