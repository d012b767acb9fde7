"""``make reconcile STAGE=dev``: compares the ledger of money with what it books, and lists what differs.

It does what the function does every night, but stores nothing and opens no task. Every case of every payer is
read: about fifty a second. Once after the deployment that brings the ledger, ``OPEN=1`` stores the entries of
guarantees and payables that are older; run again it stores none twice.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from infra.account.account import stage_of
from infra.account.command import CommandFault, command
from infra.account.invoking import FunctionFailed, Invoke, function_of
from infra.account.switch import is_on

SECONDS = 600
"""How long the function may run."""
COLUMNS = ("kind", "claimId", "about", "expected", "found", "beside")


class ReconcileFailed(CommandFault):
    """The comparison could not go on; the text says why."""


@command
def main() -> int:
    """Compares, and returns 1 when something differs, 2 when it cannot run, 130 after Ctrl-C."""
    invoke = function_of(stage_of(os.environ), "reconcile_money", seconds=SECONDS)
    try:
        return run(invoke, opens=is_on("OPEN", os.environ.get("OPEN")))
    except FunctionFailed as fault:
        raise ReconcileFailed(f"The comparison failed ({fault}); see the log of reconcile_money.") from None


def run(invoke: Invoke, *, opens: bool = False) -> int:
    """Prints a row for each difference and the counts, and returns 1 when there is one.

    ``opens`` stores the entries of what is older than the ledger, and prints how many.
    """
    cases, differences, opened = 0, 0, 0
    for answer in _answers(invoke, {"open": True} if opens else {}):
        opened += int(answer.get("opened", 0))
        cases += int(answer["cases"])
        for row in answer["differences"]:
            if not differences:
                print("\t".join(COLUMNS))
            differences += 1
            print("\t".join(_cell(row.get(column, "")) for column in COLUMNS))
    print(f"{cases} cases, {opened} entries opened" if opens else f"{cases} cases, {differences} differences")
    return 1 if differences else 0


def _answers(invoke: Invoke, more: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yields what the function found, call by call, each from where the one before it stopped."""
    answer = invoke({"byHand": True, **more})
    yield answer
    while "payer" in answer:
        further = {name: answer.get(name) for name in ("payer", "place")}
        sums = {"sums": answer["sums"]} if answer.get("sums") else {}
        answer = invoke({"byHand": True, **more, **further, **sums})
        yield answer


def _cell(value: Any) -> str:
    return f"{value['amount']} {value['currency']}" if isinstance(value, Mapping) else str(value)


if __name__ == "__main__":
    sys.exit(main())
