"""The regulator's files as they come. Rows: CQC, Open Government Licence v3.0; names changed."""

import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.apps import apps

from tests.exchange.files import TODAY
from tests.fixtures.case import moment
from tests.fixtures.databases import Database
from whatmatters.access.models import Organisation
from whatmatters.access.services import first_actor, mark_installation
from whatmatters.exchange.models import RegisteredService
from whatmatters.exchange.queries.problems import FileRefused
from whatmatters.exchange.queries.register import registered_services
from whatmatters.exchange.services.register import RegisterOfNobody, RegisterOlder, take_register
from whatmatters.places.models import Council
from whatmatters.records.standing import across_councils
from whatmatters.rules.roles import InstallationKind

LOCATIONS = (
    "location_id,provider_id,name,also_known_as,type,registration_status,registration_date,"
    "deregistration_date,dormancy,service_types,specialisms,overall_rating,rating_report_date,"
    "address1,town,postcode,local_authority\n"
    "1-1000000001,1-9000000001,First Homecare,,Social Care Org,Registered,2021-03-31,,Y,"
    "Homecare agencies|Supported living,Physical disabilities,Good,2022-06-09,1 High Street,"
    "Oldham,OL1 1AA,Oldham\n"
    "1-1000000002,1-9000000002,Second Homecare,,Social Care Org,Deregistered,2013-10-28,"
    "2024-05-30,N,Homecare agencies,,,,2 High Street,Oldham,OL1 1AB,Oldham\n"
    "1-1000000003,1-9000000003,A Dentist,,Primary Dental Care,Registered,2013-10-28,,N,Dentist,"
    ",,,3 High Street,Oldham,OL1 1AC,Oldham\n"
    "1-1000000004,1-9000000004,Elsewhere Homecare,,Social Care Org,Registered,2025-01-01,,N,"
    "Homecare agencies,,,,4 High Street,Bury,BL9 0AA,Bury\n"
)
DIRECTORY = (
    "Care Quality Commission\nDirectory of places that provide care\n"
    "Updated 3 November 2026\n\n"
    "Name,Also known as,Address,Postcode,Phone number,Service's website (if available),"
    "Service types,Date of latest check,Specialisms/services,Provider name,Local authority,"
    "Region,Location URL,CQC Location ID (for office use only),"
    "CQC Provider ID (for office use only)\n"
    'First Homecare,,"1 High Street, Oldham",OL1 1AA,0161 000 0000,,Homecare agencies,2026-01-05,'
    "Physical disabilities,First Care Ltd,Oldham,North West,https://www.cqc.org.uk/x,"
    "1-1000000001,1-9000000001\n"
)


@pytest.fixture
def by(db: None):
    council = Council.objects.create(
        code="E08000004", name_en="Oldham", name_cy="Oldham", nation="england"
    )
    return first_actor(council.pk)


def _taken(by, text: str, published_on: date | None = None):
    file = BytesIO(text.encode("utf-8-sig"))
    at = moment(TODAY)
    return take_register(by=by, at=at, file=file, name="cqc.csv", published_on=published_on)


def test_location_records_give_the_home_care_services_of_the_area(by) -> None:
    taken = _taken(by, LOCATIONS)
    assert (taken.rows, taken.new, taken.changed, taken.same) == (4, 2, 0, 0)
    assert taken.published_on == date(2025, 1, 1)  # the newest day that any row tells of
    (first,) = registered_services(by.council_id)
    assert (first.name, first.rating, first.rated_on) == (
        "First Homecare",
        "Good",
        date(2022, 6, 9),
    )
    assert (first.dormant, first.origin) == (True, "published")
    (gone,) = registered_services(by.council_id, left=True)
    assert gone.deregistered_on == date(2024, 5, 30)
    again = _taken(by, LOCATIONS)
    assert (again.new, again.changed, again.same) == (0, 0, 2)


