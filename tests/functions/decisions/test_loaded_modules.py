"""What a list of tasks loads: none of the code that proposes or decides."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.builders.calls import event, staff
from tests.builders.decisions import claim_in_review, insured_anna, task_of

pytestmark = pytest.mark.usefixtures("aws")

MOST = 80 // 2 + 14 + 14 + 8 + 12
"""Half of what the list loads when it also loads the code of every decision, with the four of the log line,
the rule of a fresh login, where a client was referred to, whose practitioner left, who declined a match,
what a register said, the two of a fee, the names of fields, the two of what a price is for, how it changed,
the fourteen that make the sentences of a proposal, the four that read whose consent is in force, the five
that read whose the case is, its title, the folder of doubts with the one about an invoice, the two that
know the guardians of a child, and the decision that is looked at again."""
SERVED = """
import json, sys
from functions.decisions.tasks.handler import handler
class Context:
    function_name, memory_limit_in_mb, invoked_function_arn, aws_request_id = "f", 256, "arn", "r"
answer = handler(json.load(sys.stdin), Context())
ours = sorted(name for name in sys.modules if name.split(".")[0] in ("helsebro", "helsebro_aws"))
print(json.dumps({"status": answer["statusCode"], "body": answer["body"], "loaded": ours}))
"""


def served(call: dict[str, Any]) -> dict[str, Any]:
    """The answer of a new process to a call, and the modules of ours that it has loaded then."""
    path = ":".join(place for place in sys.path if place)
    ran = subprocess.run(
        [sys.executable, "-c", SERVED],
        env={**os.environ, "PYTHONPATH": path},
        input=json.dumps(call),
        capture_output=True,
        text=True,
        check=True,
    )
    # The lines above it are the log.
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return found


@pytest.fixture
def task_id(aws: dict[str, Any]) -> str:
    assert aws
    insured_anna()
    return task_of(claim_in_review())


def test_a_list_of_tasks_loads_no_code_that_decides(task_id: str) -> None:
    found = served(event("GET", "/v1/tasks?queue=claims", by=staff("caseworker")))
    [task] = json.loads(found["body"])["items"]
    assert (found["status"], task["taskId"]) == (200, task_id)
    assert len(found["loaded"]) <= MOST, found["loaded"]


def test_control_a_decision_loads_more(task_id: str) -> None:
    body = {"decision": "deny", "reason": "Nej"}
    headers = {"if-match": '"1"'}
    path = f"/v1/tasks/{task_id}/decision"
    found = served(event("POST", path, by=staff("caseworker"), body=body, headers=headers))
    assert found["status"] == 200
    assert len(found["loaded"]) > MOST
    assert "helsebro_aws.decisions.claim_decisions" in found["loaded"]
