from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.waitlist_entry_page import WaitlistEntryPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    person_id: str | Unset = UNSET,
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

    params["personId"] = person_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/waitlist",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | WaitlistEntryPage | None:
    if response.status_code == 200:
        response_200 = WaitlistEntryPage.from_dict(response.json())

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
) -> Response[Problem | WaitlistEntryPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    person_id: str | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | WaitlistEntryPage]:
    """Lists a person's waitlist entries, newest first at each payer

     Lists a person's waitlist entries, newest first at each payer.

    An offer says where it is, with whom, and until when it could be cancelled without paying
    (`lateFrom`). An
    entry that has ended stays for 90 days. A page may hold fewer than `limit` and still have a next
    one.

    Who: member.

    Args:
        person_id (str | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WaitlistEntryPage]
    """

    kwargs = _get_kwargs(
        person_id=person_id,
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
    *,
    client: AuthenticatedClient,
    person_id: str | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | WaitlistEntryPage | None:
    """Lists a person's waitlist entries, newest first at each payer

     Lists a person's waitlist entries, newest first at each payer.

    An offer says where it is, with whom, and until when it could be cancelled without paying
    (`lateFrom`). An
    entry that has ended stays for 90 days. A page may hold fewer than `limit` and still have a next
    one.

    Who: member.

    Args:
        person_id (str | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WaitlistEntryPage
    """

    return sync_detailed(
        client=client,
        person_id=person_id,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    person_id: str | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | WaitlistEntryPage]:
    """Lists a person's waitlist entries, newest first at each payer

     Lists a person's waitlist entries, newest first at each payer.

    An offer says where it is, with whom, and until when it could be cancelled without paying
    (`lateFrom`). An
    entry that has ended stays for 90 days. A page may hold fewer than `limit` and still have a next
    one.

    Who: member.

    Args:
        person_id (str | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WaitlistEntryPage]
    """

    kwargs = _get_kwargs(
        person_id=person_id,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    person_id: str | Unset = UNSET,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | WaitlistEntryPage | None:
    """Lists a person's waitlist entries, newest first at each payer

     Lists a person's waitlist entries, newest first at each payer.

    An offer says where it is, with whom, and until when it could be cancelled without paying
    (`lateFrom`). An
    entry that has ended stays for 90 days. A page may hold fewer than `limit` and still have a next
    one.

    Who: member.

    Args:
        person_id (str | Unset):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WaitlistEntryPage
    """

    return (
        await asyncio_detailed(
            client=client,
            person_id=person_id,
            limit=limit,
            cursor=cursor,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