def test_the_care_directory_is_read_below_its_title_lines(by) -> None:
    taken = _taken(by, DIRECTORY)
    assert (taken.new, taken.published_on) == (1, date(2026, 11, 3))
    (first,) = registered_services(by.council_id)
    assert (first.provider_name, first.town) == ("First Care Ltd", "Oldham")


def test_an_older_file_does_not_undo_a_newer_one(by) -> None:
    _taken(by, DIRECTORY)
    with pytest.raises(RegisterOlder):
        _taken(by, LOCATIONS)
    with pytest.raises(RegisterOfNobody):
        _taken(by, LOCATIONS.replace(",Oldham\n", ",Bury\n"), date(2026, 12, 1))
    with pytest.raises(FileRefused):
        _taken(by, "a,b\n1,2\n")
    with pytest.raises(FileRefused) as wrong:
        _taken(by, LOCATIONS.replace("2013-10-28", "once upon"), date(2026, 12, 1))
    assert wrong.value.row == 3


def test_nothing_can_point_at_a_real_service_and_no_body_is_made_of_one(by) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    _taken(by, LOCATIONS)
    assert Organisation.objects.count() == 0
    pointing = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model is RegisteredService
    ]
    assert pointing == []


# All 42 columns of a location record, in the regulator's order; the row's names are changed.
WHOLE = (
    "location_id,provider_id,name,also_known_as,type,inspection_directorate,registration_status,"
    "registration_date,deregistration_date,dormancy,dormancy_start,dormancy_end,care_home,beds,"
    "service_types,regulated_activities,specialisms,overall_rating,rating_report_date,rating_safe,"
    "rating_effective,rating_caring,rating_responsive,rating_well_led,last_inspection,last_report,"
    "brand_id,brand_name,address1,address2,town,postcode,latitude,longitude,uprn,ods_code,"
    "local_authority,constituency,icb_code,region,related_locations,registered_manager_absent\n"
    "1-1000000009,1-9000000009,Ninth Homecare,,Social Care Org,Adult social care,Registered,"
    "2021-03-31,,Y,2023-06-01,,N,0,Homecare agencies,Personal care,Caring for adults over 65 yrs|"
    "Learning disabilities,Requires improvement,2024-07-09,Good,Good,Good,Good,"
    "Requires improvement,2024-05-01,2024-07-09,,,2 Any Street,Failsworth,Manchester,M35 9AA,"
    "53.5120651,-2.1572985,422000000000,VNHWE,Oldham,Ashton-under-Lyne,E54000057,North West,,\n"
)


def test_the_command_takes_a_location_file_with_every_column_as_it_comes(
    own_database: Database, tmp_path: Path
) -> None:
    Council.objects.create(code="E08000004", name_en="Oldham", name_cy="Oldham", nation="england")
    file = tmp_path / "locations.csv"
    file.write_text(WHOLE, encoding="utf-8")
    command = [sys.executable, "-P", "-m", "whatmatters.config.cli", "import-cqc", str(file)]
    told = []
    for council in ("E08000004", "E08000004", "W06000099"):
        done = subprocess.run(
            [*command, "--council", council, "--published", "2026-11-03"],
            env=own_database.env,
            capture_output=True,
            text=True,
            check=False,
        )
        told.append((done.returncode, (done.stdout or done.stderr).strip()))
    assert told == [
        (
            0,
            "Published on 3 November 2026: 1 new, 0 changed, 0 the same; "
            "0 rows are of other areas or services.",
        ),
        (
            0,
            "Published on 3 November 2026: 0 new, 0 changed, 1 the same; "
            "0 rows are of other areas or services.",
        ),
        (1, "No council W06000099 here. First: whatmatters council add oldham"),
    ]
    with across_councils():
        (row,) = RegisteredService.objects.all()
    assert (row.name, row.rating, row.town) == (
        "Ninth Homecare",
        "Requires improvement",
        "Manchester",
    )
