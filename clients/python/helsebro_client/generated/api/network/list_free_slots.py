from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.list_free_slots_service import (
    ListFreeSlotsService,
)
from ...models.problem import Problem
from ...models.slot_page import SlotPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    practitioner_id: str,
    *,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    service: ListFreeSlotsService | Unset = UNSET,
    same_time_as: str | Unset = UNSET,
    weeks: int | Unset = 8,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    params: dict[str, Any] = {}

    params["from"] = from_

    params["to"] = to

    json_service: str | Unset = UNSET
    if not isinstance(service, Unset):
        json_service = service

    params["service"] = json_service

    params["sameTimeAs"] = same_time_as

    params["weeks"] = weeks

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/practitioners/{practitioner_id}/slots".format(
            practitioner_id=quote(str(practitioner_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SlotPage | None:
    if response.status_code == 200:
        response_200 = SlotPage.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | SlotPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    practitioner_id: str,
    *,
    client: AuthenticatedClient,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    service: ListFreeSlotsService | Unset = UNSET,
    same_time_as: str | Unset = UNSET,
    weeks: int | Unset = 8,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | SlotPage]:
    """Lists the slots of a practitioner that can be booked, earliest first

     Lists the slots of a practitioner that can be booked, earliest first.

    Without `service` they are first sessions and follow-ups, and no debriefing by phone. A page may
    hold
    fewer than `limit` and still have a next one. Slots in a week with as many sessions as the
    practitioner takes (`weeklyCapacity`) are left out. A slot that has just been booked may still be
    shown
    for a moment. `sameTimeAs` asks for a series instead: the free slots at the local weekday and
    hour of that slot, in its own week and the ones after it, all on one page. `lateFrom` says until
    when a
    session in the slot could be cancelled without paying.

    Who: auditor, caseworker, finance, member, network, platform, quality, underwriting.

    Args:
        practitioner_id (str):
        from_ (str | Unset):
        to (str | Unset):
        service (ListFreeSlotsService | Unset):
        same_time_as (str | Unset):
        weeks (int | Unset):  Default: 8.
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SlotPage]
    """

    kwargs = _get_kwargs(
        practitioner_id=practitioner_id,
        from_=from_,
        to=to,
        service=service,
        same_time_as=same_time_as,
        weeks=weeks,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    practitioner_id: str,
    *,
    client: AuthenticatedClient,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    service: ListFreeSlotsService | Unset = UNSET,
    same_time_as: str | Unset = UNSET,
    weeks: int | Unset = 8,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | SlotPage | None:
    """Lists the slots of a practitioner that can be booked, earliest first

     Lists the slots of a practitioner that can be booked, earliest first.

    Without `service` they are first sessions and follow-ups, and no debriefing by phone. A page may
    hold
    fewer than `limit` and still have a next one. Slots in a week with as many sessions as the
    practitioner takes (`weeklyCapacity`) are left out. A slot that has just been booked may still be
    shown
    for a moment. `sameTimeAs` asks for a series instead: the free slots at the local weekday and
    hour of that slot, in its own week and the ones after it, all on one page. `lateFrom` says until
    when a
    session in the slot could be cancelled without paying.

    Who: auditor, caseworker, finance, member, network, platform, quality, underwriting.

    Args:
        practitioner_id (str):
        from_ (str | Unset):
        to (str | Unset):
        service (ListFreeSlotsService | Unset):
        same_time_as (str | Unset):
        weeks (int | Unset):  Default: 8.
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SlotPage
    """

    return sync_detailed(
        practitioner_id=practitioner_id,
        client=client,
        from_=from_,
        to=to,
        service=service,
        same_time_as=same_time_as,
        weeks=weeks,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    practitioner_id: str,
    *,
    client: AuthenticatedClient,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    service: ListFreeSlotsService | Unset = UNSET,
    same_time_as: str | Unset = UNSET,
    weeks: int | Unset = 8,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | SlotPage]:
    """Lists the slots of a practitioner that can be booked, earliest first

     Lists the slots of a practitioner that can be booked, earliest first.

    Without `service` they are first sessions and follow-ups, and no debriefing by phone. A page may
    hold
    fewer than `limit` and still have a next one. Slots in a week with as many sessions as the
    practitioner takes (`weeklyCapacity`) are left out. A slot that has just been booked may still be
    shown
    for a moment. `sameTimeAs` asks for a series instead: the free slots at the local weekday and
    hour of that slot, in its own week and the ones after it, all on one page. `lateFrom` says until
    when a
    session in the slot could be cancelled without paying.

    Who: auditor, caseworker, finance, member, network, platform, quality, underwriting.

    Args:
        practitioner_id (str):
        from_ (str | Unset):
        to (str | Unset):
        service (ListFreeSlotsService | Unset):
        same_time_as (str | Unset):
        weeks (int | Unset):  Default: 8.
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SlotPage]
    """

    kwargs = _get_kwargs(
        practitioner_id=practitioner_id,
        from_=from_,
        to=to,
        service=service,
        same_time_as=same_time_as,
        weeks=weeks,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    practitioner_id: str,
    *,
    client: AuthenticatedClient,
    from_: str | Unset = UNSET,
    to: str | Unset = UNSET,
    service: ListFreeSlotsService | Unset = UNSET,
    same_time_as: str | Unset = UNSET,
    weeks: int | Unset = 8,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | SlotPage | None:
    """Lists the slots of a practitioner that can be booked, earliest first

     Lists the slots of a practitioner that can be booked, earliest first.

    Without `service` they are first sessions and follow-ups, and no debriefing by phone. A page may
    hold
    fewer than `limit` and still have a next one. Slots in a week with as many sessions as the
    practitioner takes (`weeklyCapacity`) are left out. A slot that has just been booked may still be
    shown
    for a moment. `sameTimeAs` asks for a series instead: the free slots at the local weekday and
    hour of that slot, in its own week and the ones after it, all on one page. `lateFrom` says until
    when a
    session in the slot could be cancelled without paying.

    Who: auditor, caseworker, finance, member, network, platform, quality, underwriting.

    Args:
        practitioner_id (str):
        from_ (str | Unset):
        to (str | Unset):
        service (ListFreeSlotsService | Unset):
        same_time_as (str | Unset):
        weeks (int | Unset):  Default: 8.
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SlotPage
    """

    return (
        await asyncio_detailed(
            practitioner_id=practitioner_id,
            client=client,
            from_=from_,
            to=to,
            service=service,
            same_time_as=same_time_as,
            weeks=weeks,
            limit=limit,
            cursor=cursor,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
