"""A person's whole record as one reader may see it: a constant number of SQL queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from whatmatters.access.queries import Sight
from whatmatters.access.queries.names import names_together
from whatmatters.delivery.queries.mirroring import has_package
from whatmatters.home.queries.record_timeline import HappenedPage, happened
from whatmatters.home.queries.ways_held import WaysHeld, ways_held
from whatmatters.outcomes.queries import (
    ConversationFacts,
    JudgementView,
    LineFacts,
    NoteFacts,
    OutcomeFacts,
    PlanAnswerFacts,
    StaticPlan,
    VersionFacts,
    answers,
    judgements_of,
    notes_of,
    outcomes_of,
    shown_lines,
    static_plans,
    versions_of_person,
)
from whatmatters.outcomes.queries.shown_words import shown_conversations
from whatmatters.payments.queries.lines import LineView, lines_of_sources
from whatmatters.people.queries import (
    HelpOfferFacts,
    PersonFacts,
    ProfileFacts,
    help_offers,
    person,
    profile_versions,
)
from whatmatters.policy.reviews import static_weeks
from whatmatters.records.words import BLANK
from whatmatters.retention.queries import blanked_on
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.permissions import Action
from whatmatters.trust.queries import Kept
from whatmatters.trust.queries.withheld import withheld_from

SEES_VERSIONS = frozenset({Action.SEE_PLAN, Action.SEE_PERSON_MONEY, Action.SEE_JUDGEMENTS})
IN_FORCE = (PlanState.AGREED, PlanState.PROPOSED, PlanState.AMENDMENT_REQUESTED, PlanState.DRAFT)


@dataclass(frozen=True, slots=True)
class RecordRead:
    """What was read. What the reader may not see was never read, and is empty here.

    `plan` is the version that the record shows; `waiting` one that waits for answers;
    `judged_now` the judgement that is open, for those who may say a view on it. `place_hidden`:
    it must stay hidden from this reader where the person lives.
    """

    person: PersonFacts
    place_hidden: bool
    profile: ProfileFacts | None
    conversations: tuple[ConversationFacts, ...]
    outcomes: tuple[OutcomeFacts, ...]
    notes: Mapping[int, tuple[NoteFacts, ...]]
    versions: tuple[VersionFacts, ...]
    plan: VersionFacts | None
    lines: tuple[LineFacts, ...]
    waiting: VersionFacts | None
    package: bool
    help: tuple[HelpOfferFacts, ...]
    ways: WaysHeld
    answers: Mapping[int, tuple[PlanAnswerFacts, ...]]
    happened: HappenedPage
    judgements: tuple[JudgementView, ...]
    judged_now: int | None
    paid: tuple[LineView, ...]
    static: StaticPlan | None
    users: Mapping[int, str]
    providers: Mapping[int, str]
    blanked_on: date | None


def read_record(council_id: int, sight: Sight, *, on: date, page: int = 1) -> RecordRead | None:
    """The record that a reader sees, with a page of what happened; None: nobody is there."""
    actions, person_id = sight.actions, sight.person_id
    who = person(person_id, council_id=council_id)
    if who is None:
        return None
    profiles = profile_versions(person_id) if Action.SEE_PROFILE in actions else ()
    withheld = withheld_from(council_id, sight)
    talks = _conversations(council_id, sight, withheld.words)
    (outcomes, notes), versions = _outcomes(sight), _versions(council_id, sight)
    sees_plan, waiting, shown = Action.SEE_PLAN in actions, _waiting(versions), _shown(versions, on)
    judged, ways = _judgements(council_id, sight, on), ways_held(council_id, sight)
    bodies = _provider_ids(versions, judged)
    users, providers = names_together(_authors(profiles, talks, notes), bodies)
    return RecordRead(
        person=who,
        place_hidden=withheld.place,
        profile=profiles[0] if profiles else None,
        conversations=talks,
        outcomes=outcomes,
        notes=notes,
        versions=versions,
        plan=shown if sees_plan else None,
        lines=shown_lines(shown) if shown and sees_plan else (),
        waiting=waiting,
        package=sees_plan and _has_package(council_id, sight, versions),
        help=_help(council_id, sight, on),
        ways=ways,
        answers=answers([v.id for v in (shown, waiting) if v]) if sees_plan else {},
        happened=_happened(council_id, sight, versions, withheld.words, page),
        judgements=judged,
        judged_now=_judged_now(council_id, sight, on, judged),
        paid=_paid(council_id, sight, versions, ways),
        static=_static(council_id, sight, versions, on),
        users=users,
        providers=providers,
        blanked_on=_blanked(who),
    )


def _outcomes(
    sight: Sight,
) -> tuple[tuple[OutcomeFacts, ...], Mapping[int, tuple[NoteFacts, ...]]]:
    """Her outcomes, and how each is going."""
    if Action.SEE_OUTCOMES not in sight.actions:
        return (), {}
    found = outcomes_of([sight.person_id]).get(sight.person_id, ())
    return found, notes_of([outcome.id for outcome in found], with_off_track=False)


def _static(
    council_id: int, sight: Sight, versions: Sequence[VersionFacts], on: date
) -> StaticPlan | None:
    """The plan that asks why nobody changed it. Two queries, and none while all is younger."""
    before = on - timedelta(weeks=static_weeks())
    old = any(v.agreed_on and v.starts <= before for v in versions)
    if not old or Action.SAY_WHY_UNCHANGED not in sight.actions:
        return None
    found = static_plans(council_id, on=on, people=[sight.person_id])
    mine = [plan for plan in found if plan.version_id in {v.id for v in versions}]
    return mine[-1] if mine else None


def _blanked(who: PersonFacts) -> date | None:
    return blanked_on(who.council_id, who.id) if who.full_name == BLANK else None


def _has_package(council_id: int, sight: Sight, versions: Sequence[VersionFacts]) -> bool:
    """Whether there is a package to show until a first plan is agreed; a provider's own alone."""
    if any(version.agreed_on for version in versions):
        return False
    return has_package(council_id, sight.person_id, provider_id=sight.provider_id)


