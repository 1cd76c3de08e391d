"""The invented people: their records, their own sign-ins, who decides for them, their worker."""

from collections.abc import Sequence
from datetime import date, datetime
from random import Random

from whatmatters.access.queries import Actor, actors_for
from whatmatters.access.services import MembershipGiven, UserGiven, add_memberships, add_users
from whatmatters.demo.plot import PersonPlot
from whatmatters.demo.population import SyntheticPerson
from whatmatters.demo.stage.trusting import live_with_trust
from whatmatters.demo.world import Somebody
from whatmatters.people import services as people
from whatmatters.places.services import LoadedLocality
from whatmatters.rules.people import Authority, Covers, Language, LinkKind
from whatmatters.rules.roles import Role


def settle(
    *,
    by: Actor,
    at: datetime,
    on: date,
    place: LoadedLocality,
    cast: Sequence[tuple[SyntheticPerson, PersonPlot]],
    workers: Sequence[Actor],
    seed: int,
) -> tuple[dict[int, Somebody], dict[int, str]]:
    """Everybody by number, and the names that they and their relatives sign in by."""
    ids = people.register_people(by=by, at=at, people=[_new(p, place) for p, _ in cast])
    own, own_names = _users(by, at, on, Role.PERSON, [p for p, _ in cast])
    relatives = [(p, i) for (p, _), i in zip(cast, ids, strict=True) if p.family]
    kin, kin_names = _users(by, at, on, Role.FAMILY, [p for p, _ in relatives])
    links = [people.NewLink(i, u.user_id, LinkKind.SELF, on) for i, u in zip(ids, own, strict=True)]
    links += [
        people.NewLink(i, u.user_id, LinkKind.FAMILY, on, str(p.family[0].relationship))
        for (p, i), u in zip(relatives, kin, strict=True)
    ]
    people.link_people(by=by, at=at, links=links)
    kin_of = {i: u for (_, i), u in zip(relatives, kin, strict=True)}
    found = {}
    for (person, plot), person_id, actor in zip(cast, ids, own, strict=True):
        found[plot.number] = Somebody(
            plot=plot,
            rng=Random(f"life:{seed}:{plot.number}"),
            person_id=person_id,
            language=person.language,
            own=actor,
            worker=workers[(plot.number - 1) % len(workers)],
            patch_code=place.patch_of_lsoa[person.lsoa_code],
            kin=kin_of.get(person_id),
            decider=kin_of.get(person_id) if plot.has("has_attorney") else None,
            family=tuple((f.full_name, str(f.relationship)) for f in person.family),
        )
    _related(by, at, on, list(found.values()), [p for p, _ in cast])
    return found, own_names | kin_names


def _new(person: SyntheticPerson, place: LoadedLocality) -> people.NewPerson:
    return people.NewPerson(
        full_name=person.full_name,
        known_as=person.known_as,
        born=person.born,
        language=person.language,
        lsoa_id=place.lsoa_ids[person.lsoa_code],
        ward_id=place.ward_ids[person.ward_code],
        patch_id=place.patch_ids[place.patch_of_lsoa[person.lsoa_code]],
        postcode=person.postcode,
        latitude=person.latitude,
        longitude=person.longitude,
        disabled=person.disabled,
        origin=person.origin,
    )


def _users(
    by: Actor,
    at: datetime,
    on: date,
    role: Role,
    holders: Sequence[SyntheticPerson],
) -> tuple[list[Actor], dict[int, str]]:
    """A user each, and the name that each signs in by once the demonstration is handed over."""
    given = [
        UserGiven(
            f"{role}-{p.number}",
            p.full_name if role == Role.PERSON else p.family[0].full_name,
            "cy" if p.language == Language.WELSH else "en-gb",
        )
        for p in holders
    ]
    ids = add_users(by=by, at=at, users=given)
    add_memberships(by=by, at=at, memberships=[MembershipGiven(i, role, None, on) for i in ids])
    actors = actors_for(ids, council_id=by.council_id, on=on)
    names = {i: g.username for i, g in zip(ids, given, strict=True)}
    return [actors[i] for i in ids], names


def _related(
    by: Actor,
    at: datetime,
    on: date,
    everybody: Sequence[Somebody],
    cast: Sequence[SyntheticPerson],
) -> None:
    _deciders(by, at, on, everybody)
    _assign(by, at, on, everybody)
    live_with_trust(at=at, on=on, everybody=everybody, cast=cast)


def _deciders(by: Actor, at: datetime, on: date, everybody: Sequence[Somebody]) -> None:
    given = [
        people.NewDecider(
            p.person_id,
            p.decider.user_id,
            Authority.ATTORNEY,
            on,
            covers=Covers.BOTH,
            reference=f"LPA 7000-{p.plot.number:04}",
            checked_by_id=p.worker.user_id,
        )
        for p in everybody
        if p.decider
    ]
    if given:
        people.appoint_deciders(by=by, at=at, deciders=given)


def _assign(by: Actor, at: datetime, on: date, everybody: Sequence[Somebody]) -> None:
    given = [people.NewAssignment(p.person_id, p.worker.user_id, on) for p in everybody]
    people.assign_workers(by=by, at=at, assignments=given)
