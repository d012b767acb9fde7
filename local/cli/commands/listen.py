"""``helsebro listen``: the clinic's webhooks as they come, forwarded to a local address."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Event
from typing import Annotated
from urllib.parse import urlsplit

import httpx
import typer
from rich.text import Text

from helsebro import events
from helsebro.signing.secret import WebhookSecret
from helsebro.webhooks.endpoint import ALL_TYPES
from helsebro_aws.platform.clock import real_now
from local.cli import completion, problem, receiver, terminal
from local.cli.fault import CliFault, unknown
from local.cli.platform import Platform
from local.cli.receiver import ForwardedWebhook, Receiver
from local.clinic.clinic_system import ClinicSystem
from local.stack.ports import HOST, listens

GREEN = range(200, 300)


def listen(
    ctx: typer.Context,
    forward: Annotated[str, typer.Option(help="Where each webhook is sent on to.")] = "",
    types: Annotated[
        str,
        typer.Option(
            "--events", autocompletion=completion.event_types, help="Types, with a comma between them."
        ),
    ] = ALL_TYPES,
) -> None:
    """Shows the clinic's webhooks, verified, and forwards their raw bytes; until Ctrl-C.

    It registers an endpoint of its own and removes it at the end. What the local address answers is what
    the platform gets: after a failure it sends again, first in 5 seconds.
    """
    platform: Platform = ctx.obj
    wanted = _types(types)
    _must_be_http(forward)
    clinic = platform.clinic()
    if urlsplit(clinic.api_url).hostname != HOST:
        raise CliFault(
            f"{clinic.api_url} cannot deliver to this computer.", "Follow its feed: `helsebro events tail`."
        )
    secret: Future[WebhookSecret] = Future()
    with receiver.serving(Receiver(secret, forward, _show)) as url, _until_interrupted() as ended:
        _remove_left_behind(clinic)
        with _endpoint(clinic, url, wanted, secret):
            terminal.note(f"Ready: webhooks of {clinic.clinic_id}{f' go to {forward}' if forward else ''}.")
            terminal.note("Cause one with `helsebro trigger booking.created`. Ctrl-C ends.")
            ended.wait()
    terminal.note("✓ The endpoint is removed.")


def _types(text: str) -> list[str]:
    found = [name.strip() for name in text.split(",") if name.strip()]
    for name in found:
        if name not in events.TO_CLINICS | {ALL_TYPES}:
            raise unknown("event", name, events.TO_CLINICS)
    return found or [ALL_TYPES]


def _must_be_http(forward: str) -> None:
    if forward and not _is_http(forward):
        raise CliFault(f"--forward {forward} is no address.", "Write http://127.0.0.1:3000/webhooks.")


def _is_http(address: str) -> bool:
    if not address.isprintable() or " " in address:
        return False
    try:
        # The client reads it in its own way, for example a name that is not in ASCII.
        httpx.URL(address)
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except (httpx.InvalidURL, ValueError):
        return False


@contextmanager
def _endpoint(
    clinic: ClinicSystem, url: str, types: Sequence[str], secret: Future[WebhookSecret]
) -> Iterator[None]:
    """Registers the receiver while the block runs."""
    made = clinic.register_endpoint(url, types)
    if made.status != 201:
        problem.show(made.status, made.body, made.headers)
        raise CliFault("The platform registers no endpoint.", "Remove one that is no longer used.")
    try:
        secret.set_result(WebhookSecret.parse(made.body["secret"]))
        terminal.note(f"Signing secret, for your own check: {made.body['secret']}")
        yield
    finally:
        clinic.remove_endpoint(made.body["endpointId"])


def _remove_left_behind(clinic: ClinicSystem) -> None:
    """Removes endpoints of receivers that were killed: no process listens on their port any more."""
    reply = clinic.get(f"/v1/clinics/{clinic.clinic_id}/webhook-endpoints")
    for endpoint in reply.body["items"] if reply.status == 200 else ():
        parts = urlsplit(endpoint["url"])
        if parts.path == receiver.PATH and parts.port and not listens(parts.port):
            clinic.remove_endpoint(endpoint["endpointId"])


@contextmanager
def _until_interrupted() -> Iterator[Event]:
    """Gives an event that is set by Ctrl-C, and by the signal that ends a process."""
    ended = Event()
    before = {sent: signal.signal(sent, lambda *_: ended.set()) for sent in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield ended
    finally:
        for sent, handler in before.items():
            signal.signal(sent, handler)


def _show(webhook: ForwardedWebhook) -> None:
    row = {
        "messageId": webhook.message_id,
        "type": webhook.body.get("type"),
        "sequence": webhook.body.get("sequence"),
        "timestamp": webhook.body.get("timestamp"),
        "data": webhook.body.get("data"),
        "status": webhook.status,
        "fault": webhook.fault,
    }
    ids = " ".join(str(value) for value in (webhook.body.get("data") or {}).values())
    line = Text.assemble(
        (f"{real_now().astimezone():%H:%M:%S}  ", "dim"),
        (f"{webhook.body.get('type', 'refused'):<20}", "bold"),
        (f"[{webhook.status}]", "green" if webhook.status in GREEN else "red"),
        f"  {webhook.message_id}  ",
        (webhook.fault or ids, "red" if webhook.fault else "dim"),
    )
    terminal.show_row(row, line)
    if webhook.fault and not terminal.out.is_terminal:
        terminal.note(webhook.fault, "red")
