from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.member_account import MemberAccount
from ...models.new_member_account import NewMemberAccount
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    payer: str,
    *,
    body: NewMemberAccount,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/me/accounts/{payer}".format(
            payer=quote(str(payer), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MemberAccount | Problem | None:
    if response.status_code == 200:
        response_200 = MemberAccount.from_dict(response.json())

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

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

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
) -> Response[MemberAccount | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    payer: str,
    *,
    client: AuthenticatedClient,
    body: NewMemberAccount,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[MemberAccount | Problem]:
    """Confirms the account that the person is paid to by a payer, in place of the one before

     Confirms the account that the person is paid to by a payer, in place of the one before.

    It is the account of every refund that the person has asked for, also of one whose payment came
    back,
    unless it is in a payment file by now. When it replaces another, we tell the person at every address
    of
    the last 30 days. A child under 15 confirms none: a guardian is paid to the own account.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: member.

    Args:
        payer (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (NewMemberAccount): The account that the member wants to be paid to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MemberAccount | Problem]
    """

    kwargs = _get_kwargs(
        payer=payer,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    payer: str,
    *,
    client: AuthenticatedClient,
    body: NewMemberAccount,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> MemberAccount | Problem | None:
    """Confirms the account that the person is paid to by a payer, in place of the one before

     Confirms the account that the person is paid to by a payer, in place of the one before.

    It is the account of every refund that the person has asked for, also of one whose payment came
    back,
    unless it is in a payment file by now. When it replaces another, we tell the person at every address
    of
    the last 30 days. A child under 15 confirms none: a guardian is paid to the own account.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: member.

    Args:
        payer (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (NewMemberAccount): The account that the member wants to be paid to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MemberAccount | Problem
    """

    return sync_detailed(
        payer=payer,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    payer: str,
    *,
    client: AuthenticatedClient,
    body: NewMemberAccount,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[MemberAccount | Problem]:
    """Confirms the account that the person is paid to by a payer, in place of the one before

     Confirms the account that the person is paid to by a payer, in place of the one before.

    It is the account of every refund that the person has asked for, also of one whose payment came
    back,
    unless it is in a payment file by now. When it replaces another, we tell the person at every address
    of
    the last 30 days. A child under 15 confirms none: a guardian is paid to the own account.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: member.

    Args:
        payer (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (NewMemberAccount): The account that the member wants to be paid to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MemberAccount | Problem]
    """

    kwargs = _get_kwargs(
        payer=payer,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    payer: str,
    *,
    client: AuthenticatedClient,
    body: NewMemberAccount,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> MemberAccount | Problem | None:
    """Confirms the account that the person is paid to by a payer, in place of the one before

     Confirms the account that the person is paid to by a payer, in place of the one before.

    It is the account of every refund that the person has asked for, also of one whose payment came
    back,
    unless it is in a payment file by now. When it replaces another, we tell the person at every address
    of
    the last 30 days. A child under 15 confirms none: a guardian is paid to the own account.

    Needs a login of at most 5 minutes: the `auth_time` of the token says when it was.

    Who: member.

    Args:
        payer (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (NewMemberAccount): The account that the member wants to be paid to.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MemberAccount | Problem
    """

    return (
        await asyncio_detailed(
            payer=payer,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
