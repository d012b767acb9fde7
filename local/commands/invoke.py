"""``make invoke FUNCTION=claims``: invokes a function of the running stack with its sample event."""

from __future__ import annotations

import base64
import json
import sys

from local.commands.sample import as_sent, sample_of
from local.home import STACK_FILE
from local.stack.assembly import functions
from local.stack.live_code import STAGE
from local.stack.running_stack import NoRunningStack, client


def main(function: str) -> int:
    """Prints the function's log lines and its answer; the exit code is 1 when it raised an exception."""
    sample = sample_of(function)
    if not sample.exists():
        print(
            "Say which: make invoke FUNCTION=claims, or one of:\n  " + "\n  ".join(functions()),
            file=sys.stderr,
        )
        return 2
    try:
        awslambda = client("lambda")
    except NoRunningStack as fault:
        print(fault, file=sys.stderr)
        return 1
    event = as_sent(function, sample.read_text("utf-8"), json.loads(STACK_FILE.read_text("utf-8")))
    payload = json.dumps(event).encode()
    answer = awslambda.invoke(FunctionName=STAGE.named(function), Payload=payload, LogType="Tail")
    print(base64.b64decode(answer.get("LogResult", "")).decode(errors="replace"), file=sys.stderr)
    print(json.dumps(json.load(answer["Payload"]), indent=2, ensure_ascii=False))
    return 1 if answer.get("FunctionError") else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
