"""What the case's refusals say to the one who was refused. Rules name them; words are here.

One sentence for each code: what is the matter, and where it helps what to do next.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.templatetags.wm import day, pounds
from whatmatters.outcomes.web.code_words import BANDS, PARTIES
from whatmatters.rules.outcomes import Band, Party
from whatmatters.rules.refusals import Refusal

EVERYWHERE: Mapping[str, str | Promise] = {
    "absent": _("This is not here any more, or it is not yours to see."),
    "refused": _("This cannot be done."),
    "words_missing": _("Write something: nothing was written."),
    "words_too_long": _("This is longer than can be kept: at most %(longest)s characters."),
    "words_unreadable": _(
        "The words hold signs that cannot be shown. Type them again without special signs."
    ),
    "day_not_reached": _("%(on)s has not come yet. Nothing can be recorded for a day ahead."),
    "move_refused": _("This cannot be done now: the state has changed since the page was opened."),
    "nothing_in_force": _("Nothing is recorded that held on %(on)s."),
    "two_in_force": _("Two records claim the same day. Ask an administrator to put them right."),
    "problems": _("Several things are missing or wrong in what was sent."),
    "not_allowed": _("Your role may not do this."),
    "voice_refused": _(
        "You may not speak for %(party)s here. Each of the three answers in their own voice."
    ),
    "not_supported_now": _("It is asked only while somebody is supported."),
    "not_heard_from_her": _("Write it down only with the person there, as they say it."),
    "her_own_answer_stands": _(
        "The person has answered in this period. Nobody else says it after that."
    ),
    "person_has_died": _(
        "This person died on or before %(on)s, so it cannot be recorded for that day."
    ),
}
PLANS: Mapping[str, str | Promise] = {
    "plan_not_proposed": _("This plan is not waiting for answers any more."),
    "already_answered": _(
        "This has been answered already. An answer is given once, and nobody changes it."
    ),
    "price_moved_since_proposal": _(
        "A rate has changed since the plan was proposed: it was %(proposed)s and is now"
        " %(now)s. The provider has to propose it again."
    ),
    "plan_not_asked_about": _(
        "Nobody has to say why any more: the plan has changed, or somebody has said it."
    ),
    "not_yours_to_write": _("A plan is written by the provider and the person."),
    "plan_already_agreed": _("What three have agreed is not changed. Write a new version."),
    "plan_not_a_draft": _("Only a draft can be changed."),
    "draft_changed_meanwhile": _(
        "Somebody saved this draft after you opened it. Open it again and see what changed."
    ),
    "version_already_open": _("Another version of this plan is being written or answered."),
    "plans_overlap": _("The same provider would be paid twice for the days up to %(until)s."),
    "version_starts_too_early": _(
        "A new version starts no earlier than the one it replaces, on %(earlier)s."
    ),
    "already_started_urgently": _("This support has begun already."),
    "outcome_not_of_person": _("A plan holds only outcomes of its own person."),
    "outcome_not_payable": _("An outcome is payable only when both reasons are written."),
    "contract_not_in_force": _("The contract does not hold on %(on)s."),
    "plan_ends_before_it_starts": _("The plan ends on %(ends)s, before it starts on %(starts)s."),
    "review_before_plan": _(
        "The review on %(review_on)s is before the plan starts, on %(starts)s."
    ),
    "line_needs_hours_or_cost": _(
        "Line %(line)s needs a rate with hours, or a cost, or who pays for it already."
    ),
    "line_hours_and_cost": _("Line %(line)s has both hours and a cost. It can have only one."),
    "line_hours_impossible": _("The hours of line %(line)s are not possible."),
    "line_cost_impossible": _("The cost of line %(line)s is not possible."),
    "critical_line_without_tolerance": _(
        "Line %(line)s must not be missed, so it needs to say how late it may be."
    ),
    "line_serves_unknown_outcome": _("Line %(line)s serves an outcome that is not in this plan."),
    "outcome_twice_in_plan": _("The same outcome is in the plan twice."),
    "weights_do_not_add_to_1": _(
        "The weights of the payable outcomes add to %(sum)s. They must add to exactly 1."
    ),
    "weights_all_or_none": _("Give every payable outcome a weight, or none of them."),
    "weight_without_pay": _("An outcome that is not payable has no weight."),
    "weight_impossible": _("A weight lies between 0 and 1, with at most six decimal places."),
    "plan_is_empty": _("A plan needs at least one line and one outcome before it is proposed."),
    "payable_in_block": _(
        "This plan is paid as a block, so nothing is paid by its outcomes: none of them is payable."
    ),
    "cost_in_block": _(
        "Line %(line)s has a cost, and a plan that is paid as a block pays nothing of its own. "
        "Write its hours, or who pays for it already; or start from an empty page."
    ),
    "outside_block_patch": _(
        "This block pays for the people of its own patch, and this person does not live there."
    ),
    "no_block_runs": _(
        "No block of this contract runs on %(on)s, so nobody would be paid. The commissioner signs "
        "the year’s block first."
    ),
    "plan_not_in_force": _("This plan is not in force, so nothing can be recorded under it."),
    "before_plan_starts": _(
        "The plan starts on %(starts)s. Nothing can be recorded under it before."
    ),
}
OUTCOMES: Mapping[str, str | Promise] = {
    "outcome_without_test": _(
        "Say how everybody will see that the outcome is reached: it needs a test."
    ),
    "outcome_without_weeks": _("Say in how many weeks: a whole number, from 1 to 520."),
    "payable_needs_both_reasons": _(
        "An outcome is payable only when both reasons are written: why it can be "
        "observed, and why it is the provider’s work."
    ),
    "already_payable": _("The reasons for paying were written before."),
    "outcome_of_another": _("One outcome can replace another only for the same person."),
    "outcome_not_active": _("This outcome is over, so it cannot go off track."),
    "off_track_dated_back": _("Off track counts from the day it is recorded, which is today."),
    "exception_after_plan_end": _("The plan’s last day has passed. Its review says what happened."),
    "outcome_not_in_plan": _("The exception names an outcome that is not in this plan."),
    "reprice_before_exception": _(
        "The new price cannot hold before %(raised_on)s, when the exception was raised."
    ),
}
CONVERSATIONS: Mapping[str, str | Promise] = {
    "strengths_first": _("Begin with what the person can do for themselves."),
    "proxy_not_named": _(
        "Name who spoke for the person: it must never be in doubt whose voice it is."
    ),
    "statement_already_corrected": _("A newer statement corrects this one already."),
    "said_in_their_own_name": _(
        "Somebody close said this under their own name: only they can say it anew."
    ),
    "not_yours_to_say": _(
        "Only somebody whom the person lets in can say what they know, and only for themselves."
    ),
    "nobody_has_talked_yet": _(
        "Nobody has written down yet what matters to the person: their own words come first. Until "
        "then, tell those who work with them."
    ),
}
JUDGEMENTS: Mapping[str, str | Promise] = {
    "judgement_too_early": _("A plan is judged at its review or its end, not before %(earliest)s."),
    "judgement_already_open": _("The judgement of this plan is open already."),
    "time_to_answer_too_short": _("The last day for answers, %(until)s, is before the first."),
    "judgement_not_open": _(
        "This judgement is not open: it is concluded, or the plan ended another way."
    ),
    "time_to_answer_is_up": _(
        "The last day for answers was %(until)s. The others’ answers can be read now, "
        "so no new one can be given."
    ),
    "outcome_not_judged": _(
        "This outcome is not judged: it is not in the plan, or the person has let it go."
    ),
    "judgement_sealed": _(
        "The answers are sealed until all three have answered, or until %(until)s has passed."
    ),
    "finding_needs_share": _("Say how much was achieved: the person gave no answer to start from."),
    "finding_needs_cause": _("Say why it was not wholly achieved."),
    "finding_needs_reason": _(
        "Your finding differs from the person’s answer. Write the reason, for all three to read."
    ),
    "already_found": _("The finding has been made already. It is made once."),
    "outcomes_not_judged": _(
        "Some outcomes have no finding yet. The review can be concluded when all have one."
    ),
    "share_does_not_match": _(
        "Choose from 1 to 9 tenths for “partly”, and nothing for the other answers."
    ),
    "not_yours_to_close": _("Only the council closes a case."),
    "no_reason_to_close": _("A case closes at a death, at a move, or when nothing more is needed."),
    "routes_too_early": _(
        "The two routes are offered when the first support is reviewed, from %(earliest)s."
    ),
    "route_without_value": _(
        "This plan is paid as a block and has no price that a direct payment could be worth."
    ),
    "routes_already_offered": _("The two routes were offered before."),
    "route_already_chosen": _("The person has chosen already."),
    "chosen_before_advised": _(
        "The advice was given on %(advised_on)s. The choice comes after it."
    ),
}
WAY_IN: Mapping[str, str | Promise] = {
    "person_has_no_patch": _("The person lives in no patch, so there is no lead provider to ask."),
    "no_lead_provider": _("Nobody leads this patch on %(on)s."),
    "decline_needs_reason": _("Say why this is declined."),
    "step_refused": _("This step cannot follow the one before."),
    "step_before_last": _("The last step was on %(last)s. A later one cannot be before it."),
    "unknown_eligibility_outcome": _("The nation’s rule has no such outcome."),
}
PEOPLE: Mapping[str, str | Promise] = {
    "death_already_recorded": _("The day of death has been recorded before."),
    "died_before_born": _("The day of death, %(on)s, is before the day of birth, %(born)s."),
    "born_later": _("The day of birth, %(born)s, lies ahead."),
    "ends_before_it_starts": _("The last day, %(ends)s, is before the first, %(starts)s."),
    "not_an_authority": _("Nobody can be appointed to decide for somebody else by this authority."),
    "team_needs_its_owner": _(
        "A provider’s team needs its provider, and a neighbourhood team its patch."
    ),
    "leaves_before_joining": _("The last day, %(ends)s, is before the first, %(starts)s."),
}
CONTRACTS: Mapping[str, str | Promise] = {
    "agreement_refused": _(
        "The agreement cannot be signed: something in the plan or its contract is missing or wrong."
    ),
    "terms_refused": _("Nothing can be paid by these terms: something is missing or wrong."),
    "contract_not_found": _("There is no such contract."),
    "agreement_not_found": _("There is no such agreement."),
    "agreement_already_signed": _("This is priced by an agreement already."),
    "agreement_already_ended": _("This agreement has ended already."),
    "end_before_start": _("The last day is before the first."),
    "shares_do_not_add_to_1": _("The payers’ shares do not add to exactly 1."),
    "rate_missing": _(
        "There is no agreed rate (%(band)s) for %(on)s. Nothing is guessed: record the rate first."
    ),
    "contract_terms_missing": _("The contract has no terms on that day."),
    "already_from_that_day": _("Something else starts on the same day already."),
    "unknown_model": _("There is no way of paying with that name."),
}
DELIVERY: Mapping[str, str | Promise] = {
    "not_yours_to_record": _("This is recorded by the council or by the package’s own provider."),
    "package_impossible": _("The calls, minutes or rate of this package are not possible."),
    "package_already_ended": _("This package has its last day already."),
    "stay_already_recorded": _("A hospital stay from this day is recorded already."),
    "discharged_before_admitted": _(
        "The stay began on %(admitted)s. It cannot end before, on %(discharged)s."
    ),
    "already_discharged": _("This stay has ended already."),
    "visit_outside_package": _("%(on)s is outside the package’s days."),
    "visit_impossible": _(
        "The visit’s minutes are not possible, or it was both delivered and cancelled."
    ),
    "visit_already_recorded": _("One of these visits is recorded already."),
}
MONEY: Mapping[str, str | Promise] = {
    "journal_does_not_balance": _("The two sides of the entry differ, so nothing was written."),
    "nothing_to_post": _("There is nothing to write in the ledger."),
    "not_a_period_start": _("No payment period starts on that day."),
    "beyond_holiday_table": _(
        "The table of bank holidays does not reach that day, so nothing is guessed."
    ),
}
WORDS: Mapping[str, str | Promise] = {
    **EVERYWHERE,
    **PLANS,
    **OUTCOMES,
    **CONVERSATIONS,
    **JUDGEMENTS,
    **WAY_IN,
    **PEOPLE,
    **CONTRACTS,
    **DELIVERY,
    **MONEY,
}


def refusal_words(
    refusal: Refusal, more: Mapping[str, str | Promise] = MappingProxyType({})
) -> str:
    """One sentence in the reader's language. A code without words says only that it cannot be.

    `more` are sentences of the page's own context.
    """
    told = {name: _shown(name, value) for name, value in refusal.params.items()}
    sentence = str(more.get(refusal.code) or WORDS.get(refusal.code, WORDS["refused"]))
    try:
        return sentence % told
    except KeyError:
        return gettext("This cannot be done.")


def _shown(name: str, value: object) -> str:
    if name in ("proposed", "now") and isinstance(value, int):
        return pounds(value)
    if isinstance(value, date):
        return day(value)
    if name == "party":
        return str(PARTIES[Party(str(value))])
    if name == "band":
        return str(BANDS[Band(str(value))])
    return str(value)
