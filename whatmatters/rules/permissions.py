"""Who may do what: one table of role x relationship -> actions. Nothing else decides.

What a role has in a relationship to a person is allowed; the rest is refused (R-AC-01, "must not").
"""

from collections.abc import Iterable, Set
from datetime import timedelta

from whatmatters.rules.actions import Action as Action
from whatmatters.rules.actions import Relationship as Relationship
from whatmatters.rules.roles import Role
from whatmatters.rules.sharing import FOR_ORGANISATIONS, Topic

A, R = Action, Relationship

_CASE = {
    A.SEE_RECORD,
    A.SEE_PROFILE,
    A.SEE_CONVERSATIONS,
    A.SEE_OUTCOMES,
    A.SEE_PLAN,
    A.SEE_TIMELINE,
    A.SEE_JUDGEMENTS,
}
_LIVING_RECORD = {A.RECORD_CONVERSATION, A.RECORD_NOTE, A.SEE_HELP_OFFERS, A.WRITE_PROFILE}
_LIVING_RECORD |= {A.KEEP_DIRECT_PAYMENT, A.SEE_DELIVERY}
_OWN_VOICE = {
    A.LET_GO_OUTCOME,
    A.RECORD_OFF_TRACK,
    A.ANSWER_PLAN,
    A.ANSWER_JUDGEMENT,
    A.GIVE_SATISFACTION,
    A.CHOOSE_ROUTE,
    A.ANSWER_OFFER,
    A.SEND_MESSAGE,
    *(A.SEE_DELIVERY, A.ANSWER_DELIVERY),
}

# R-GW-16: every member of the team adds to the one record. Nobody at work sees prices by it.
_WRITES_AT_THE_DOOR = {A.RECORD_NOTE, A.RECORD_SMALL_CHANGE, A.RAISE_EXCEPTION}
_WRITES_AT_THE_DOOR |= {A.MOVE_BANK, A.RECORD_DAYS}
_AT_THE_DOOR = {
    A.SEE_RECORD,
    A.SEE_PROFILE,
    A.SEE_OUTCOMES,
    A.SEE_PLAN,
    *(A.SEE_TIMELINE, A.SEE_DELIVERY),
    *_WRITES_AT_THE_DOOR,
}

_HER_MONEY = {A.SEE_PERSON_MONEY, A.SEE_CHARGES, A.SEE_FUND}
_HER_ACCOUNT = _HER_MONEY | {A.SEE_RECORD, A.KEEP_DIRECT_PAYMENT}
# Consent for one topic is one relationship: granted, listed and taken back as the others are.
SHARES = {topic: R(f"shared_{topic}") for topic in Topic}
_BY_TOPIC = {
    Topic.PROFILE: {A.SEE_PROFILE},
    Topic.CONVERSATIONS: {A.SEE_CONVERSATIONS},
    Topic.OUTCOMES: {A.SEE_OUTCOMES},
    **{Topic.PLAN: {A.SEE_PLAN}, Topic.VISITS: {A.SEE_DELIVERY}},
    Topic.TIMELINE: {A.SEE_TIMELINE},
    Topic.JUDGEMENTS: {A.SEE_JUDGEMENTS},
    Topic.MONEY: {A.SEE_PRICES, A.SEE_PERSON_MONEY, A.SEE_FUND},  # not income and savings
    Topic.CHARGES: {A.SEE_CHARGES},
}
_HER_SHARING = {A.SHARE_RECORD, A.SEE_LOOKS, A.SEE_BETWEEN_US, A.KEEP_BETWEEN_US}
_HER_SHARING |= {A.SEE_HIDDEN_ADDRESS, A.EXPORT_RECORD, A.SEE_WORKERS}
_GIVES = {A.SEE_WORKERS, A.GIVE_WORKER}
_AGREES = {A.AGREE_BUNDLE, A.SEE_FUND, A.AGREE_FUND, A.AGREE_EPISODE} | _GIVES
_DECIDES = {A.SEE_PRICES, A.SHARE_RECORD, A.EXPORT_RECORD}
_PAYS = {A.PROPOSE_RUN, A.RELEASE_RUN, A.CHANGE_BANK_DETAILS, A.MAKE_PAYMENT_FILE, A.SEE_LEDGER}
# Of a patch's team the two who agreed on it read the same, and tell how full it is together.
_BLOCKS = {A.SEE_BLOCKS, A.KEEP_BLOCK}
# Who may be the second to say yes, and is told of what was stopped.
_SECOND = {A.CONFIRM_RECOVERY, A.APPROVE_EXPORT}
# A team's figures are its members', its own manager's and commissioners'; a worker's hers alone.
_FIGURES_AT_WORK = {A.SEE_TEAM_FIGURES, A.SEE_OWN_FIGURES}
_FIGURES = {A.SEE_DASHBOARD, A.SEE_PROVIDER_FIGURES, A.SEE_TEAM_FIGURES}
_ON_SHIFT = _FIGURES_AT_WORK | {A.CHECK_PAY}

