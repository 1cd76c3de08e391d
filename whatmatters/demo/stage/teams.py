"""Each patch's neighbourhood team of several organisations, and each provider's own (R-GW-01)."""

from datetime import date, datetime

from whatmatters.access.queries import Actor
from whatmatters.demo.names_cast import Cast, InventedProvider
from whatmatters.demo.stage.crew import Crew
from whatmatters.places.queries import Locality
from whatmatters.places.services import LoadedLocality
from whatmatters.rules.roles import Origin
from whatmatters.rules.teams import TeamKind
from whatmatters.teams import services as teams
from whatmatters.teams.queries import workers_of


def gather_teams(
    *,
    by: Actor,
    at: datetime,
    on: date,
    locality: Locality,
    place: LoadedLocality,
    crew: Crew,
    cast: Cast,
) -> None:
    """Teams for every patch: its lead provider's people, with one of the social workers."""
    leads = {code: p for p in cast.providers for code in p.patch_codes}
    social = [w.id for w in workers_of(by.council_id, crew.council_organisation_id)]
    for number, patch in enumerate(locality.patches):
        lead, patch_id = leads[patch.code], place.patch_ids[patch.code]
        own = [w.id for w in workers_of(by.council_id, crew.organisation_of[lead.code])]
        made = teams.register_teams(
            by=by,
            at=at,
            teams=[
                _neighbourhood(patch.name_en, patch.name_cy, patch_id),
                _providers(lead, patch.name_en, patch.name_cy, patch_id, crew),
            ],
        )
        both = [*own, social[number % len(social)]]
        members = [(made[0], w) for w in both] + [(made[1], w) for w in own]
        joined = [teams.NewMember(team, worker, on) for team, worker in members]
        teams.join_teams(by=by, at=at, members=joined)


def _neighbourhood(name_en: str, name_cy: str, patch_id: int) -> teams.NewTeam:
    return teams.NewTeam(
        TeamKind.NEIGHBOURHOOD, name_en, name_cy, None, patch_id, origin=Origin.SYNTHETIC
    )


def _providers(
    lead: InventedProvider, name_en: str, name_cy: str, patch_id: int, crew: Crew
) -> teams.NewTeam:
    return teams.NewTeam(
        TeamKind.PROVIDER,
        f"{lead.name_en}: {name_en}",
        f"{lead.name_cy}: {name_cy}",
        crew.organisation_of[lead.code],
        patch_id,
        origin=Origin.SYNTHETIC,
    )
