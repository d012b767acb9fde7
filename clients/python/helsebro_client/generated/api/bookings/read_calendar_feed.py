from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    feed: str,
    *,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/calendar-feeds/{feed}".format(
            feed=quote(str(feed), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

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
) -> Response[Any | Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    feed: str,
    *,
    client: AuthenticatedClient | Client,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | Problem | str]:
    """Returns the appointments of a member or a practitioner as a calendar to subscribe to (RFC 5545)

     Returns the appointments of a member or a practitioner as a calendar to subscribe to (RFC 5545).

    The address alone decides. With `If-None-Match` it answers 304 while nothing has changed. The feed
    of a
    practitioner is unknown once they have left, or whoever made it no longer signs in for them.

    Who: anyone.

    Args:
        feed (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | str]
    """

    kwargs = _get_kwargs(
        feed=feed,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    feed: str,
    *,
    client: AuthenticatedClient | Client,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | Problem | str | None:
    """Returns the appointments of a member or a practitioner as a calendar to subscribe to (RFC 5545)

     Returns the appointments of a member or a practitioner as a calendar to subscribe to (RFC 5545).

    The address alone decides. With `If-None-Match` it answers 304 while nothing has changed. The feed
    of a
    practitioner is unknown once they have left, or whoever made it no longer signs in for them.

    Who: anyone.

    Args:
        feed (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | str
    """

    return sync_detailed(
        feed=feed,
        client=client,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    feed: str,
    *,
    client: AuthenticatedClient | Client,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | Problem | str]:
    """Returns the appointments of a member or a practitioner as a calendar to subscribe to (RFC 5545)

     Returns the appointments of a member or a practitioner as a calendar to subscribe to (RFC 5545).

    The address alone decides. With `If-None-Match` it answers 304 while nothing has changed. The feed
    of a
    practitioner is unknown once they have left, or whoever made it no longer signs in for them.

    Who: anyone.

    Args:
        feed (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | str]
    """

    kwargs = _get_kwargs(
        feed=feed,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    feed: str,
    *,
    client: AuthenticatedClient | Client,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | Problem | str | None:
    """Returns the appointments of a member or a practitioner as a calendar to subscribe to (RFC 5545)

     Returns the appointments of a member or a practitioner as a calendar to subscribe to (RFC 5545).

    The address alone decides. With `If-None-Match` it answers 304 while nothing has changed. The feed
    of a
    practitioner is unknown once they have left, or whoever made it no longer signs in for them.

    Who: anyone.

    Args:
        feed (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | str
    """

    return (
        await asyncio_detailed(
            feed=feed,
            client=client,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            if_none_match=if_none_match,
        )
    ).parsed
