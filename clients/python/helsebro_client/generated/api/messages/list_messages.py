from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.message_page import MessagePage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    claim_id: str,
    *,
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

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/claims/{claim_id}/messages".format(
            claim_id=quote(str(claim_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MessagePage | Problem | None:
    if response.status_code == 200:
        response_200 = MessagePage.from_dict(response.json())

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
) -> Response[MessagePage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[MessagePage | Problem]:
    """Lists the messages of a case, newest first

     Lists the messages of a case, newest first.

    Among them are the questions that the staff have asked in the case and what was answered to them
    (`kind`),
    also by facts or a paper. `readBy` says which side has read each. Staff also see their notes.
    Quality
    reads all while a complaint is made. A page may hold fewer than `limit` and still have a next one.

    Who: caseworker, finance, member, quality.

    Args:
        claim_id (str):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MessagePage | Problem]
    """

    kwargs = _get_kwargs(
        claim_id=claim_id,
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
    claim_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> MessagePage | Problem | None:
    """Lists the messages of a case, newest first

     Lists the messages of a case, newest first.

    Among them are the questions that the staff have asked in the case and what was answered to them
    (`kind`),
    also by facts or a paper. `readBy` says which side has read each. Staff also see their notes.
    Quality
    reads all while a complaint is made. A page may hold fewer than `limit` and still have a next one.

    Who: caseworker, finance, member, quality.

    Args:
        claim_id (str):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MessagePage | Problem
    """

    return sync_detailed(
        claim_id=claim_id,
        client=client,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[MessagePage | Problem]:
    """Lists the messages of a case, newest first

     Lists the messages of a case, newest first.

    Among them are the questions that the staff have asked in the case and what was answered to them
    (`kind`),
    also by facts or a paper. `readBy` says which side has read each. Staff also see their notes.
    Quality
    reads all while a complaint is made. A page may hold fewer than `limit` and still have a next one.

    Who: caseworker, finance, member, quality.

    Args:
        claim_id (str):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MessagePage | Problem]
    """

    kwargs = _get_kwargs(
        claim_id=claim_id,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    claim_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> MessagePage | Problem | None:
    """Lists the messages of a case, newest first

     Lists the messages of a case, newest first.

    Among them are the questions that the staff have asked in the case and what was answered to them
    (`kind`),
    also by facts or a paper. `readBy` says which side has read each. Staff also see their notes.
    Quality
    reads all while a complaint is made. A page may hold fewer than `limit` and still have a next one.

    Who: caseworker, finance, member, quality.

    Args:
        claim_id (str):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MessagePage | Problem
    """

    return (
        await asyncio_detailed(
            claim_id=claim_id,
            client=client,
            limit=limit,
            cursor=cursor,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
