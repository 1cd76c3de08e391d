"""Invented providers, workers and social workers of a place. No real service or worker is meant."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from whatmatters.demo.names import Names
from whatmatters.demo.population import language_shares
from whatmatters.demo.population_chance import Chance
from whatmatters.places.queries import Locality
from whatmatters.rules.people import Language
from whatmatters.rules.roles import OrganisationKind, Role

WORKERS_EACH = 8  # a self-managing team: a manager, two who plan with people, five who visit
THIRD_SECTOR_WORKERS = 2
SPEAKS_WELSH_TOO = 0.35  # of workers in Wales whose first language is English (our assumption)
WORKERS_BORN = (1962, 2003)


@dataclass(frozen=True, slots=True)
class InventedWorker:
    """Somebody who works in the demo; `languages` holds the first language first."""

    full_name: str
    known_as: str
    role: Role
    languages: tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class InventedProvider:
    """A provider or third-sector body whose name says that it is invented.

    `patch_codes` are the patches that it leads (none for the third sector, which works in all).
    """

    code: str
    name_en: str
    name_cy: str
    kind: OrganisationKind
    patch_codes: tuple[str, ...]
    workers: tuple[InventedWorker, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody who works in a demo; `administrators` by the code of the provider of home care."""

    providers: tuple[InventedProvider, ...]
    social_workers: tuple[InventedWorker, ...]
    council_officers: tuple[InventedWorker, ...]
    administrators: dict[str, InventedWorker]


COUNCIL_ROLES = (
    Role.COMMISSIONER,
    Role.BROKER,
    Role.FINANCE_OFFICER,
    Role.FINANCE_OFFICER,
    Role.SCRUTINY,
    Role.ADMINISTRATOR,
)


def build_cast(
    locality: Locality,
    *,
    seed: int,
    providers: int | None = None,
    workers_each: int = WORKERS_EACH,
    social_workers: int = 8,
) -> Cast:
    """Who works in a place: by default one lead provider for each patch.

    With fewer providers the patches are dealt out to them in turn. There are two finance
    officers, so that a second person can release a payment. Raises ValueError for less than one
    provider or more than are invented.
    """
    known = len(_bodies()["home_care"])
    wanted = min(len(locality.patches), known) if providers is None else providers
    if not 1 <= wanted <= known:
        raise ValueError(f"providers must be 1 to {known}")
    crew = _Crew(locality, seed)
    homes = _home_care(locality, crew, wanted, workers_each)
    return Cast(
        providers=(*homes, *_third_sector(crew)),
        social_workers=tuple(crew.member(Role.SOCIAL_WORKER) for _ in range(social_workers)),
        council_officers=tuple(crew.member(role) for role in COUNCIL_ROLES),
        administrators={home.code: crew.member(Role.ADMINISTRATOR) for home in homes},
    )


class _Crew:
    """Draws workers for one place, each name once."""

    def __init__(self, locality: Locality, seed: int) -> None:
        self._chance = Chance(seed, "workers")
        self._names = Names(Chance(seed, "worker names"), locality.nation)
        self._shares = language_shares(locality)
        self._wales = locality.nation == "wales"

    def member(self, role: Role) -> InventedWorker:
        """One worker with a role."""
        shares = self._shares
        language = list(shares)[self._chance.weighted(list(shares.values()))]
        first, last = WORKERS_BORN
        name = self._names.draw(language, first + self._chance.below(last - first + 1))
        return InventedWorker(name.full, name.known_as, role, self._languages(language))

    def team(self, size: int) -> tuple[InventedWorker, ...]:
        """A manager, then members who plan with people, then care workers."""
        roles = [Role.PROVIDER_MANAGER, Role.TEAM_MEMBER, Role.TEAM_MEMBER]
        roles += [Role.CARE_WORKER] * max(size - len(roles), 0)
        return tuple(self.member(role) for role in roles[: max(size, 1)])

    def _languages(self, first: Language) -> tuple[Language, ...]:
        if first is not Language.ENGLISH:
            return first, Language.ENGLISH
        if self._wales and self._chance.happens(SPEAKS_WELSH_TOO):
            return Language.ENGLISH, Language.WELSH
        return (Language.ENGLISH,)


def _home_care(
    locality: Locality, crew: _Crew, wanted: int, workers_each: int
) -> list[InventedProvider]:
    codes = [patch.code for patch in locality.patches]
    return [
        _provider(
            number,
            body,
            OrganisationKind.PROVIDER,
            codes[number - 1 :: wanted],
            crew.team(workers_each),
        )
        for number, body in enumerate(_bodies()["home_care"][:wanted], start=1)
    ]


def _third_sector(crew: _Crew) -> list[InventedProvider]:
    return [
        _provider(number, body, OrganisationKind.THIRD_SECTOR, [], crew.team(THIRD_SECTOR_WORKERS))
        for number, body in enumerate(_bodies()["third_sector"], start=1)
    ]


def _provider(
    number: int,
    body: Mapping[str, str],
    kind: OrganisationKind,
    patch_codes: Sequence[str],
    workers: tuple[InventedWorker, ...],
) -> InventedProvider:
    marker = _bodies()["marker"]
    return InventedProvider(
        code=f"{kind.value.replace('_', '-')}-{number}",
        name_en=f"{body['en']} {marker['en']}",
        name_cy=f"{body['cy']} {marker['cy']}",
        kind=kind,
        patch_codes=tuple(patch_codes),
        workers=workers,
    )


def invented_name(body: str) -> tuple[str, str]:
    """The English and Welsh names of the invented "council" or "health_board"."""
    told, marker = _bodies()[body], _bodies()["marker"]
    return f"{told['en']} {marker['en']}", f"{told['cy']} {marker['cy']}"


@lru_cache(maxsize=1)
def _bodies() -> Mapping[str, Any]:
    return tomllib.loads(files("whatmatters.demo").joinpath("names_cast.toml").read_text("utf-8"))
