"""The record's page, put together from its sections by what the reader may see."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.access.queries import Sight
from whatmatters.frontend.templatetags.wm import day, period_words, pounds
from whatmatters.home.queries.record import RecordRead
from whatmatters.home.web.record.acts import family_acts, happening_acts, plan_acts
from whatmatters.home.web.record.aims import outcomes, plan
from whatmatters.home.web.record.due import due
from whatmatters.home.web.record.happening import pages, timeline
from whatmatters.home.web.record.reviews import review_pages, reviewed
from whatmatters.home.web.record.trust import trust_links
from whatmatters.home.web.record.values import MoneyRow, RecordPage
from whatmatters.home.web.record.ways import ways
from whatmatters.home.web.record.who import matters, who
from whatmatters.home.web.where import area_words
from whatmatters.outcomes.web.plans.price_words import price_words
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.web.help_shown import HelpShown, help_shown
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.roles import Origin

CLOSE = frozenset({Relationship.FAMILY, Relationship.DECIDER, Relationship.DECIDER_MONEY})


def record_page(read: RecordRead, sight: Sight, on: date, *, reviews: int = 1) -> RecordPage:
    """The page for one reader on one day; `reviews` is the page of her reviews."""
    own, seen = is_own(sight), sight.actions
    titles = _titles(own=own)
    shown = _shown(read, sight)
    return RecordPage(
        base="frontend/base_person.html" if own else "frontend/base.html",
        is_own=own,
        name=read.person.known_as,
        heading=read.person.known_as if own else read.person.full_name,
        leads=_leads(read, sight, on),
        due=due(read, sight, on),
        nav=tuple((anchor, titles[anchor]) for anchor, may in shown.items() if may),
        titles=titles,
        acts=ways(read, sight, on),
        who=who(read, seen, own=own) if shown["who"] else None,
        matters=matters(read, seen, own=own) if shown["matters"] else None,
        outcomes=outcomes(read, on, own=own) if shown["outcomes"] else None,
        plan=plan(read, seen) if shown["plan"] else None,
        help=_help(read, on),
        help_url=reverse("help_offers", args=[read.person.id]) if read.help else "",
        visits_url=reverse("delivery", args=[read.person.id]) if shown["visits"] else "",
        timeline=timeline(read.happened.items) if shown["happening"] else None,
        pages=pages(read.happened),
        going=reviewed(read, on, reviews, own=own) if shown["going"] else None,
        going_pages=review_pages(len(read.judgements), reviews),
        money=_money(read) if shown["money"] else None,
        trust=trust_links(seen, read.person.id),
        plan_acts=plan_acts(read, sight),
        happening_acts=happening_acts(read, sight),
        family_acts=family_acts(read, sight),
        figures_url=reverse("dashboard_case", args=[read.person.id]),
        control_url=reverse("control", args=[read.person.id]),
        spent_url=reverse("money_spent", args=[read.person.id]) if shown["money"] else "",
        charges_url=reverse("charges", args=[read.person.id]) if shown["charges"] else "",
        fund_url=reverse("fund_list", args=[read.person.id]) if shown["fund"] else "",
        direct_url=reverse("direct_list", args=[read.person.id]) if shown["direct"] else "",
        episodes_url=reverse("episode_list", args=[read.person.id]) if shown["episodes"] else "",
        switch_url=reverse("transition", args=[read.person.id]) if read.ways.switched else "",
    )


def _help(read: RecordRead, on: date) -> tuple[HelpShown, ...]:
    """What those close to her offer, as it stands: what was taken back has its own page."""
    told = (help_shown(offer, on=on) for offer in read.help)
    return tuple(one for one in told if one.stands)


def _shown(read: RecordRead, sight: Sight) -> dict[str, bool]:
    """Which sections there are, in their order."""
    seen = sight.actions
    return {
        "who": Action.SEE_PROFILE in seen,
        "matters": Action.SEE_CONVERSATIONS in seen,
        "outcomes": Action.SEE_OUTCOMES in seen,
        "plan": Action.SEE_PLAN in seen,
        "visits": Action.SEE_DELIVERY in seen,
        "happening": Action.SEE_TIMELINE in seen,
        "going": Action.SEE_JUDGEMENTS in seen,
        "money": Action.SEE_PERSON_MONEY in seen,
        "charges": Action.SEE_CHARGES in seen,
        "fund": bool(read.ways.funds) or (Action.AGREE_FUND in seen and not read.person.died_on),
        "direct": bool(read.ways.direct) or (Action.AGREE_FUND in seen and not read.person.died_on),
        "episodes": bool(read.ways.episodes)
        or (Action.AGREE_EPISODE in seen and not read.person.died_on),
    }


def _titles(*, own: bool) -> dict[str, str]:
    return {
        "who": _("Who I am"),
        "matters": _("What matters to me") if own else _("What matters"),
        "outcomes": _("My outcomes") if own else _("Outcomes"),
        "plan": _("My plan") if own else _("Plan"),
        "visits": _("Who comes and when"),
        "happening": _("What is happening"),
        "going": _("How it is going"),
        "money": _("My money") if own else _("Money"),
        "charges": _("What I am charged") if own else _("What is charged"),
        "fund": _("My fund") if own else _("Individual service fund"),
        "direct": _("My direct payment") if own else _("Direct payment"),
        "episodes": _("Short-term support"),
    }


def _leads(read: RecordRead, sight: Sight, on: date) -> tuple[str, ...]:
    """Called, age, area, language: the area only, never a street or a postcode."""
    facts = read.person
    if read.blanked_on:
        return (_blanked(read.blanked_on),)
    found = []
    if Relationship.FAMILY in sight.relationships and not is_own(sight):
        told = {"name": facts.known_as}
        found.append(_("You see what %(name)s shares with you, and nothing else.") % told)
    if not is_own(sight) and facts.known_as != facts.full_name:
        found.append(_("Please say %(name)s.") % {"name": facts.known_as})
    if facts.died_on:
        found.append(_("Died on %(day)s.") % {"day": day(facts.died_on)})
    else:
        found += _place(read, sight, on)
    if not is_own(sight) and facts.language is Language.WELSH:
        found.append(_("Speaks Welsh first; please start in Welsh."))
    if facts.origin is Origin.SYNTHETIC:
        found.append(_("An invented person."))
    return tuple(found)


def _blanked(on: date) -> str:
    told = _(
        "The words of this record were removed on %(day)s: the years for which they are kept "
        "were over. Numbers, dates and amounts stay."
    )
    return told % {"day": day(on)}


def _place(read: RecordRead, sight: Sight, on: date) -> list[str]:
    """Age and area, as far as they are shared; to those close to her, never that it is hidden."""
    sees, close = Action.SEE_PROFILE in sight.actions, sight.relationships & CLOSE
    if read.place_hidden:
        hidden = _("Where this person lives is hidden. Do not write it down anywhere.")
        return [] if close else [hidden]
    told = {"age": _age(read.person.born, on), "area": area_words(read.person)}
    if sees:
        return [_("%(age)s, of %(area)s.") % told]
    return [] if sight.why is Relationship.FAMILY else [_("Of %(area)s.") % told]


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _money(read: RecordRead) -> tuple[MoneyRow, ...]:
    """The price of each plan that was agreed, and what was paid so far."""
    rows = [
        MoneyRow(
            _("Price of the plan of %(dates)s") % {"dates": period_words(v.starts, v.ends)},
            price_words(v),
        )
        for v in read.versions
        if v.agreed_on or v.urgent_on or v is read.waiting
    ]
    if read.paid:
        runs = len({line.run_id for line in read.paid})
        total = sum(line.pence for line in read.paid if not line.held)
        times = ngettext("in %(n)s payment", "in %(n)s payments", runs) % {"n": runs}
        rows.append(MoneyRow(_("Paid so far"), f"{pounds(total)} {times}"))
    return tuple(rows)
