from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.waitlist_entry import WaitlistEntry
from ...types import UNSET, Response, Unset


def _get_kwargs(
    waitlist_id: str,
    *,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/waitlist/{waitlist_id}/decline".format(
            waitlist_id=quote(str(waitlist_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | WaitlistEntry | None:
    if response.status_code == 200:
        response_200 = WaitlistEntry.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

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
) -> Response[Problem | WaitlistEntry]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    waitlist_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | WaitlistEntry]:
    """Declines the offered slot, which is then offered to the next member

     Declines the offered slot, which is then offered to the next member.

    The entry waits for another slot, and no other entry of its guarantee gets this one. After three
    offers
    that were declined or missed it ends.

    Who: member.

    Args:
        waitlist_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WaitlistEntry]
    """

    kwargs = _get_kwargs(
        waitlist_id=waitlist_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    waitlist_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Problem | WaitlistEntry | None:
    """Declines the offered slot, which is then offered to the next member

     Declines the offered slot, which is then offered to the next member.

    The entry waits for another slot, and no other entry of its guarantee gets this one. After three
    offers
    that were declined or missed it ends.

    Who: member.

    Args:
        waitlist_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WaitlistEntry
    """

    return sync_detailed(
        waitlist_id=waitlist_id,
        client=client,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    waitlist_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | WaitlistEntry]:
    """Declines the offered slot, which is then offered to the next member

     Declines the offered slot, which is then offered to the next member.

    The entry waits for another slot, and no other entry of its guarantee gets this one. After three
    offers
    that were declined or missed it ends.

    Who: member.

    Args:
        waitlist_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WaitlistEntry]
    """

    kwargs = _get_kwargs(
        waitlist_id=waitlist_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    waitlist_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Problem | WaitlistEntry | None:
    """Declines the offered slot, which is then offered to the next member

     Declines the offered slot, which is then offered to the next member.

    The entry waits for another slot, and no other entry of its guarantee gets this one. After three
    offers
    that were declined or missed it ends.

    Who: member.

    Args:
        waitlist_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WaitlistEntry
    """

    return (
        await asyncio_detailed(
            waitlist_id=waitlist_id,
            client=client,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            idempotency_key=idempotency_key,
        )
    ).parsed
