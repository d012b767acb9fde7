"""Paged: what every list does around its handler."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.lists.sealed_cursor import opened, with_sealed_cursor


def paged(handler: Callable[..., HttpAnswer]) -> Callable[..., HttpAnswer]:
    """Returns a handler of a list with sealed cursors, which ends a page before it outgrows Lambda's answer.

    A page that is too large is read again with as many entries as fit, so its cursor is that of the list.
    """

    def listed(call: Call, **parameters: str) -> HttpAnswer:
        asked = opened(call)
        answer = handler(asked, **parameters).encoded()
        fits = answer.entries_that_fit
        while fits is not None and fits < asked.most:
            asked = replace(asked, most=fits)
            answer = handler(asked, **parameters).encoded()
            fits = answer.entries_that_fit
        sealed = with_sealed_cursor(answer, call)
        return answer if sealed is answer else sealed.encoded()

    return listed
