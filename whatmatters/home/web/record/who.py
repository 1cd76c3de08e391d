"""Who I am, and what matters to me."""

from collections.abc import Mapping, Set

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from whatmatters.frontend.templatetags.wm import day
from whatmatters.home.queries.record import RecordRead
from whatmatters.home.web.record.values import MattersShown, ProfilePart, WhoShown, WordsShown
from whatmatters.outcomes.queries import ConversationFacts, StatementFacts
from whatmatters.people.queries import ProfileFacts
from whatmatters.rules.people import Speaker
from whatmatters.rules.permissions import Action

HERS = frozenset({Speaker.OWN_WORDS, Speaker.SUPPORTED})


def who(read: RecordRead, seen: Set[Action], *, own: bool) -> WhoShown:
    """The one-page profile in use, and that something of who she is was put right."""
    profile, righted = read.profile, _put_right(read, own=own) if Action.SEE_LOOKS in seen else None
    if profile is None:
        return WhoShown("", (), righted)
    told = [
        (_("What people like about me"), profile.liked),
        (_("What is important to me"), profile.important),
        (_("How to support me well"), profile.support),
        (_("A good day"), profile.good_day),
        (_("A bad day"), profile.bad_day),
    ]
    parts = [ProfilePart(title, _lines(text)) for title, text in told if text.strip()]
    return WhoShown(_profile_by(profile, read, own=own), tuple(parts), righted)


def _put_right(read: RecordRead, *, own: bool) -> tuple[str, str] | None:
    """Who may see what changed reads of it here; what stood before has its page."""
    if read.person.put_right is None:
        return None
    told = {"day": day(read.person.put_right)}
    mine = _("My name, birthday, language or home was put right on %(day)s. What stood before")
    theirs = _("Name, birthday, language or home was put right on %(day)s. What stood before")
    return (mine if own else theirs) % told, reverse("changes", args=[read.person.id])


def matters(read: RecordRead, seen: Set[Action], *, own: bool) -> MattersShown:
    """The words of the newest conversations, the newest first; corrected words are left out."""
    talks = read.conversations
    if not talks:
        return MattersShown("", "", "", ())
    count = ngettext("%(n)s conversation.", "%(n)s conversations.", len(talks)) % {"n": len(talks)}
    return MattersShown(
        by=f"{count} " + _("The newest is shown first."),
        strengths=talks[0].strengths,
        strengths_lang=str(talks[0].language),
        words=_said_in(talks[:1], read, seen, own=own),
        earlier=_said_in(talks[1:], read, seen, own=own),
    )


def _said_in(
    talks: tuple[ConversationFacts, ...], read: RecordRead, seen: Set[Action], *, own: bool
) -> tuple[WordsShown, ...]:
    rights = Action.RECORD_CONVERSATION in seen and not read.person.died_on
    return tuple(
        _words(said, talk, read, own=own, rights=rights)
        for talk in talks
        for said in talk.statements
        if said.corrected_by_id is None
    )


def _words(
    said: StatementFacts, talk: ConversationFacts, read: RecordRead, *, own: bool, rights: bool
) -> WordsShown:
    name, users = read.person.known_as, read.users
    hers = said.speaker in HERS
    speaker = name if hers else said.speaker_name or users.get(said.by_id, "")
    kind = "person" if hers else "family" if said.speaker is Speaker.PROXY else "worker"
    other = "en" if said.language == "cy" else "cy"
    may = rights and not _in_own_name(said, users)
    return WordsShown(
        words=said.words,
        by=_mine(said, talk, users) if own and hers else _said_by(said, talk, name, users),
        name=speaker,
        kind=kind,
        lang=str(said.language) if said.language != "other" else "",
        translation=said.translation,
        translation_lang=other if said.translation else "",
        put_right=reverse("statement_correct", args=[said.id]) if may else "",
    )


def _in_own_name(said: StatementFacts, users: Mapping[int, str]) -> bool:
    """Whether somebody close wrote what they know themselves: theirs to say anew."""
    return said.speaker is Speaker.PROXY and said.speaker_name == users.get(said.by_id, "")


def _mine(said: StatementFacts, talk: ConversationFacts, users: Mapping[int, str]) -> str:
    told = {"to": users.get(said.by_id, ""), "day": day(talk.on)}
    return _("My words, to %(to)s, %(day)s.") % told


def _said_by(
    said: StatementFacts, talk: ConversationFacts, name: str, users: Mapping[int, str]
) -> str:
    writer = users.get(said.by_id, "")
    # Who wrote in their own name did so on the day itself, after the talk it stands beside.
    on = said.at if _in_own_name(said, users) else talk.on
    told = {"name": name, "to": writer, "day": day(on), "speaker": said.speaker_name}
    told["relationship"] = said.speaker_relationship
    sentence = {
        Speaker.OWN_WORDS: _("%(name)s’s words, to %(to)s, %(day)s."),
        Speaker.SUPPORTED: _("%(name)s’s words, said with support, to %(to)s, %(day)s."),
        Speaker.OBSERVED: _("What %(to)s saw, %(day)s. Not %(name)s’s own words."),
        Speaker.PROXY: _("%(speaker)s, %(relationship)s, %(day)s. Not %(name)s’s own words.")
        if said.speaker_relationship
        else _("%(speaker)s, %(day)s. Not %(name)s’s own words."),
    }[said.speaker]
    agreed = ""
    if said.translation:
        agreed = " " + (
            _("%(name)s agrees with the translation.")
            if said.translation_agreed
            else _("%(name)s has not agreed with the translation yet.")
        )
    return (sentence + agreed) % told


def _profile_by(profile: ProfileFacts, read: RecordRead, *, own: bool) -> str:
    told = {
        "name": read.person.known_as,
        "writer": read.users.get(profile.by_id, ""),
        "speaker": profile.spoken_by,
        "day": day(profile.at),
    }
    if own and profile.speaker is Speaker.OWN_WORDS:
        return _("In my own words. Written down by %(writer)s, %(day)s.") % told
    return {
        Speaker.OWN_WORDS: _("In %(name)s’s own words. Written down by %(writer)s, %(day)s."),
        Speaker.SUPPORTED: _("Said by %(name)s with support. Written by %(writer)s, %(day)s."),
        Speaker.OBSERVED: _("Seen by those who know %(name)s. Written by %(writer)s, %(day)s."),
        Speaker.PROXY: _("Said by %(speaker)s for %(name)s. Written by %(writer)s, %(day)s."),
    }[profile.speaker] % told


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip(" -•") for line in text.splitlines() if line.strip(" -•"))
