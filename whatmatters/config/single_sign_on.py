"""Signing in by a body's own identity provider (OpenID Connect), as far as it is configured.

A file `sign_in.toml` in the data folder, or one provider by environment variables. Nothing of it is
in the database, and no page changes it.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from whatmatters.rules.identity import IdentityProvider

FILE = "sign_in.toml"
PREFIX = "WHATMATTERS_OIDC_"
NEEDED = ("id", "server", "client_id", "client_secret", "council")


def identity_providers(
    folder: Path, environ: Mapping[str, str] = os.environ
) -> tuple[IdentityProvider, ...]:
    """Everything configured. ValueError names the key that is missing or not known."""
    file = folder / FILE
    rows: list[dict[str, Any]] = []
    if file.exists():
        rows += tomllib.loads(file.read_text(encoding="utf-8")).get("provider", [])
    said = {
        key.removeprefix(PREFIX).lower(): value
        for key, value in environ.items()
        if key.startswith(PREFIX) and value
    }
    if said:
        factors = said.pop("second_factor", "")
        rows.append({"id": "organisation", **said, "second_factor": factors.split()})
    return tuple(_provider(row) for row in rows)


def allauth_apps(providers: tuple[IdentityProvider, ...]) -> list[dict[str, Any]]:
    """The same, as allauth's openid_connect provider reads it."""
    return [
        {
            "provider_id": one.id,
            "name": one.name_en or one.id,
            "client_id": one.client_id,
            "secret": one.client_secret,
            "settings": {"server_url": one.server, "oauth_pkce_enabled": True},
        }
        for one in providers
    ]


def _provider(row: dict[str, Any]) -> IdentityProvider:
    for key in NEEDED:
        if not row.get(key):
            raise ValueError(f"{FILE}: a provider needs {key}")
    unknown = set(row) - set(IdentityProvider.__slots__)
    if unknown:
        raise ValueError(f"{FILE}: {row['id']} has no {', '.join(sorted(unknown))}")
    factors = tuple(str(value) for value in row.get("second_factor", ()))
    return IdentityProvider(**{**row, "second_factor": factors})
