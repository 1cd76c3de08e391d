"""Who may do what: one table of role x relationship -> actions. Nothing else decides.

What a role has in a relationship to a person is allowed; the rest is refused (R-AC-01, "must not").
"""

from collections.abc import Iterable, Set
from datetime import timedelta

from whatmatters.rules.actions import Action as Action
from whatmatters.rules.actions import Relationship as Relationship
from whatmatters.rules.permission_sets import (
    AGREES,
    AT_THE_DOOR,
    AT_WORK,
    BLOCKS,
    BY_TOPIC,
    CASE,
    DECIDES,
    FIGURES,
    FIGURES_AT_WORK,
    FIGURES_ONLY,
    GIVES,
    HER_ACCOUNT,
    HER_MONEY,
    HER_SHARING,
    LIMITS,
    LIVING_RECORD,
    OF_THE_OWN_BOARD,
    ON_SHIFT,
    OWN_VOICE,
    PAYS,
    PRINCIPLES,
    READS_SHARED,
    SECOND,
    SHARES,
    WRITES_AT_THE_DOOR,
)
from whatmatters.rules.roles import Role
from whatmatters.rules.sharing import FOR_ORGANISATIONS

A, R = Action, Relationship

TABLE: dict[tuple[Role, Relationship], frozenset[Action]] = {
    (Role.PERSON, R.SELF): frozenset(
        CASE
        | LIVING_RECORD
        | OWN_VOICE
        | HER_SHARING
        | {A.SEE_PRICES, A.SEE_PERSON_MONEY, A.RECORD_OUTCOME, A.RECORD_REQUEST, A.SET_CONTACT}
        | {A.RECORD_SMALL_CHANGE, A.MOVE_BANK, A.SEE_CHARGES, A.SEE_FUND}
    ),
    (Role.PERSON, R.NONE): frozenset({A.OPEN_HOME, A.SHOW_PICTURE}),
    # Family: that she is here; what they think, know, offer and need. The rest is shared by topic.
    (Role.FAMILY, R.FAMILY): frozenset(
        {A.SEE_RECORD, A.GIVE_FAMILY_VIEW, A.SEND_MESSAGE, A.OFFER_HELP, A.ASK_CARER_SUPPORT}
        | {A.SAY_WHAT_I_KNOW}
    ),
    **{
        (Role.FAMILY, SHARES[topic]): frozenset({A.SEE_RECORD} | seen)
        for topic, seen in BY_TOPIC.items()
    },
    # An outside organisation that she lets in: never her plan or its prices.
    **{
        (Role.PROVIDER_MANAGER, SHARES[topic]): frozenset({A.SEE_RECORD} | BY_TOPIC[topic])
        for topic in sorted(FOR_ORGANISATIONS)
    },
    # An attorney or deputy reads what the decision needs, and not private conversations.
    (Role.FAMILY, R.DECIDER): frozenset(
        (CASE - {A.SEE_CONVERSATIONS}) | OWN_VOICE | DECIDES | {A.SET_CONTACT, A.MOVE_BANK}
    ),
    (Role.FAMILY, R.DECIDER_MONEY): frozenset(HER_ACCOUNT | DECIDES),
    (Role.FAMILY, R.NONE): frozenset({A.OPEN_HOME, A.SEE_OWN_HELP_OFFERS}),
    (Role.CARE_WORKER, R.ASSIGNED): frozenset(AT_THE_DOOR),
    (Role.CARE_WORKER, R.NONE): frozenset({A.OPEN_IN_EMERGENCY} | AT_WORK | ON_SHIFT),
    (Role.TEAM_MEMBER, R.ASSIGNED): frozenset(
        AT_THE_DOOR | {A.SEE_CONVERSATIONS, A.SEE_BETWEEN_US, A.SEE_HELP_OFFERS, A.WRITE_PROFILE}
    ),
    (Role.TEAM_MEMBER, R.NONE): frozenset(
        {A.LIST_PEOPLE, A.OPEN_IN_EMERGENCY, A.KEEP_ROTA} | AT_WORK | ON_SHIFT
    ),
    # Whoever the plan of today sends to her: today, and no private conversation by it.
    **{(role, R.VISITING): frozenset(AT_THE_DOOR) for role in (Role.CARE_WORKER, Role.TEAM_MEMBER)},
    # Opened in an emergency by who meets people: to read only, for a few hours.
    **{
        (role, R.OPENED): frozenset(AT_THE_DOOR - WRITES_AT_THE_DOOR - {A.SEE_DELIVERY})
        for role in (Role.CARE_WORKER, Role.TEAM_MEMBER, Role.SOCIAL_WORKER)
    },
    (Role.PROVIDER_MANAGER, R.PROVIDER): frozenset(
        CASE
        | LIVING_RECORD
        | {A.SAY_WHY_UNCHANGED, A.SEE_FUND, A.KEEP_FUND, *GIVES, *WRITES_AT_THE_DOOR}
        | {A.SAY_CONTROL}
        | {
            A.SEE_PRICES,
            *(A.WRITE_PLAN, A.ANSWER_PLAN, A.WRITE_DELIVERY, A.ANSWER_DELIVERY),
            A.ANSWER_JUDGEMENT,
            A.ROUTE_REFERRAL,
            A.RECORD_OFF_TRACK,
            # Messages, not complaints: a complaint may be about the provider.
            A.ANSWER_MESSAGE,
        }
    ),
    (Role.PROVIDER_MANAGER, R.NONE): frozenset(
        SECOND
        | BLOCKS
        | PRINCIPLES
        | {
            *(A.HAND_IN_BOOK, A.KEEP_ROTA, A.TELL_HOURS, A.SEE_SHIFTS, A.KEEP_SHIFTS),
            *(A.SEE_RESULTS, A.COUNT_RESULTS, A.KEEP_TEAMS, A.OPEN_HOME, A.EXPORT_OWN),
            A.LIST_PEOPLE,
            *FIGURES,
            A.SEE_CASES_BEHIND,
            A.TRY_TERMS,
            A.CHECK_PAY,
            A.SEE_REMITTANCES,
            A.CONTEST_PENALTY,
            A.LIST_MESSAGES,
            A.TAKE_IN_DAYS,
        }
    ),
    (Role.SOCIAL_WORKER, R.ASSIGNED): frozenset(
        CASE
        | LIVING_RECORD
        | HER_SHARING
        | AGREES
        | {
            A.ANSWER_CARER_SUPPORT,
            *(A.LET_IN, A.CORRECT_PERSON, A.FOLLOW_EPISODE),
            A.SEE_PRICES,
            A.RECORD_OUTCOME,
            A.ANSWER_PLAN,
            A.START_URGENTLY,
            A.ANSWER_OFFER,
            A.ANSWER_EXCEPTION,
            *(A.SAY_WHY_UNCHANGED, A.SAY_CONTROL),
            A.GIVE_FAMILY_VIEW,
            A.CLOSE_CASE,
            A.ANSWER_JUDGEMENT,
            A.RECORD_FINDING,
            A.RECORD_DECIDER,
            A.CHOOSE_ROUTE,
            A.ROUTE_REFERRAL,
            A.RECORD_OFF_TRACK,
            A.RECORD_REQUEST,
            A.DECIDE_ELIGIBILITY,
            A.SET_CONTACT,
            A.POST_LETTER,
            A.ANSWER_MESSAGE,
            A.ANSWER_COMPLAINT,
        }
    ),
    (Role.SOCIAL_WORKER, R.NONE): frozenset(
        {
            A.CONFIRM_RECOVERY,
            A.OPEN_IN_EMERGENCY,
            A.LIST_PEOPLE,
            A.SEE_DASHBOARD,
            A.SEE_CASES_BEHIND,
            A.OPEN_LETTERS,
            A.LIST_MESSAGES,
            A.REGISTER_PERSON,
        }
        | AT_WORK
        | FIGURES_AT_WORK
    ),
    (Role.BROKER, R.COUNCIL): frozenset(
        {
            A.SEE_RECORD,
            A.SEE_OUTCOMES,
            A.SEE_PLAN,
            A.SEE_PRICES,
            A.ROUTE_REFERRAL,
            A.RECORD_REQUEST,
            A.CLOSE_CASE,
            *GIVES,
            # Brokers are the council's post room: they see the address to use, and no profile.
            A.POST_LETTER,
        }
    ),
    (Role.BROKER, R.NONE): frozenset(
        {
            A.OPEN_HOME,
            A.LIST_PEOPLE,
            A.SEE_DASHBOARD,
            A.SEE_CASES_BEHIND,
            A.SEE_CONTRACTS,
            A.OPEN_LETTERS,
            A.REGISTER_PERSON,
            A.SEE_WAITING,
        }
    ),
    # Must not read private feeds: no profile, conversations or timeline.
    (Role.COMMISSIONER, R.COUNCIL): frozenset(
        AGREES
        | {
            A.SEE_RECORD,
            A.SEE_OUTCOMES,
            A.SEE_PLAN,
            A.SEE_PRICES,
            A.SEE_JUDGEMENTS,
            A.SEE_PERSON_MONEY,
            A.ANSWER_PLAN,
            A.ANSWER_EXCEPTION,
            A.CLOSE_CASE,
            A.ANSWER_COMPLAINT,
        }
    ),
    (Role.COMMISSIONER, R.NONE): frozenset(
        SECOND
        | BLOCKS
        | PRINCIPLES
        | {A.SIGN_BLOCK, A.SEE_CONTRACTS, A.CHANGE_CONTRACTS, A.TRY_TERMS, A.CHECK_PAY}
        | {A.OPEN_HOME, A.EXPORT_OWN, A.LIST_PEOPLE, A.LIST_MESSAGES, A.IMPORT_RECORDS}
        | FIGURES
        | {A.SEE_CASES_BEHIND, A.SEE_OPENINGS}
        | {A.SEE_RUNS, A.SEE_REMITTANCES, A.DECIDE_CONTEST, A.COMPARE_MODELS, A.SEE_SHIFTS}
        | {A.SEE_RESULTS, A.AGREE_COUNT, *LIMITS}
    ),
    # Money, not conversations: of a person only her name, what was paid and what she is charged.
    (Role.FINANCE_OFFICER, R.COUNCIL): frozenset({A.SEE_RECORD, A.CHARGE_PERSON, *HER_MONEY}),
    (Role.FINANCE_OFFICER, R.NONE): frozenset(
        PAYS
        | {A.OPEN_HOME, A.LIST_PEOPLE, A.SEE_CONTRACTS, A.TRY_TERMS, A.CHECK_PAY, A.SEE_RUNS}
        | {A.SEE_REMITTANCES, A.OPEN_LETTERS, A.POST_TO_ORGANISATIONS}
        | {A.SEE_BLOCKS, A.SEE_SHIFTS, A.SEE_RESULTS, A.ANSWER_BOOK, A.COMPARE_MODELS}
        | {A.SEE_LIMITS}
    ),
    # No identifiable case, ever.
    **{(role, R.NONE): FIGURES_ONLY for role in (Role.REGULATOR, Role.PLANNER, Role.EVALUATOR)},
    (Role.SCRUTINY, R.NONE): FIGURES_ONLY | {A.SEE_LIMITS},
    # Figures, what the own body pays a share of, and its limits: no person, no provider's staff.
    (Role.HEALTH_COMMISSIONER, R.NONE): FIGURES_ONLY | OF_THE_OWN_BOARD,
    # The own organisation's teams and how they are doing: no visit is planned or moved by it.
    (Role.COORDINATOR, R.NONE): frozenset(FIGURES | {A.OPEN_HOME}),
    **{
        (role, SHARES[topic]): frozenset({A.SEE_RECORD} | BY_TOPIC[topic])
        for role, topics in READS_SHARED.items()
        for topic in sorted(topics)
    },
    **{(role, R.NONE): frozenset({A.OPEN_HOME}) for role in READS_SHARED},
    (Role.ADMINISTRATOR, R.NONE): frozenset(
        SECOND
        | {A.OPEN_HOME, A.MANAGE_USERS, A.SEE_AUDIT, A.SEE_OPENINGS, A.REVIEW_OPENING}
        | {A.IMPORT_RECORDS, A.APPLY_RETENTION}
    ),
}

