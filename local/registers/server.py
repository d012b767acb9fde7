"""The authorisation registers of the embedded stack, Denmark's and Norway's, with the demo practitioners.

    python -m local.registers.server --port 9407

GET  /autregservice.asmx/GetHealthProfessionals?authorizationId=…   Denmark
POST /token                                                         Maskinporten
GET  /v1/personer/{hprNummer}                                       Norway, with the token
PUT  /people/{DK|NO}/{number}   {"name", "profession", "isValid"}: puts a person into a register
"""

from __future__ import annotations

import argparse
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from helsebro_aws.onboarding.registers.maskinporten import GRANT
from helsebro_aws.onboarding.registers.stps import PATH
from local.demo.network import clinics
from local.registers import answers
from local.registers.health_professional import HealthProfessional, People
from local.stack.ports import HOST

LONGEST_BODY = 20_000


class RegistersHandler(BaseHTTPRequestHandler):
    """Both registers over HTTP."""

    people: People

    def do_GET(self) -> None:
        """Answers what a register has under a number."""
        asked = urlsplit(self.path)
        if asked.path == PATH:
            number = parse_qs(asked.query).get("authorizationId", [""])[0]
            return self._answer(200, answers.danish(self.people.find("DK", number)), "text/xml")
        place, _, number = asked.path.rpartition("/")
        if place != "/v1/personer":
            return self._answer(404)
        if self.headers.get("authorization") != "Bearer local":
            return self._answer(401)
        found = self.people.find("NO", number)
        return self._answer(200, answers.norwegian(found)) if found else self._answer(404)

    def do_POST(self) -> None:
        """Answers with a token."""
        sent = parse_qs(self._body().decode())
        if self.path != "/token" or sent.get("grant_type") != [GRANT] or "assertion" not in sent:
            return self._answer(400)
        return self._answer(200, answers.token())

    def do_PUT(self) -> None:
        """Puts a person into a register."""
        match self.path.split("/"):
            case ["", "people", "DK" | "NO" as country, number] if number:
                given = json.loads(self._body())
                person = HealthProfessional(number, given["name"], given["profession"], given["isValid"])
                self.people.set(country, person)
                self._answer(204)
            case _:
                self._answer(404)

    def _body(self) -> bytes:
        length = int(self.headers.get("content-length", 0))
        return self.rfile.read(min(length, LONGEST_BODY))

    def _answer(self, status: int, body: bytes = b"", kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def server(port: int) -> ThreadingHTTPServer:
    """Returns the registers, not yet serving; port 0 takes a free one."""
    handler = type("OwnRegistersHandler", (RegistersHandler,), {"people": People(clinics())})
    return ThreadingHTTPServer((HOST, port), handler)


def main() -> None:
    """Serves the registers until they are ended."""
    parser = argparse.ArgumentParser(description="The authorisation registers of the embedded stack.")
    parser.add_argument("--port", type=int, required=True)
    with server(parser.parse_args().port) as running:
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print("The registers ended.", flush=True)


if __name__ == "__main__":
    main()