TABLE: dict[tuple[Role, Relationship], frozenset[Action]] = {
    (Role.PERSON, R.SELF): frozenset(
        _CASE
        | _LIVING_RECORD
        | _OWN_VOICE
        | _HER_SHARING
        | {A.SEE_PRICES, A.SEE_PERSON_MONEY, A.RECORD_OUTCOME, A.RECORD_REQUEST, A.SET_CONTACT}
        | {A.RECORD_SMALL_CHANGE, A.MOVE_BANK, A.SEE_CHARGES, A.SEE_FUND}
    ),
    (Role.PERSON, R.NONE): frozenset({A.OPEN_HOME}),
    # Family: that she is here; what they think, know, offer and need. The rest is shared by topic.
    (Role.FAMILY, R.FAMILY): frozenset(
        {A.SEE_RECORD, A.GIVE_FAMILY_VIEW, A.SEND_MESSAGE, A.OFFER_HELP, A.ASK_CARER_SUPPORT}
        | {A.SAY_WHAT_I_KNOW}
    ),
    **{
        (Role.FAMILY, SHARES[topic]): frozenset({A.SEE_RECORD} | seen)
        for topic, seen in _BY_TOPIC.items()
    },
    # An outside organisation that she lets in: never her plan or its prices.
    **{
        (Role.PROVIDER_MANAGER, SHARES[topic]): frozenset({A.SEE_RECORD} | _BY_TOPIC[topic])
        for topic in sorted(FOR_ORGANISATIONS)
    },
    # An attorney or deputy reads what the decision needs, and not private conversations.
    (Role.FAMILY, R.DECIDER): frozenset(
        (_CASE - {A.SEE_CONVERSATIONS}) | _OWN_VOICE | _DECIDES | {A.SET_CONTACT, A.MOVE_BANK}
    ),
    (Role.FAMILY, R.DECIDER_MONEY): frozenset(_HER_ACCOUNT | _DECIDES),
    (Role.FAMILY, R.NONE): frozenset({A.OPEN_HOME, A.SEE_OWN_HELP_OFFERS}),
    (Role.CARE_WORKER, R.ASSIGNED): frozenset(_AT_THE_DOOR),
    (Role.CARE_WORKER, R.NONE): frozenset({A.OPEN_HOME, A.OPEN_IN_EMERGENCY} | _ON_SHIFT),
    (Role.TEAM_MEMBER, R.ASSIGNED): frozenset(
        _AT_THE_DOOR | {A.SEE_CONVERSATIONS, A.SEE_BETWEEN_US, A.SEE_HELP_OFFERS, A.WRITE_PROFILE}
    ),
    (Role.TEAM_MEMBER, R.NONE): frozenset(
        {A.OPEN_HOME, A.LIST_PEOPLE, A.OPEN_IN_EMERGENCY, A.KEEP_ROTA} | _ON_SHIFT
    ),
    # Opened in an emergency by who meets people: to read only, for a few hours.
    **{
        (role, R.OPENED): frozenset(_AT_THE_DOOR - _WRITES_AT_THE_DOOR - {A.SEE_DELIVERY})
        for role in (Role.CARE_WORKER, Role.TEAM_MEMBER, Role.SOCIAL_WORKER)
    },
    (Role.PROVIDER_MANAGER, R.PROVIDER): frozenset(
        _CASE
        | _LIVING_RECORD
        | {A.SAY_WHY_UNCHANGED, A.SEE_FUND, A.KEEP_FUND, *_GIVES, *_WRITES_AT_THE_DOOR}
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
        _SECOND
        | _BLOCKS
        | {
            *(A.HAND_IN_BOOK, A.KEEP_ROTA, A.SEE_SHIFTS, A.KEEP_SHIFTS),
            A.OPEN_HOME,
            A.EXPORT_OWN,
            A.LIST_PEOPLE,
            *_FIGURES,
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
        _CASE
        | _LIVING_RECORD
        | _HER_SHARING
        | _AGREES
        | {
            A.ANSWER_CARER_SUPPORT,
            *(A.LET_IN, A.CORRECT_PERSON, A.FOLLOW_EPISODE),
            A.SEE_PRICES,
            A.RECORD_OUTCOME,
            A.ANSWER_PLAN,
            A.START_URGENTLY,
            A.ANSWER_OFFER,
            A.ANSWER_EXCEPTION,
            A.SAY_WHY_UNCHANGED,
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
            A.OPEN_HOME,
            A.CONFIRM_RECOVERY,
            A.OPEN_IN_EMERGENCY,
            A.LIST_PEOPLE,
            A.SEE_DASHBOARD,
            A.SEE_CASES_BEHIND,
            A.OPEN_LETTERS,
            A.LIST_MESSAGES,
            A.REGISTER_PERSON,
        }
        | _FIGURES_AT_WORK
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
            *_GIVES,
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
        _AGREES
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
        _SECOND
        | _BLOCKS
        | {A.SIGN_BLOCK, A.SEE_CONTRACTS, A.CHANGE_CONTRACTS, A.TRY_TERMS, A.CHECK_PAY}
        | {A.OPEN_HOME, A.EXPORT_OWN, A.LIST_PEOPLE, A.LIST_MESSAGES, A.IMPORT_RECORDS}
        | _FIGURES
        | {A.SEE_CASES_BEHIND, A.SEE_OPENINGS}
        | {A.SEE_RUNS, A.SEE_REMITTANCES, A.DECIDE_CONTEST, A.COMPARE_MODELS, A.SEE_SHIFTS}
    ),
    # Money, not conversations: of a person only her name, what was paid and what she is charged.
    (Role.FINANCE_OFFICER, R.COUNCIL): frozenset({A.SEE_RECORD, A.CHARGE_PERSON, *_HER_MONEY}),
    (Role.FINANCE_OFFICER, R.NONE): frozenset(
        _PAYS
        | {A.OPEN_HOME, A.LIST_PEOPLE, A.SEE_CONTRACTS, A.TRY_TERMS, A.CHECK_PAY, A.SEE_RUNS}
        | {A.SEE_REMITTANCES, A.OPEN_LETTERS, A.POST_TO_ORGANISATIONS}
        | {A.SEE_BLOCKS, A.SEE_SHIFTS, A.ANSWER_BOOK, A.COMPARE_MODELS}
    ),
    # No identifiable case, ever.
    (Role.SCRUTINY, R.NONE): frozenset({A.OPEN_HOME, A.SEE_DASHBOARD}),
    (Role.ADMINISTRATOR, R.NONE): frozenset(
        _SECOND
        | {A.OPEN_HOME, A.MANAGE_USERS, A.SEE_AUDIT, A.SEE_OPENINGS, A.REVIEW_OPENING}
        | {A.IMPORT_RECORDS, A.APPLY_RETENTION}
    ),
}

# Our own choice: three periods in which an ended plan is judged, paid and contested.
PROVIDER_LOOKS_BACK = timedelta(days=84)
ABOUT_ONE_PERSON = frozenset(list(Action)[: list(Action).index(A.OPEN_HOME)])
OWN_ORGANISATION_ONLY = frozenset({Role.PROVIDER_MANAGER, Role.TEAM_MEMBER, Role.CARE_WORKER})
ONE_ORGANISATION = frozenset({R.PROVIDER, *SHARES.values()})
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
    return holders <= OWN_ORGANISATION_ONLY


def needs_second_factor(roles: Set[Role]) -> bool:
    """Whether these roles are staff's: everybody's but the person's and her family's."""
    return not roles <= WITHOUT_SECOND_FACTOR
