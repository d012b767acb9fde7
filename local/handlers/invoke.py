"""``make invoke FUNCTION=claims``: invokes a function of the running stack with its sample event.

The log lines and the duration go to stderr, the answer to stdout.
"""

from __future__ import annotations

import base64
import json
import re
import sys
import time

from local.commands.faults import command
from local.handlers.sample import KEPT, as_sent, sample_of
from local.home import ROOT
from local.stack.live_code import STAGE
from local.stack.running_stack import addresses, client

OF_THE_RUNTIME = re.compile(r"(START|END|REPORT) RequestId")
CONFLICT = 409
USED_UP = (
    "If the case of the samples has been used up (the slot is booked, the task decided), remove "
    f"{KEPT.relative_to(ROOT)}: the next `make invoke` plays a new case."
)
DURATION = re.compile(r"\tDuration: (\S+ ms)")


@command
def main(function: str) -> int:
    """Prints log, duration and answer; returns 1 when the function raised, 2 when it cannot be invoked."""
    sample = sample_of(function)
    awslambda = client("lambda")
    event = as_sent(function, sample.read_text("utf-8"), addresses())
    began = time.monotonic()
    answer = awslambda.invoke(
        FunctionName=STAGE.named(function), Payload=json.dumps(event).encode(), LogType="Tail"
    )
    seconds = time.monotonic() - began
    log = base64.b64decode(answer.get("LogResult", "")).decode(errors="replace")
    has_raised = "FunctionError" in answer
    print(f"{function} with {sample.name}\n{shown(log, seconds, has_raised)}", file=sys.stderr, flush=True)
    payload = json.load(answer["Payload"])
    print(json.dumps(payload, indent=2, ensure_ascii=False))
    if isinstance(payload, dict) and payload.get("statusCode") == CONFLICT and KEPT.exists():
        print(USED_UP, file=sys.stderr)
    return 1 if has_raised else 0


def shown(log: str, seconds: float, has_raised: bool) -> str:
    """Returns the function's own log lines, and a line about its duration."""
    own = [f"  {line}" for line in log.splitlines() if line and not OF_THE_RUNTIME.match(line)]
    billed = DURATION.search(log)
    took = f"{seconds * 1000:.0f} ms" + (f", {billed[1]} of it in the function" if billed else "")
    return "\n".join(
        [*(own or ["  (it logged nothing)"]), f"{'RAISED' if has_raised else 'Answered'}: {took}"]
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
