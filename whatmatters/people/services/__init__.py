"""Verbs about who somebody is and who speaks for them."""

from whatmatters.people.services.assignments import (
    NewAssignment,
    assign_workers,
    end_assignment,
    stop_assignment,
)
from whatmatters.people.services.contacts import (
    AddressMissing,
    AddressUnsafe,
    ContactGiven,
    EmailUnreadable,
    choose_contacts,
)
from whatmatters.people.services.correcting import NewHome, PersonCorrected, correct_people
from whatmatters.people.services.deaths import DeathAlreadyRecorded, DiedBeforeBorn, record_death
from whatmatters.people.services.deciders import (
    NewDecider,
    NotAnAuthority,
    appoint_deciders,
    end_decider,
    stop_decider,
)
from whatmatters.people.services.help_offers import (
    HelpOffered,
    change_help,
    offer_help,
    withdraw_help,
)
from whatmatters.people.services.links import (
    NewLink,
    cut_links,
    cut_own_account,
    end_link,
    link_people,
    open_link,
)
from whatmatters.people.services.new_person import BornLater, NewPerson
from whatmatters.people.services.profiles import NewProfile, write_profiles
from whatmatters.people.services.putting_right import PutRight, put_person_right
from whatmatters.people.services.registering import register_people
from whatmatters.people.services.registering_one import (
    RegisteredOne,
    recognise_person,
    register_one,
)
from whatmatters.people.services.span_columns import EndsBeforeItStarts
from whatmatters.people.services.working_with import end_working, give_worker
from whatmatters.people.services.writing_profile import write_profile

__all__ = [
    "AddressMissing",
    "AddressUnsafe",
    "BornLater",
    "ContactGiven",
    "DeathAlreadyRecorded",
    "DiedBeforeBorn",
    "EmailUnreadable",
    "EndsBeforeItStarts",
    "HelpOffered",
    "NewAssignment",
    "NewDecider",
    "NewHome",
    "NewLink",
    "NewPerson",
    "NewProfile",
    "NotAnAuthority",
    "PersonCorrected",
    "PutRight",
    "RegisteredOne",
    "appoint_deciders",
    "assign_workers",
    "change_help",
    "choose_contacts",
    "correct_people",
    "cut_links",
    "cut_own_account",
    "end_assignment",
    "end_decider",
    "end_link",
    "end_working",
    "give_worker",
    "link_people",
    "offer_help",
    "open_link",
    "put_person_right",
    "recognise_person",
    "record_death",
    "register_one",
    "register_people",
    "stop_assignment",
    "stop_decider",
    "withdraw_help",
    "write_profile",
    "write_profiles",
]
