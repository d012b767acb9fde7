"""Shell functions for the journey by hand: ``eval "$(make -s shell)"`` while a stack is running.

``as USER METHOD PATH [BODY [curl options]]`` is curl with that user's token and a new idempotency key,
``clinic METHOD PATH [BODY]`` sends a call signed by the demo clinic, ``upload USER CLAIM [FILE]`` sends and
saves a referral, ``bill BOOKING`` sends an invoice, ``field NAME …`` prints a field of a JSON answer. It also
sets ``$API``, ``$CLINIC`` and ``$PRACTITIONER``.
"""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import typst

from local.clinic import bill
from local.clinic.clinic_system import ClinicSystem
from local.demo import login
from local.home import STACK_FILE

FUNCTIONS = """
as() { local user=$1 method=$2 path=$3; shift 3; local body=; [[ ${1:-} == [{[]* ]] && { body=$1; shift; }
  curl -sS -X "$method" "$API$path" -H "Authorization: Bearer $($HB token "$user")" \\
    -H "Idempotency-Key: $RANDOM$RANDOM$RANDOM" -H 'Accept-Language: en' \\
    -H 'Content-Type: application/json' ${body:+-d "$body"} "$@"; echo; }
clinic() { $HB clinic "$@"; }
upload() { $HB upload "$@"; }
bill() { $HB bill "$@"; }
field() { $HB field "$@"; }
"""


def main(arguments: list[str]) -> int:
    """Prints the shell functions, or runs a command of one of them."""
    if not STACK_FILE.exists():
        print("No stack is running: start it with `make run` in another window.", file=sys.stderr)
        return 1
    stack = json.loads(STACK_FILE.read_text("utf-8"))
    command, rest = (arguments[0], arguments[1:]) if arguments else ("functions", [])
    print(COMMANDS[command](stack, *rest))
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
    return ClinicSystem(stack["apiUrl"], demo["clinicId"], demo["signingSecret"])


def _clinic(stack: dict[str, Any], method: str, path: str, body: str = "") -> str:
    reply = _system(stack).send(method, path, body.encode())
    return f"{reply.status} {json.dumps(reply.body, ensure_ascii=False)}"


def _bill(stack: dict[str, Any], booking_id: str) -> str:
    reply = bill.send(_system(stack), booking_id)
    return f"{reply.status} {json.dumps(reply.body)}"


def _upload(stack: dict[str, Any], user: str, claim_id: str, file: str = "") -> str:
    """Uploads and saves a PDF as a referral; without a file it makes a small one."""
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
    answer = found = json.load(sys.stdin)
    try:
        for part in path:
            found = found[int(part) if part.isdigit() else part]
    except (KeyError, IndexError, TypeError):
        raise SystemExit(f"no {' '.join(path)} in {json.dumps(answer, ensure_ascii=False)}") from None
    return str(found)


COMMANDS: dict[str, Callable[..., str]] = {
    "functions": _functions,
    "token": login.of_demo_user,
    "clinic": _clinic,
    "upload": _upload,
    "bill": _bill,
    "field": _field,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