def _help(council_id: int, sight: Sight, on: date) -> tuple[HelpOfferFacts, ...]:
    if Action.SEE_HELP_OFFERS not in sight.actions:
        return ()
    return help_offers(council_id, sight.person_id, on=on)


def _conversations(council_id: int, sight: Sight, hidden: Kept) -> tuple[ConversationFacts, ...]:
    if Action.SEE_CONVERSATIONS not in sight.actions:
        return ()
    return shown_conversations(council_id, sight, hidden)


def _happened(
    council_id: int, sight: Sight, versions: Sequence[VersionFacts], hidden: Kept, page: int
) -> HappenedPage:
    if Action.SEE_TIMELINE not in sight.actions:
        return HappenedPage()
    return happened(council_id, sight, {version.id for version in versions}, hidden, page=page)


def _versions(council_id: int, sight: Sight) -> tuple[VersionFacts, ...]:
    """Versions that may be seen: of a provider's reader only its own organisation's."""
    if not SEES_VERSIONS & sight.actions:
        return ()
    found = versions_of_person(sight.person_id, council_id=council_id)
    return tuple(v for v in found if sight.provider_id in (None, v.provider_id))


def _shown(versions: tuple[VersionFacts, ...], on: date) -> VersionFacts | None:
    """The version in force that has begun; then the newest that is open; then the newest."""
    begun = [v for v in versions if v.state is PlanState.AGREED and v.starts <= on]
    opened = [v for state in IN_FORCE for v in versions if v.state is state]
    return next(iter((*begun, *opened, *versions)), None)


def _waiting(versions: tuple[VersionFacts, ...]) -> VersionFacts | None:
    return next((v for v in versions if v.state is PlanState.PROPOSED), None)


def _judgements(council_id: int, sight: Sight, on: date) -> tuple[JudgementView, ...]:
    if Action.SEE_JUDGEMENTS not in sight.actions:
        return ()
    found = judgements_of(council_id, sight.person_id, on=on)
    return tuple(view for view in found if sight.provider_id in (None, view.provider_id))


def _judged_now(
    council_id: int, sight: Sight, on: date, read: tuple[JudgementView, ...]
) -> int | None:
    """The judgement that somebody close may say a view on: its number only."""
    if Action.GIVE_FAMILY_VIEW not in sight.actions:
        return None
    sees = Action.SEE_JUDGEMENTS in sight.actions
    found = read if sees else judgements_of(council_id, sight.person_id, on=on)
    return next((view.judgement_id for view in found if view.in_force), None)


def _paid(
    council_id: int, sight: Sight, versions: tuple[VersionFacts, ...], ways: WaysHeld
) -> tuple[LineView, ...]:
    if Action.SEE_PERSON_MONEY not in sight.actions:
        return ()
    found = lines_of_sources(council_id, "plan", [v.id for v in versions])
    for source, own in (("direct_payment", ways.direct), ("episode", ways.episodes)):
        found += lines_of_sources(council_id, source, own) if own else ()
    return found


def _authors(
    profiles: tuple[ProfileFacts, ...],
    talks: tuple[ConversationFacts, ...],
    notes: Mapping[int, tuple[NoteFacts, ...]],
) -> set[int]:
    told = {profile.by_id for profile in profiles} | {talk.by_id for talk in talks}
    said = {said.by_id for talk in talks for said in talk.statements}
    return told | said | {note.by_id for found in notes.values() for note in found}


def _provider_ids(
    versions: tuple[VersionFacts, ...], judged: tuple[JudgementView, ...]
) -> set[int]:
    return {v.provider_id for v in versions} | {view.provider_id for view in judged}
