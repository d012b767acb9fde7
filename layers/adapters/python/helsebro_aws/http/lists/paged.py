"""Paged: what every list does around its handler."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from helsebro.errors import BadInput
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.lists.sealed_cursor import with_sealed_cursor


def paged(handler: Callable[..., HttpAnswer]) -> Callable[..., HttpAnswer]:
    """Returns the handler of a list with what every list does around it.

    It raises ``BadInput`` (400) with the faults that the handler finds and those of the page, all at once. A
    caller who may not see the list learns only that.
    """

    def list_page(call: Call, **parameters: str) -> HttpAnswer:
        faults = call.page_faults()
        try:
            answer = _bounded(handler, call, parameters)
        except BadInput as refused:
            every = {(fault.pointer, fault.code): fault for fault in (*refused.faults, *faults)}
            raise BadInput([*every.values()], malformed=True) from None
        if faults:
            raise BadInput(faults, malformed=True)
        return answer

    return list_page


def _bounded(handler: Callable[..., HttpAnswer], call: Call, parameters: Mapping[str, str]) -> HttpAnswer:
    """Returns a page with a sealed cursor that does not outgrow an answer of Lambda.

    A page that is too large is read again with as many entries as fit, so its cursor is that of the list.
    """
    answer = with_sealed_cursor(handler(call, **parameters), call).encoded()
    fits = answer.entries_that_fit
    while fits is not None and fits < call.most:
        call = replace(call, most=fits)
        answer = with_sealed_cursor(handler(call, **parameters), call).encoded()
        fits = answer.entries_that_fit
    return answer
