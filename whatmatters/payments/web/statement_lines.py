"""Lines of runs as a page shows them: whose, what for, the sum, and every figure behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import Actor, own_organisation_only, people_allowed
from whatmatters.access.queries.names import user_names
from whatmatters.commissioning.queries.origins import AgreementOrigin, agreement_origins
from whatmatters.frontend import statement
from whatmatters.frontend.statement_words import reason_text, sums_of
from whatmatters.frontend.templatetags.wm import day, pounds
from whatmatters.payments.queries import ContestFacts, LineView, contests
from whatmatters.people.queries import person_facts
from whatmatters.rules.commissioning import Line
from whatmatters.rules.commissioning_models import outcome_payments
from whatmatters.rules.permissions import Action

OUTCOME_PAYMENTS = "outcome_payments."
PENALTIES = frozenset({outcome_payments.PENALTY, outcome_payments.DISSATISFACTION})
# Where a penalty is contested, and the figure of its line that says which it is.
CONTESTED = {"contest_penalty": "finding", "contest_dissatisfaction": "judgement"}
Subject = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """A line on the page, and the address where its penalty may still be contested (or "")."""

    line: statement.Line
    contest_at: str


@dataclass(frozen=True, slots=True)
class Around:
    """What the lines of one page need beside themselves, read once."""

    names: Mapping[int, str]
    origins: Mapping[int, AgreementOrigin]
    contests: Mapping[Subject, ContestFacts]
    who: Mapping[int, str]


def shown_lines(actor: Actor, on: date, lines: Iterable[LineView]) -> dict[int, Shown]:
    """The lines by id, in a fixed number of queries."""
    told = list(lines)
    around = _around(actor, on, told)
    return {line.line_id: _shown(line, around) for line in told}


def _around(actor: Actor, on: date, lines: list[LineView]) -> Around:
    people = {line.person_id for line in lines if line.person_id is not None}
    if own_organisation_only(actor, Action.SEE_REMITTANCES) is not None:
        # A provider keeps its statements for ever, and a person's name only while it may know her.
        people &= set(people_allowed(actor, Action.SEE_RECORD, on))
    subjects = {_subject(line) for line in lines} - {None}
    held = {_contested(c): c for c in contests(actor.council_id)} if subjects else {}
    about = {key: value for key, value in held.items() if key in subjects}
    return Around(
        names={pk: found.full_name for pk, found in person_facts(people).items()},
        origins=agreement_origins(actor.council_id, {line.agreement_id for line in lines}),
        contests=about,
        who=user_names(c.contested_by_id for c in about.values()) if about else {},
    )


def _shown(line: LineView, around: Around) -> Shown:
    subject = _subject(line)
    contest = around.contests.get(subject) if subject else None
    taken = line.rule in PENALTIES and line.pence < 0
    open_to_contest = subject if taken and contest is None else None
    return Shown(
        statement.Line(
            what=_what(line, around),
            note=_note(line),
            pence=0 if line.held else line.pence,
            extra=_("%(pounds)s held") % {"pounds": pounds(-line.pence)} if line.held else "",
            flag=_flag(line),
            paragraphs=tuple(_paragraphs(line)),
            tables=sums_of(_rule_line(line)),
            after=tuple(_after(line, around, contest)),
        ),
        reverse(open_to_contest[0], args=[open_to_contest[1]]) if open_to_contest else "",
    )


def _what(line: LineView, around: Around) -> str:
    unknown = _("Somebody who is not with you now") if line.person_id else _("A patch’s team")
    name = around.names.get(line.person_id or 0, unknown)
    if line.rule in PENALTIES:
        return _("Penalty: %(name)s, agreement %(id)s") % {"name": name, "id": line.agreement_id}
    if line.correction:
        return _("Correction: %(name)s, agreement %(id)s") % {
            "name": name,
            "id": line.agreement_id,
        }
    return _("%(name)s, agreement %(id)s") % {"name": name, "id": line.agreement_id}


def _note(line: LineView) -> str:
    """What it is for; of a penalty without the outcome's number, which says nothing to a reader."""
    if line.rule == outcome_payments.PENALTY and not line.correction:
        return _("One outcome, found missed through the provider")
    if line.rule == outcome_payments.DISSATISFACTION and not line.correction:
        return _("The person is dissatisfied with the support")
    return reason_text(_rule_line(line))


def _flag(line: LineView) -> tuple[str, str] | None:
    if line.held:
        return ("bad", _("Contested: held"))
    return ("quiet", _("To be paid back, not set off")) if line.repayable else None


def _paragraphs(line: LineView) -> Iterable[str]:
    if line.held:
        yield _(
            "This is not taken while it is contested. Somebody who did not make the finding "
            "decides."
        )


def _after(line: LineView, around: Around, contest: ContestFacts | None) -> Iterable[str]:
    if contest is not None:
        yield _("“%(words)s” %(name)s, %(day)s") % {
            "words": contest.words,
            "name": around.who.get(contest.contested_by_id, ""),
            "day": day(contest.contested_on),
        }
    origin = around.origins.get(line.agreement_id)
    if origin is not None:
        yield _rule_and_source(line, origin)
    if line.rule.startswith(OUTCOME_PAYMENTS):
        yield _("The length of visits was not read.")


def _rule_and_source(line: LineView, origin: AgreementOrigin) -> str:
    told = {
        "rule": line.rule,
        "contract": origin.reference,
        "day": day(origin.starts),
        "source": "; ".join(origin.rate_sources),
    }
    if not origin.rate_sources:
        return _("Rule %(rule)s, under contract %(contract)s as on %(day)s.") % told
    return (
        _("Rule %(rule)s, under contract %(contract)s. Rates as on %(day)s, from: %(source)s.")
        % told
    )


def _subject(line: LineView) -> Subject | None:
    """The page where its penalty is contested, and the number of what that is about."""
    for page, key in CONTESTED.items():
        told = line.inputs.get(key) or line.inputs.get("worked_from", {}).get(key)
        if told is not None:
            return page, int(told)
    return None


def _contested(contest: ContestFacts) -> Subject:
    if contest.finding_id is not None:
        return "contest_penalty", contest.finding_id
    return "contest_dissatisfaction", contest.judgement_id or 0


def _rule_line(line: LineView) -> Line:
    return Line(
        payer=f"org:{line.payer_id}",
        payee=f"org:{line.payee_id}",
        pence=line.pence,
        rule=line.rule,
        reason=line.reason,
        inputs=line.inputs,
        subject=line.subject,
    )
