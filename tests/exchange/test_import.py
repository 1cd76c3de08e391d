"""A council's own files: taken in whole, again without any change, and changed by name."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model

from tests.exchange import files
from tests.exchange.files import a_council, taken, told, whole
from tests.fixtures.case import moment
from whatmatters.access.models import AuditEvent, Organisation
from whatmatters.access.services import (
    OrganisationGiven,
    add_organisations,
    first_actor,
    mark_installation,
)
from whatmatters.commissioning.models import Agreement, Contract, Rate
from whatmatters.delivery.models import LegacyPackage
from whatmatters.exchange.models import ExternalId, ImportedFile
from whatmatters.exchange.services.gate import ImportNotAllowed, RealDataInDemo
from whatmatters.outcomes.models import PlanLine, PlanVersion
from whatmatters.people.models import Assignment, Death, Person
from whatmatters.people.services import PersonCorrected, correct_people
from whatmatters.rules.roles import InstallationKind, OrganisationKind, Role
from whatmatters.teams.models import Worker


def _username(user_id: int) -> str:
    return str(get_user_model().objects.get(pk=user_id).username)


def test_every_kind_of_file_is_taken_in_together(db: None) -> None:
    by, worker = a_council()
    result = taken(by, whole(_username(worker.user_id)))
    assert told(result) == []
    assert result.written
    assert {f.name: (f.rows, f.new, f.changed, f.same) for f in result.files} == {
        "people.csv": (2, 2, 0, 0),
        "packages.csv": (1, 1, 0, 0),
        "providers.csv": (1, 1, 0, 0),
        "workers.csv": (1, 1, 0, 0),
        "contracts.csv": (2, 2, 0, 0),
        "rates.csv": (1, 1, 0, 0),
        "relationships.csv": (1, 1, 0, 0),
        "outcomes.csv": (1, 1, 0, 0),
        "plans.csv": (2, 2, 0, 0),
    }
    mair, huw = Person.objects.order_by("id")
    assert (mair.full_name, mair.known_as, mair.born) == (
        "Mair Elen Rees",
        "Mair",
        date(1944, 2, 29),
    )
    assert (huw.full_name, huw.known_as, huw.postcode) == ("Huw O’Neill", "Huw O’Neill", "LL21 0HB")
    assert (huw.born, huw.language, huw.disabled) == (date(1938, 3, 1), "cy", True)
    assert huw.patch_id is not None
    assert Assignment.objects.get().user_id == worker.user_id
    assert Rate.objects.get().starts == date(2026, 1, 1)
    package = LegacyPackage.objects.get()
    assert (package.person_id, package.rate) == (huw.pk, Decimal("22.40"))
    assert Agreement.objects.get().source_id == package.pk
    version = PlanVersion.objects.get()
    assert (version.state, version.price) == ("draft", 98640)
    assert list(PlanLine.objects.order_by("position").values_list("what", "critical")) == [
        ("Walks", False),
        ("Tablets", True),
    ]
    assert Worker.objects.get().name == "Beth Morgan"
    assert ImportedFile.objects.count() == 9
    assert not AuditEvent.objects.filter(seq__gt=5).exclude(by_id=by.user_id).exists()


def test_the_same_files_again_change_nothing(db: None) -> None:
    by, worker = a_council()
    brought = whole(_username(worker.user_id))
    taken(by, brought)
    before = AuditEvent.objects.count(), ImportedFile.objects.count()
    again = taken(by, brought)
    assert told(again) == []
    assert not again.written
    assert [(f.new, f.changed) for f in again.files] == [(0, 0)] * 9
    assert all(f.before == moment(files.TODAY) for f in again.files)
    assert (AuditEvent.objects.count(), ImportedFile.objects.count()) == before


def test_a_changed_row_brings_up_to_date_what_the_file_changed_and_nothing_else(db: None) -> None:
    by, _ = a_council()
    taken(by, {"people.csv": files.PEOPLE})
    mair = Person.objects.order_by("id")[0]
    here = [PersonCorrected(mair.pk, known_as="Mair fach")]
    correct_people(by=by, at=moment(files.TODAY), people=here)
    moved = files.PEOPLE.replace("LL21 0HA", "LL21 0HB")
    result = taken(by, {"people.csv": moved})
    assert result.written
    assert [(c.row, c.external_id, c.columns) for c in result.changes] == [
        (2, "P-0001", ("postcode",))
    ]
    mair.refresh_from_db()
    assert (mair.postcode, mair.known_as) == ("LL21 0HB", "Mair fach")
    assert AuditEvent.objects.filter(action="person.corrected", person_id=mair.pk).count() == 2


def test_a_preview_says_it_all_and_writes_nothing(db: None) -> None:
    by, worker = a_council()
    before = AuditEvent.objects.count()
    result = taken(by, whole(_username(worker.user_id)), preview=True)
    assert [f.new for f in result.files] == [2, 1, 1, 1, 2, 1, 1, 1, 2]
    assert not result.written
    assert Person.objects.count() == ExternalId.objects.count() == Contract.objects.count() == 0
    assert AuditEvent.objects.count() == before


def test_evidence_is_not_changed_by_a_later_file(db: None) -> None:
    by, _ = a_council()
    brought = {"p.csv": files.PROVIDERS, "c.csv": files.CONTRACTS, "r.csv": files.RATES}
    taken(by, brought)
    result = taken(by, {"r.csv": files.RATES.replace("27.40", "1.00")})
    assert told(result) == [("r.csv", 2, "pounds_an_hour", "1.00")]
    assert "Add a new row" in str(result.problems.found[0].expected)
    assert Rate.objects.get().pounds == Decimal("27.40")


def test_a_package_gets_its_last_day_once(db: None) -> None:
    by, worker = a_council()
    taken(by, whole(_username(worker.user_id)))
    ended = files.PACKAGES.replace("2026-02-01,,", "2026-02-01,2026-04-12,")
    assert taken(by, {"packages.csv": ended}).written
    assert LegacyPackage.objects.get().ends == date(2026, 4, 12)
    later = files.PACKAGES.replace("2026-02-01,,", "2026-02-01,2026-04-19,")
    assert told(taken(by, {"packages.csv": later})) == [("packages.csv", 2, "ends", "2026-04-19")]


def test_a_death_ends_what_ran(db: None) -> None:
    by, worker = a_council()
    taken(by, whole(_username(worker.user_id)))
    died = files.PEOPLE.replace("ll210hb,TRUE,", "ll210hb,TRUE,2026-04-15")
    result = taken(by, {"people.csv": died})
    assert told(result) == []
    assert Death.objects.get().on == date(2026, 4, 15)
    assert LegacyPackage.objects.get().ends == date(2026, 4, 15)


def test_a_draft_takes_new_lines_and_what_was_proposed_does_not(db: None) -> None:
    by, worker = a_council()
    taken(by, whole(_username(worker.user_id)))
    more = files.PLANS.replace("Walks,provider,standard,24", "Walks,provider,standard,30")
    result = taken(by, {"plans.csv": more})
    assert [c.columns for c in result.changes] == [("lines",)]
    assert PlanLine.objects.get(position=1).hours == 30
    PlanVersion.objects.update(state="proposed")
    assert len(told(taken(by, {"plans.csv": files.PLANS}))) == 1
    assert PlanLine.objects.get(position=1).hours == 30


def test_a_provider_that_was_added_by_hand_is_matched_and_not_doubled(db: None) -> None:
    by, _ = a_council()
    system = first_actor(by.council_id)
    given = [OrganisationGiven(OrganisationKind.PROVIDER, "Gofal Afon", "Gofal Afon")]
    (held,) = add_organisations(by=system, at=moment(files.TODAY), organisations=given)
    result = taken(by, {"providers.csv": files.PROVIDERS})
    assert [(f.new, f.changed) for f in result.files] == [(0, 1)]
    assert ExternalId.objects.get().our_id == held
    assert Organisation.objects.filter(kind="provider").count() == 1


def test_another_council_sees_none_of_it(db: None) -> None:
    by, worker = a_council()
    taken(by, whole(_username(worker.user_id)))
    assert set(ExternalId.objects.values_list("council_id", flat=True)) == {by.council_id}
    assert set(ImportedFile.objects.values_list("council_id", flat=True)) == {by.council_id}


def test_who_may_not_import_is_refused_and_a_demonstration_takes_nothing(db: None) -> None:
    by, worker = a_council()
    with pytest.raises(ImportNotAllowed):
        taken(worker, {"people.csv": files.PEOPLE})
    mark_installation(kind=InstallationKind.DEMO, at=moment(files.TODAY), as_of=files.TODAY)
    with pytest.raises(RealDataInDemo):
        taken(by, {"people.csv": files.PEOPLE})
    assert Role.SYSTEM not in by.roles
    assert Person.objects.count() == 0
