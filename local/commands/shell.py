"""Shell functions for the journey by hand: ``eval "$(make -s shell)"`` while a stack is running.

``as USER METHOD PATH [BODY [curl options]]`` is curl with that user's token and a new idempotency key,
``clinic METHOD PATH [BODY]`` sends a call signed by the demo clinic, ``upload USER CLAIM [FILE] [TYPE]``
uploads a document and waits until it is checked, ``bill BOOKING`` sends an invoice, ``now`` prints the
business time, ``field NAME …`` prints a field of a JSON answer, and ``wait_for USER PATH NAME …`` prints a
field of an answer as soon as it is there.
A name is a key, the number of an item, or ``key=value`` for the first item with that value
(``subject.claimId=clm_…`` looks deeper). It also sets ``$API``, ``$CLINIC`` and ``$PRACTITIONER``. Each
returns an error code when the call fails.
"""

from __future__ import annotations

import json
import shlex
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import typst

from infra.account.command import CommandFault
from local.clinic import bill
from local.clinic.clinic_system import ClinicSystem, Reply
from local.clock.stack_clock import StackClock
from local.commands.faults import command, refusal_of
from local.demo import login
from local.demo.uploaded_document import CONTENT_TYPES, CaseDocuments, DocumentFile, DocumentRefused
from local.stack.running_stack import answering

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
now() { $HB now; }
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
    print(wanted.run(answering(), *rest))
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
    return _shown(_system(stack).send(method, path, body.encode()))


def _now(stack: dict[str, Any]) -> str:
    return f"{StackClock.of(stack).now():%Y-%m-%dT%H:%M:%SZ}"


def _bill(stack: dict[str, Any], booking_id: str) -> str:
    try:
        return _shown(bill.send(_system(stack), booking_id))
    except bill.BookingNotReadable as fault:
        return _shown(fault.reply)


def _upload(
    stack: dict[str, Any], user: str, claim_id: str, file: str = "", file_type: str = "referral"
) -> str:
    """Uploads and saves a document and waits for its check; without a file it makes a small PDF."""
    if file:
        chosen = DocumentFile.of_file(Path(file), file_type)
    else:
        content = typst.compile(b"= Henvisning til fysioterapi")
        chosen = DocumentFile("henvisning.pdf", file_type, CONTENT_TYPES[".pdf"], content)
    documents = CaseDocuments(stack["apiUrl"], login.of_demo_user(stack, user), claim_id)
    try:
        document = documents.checked(documents.upload(chosen))
    except DocumentRefused as fault:
        return _shown(fault.reply)
    if document["status"] == "rejected":
        raise CommandFault(f"The document is rejected: {_text(document)}")
    return _text(document)


def _shown(reply: Reply) -> str:
    """Returns the body of an answer. Raises ``CommandFault`` for a refusal."""
    if reply.status >= 400:
        raise CommandFault(refusal_of(reply.status, _text(reply.body)))
    return _text(reply.body)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


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
        name, selects, value = part.partition("=")
        try:
            found = _with(found, name, value) if selects else found[int(part) if part.isdigit() else part]
        except TypeError:
            raise LookupError from None
    return _text(found)


def _with(items: Any, name: str, value: str) -> Any:
    """Returns the first item with this value. Raises ``LookupError``, or ``TypeError`` for no list."""
    for item in items:
        try:
            if _found(item, name.split(".")) == value:
                return item
        except LookupError:
            continue
    raise LookupError


def _wait(stack: dict[str, Any], user: str, path: str, *names: str) -> str:
    """Returns a field of the answer to a GET as soon as it is there; an error of the API ends the wait.

    It looks at every page of a list, and says on stderr for what it waits.
    """
    headers = {"Authorization": f"Bearer {login.of_demo_user(stack, user)}", "Accept-Language": "en"}
    wanted, began, has_said = " ".join(names), time.monotonic(), False
    while True:
        answer: Any = None
        for answer in _pages(stack["apiUrl"] + path, headers):
            try:
                found = _found(answer, names)
            except LookupError:
                continue
            if has_said:
                print(" there", file=sys.stderr)
            return found
        if time.monotonic() - began > WAIT_SECONDS:
            raise SystemExit(f"\nno {wanted} after {WAIT_SECONDS} s in {_text(answer)}")
        print("." if has_said else f"waiting for {wanted} of {path} ", end="", file=sys.stderr, flush=True)
        has_said = True
        time.sleep(1)


def _pages(url: str, headers: Mapping[str, str]) -> Iterator[Any]:
    """Yields the answer to a GET, and the further pages when it is a list."""
    cursor = ""
    while True:
        further = f"{'&' if '?' in url else '?'}cursor={quote(cursor, '')}" if cursor else ""
        answer = httpx.get(url + further, headers=headers, timeout=60)
        if answer.status_code >= 400:
            raise SystemExit(answer.text)
        page = answer.json()
        yield page
        cursor = (page.get("nextCursor") if isinstance(page, dict) else "") or ""
        if not cursor:
            return


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
    "upload": ShellCommand(_upload, "upload USER CLAIM [FILE] [TYPE]", 2),
    "now": ShellCommand(_now, "now", 0),
    "bill": ShellCommand(_bill, "bill BOOKING", 1),
    "field": ShellCommand(_field, "… | field NAME|INDEX|KEY=VALUE …", 1),
    "wait": ShellCommand(_wait, "wait_for USER PATH NAME|INDEX|KEY=VALUE …", 3),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
