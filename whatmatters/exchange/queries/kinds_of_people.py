"""Files about people, and who speaks for and works with them."""

from django.utils.translation import gettext_lazy as _

from whatmatters.exchange.queries import cells
from whatmatters.exchange.queries.columns import Change, Column, Kind, a_name, code, short
from whatmatters.exchange.queries.same_as import as_same
from whatmatters.rules.file_kinds import FileKind

LANGUAGES = {
    "en": "en",
    "english": "en",
    "saesneg": "en",
    "cy": "cy",
    "welsh": "cy",
    "cymraeg": "cy",
    "other": "other",
    "arall": "other",
}
STANDS = {
    stands: stands
    for stands in (
        "self",
        "family",
        "unpaid_carer",
        "attorney",
        "deputy",
        "best_interests",
        "social_worker",
    )
}
NEW_ROW = _("End this row and add another with its own id.")
POSTCODE = _("Where she lives. It is kept for distances, and nobody is shown closer than an area.")

SAME_AS = _(
    "Whether she is somebody who is here already or stands in a row above: record and its number, "
    "or the id of that row. The word no where she is not. You are asked when a row looks like "
    "somebody."
)

PEOPLE = Kind(
    FileKind.PEOPLE,
    _("People who draw on support"),
    _("One row for each person. Her own words and plans come in other files."),
    (
        Column("person_id", cells.as_id, _("Your own id for the person."), "P-000123",
               change=Change.ID),
        Column("full_name", a_name, _("Her name in full."), "Mair Elen Rees"),
        Column("known_as", a_name, _("The name she chose; her full name when empty."), "Mair",
               needed=False),
        Column("born", cells.as_birth, _("The day she was born."), "1944-02-29"),
        Column("language", code(LANGUAGES), _("The language she speaks with us: en, cy or other."),
               "cy"),
        Column("postcode", short(8), POSTCODE, "LL55 1AA"),
        Column("disabled", cells.as_yes, _("Whether she is disabled: yes or no."), "no",
               needed=False),
        Column("died_on", cells.as_date, _("The day she died, where she has."), "", needed=False,
               change=Change.ONCE, instead=_("A death is recorded once.")),
        Column("same_as", as_same, SAME_AS, "", needed=False, change=Change.FIRST),
    ),
)  # fmt: skip

RELATIONSHIPS = Kind(
    FileKind.RELATIONSHIPS,
    _("Who speaks for people and works with them"),
    _("One row for each: herself, family, whoever decides for her, her social worker. They sign "
      "in by a name that an administrator has given them."),
    (
        Column("relationship_id", cells.as_id, _("Your own id for this row."), "R-17",
               change=Change.ID),
        Column("person_id", cells.as_id, _("The person, as in the file of people."), "P-000123",
               names=FileKind.PEOPLE, change=Change.NEVER, instead=NEW_ROW),
        Column("username", short(150), _("The name that they sign in by."), "nia.parry",
               change=Change.NEVER, instead=NEW_ROW),
        Column("stands", code(STANDS),
               _("How they stand to her: self, family, unpaid_carer, attorney, deputy, "
                 "best_interests or social_worker."),
               "social_worker", change=Change.NEVER, instead=NEW_ROW),
        Column("relationship", short(80), _("What they are to her, such as daughter."), "",
               needed=False, change=Change.NEVER, instead=NEW_ROW),
        Column("starts", cells.as_date, _("The first day."), "2026-04-01", change=Change.NEVER,
               instead=NEW_ROW),
        Column("ends", cells.as_date, _("The last day, where it has ended."), "", needed=False),
    ),
)  # fmt: skip
