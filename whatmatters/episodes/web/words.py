"""What the codes of short-term episodes are called, and what they refuse, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.policy.episodes import instruments
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.episodes import Instrument, ReadingKind, Stands
from whatmatters.rules.refusals import Refusal

Words = str | Promise

STATES: Mapping[EndState, Words] = {
    EndState.INDEPENDENT: _("Manages without support"),
    EndState.SAME: _("Needs the same as before"),
    EndState.SMALLER: _("Needs a smaller package"),
    EndState.LARGER: _("Needs a larger package"),
    EndState.READMITTED: _("Back in hospital"),
    EndState.DIED: _("Died"),
    EndState.OTHER: _("Ended in another way"),
    EndState.UNKNOWN: _("Nobody knows"),
}
KINDS: Mapping[ReadingKind, Words] = {
    ReadingKind.BASELINE: _("Baseline, as it begins"),
    ReadingKind.FOLLOW_UP: _("Follow-up, once it is over"),
}
STANDS: Mapping[Stands, Words] = {
    Stands.TO_BEGIN: _("To begin"),
    Stands.RUNS: _("Runs"),
    Stands.WAITS: _("Its weeks are over: how it ended is still to be told"),
    Stands.OVER: _("Over"),
    Stands.NEVER_BEGAN: _("Never began"),
}
REFUSED: Mapping[str, Words] = {
    "not_for_episodes": _("This contract is not for short-term support."),
    "outside_contract": _("The contract does not hold on each of these days."),
    "terms_left_out": _(
        "The contract does not say the price, the quality element and what each end earns of it. "
        "Agree them here."
    ),
    "episode_unended": _(
        "The weeks of support from %(starts)s are not over yet. First say how they ended."
    ),
    "after_death": _("This is after the day of the death, %(died)s."),
    "episode_over": _("How it ended was told already: its last day was %(ends)s."),
    "episode_not_over": _("It is not over yet."),
    "outside_episode": _("Choose a day from %(starts)s to %(last)s."),
    "second_extension": _(
        "It was made a week longer before, and cannot be again. More than that is another service."
    ),
    "state_not_in_list": _("Choose one of the ends that are offered."),
    "death_is_recorded": _(
        "A death is recorded on the record, and ends short-term support by itself."
    ),
    "state_changed": _("Somebody told how it ended at the same moment. Look at it first."),
    "no_such_instrument": _("Choose one of the instruments that are offered."),
    "other_instrument": _(
        "The baseline was read with another one. A follow-up uses the same, in the same version."
    ),
    "score_impossible": _("This instrument gives a score from %(least)s to %(most)s."),
    "read_already": _("This was read already. Strike the reading out first if it was wrong."),
    "no_baseline": _("There is no baseline, so there is nothing to follow up."),
    "follow_up_too_early": _("It is followed up once it is over."),
    "nobody_to_follow": _("There is nobody to follow up: the person died, or it never began."),
    "follow_up_stands": _("A follow-up rests on this baseline. Strike the follow-up out first."),
    "reading_struck": _("This reading was struck out already."),
}
BESIDE: Mapping[str, str] = {
    "outside_contract": "starts",
    "episode_unended": "starts",
    "terms_left_out": "price",
    "episode_over": "on",
    "day_not_reached": "on",
    "read_already": "kind",
    "no_baseline": "kind",
    "follow_up_too_early": "on",
    "nobody_to_follow": "kind",
    "follow_up_stands": "reading",
    "reading_struck": "reading",
}


def episode_refused(refusal: Refusal) -> str:
    """One sentence in the reader's language."""
    return refusal_words(refusal, REFUSED)


def instrument_name(one: Instrument) -> str:
    """Its name in the reader's language."""
    return one.name_cy if (get_language() or "").startswith("cy") else one.name


def instrument_names() -> dict[str, str]:
    """The name of each, by its code and version."""
    return {one.key: instrument_name(one) for one in instruments()}
