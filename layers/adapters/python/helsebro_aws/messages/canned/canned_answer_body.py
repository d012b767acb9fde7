"""The body of a canned answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from helsebro.errors import Fault
from helsebro.messages.canned_answer import VARIABLES, CannedAnswer, variable_faults
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.clause import CLAUSE
from helsebro_aws.http.fields.short_text import LongText
from helsebro_aws.http.fields.visible_text import VisibleText

CannedText = LongText


class NewCannedTextsShape(Body):
    """The text in each language."""

    da: Annotated[CannedText, Field(description="In Danish.", examples=["Vi har modtaget dine papirer."])]
    nb: Annotated[CannedText, Field(description="In Norwegian.", examples=["Vi har mottatt papirene dine."])]
    en: Annotated[CannedText, Field(description="In English.", examples=["We have received your papers."])]


class NewCannedAnswerShape(Body):
    """A text that the staff send again and again."""

    title: Annotated[
        VisibleText,
        Field(description="What the staff know it by.", examples=["Papers received"]),
    ]
    texts: Annotated[
        NewCannedTextsShape,
        Field(
            description="The text in each language. `{{ name }}` stands for a value, of these names: "
            + ", ".join(f"`{name}`" for name in VARIABLES)
            + ". `reportedOn` is known in a case only."
        ),
    ]

    clause: Annotated[
        str | None,
        Field(
            pattern=CLAUSE,
            description="The clause of the terms, for a text that is the reason of denials that rest on it.",
            examples=["6.1"],
        ),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns a fault for each text that names an unknown value."""
        texts = sent.get("texts")
        return variable_faults(texts) if isinstance(texts, dict) else []

    def answer(self, payer: str, key: str) -> CannedAnswer:
        """Returns it as a payer's canned answer."""
        texts = {"da": self.texts.da, "nb": self.texts.nb, "en": self.texts.en}
        return CannedAnswer(key, payer, self.title, texts, clause=self.clause)
