"""A problem (RFC 9457), shown to a person: what is wrong, every fault, and how to find it in the logs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.text import Text

from local.cli import terminal

KNOWN = frozenset({"type", "title", "status", "detail", "instance", "code", "errors", "correlationId"})
"""The members that every problem has; others are facts of this one, such as ``nextSlots``."""


def show(status: int, body: Any, headers: Mapping[str, str]) -> None:
    """Writes a problem, or another answer of 400 and above, to the standard error."""
    for line in lines(status, body, headers):
        terminal.err.print(line, soft_wrap=True)


def lines(status: int, body: Any, headers: Mapping[str, str]) -> Iterator[Text]:
    """Yields the lines of a problem; ``headers`` have names in lower case."""
    if isinstance(body, Mapping):
        yield Text.assemble((f"{status} {body.get('code', '')}", "bold red"), f"  {body.get('title', '')}")
        if body.get("detail") and body["detail"] != body.get("title"):
            yield Text(f"  {body['detail']}")
        for fault in body.get("errors") or []:
            where = fault["pointer"] or "(the whole body)"
            yield Text.assemble("  ", (where, "yellow"), f"  {fault['detail']}  ", (fault["code"], "dim"))
        for name, value in body.items():
            if name not in KNOWN:
                yield Text.assemble("  ", (name, "cyan"), f"  {value}")
    else:
        yield Text.assemble((str(status), "bold red"), f"  {str(body)[:800]}")
    if status == 412 or status == 428:
        yield Text("  Read it again: its ETag goes into --if-match.", "dim")
    if correlation_id := headers.get("x-correlation-id"):
        yield Text(f"  Its log lines: make logs ID={correlation_id}", "dim")
