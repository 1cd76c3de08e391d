"""What several rows of the table of permissions have in common, each set under its name."""

from whatmatters.rules.actions import Action, Relationship
from whatmatters.rules.roles import Role
from whatmatters.rules.sharing import FOR_HEALTH, FOR_HOUSING, Topic

A, R = Action, Relationship

CASE = {
    A.SEE_RECORD,
    A.SEE_PROFILE,
    A.SEE_CONVERSATIONS,
    A.SEE_OUTCOMES,
    A.SEE_PLAN,
    A.SEE_TIMELINE,
    A.SEE_JUDGEMENTS,
}
LIVING_RECORD = {A.RECORD_CONVERSATION, A.RECORD_NOTE, A.SEE_HELP_OFFERS, A.WRITE_PROFILE}
LIVING_RECORD |= {A.KEEP_DIRECT_PAYMENT, A.SEE_DELIVERY}
OWN_VOICE = {
    A.LET_GO_OUTCOME,
    A.RECORD_OFF_TRACK,
    A.ANSWER_PLAN,
    A.ANSWER_JUDGEMENT,
    *(A.GIVE_SATISFACTION, A.SAY_CONTROL),
    A.CHOOSE_ROUTE,
    A.ANSWER_OFFER,
    A.SEND_MESSAGE,
    *(A.SEE_DELIVERY, A.ANSWER_DELIVERY),
}

# R-GW-16: every member of the team adds to the one record. Nobody at work sees prices by it.
WRITES_AT_THE_DOOR = {A.RECORD_NOTE, A.RECORD_SMALL_CHANGE, A.RAISE_EXCEPTION}
WRITES_AT_THE_DOOR |= {A.MOVE_BANK, A.RECORD_DAYS}
AT_THE_DOOR = {
    A.SEE_RECORD,
    A.SEE_PROFILE,
    A.SEE_OUTCOMES,
    A.SEE_PLAN,
    *(A.SEE_TIMELINE, A.SEE_DELIVERY),
    *WRITES_AT_THE_DOOR,
}

HER_MONEY = {A.SEE_PERSON_MONEY, A.SEE_CHARGES, A.SEE_FUND}
HER_ACCOUNT = HER_MONEY | {A.SEE_RECORD, A.KEEP_DIRECT_PAYMENT}
# Consent for one topic is one relationship: granted, listed and taken back as the others are.
SHARES = {topic: R(f"shared_{topic}") for topic in Topic}
BY_TOPIC = {
    Topic.PROFILE: {A.SEE_PROFILE},
    Topic.CONVERSATIONS: {A.SEE_CONVERSATIONS},
    Topic.OUTCOMES: {A.SEE_OUTCOMES},
    Topic.PLAN: {A.SEE_PLAN},
    Topic.VISITS: {A.SEE_DELIVERY},
    Topic.TIMELINE: {A.SEE_TIMELINE},
    Topic.JUDGEMENTS: {A.SEE_JUDGEMENTS},
    Topic.MONEY: {A.SEE_PRICES, A.SEE_PERSON_MONEY, A.SEE_FUND},  # not income and savings
    Topic.CHARGES: {A.SEE_CHARGES},
}
HER_SHARING = {A.SHARE_RECORD, A.SEE_LOOKS, A.SEE_BETWEEN_US, A.KEEP_BETWEEN_US}
HER_SHARING |= {A.SEE_HIDDEN_ADDRESS, A.EXPORT_RECORD, A.SEE_WORKERS}
GIVES = {A.SEE_WORKERS, A.GIVE_WORKER}
AGREES = {A.AGREE_BUNDLE, A.SEE_FUND, A.AGREE_FUND, A.AGREE_EPISODE} | GIVES
DECIDES = {A.SEE_PRICES, A.SHARE_RECORD, A.EXPORT_RECORD}
PAYS = {A.PROPOSE_RUN, A.RELEASE_RUN, A.CHANGE_BANK_DETAILS, A.MAKE_PAYMENT_FILE, A.SEE_LEDGER}
# Of a patch's team the two who agreed on it read the same, and tell how full it is together.
BLOCKS = {A.SEE_BLOCKS, A.KEEP_BLOCK}
# So with a service by the six principles: each of the two says a view, and both read both.
PRINCIPLES = {A.SEE_PRINCIPLES, A.SCORE_PRINCIPLES}
# Who may be the second to say yes, and is told of what was stopped.
SECOND = {A.CONFIRM_RECOVERY, A.APPROVE_EXPORT}
# A team's figures are its members', its own manager's and commissioners'; a worker's hers alone.
FIGURES_AT_WORK = {A.SEE_TEAM_FIGURES, A.SEE_OWN_FIGURES}
FIGURES = {A.SEE_DASHBOARD, A.SEE_PROVIDER_FIGURES, A.SEE_TEAM_FIGURES}
ON_SHIFT = FIGURES_AT_WORK | {A.CHECK_PAY, A.TELL_HOURS}
# Whoever goes to people's homes may show them a face before they come.
AT_WORK = {A.OPEN_HOME, A.SHOW_PICTURE}

# Whoever works elsewhere reads what she shares with their organisation, and of that no more than
# their work needs: a volunteer's coordinator no day by day, a housing officer no care notes.
READS_SHARED = {
    Role.NURSE: frozenset(FOR_HEALTH),
    Role.THERAPIST: frozenset(FOR_HEALTH),
    Role.GP: frozenset(FOR_HEALTH - {Topic.CONVERSATIONS, Topic.VISITS}),
    Role.VOLUNTEER_COORDINATOR: frozenset({Topic.PROFILE, Topic.OUTCOMES}),
    Role.HOUSING_OFFICER: FOR_HOUSING,
}
FIGURES_ONLY = frozenset({A.OPEN_HOME, A.SEE_DASHBOARD})
# What blocks a design: a health board's commissioner reads and writes what is in its hands.
LIMITS = {A.SEE_LIMITS, A.KEEP_LIMITS}
OF_THE_OWN_BOARD = {A.SEE_SHIFTS} | LIMITS