# Our own choice: three periods in which an ended plan is judged, paid and contested.
PROVIDER_LOOKS_BACK = timedelta(days=84)
ABOUT_ONE_PERSON = frozenset(list(Action)[: list(Action).index(A.OPEN_HOME)])
OWN_ORGANISATION_ONLY = frozenset(
    {Role.PROVIDER_MANAGER, Role.TEAM_MEMBER, Role.CARE_WORKER, Role.COORDINATOR}
)
ONE_ORGANISATION = frozenset({R.PROVIDER, R.VISITING, *SHARES.values()})
WITHOUT_SECOND_FACTOR = frozenset({Role.PERSON, Role.FAMILY})


def decide(roles: Set[Role], relationships: Iterable[Relationship], action: Action) -> bool:
    """Whether somebody with these roles, standing in these relationships, may do this."""
    return action in actions(roles, relationships)


def actions(roles: Set[Role], relationships: Iterable[Relationship]) -> frozenset[Action]:
    """Everything that these roles may do in these relationships."""
    held = (TABLE.get((role, stands), frozenset()) for stands in relationships for role in roles)
    return frozenset[Action]().union(*held)


def relationships_for(roles: Set[Role], action: Action) -> list[Relationship]:
    """The relationships in which one of these roles may do this, strongest first."""
    return [r for r in Relationship if decide(roles, [r], action)]


def own_rows_only(roles: Set[Role], action: Action) -> bool:
    """Whether an action of the council is theirs for their own organisation's rows alone."""
    holders = {role for role in roles if action in TABLE.get((role, R.NONE), frozenset())}
    board = {Role.HEALTH_COMMISSIONER} if action in OF_THE_OWN_BOARD else set()
    return holders <= OWN_ORGANISATION_ONLY | board


def needs_second_factor(roles: Set[Role]) -> bool:
    """Whether these roles are staff's: everybody's but the person's and her family's."""
    return not roles <= WITHOUT_SECOND_FACTOR
