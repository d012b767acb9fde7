"""What a played journey shows of the API: who called what with success, and every id in the answers."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from local.openapi.contract import Contract, path_of

ID = re.compile(r"\b([a-z]{3})_[a-z0-9]{8,200}\b")


@dataclass(frozen=True)
class Sample:
    """A call that succeeded: the credential of its caller, the parameters of its path, and its JSON body."""

    authorization: str
    path_parameters: Mapping[str, str]
    sent: Any


class Heard(Contract):
    """The contract, which also notes what it judges."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        super().__init__(document)
        self.samples: dict[str, list[Sample]] = defaultdict(list)
        self.ids: dict[str, set[str]] = defaultdict(set)

    def faults_over_http(self, answer: httpx.Response) -> list[str]:
        """Returns what the document does not describe; notes the caller and the ids of a success."""
        if answer.is_success or answer.is_redirect:
            self._note(answer)
        return super().faults_over_http(answer)

    def _note(self, answer: httpx.Response) -> None:
        path = path_of(answer.request.url.path)
        for found in ID.finditer(f"{path} {answer.text}"):
            self.ids[found[1]].add(found[0])
        if named := self.operation(answer.request.method, path):
            credential = answer.request.headers.get("authorization", "")
            raw = answer.request.content
            # A document, such as what a bank reports, is no sample of a body.
            is_json = "json" in answer.request.headers.get("content-type", "")
            sent = json.loads(raw) if raw and is_json else None
            self.samples[named].append(Sample(credential, _parameters(named.split(" ")[1], path), sent))


def _parameters(template: str, path: str) -> dict[str, str]:
    pairs = zip(template.split("/"), path.split("/"), strict=True)
    return {name[1:-1]: part for name, part in pairs if name.startswith("{")}
