from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.consent_version_page import ConsentVersionPage
from ...models.list_consent_texts_kind import (
    ListConsentTextsKind,
)
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    kind: ListConsentTextsKind | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    params: dict[str, Any] = {}

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind

    params["kind"] = json_kind

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/consent-texts",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ConsentVersionPage | Problem | None:
    if response.status_code == 200:
        response_200 = ConsentVersionPage.from_dict(response.json())

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
) -> Response[ConsentVersionPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    kind: ListConsentTextsKind | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[ConsentVersionPage | Problem]:
    """Lists the texts of the consents with their versions, all on one page; of one kind with `kind`

     Lists the texts of the consents with their versions, all on one page; of one kind with `kind`.

    Read the one that is `current` before a decision: with `decidesFor` `child` for a child under 15,
    for whom
    a guardian decides, else with `self`. What was decided on an earlier version stays in force.

    Who: caseworker, member.

    Args:
        kind (ListConsentTextsKind | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConsentVersionPage | Problem]
    """

    kwargs = _get_kwargs(
        kind=kind,
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
    kind: ListConsentTextsKind | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> ConsentVersionPage | Problem | None:
    """Lists the texts of the consents with their versions, all on one page; of one kind with `kind`

     Lists the texts of the consents with their versions, all on one page; of one kind with `kind`.

    Read the one that is `current` before a decision: with `decidesFor` `child` for a child under 15,
    for whom
    a guardian decides, else with `self`. What was decided on an earlier version stays in force.

    Who: caseworker, member.

    Args:
        kind (ListConsentTextsKind | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConsentVersionPage | Problem
    """

    return sync_detailed(
        client=client,
        kind=kind,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    kind: ListConsentTextsKind | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[ConsentVersionPage | Problem]:
    """Lists the texts of the consents with their versions, all on one page; of one kind with `kind`

     Lists the texts of the consents with their versions, all on one page; of one kind with `kind`.

    Read the one that is `current` before a decision: with `decidesFor` `child` for a child under 15,
    for whom
    a guardian decides, else with `self`. What was decided on an earlier version stays in force.

    Who: caseworker, member.

    Args:
        kind (ListConsentTextsKind | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConsentVersionPage | Problem]
    """

    kwargs = _get_kwargs(
        kind=kind,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    kind: ListConsentTextsKind | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> ConsentVersionPage | Problem | None:
    """Lists the texts of the consents with their versions, all on one page; of one kind with `kind`

     Lists the texts of the consents with their versions, all on one page; of one kind with `kind`.

    Read the one that is `current` before a decision: with `decidesFor` `child` for a child under 15,
    for whom
    a guardian decides, else with `self`. What was decided on an earlier version stays in force.

    Who: caseworker, member.

    Args:
        kind (ListConsentTextsKind | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConsentVersionPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            kind=kind,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
