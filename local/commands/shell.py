"""Shell functions for the journey by hand: ``eval "$(make -s shell)"`` while a stack is running.

``as USER METHOD PATH [BODY [curl options]]`` is curl with that user's token and a new idempotency key,
``clinic METHOD PATH [BODY]`` sends a call signed by the demo clinic, ``upload USER CLAIM [FILE]`` sends and
saves a referral, ``bill BOOKING`` sends an invoice, ``field NAME …`` prints a field of a JSON answer, and
``wait_for USER PATH NAME …`` prints a field of an answer as soon as it is there. It also sets ``$API``,
``$CLINIC`` and ``$PRACTITIONER``. Each returns an error code when the call fails.
"""

from __future__ import annotations

import json
import shlex
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import typst

from infra.account.command import CommandFault
from local.clinic import bill
from local.clinic.clinic_system import ClinicSystem
from local.clock.stack_clock import StackClock
from local.commands.faults import command, refusal_of
from local.demo import login
from local.stack.running_stack import addresses

WAIT_SECONDS = 60

FUNCTIONS = """
as() { [[ $# -ge 3 ]] || { echo "usage: as USER METHOD PATH [BODY] [curl options]" >&2; return 2; }
  local user=$1 method=$2 path=$3; shift 3; local body=; [[ ${1:-} == [{[]* ]] && { body=$1; shift; }
  local token; token=$($HB token "$user") || return
  curl -sS --fail-with-body -X "$method" "$API$path" -H "Authorization: Bearer $token" \\
    -H "Idempotency-Key: $RANDOM$RANDOM$RANDOM" -H 'Accept-Language: en' \\
    -H 'Content-Type: application/json' ${body:+-d "$body"} "$@" && echo; }
clinic() { $HB clinic "$@"; }
upload() { $HB upload "$@"; }
bill() { $HB bill "$@"; }
field() { $HB field "$@"; }
wait_for() { $HB wait "$@"; }
"""


@command
def main(arguments: list[str]) -> int:
    """Prints the shell functions, or runs a command of one of them."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("functions", [])
    wanted = COMMANDS.get(name)
    if wanted is None or len(rest) < wanted.least:
        print(f"usage: {wanted.usage if wanted else ' | '.join(COMMANDS)}", file=sys.stderr)
        return 2
    print(wanted.run(addresses(), *rest))
    return 0


def _functions(stack: dict[str, Any]) -> str:
    demo = stack["demoClinic"]
    path, python = shlex.quote(":".join(sys.path[:3])), shlex.quote(sys.executable)
    command = f"env PYTHONPATH={path} {python} -m local.commands.shell"
    return (
        f"API={stack['apiUrl']} CLINIC={demo['clinicId']} PRACTITIONER={demo['practitionerId']}"
        f" KEY={demo['practitionerKey']} HB={shlex.quote(command)}{FUNCTIONS}"
    )


def _system(stack: dict[str, Any]) -> ClinicSystem:
    demo = stack["demoClinic"]
    return ClinicSystem(stack["apiUrl"], demo["clinicId"], demo["signingSecret"], StackClock.of(stack).now)


def _clinic(stack: dict[str, Any], method: str, path: str, body: str = "") -> str:
    reply = _system(stack).send(method, path, body.encode())
    return f"{reply.status} {json.dumps(reply.body, ensure_ascii=False)}"


def _bill(stack: dict[str, Any], booking_id: str) -> str:
    try:
        reply = bill.send(_system(stack), booking_id)
    except bill.BookingNotReadable as fault:
        raise CommandFault(refusal_of(fault.reply.status, fault.reply.body)) from None
    return f"{reply.status} {json.dumps(reply.body)}"


def _upload(stack: dict[str, Any], user: str, claim_id: str, file: str = "") -> str:
    """Uploads and saves a PDF as a referral; without a file it makes a small one."""
    if file and not Path(file).is_file():
        raise CommandFault(f"There is no file {file}.")
    name = Path(file).name if file else "henvisning.pdf"
    content = Path(file).read_bytes() if file else typst.compile(b"= Henvisning til fysioterapi")
    base = f"{stack['apiUrl']}/v1/claims/{claim_id}/documents"
    headers = {
        "Authorization": f"Bearer {login.of_demo_user(stack, user)}",
        "Idempotency-Key": f"upload-{claim_id}"[:255],
    }
    body = {"fileType": "referral", "fileName": name, "contentType": "application/pdf", "size": len(content)}
    opened = httpx.post(base, json=body, headers=headers).raise_for_status().json()
    upload = opened["upload"]
    httpx.post(upload["url"], data=upload["fields"], files={"file": (name, content)}).raise_for_status()
    return httpx.post(f"{base}/{opened['documentId']}/save", json={}, headers=headers).text


def _field(_: dict[str, Any], *path: str) -> str:
    """Returns a field of the JSON on standard input: ``field items 0 slotId``."""
    text = sys.stdin.read()
    try:
        return _found(json.loads(text), path)
    except (json.JSONDecodeError, LookupError):
        raise SystemExit(f"no {' '.join(path)} in {text.strip() or 'an empty answer'}") from None


def _found(answer: Any, path: Sequence[str]) -> str:
    """Returns a field of an answer. Raises ``LookupError`` when it is not there."""
    found = answer
    for part in path:
        try:
            found = found[int(part) if part.isdigit() else part]
        except TypeError:
            raise LookupError from None
    return found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)


def _wait(stack: dict[str, Any], user: str, path: str, *names: str) -> str:
    """Returns a field of the answer to a GET as soon as it is there; an error of the API ends the wait."""
    headers = {"Authorization": f"Bearer {login.of_demo_user(stack, user)}", "Accept-Language": "en"}
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        answer = httpx.get(stack["apiUrl"] + path, headers=headers, timeout=60)
        if answer.status_code >= 400:
            raise SystemExit(answer.text)
        try:
            return _found(answer.json(), names)
        except LookupError:
            if time.monotonic() > deadline:
                raise SystemExit(f"no {' '.join(names)} after {WAIT_SECONDS} s in {answer.text}") from None
        time.sleep(0.5)


@dataclass(frozen=True)
class ShellCommand:
    """What a shell function runs, how it is called, and the least arguments that it needs."""

    run: Callable[..., str]
    usage: str
    least: int


COMMANDS = {
    "functions": ShellCommand(_functions, 'eval "$(make -s shell)"', 0),
    "token": ShellCommand(login.of_demo_user, "token USER", 1),
    "clinic": ShellCommand(_clinic, "clinic METHOD PATH [BODY]", 2),
    "upload": ShellCommand(_upload, "upload USER CLAIM [FILE]", 2),
    "bill": ShellCommand(_bill, "bill BOOKING", 1),
    "field": ShellCommand(_field, "… | field NAME [NAME …]", 1),
    "wait": ShellCommand(_wait, "wait_for USER PATH NAME [NAME …]", 3),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
