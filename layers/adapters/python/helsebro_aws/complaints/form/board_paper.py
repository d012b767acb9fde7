"""The form for the complaints board: filled in with the case, set by typst as a tagged PDF (R-1501).

The board's own form asks for the same. It is the member's to correct, sign and send: nothing is sent by us.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from helsebro import ids
from helsebro.claims.claim import Claim
from helsebro.complaints.complaint import Complaint
from helsebro.country_profile import profile
from helsebro.coverage.texts.fact_texts import word_of
from helsebro.local_day import local_day
from helsebro.payer import Payer
from helsebro.plain_words import plain_words
from helsebro.tasks.determination import Determination
from helsebro_aws.papers.printable import printable
from helsebro_aws.papers.printing import printed

HERE = Path(__file__).parent
BLANK = 30 * "_"
"""What the member fills in."""
TO_FILL_IN = ("born", "address", "phone", "email")
WITH_A_FEE = frozenset({"DK"})
"""The countries whose board asks for a fee."""


@dataclass(frozen=True)
class BoardPaper:
    """The denied claim with its denial, the complaints about it, and the registered name of the person.

    ``papers`` are the file types of the accepted papers, in words of the reader's language.
    """

    claim: Claim
    denial: Determination
    complaints: Sequence[Complaint]
    payer: Payer
    person_name: str
    papers: Mapping[str, Sequence[str]]

    def render(self, language: str) -> bytes:
        """Returns the form as a PDF in ``da``, ``nb`` or ``en``."""
        return printed(HERE / "board_form.typ", "form", self._content(language))

    def _content(self, language: str) -> dict[str, Any]:
        words, board = _texts()[language], profile(self.payer.country).complaint_board
        named = {"board": board.name, "address": board.address, "page": board.page}
        own = [known for known in self.complaints if known.step == "board"]
        return {
            "lang": language,
            "title": words["title"].format(**named),
            "sender": printable(self.person_name),
            "lead": words["lead"].format(**named),
            "parts": [
                {"title": words[part], "rows": [(words[label], printable(told)) for label, told in rows]}
                for part, rows in self._parts(language, words)
            ],
            "why-title": words["why_title"],
            "why": printable(own[-1].text) if own else words["no_why"] + 3 * BLANK,
            "list-title": words["list_title"],
            "enclosures": [printable(told) for told in self._enclosures(language, words)],
            "sign-title": words["sign_title"],
            "sign": words["sign"] + BLANK,
        }

    def _parts(self, language: str, words: Mapping[str, Any]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        contact, day = self.payer.contact, plain_words(language).of_day
        reached = ", ".join(part for part in (contact.phone, contact.email, contact.post_to) if part)
        yield "complainant", [("name", self.person_name), *((blank, BLANK) for blank in TO_FILL_IN)]
        yield (
            "insurer",
            [("company", self.payer.name), ("reached", reached), ("policy", self.claim.policy_number)],
        )
        reported = local_day(self.claim.reported_at, self.claim.country)
        treatment = word_of("treatment.type", self.claim.treatment_type, language)
        about = str(words["case_name"]).format(treatment=treatment, day=day(reported))
        clauses = dict.fromkeys(step.clause for step in self.denial.trail if step.denies)
        yield (
            "case",
            [
                ("number", ids.case_number(self.claim.claim_id)),
                ("about", about[:1].upper() + about[1:]),
                ("denied", day(local_day(self.denial.decided_at, self.claim.country))),
                *([("reason", self.denial.reason)] if self.denial.reason else []),
                *([("clauses", ", ".join(clauses))] if clauses else []),
            ],
        )
        yield "steps", [(each.step, self._step(each, language, words)) for each in self._ours()]

    def _ours(self) -> list[Complaint]:
        return [known for known in self.complaints if known.step != "board"]

    def _step(self, complaint: Complaint, language: str, words: Mapping[str, Any]) -> str:
        day, country, answer = plain_words(language).of_day, self.claim.country, complaint.answer
        made = day(local_day(complaint.made_at, country))
        if answer is None:
            return str(words["late"]).format(made=made)
        told = {"made": made, "answered": day(local_day(answer.decided_at, country))}
        return str(words["answered"]).format(**told, reason=answer.reason or answer.clause or "")

    def _enclosures(self, language: str, words: Mapping[str, Any]) -> list[str]:
        denied = plain_words(language).of_day(local_day(self.denial.decided_at, self.claim.country))
        listed = [told.format(denied=denied, product=self.claim.product) for told in words["enclosures"]]
        papers = self.papers.get(language) or ()
        return [
            *listed,
            *([words["papers"].format(papers=", ".join(papers))] if papers else []),
            *([words["fee"]] if self.payer.country in WITH_A_FEE else []),
        ]


@cache
def _texts() -> Mapping[str, Any]:
    texts: Mapping[str, Any] = json.loads((HERE / "board_form_texts.json").read_text("utf-8"))
    return texts
