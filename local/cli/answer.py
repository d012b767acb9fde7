"""An answer of the API, shown to a person or written to a file."""

from __future__ import annotations

import json
from pathlib import Path

from local.cli import problem, terminal
from local.cli.fault import CliFault
from local.clinic.clinic_system import Reply
from local.demo.http_client import client

LINKS = frozenset({301, 302, 303, 307, 308})


def show(reply: Reply) -> None:
    """Writes the body to the standard output, and a problem to the standard error as well."""
    if reply.status >= 400:
        problem.show(reply.status, reply.body, reply.headers)
        if not terminal.out.is_terminal:
            terminal.show_json(reply.body)
    elif reply.status in LINKS and "location" in reply.headers:
        terminal.note(f"{reply.status}: the file is behind this link; -o FILE fetches it.")
        print(reply.headers["location"])
    elif isinstance(reply.body, str):
        print(reply.body, end="" if reply.body.endswith("\n") or not reply.body else "\n")
    else:
        terminal.show_json(reply.body)
    if terminal.out.is_terminal and reply.status < 400:
        terminal.note(f"{reply.status}  {reply.headers.get('x-correlation-id', '')}", "dim")


def show_headers(reply: Reply) -> None:
    """Writes the status and the headers to the standard error."""
    terminal.note(str(reply.status), "bold")
    for name, value in sorted(reply.headers.items()):
        terminal.note(f"{name}: {value}", "dim")


def write(reply: Reply, output: Path) -> None:
    """Writes the answer, or the file that it links to, which is fetched without a credential."""
    if link := reply.headers.get("location", ""):
        content = client().get(link).raise_for_status().content
    else:
        text = reply.body if isinstance(reply.body, str) else json.dumps(reply.body, ensure_ascii=False)
        content = text.encode()
    try:
        output.write_bytes(content)
    except OSError as fault:
        raise CliFault(f"{output} cannot be written: {fault.strerror}.", "Name another file.") from None
    terminal.note(f"✓ {output}: {len(content)} bytes")
