"""A council's own files, small enough to be read in a test, and taking them in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO

from tests.fixtures.case import an_actor, moment
from whatmatters.access.queries import Actor
from whatmatters.access.services import OrganisationGiven, add_organisations, first_actor
from whatmatters.exchange.services.importing import take_in
from whatmatters.exchange.services.run import FileGiven, Taken
from whatmatters.places.queries import read_locality
from whatmatters.places.services import load_locality
from whatmatters.rules.roles import OrganisationKind, Role

TODAY = date(2026, 4, 20)

PROVIDERS = "provider_id,name,name_cy,kind\nPR-01,Gofal Afon,,provider\n"
PEOPLE = (
    "person_id,full_name,known_as,born,language,postcode,disabled,died_on\n"
    "P-0001,Mair Elen Rees,Mair,1944-02-29,cy,LL21 0HA,no,\n"
    "P-0002,Huw O’Neill,,01/03/1938,Welsh,ll210hb,TRUE,\n"
)
WORKERS = "worker_id,provider_id,name,job,speaks_welsh\nW-1,PR-01,Beth Morgan,Care worker,yes\n"
CONTRACTS = (
    "contract_id,provider_id,model,starts,ends\n"
    "TT-7,PR-01,time_and_task,2026-01-01,\n"
    "OP-7,PR-01,outcome_payments,2026-01-01,\n"
)
RATES = (
    "rate_id,contract_id,band,pounds_an_hour,starts,ends,source\n"
    "RT-1,OP-7,standard,£27.40,01-Jan-26,,Cabinet decision 14\n"
)
RELATIONSHIPS = (
    "relationship_id,person_id,username,stands,relationship,starts,ends\n"
    "R-1,P-0001,{worker},social_worker,,2026-02-01,\n"
)
PACKAGES = (
    "package_id,person_id,contract_id,starts,ends,calls_per_day,minutes_per_call,tasks,"
    "pounds_an_hour\n"
    'K-1,P-0002,TT-7,2026-02-01,,3,30,"Wash and dress; breakfast; tablets","£22.40"\n'
)
OUTCOMES = (
    "outcome_id,person_id,statement,language,category,kind,test,target_weeks,set_by,set_on\n"
    "O-1,P-0001,I walk to chapel again,en,community,improvement,Three Sundays of four,12,"
    "own_words,2026-04-01\n"
)
PLANS = (
    "plan_id,person_id,contract_id,starts,ends,review_on,outcome_ids,what,deliverer,band,hours,"
    "must_not_be_missed,tolerance_minutes\n"
    "PL-1,P-0001,OP-7,2026-05-04,2026-07-26,2026-07-20,O-1,Walks,provider,standard,24,no,\n"
    "PL-1,P-0001,OP-7,2026-05-04,2026-07-26,2026-07-20,O-1,Tablets,provider,standard,12,yes,30\n"
)


def a_council() -> tuple[Actor, Actor]:
    """Gwynedd with its real areas: its commissioner, and a social worker."""
    council_id = load_locality(locality=read_locality("gwynedd")).council_id
    system = first_actor(council_id)
    given = OrganisationGiven(OrganisationKind.COUNCIL, "Cyngor Gwynedd", "Cyngor Gwynedd")
    (body,) = add_organisations(by=system, at=moment(TODAY), organisations=[given])
    commissioner = an_actor(system, Role.COMMISSIONER, body, "Huw Lewis")
    return commissioner, an_actor(system, Role.SOCIAL_WORKER, body, "Nia Parry")


def whole(username: str) -> dict[str, str]:
    """Every kind of file, that go together."""
    return {
        "people.csv": PEOPLE,
        "packages.csv": PACKAGES,
        "providers.csv": PROVIDERS,
        "workers.csv": WORKERS,
        "contracts.csv": CONTRACTS,
        "rates.csv": RATES,
        "relationships.csv": RELATIONSHIPS.format(worker=username),
        "outcomes.csv": OUTCOMES,
        "plans.csv": PLANS,
    }


def taken(by: Actor, files: Mapping[str, str | bytes], *, preview: bool = False) -> Taken:
    """Take the files in on `TODAY`."""
    given = [
        FileGiven(name, BytesIO(data), len(data))
        for name, text in files.items()
        for data in [text if isinstance(text, bytes) else text.encode()]
    ]
    return take_in(by=replace(by), at=moment(TODAY), files=given, preview=preview)


def told(result: Taken) -> list[tuple[str, int, str, str]]:
    """Every problem but its words: file, row, column, value."""
    return [(p.file, p.row, p.column, p.value) for p in result.problems.found]
