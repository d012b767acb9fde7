"""Second looks for tests: how many decisions are drawn, and what quality found."""

from __future__ import annotations

from typing import Any

from tests.builders.calls import Answered, ask, event, staff
from tests.builders.decisions import decide, tasks_in

QUALITY = staff("quality", sub="s-quality", email="quality@example.org")
DENIAL = {"decision": "deny", "reason": "Ikke dækket"}
WRONG = {"decision": "deny", "clause": "8.3.1", "reason": "Overset henvisning"}
PATH = "/v1/payers/tryg/second-looks"


def read_sampling(by: dict[str, Any] | None = None) -> Answered:
    """What is set of second looks."""
    from functions.quality.second_looks.handler import handler

    return ask(handler, event("GET", PATH, by=by or QUALITY))


def set_sampling(
    percent: Any = 100, version: int = 1, by: dict[str, Any] | None = None, **more: Any
) -> Answered:
    """The answer to setting how many decisions are drawn."""
    from functions.quality.second_looks.handler import handler

    headers = {"if-match": f'"{version}"'}
    body = {"percent": percent, **more}
    return ask(handler, event("PUT", PATH, by=by or QUALITY, body=body, headers=headers))


def drawn() -> list[dict[str, Any]]:
    """The second looks that wait for quality."""
    found: list[dict[str, Any]] = tasks_in("second-looks", QUALITY).body["items"]
    return found


def find(body: dict[str, Any], by: dict[str, Any] | None = None, version: int = 1) -> Answered:
    """The answer to what was found in the only second look."""
    [task] = drawn()
    return decide(task["taskId"], body, by=by or QUALITY, version=version)


def figures(query: str = "", accept: str = "", by: dict[str, Any] | None = None) -> Answered:
    """The figures of decisions, of these weeks unless told."""
    from functions.quality.decision_figures.handler import handler

    headers = {"accept-language": "en", **({"accept": accept} if accept else {})}
    return ask(handler, event("GET", f"/v1/insights/decisions{query}", by=by or QUALITY, headers=headers))
