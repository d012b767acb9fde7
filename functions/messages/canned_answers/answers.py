"""What the routes of canned answers answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.shown import Version


class CannedTextsAnswer(TypedDict):
    """The text in each language."""

    da: Annotated[str, Field(description="In Danish.", examples=["Vi har modtaget dine papirer."])]
    nb: Annotated[str, Field(description="In Norwegian.", examples=["Vi har mottatt papirene dine."])]
    en: Annotated[str, Field(description="In English.", examples=["We have received your papers."])]


class CannedAnswerAnswer(TypedDict):
    """A text that the staff send again and again."""

    key: Annotated[str, Field(description="The payer's own key of it.", examples=["papers-received"])]
    title: Annotated[str, Field(description="What the staff know it by.", examples=["Papers received"])]
    texts: CannedTextsAnswer
    variables: Annotated[
        list[str], Field(description="The values that its texts name.", examples=[["payer", "phone"]])
    ]
    clause: NotRequired[
        Annotated[
            str, Field(description="The clause, for the reason of denials that rest on it.", examples=["6.1"])
        ]
    ]
    version: Version
