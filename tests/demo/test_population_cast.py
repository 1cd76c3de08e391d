"""Invented providers and workers say that they are invented and are none of the real ones."""

import re
from pathlib import Path

import pytest

from whatmatters.demo.names_cast import build_cast
from whatmatters.places.queries import read_locality
from whatmatters.rules.people import Language
from whatmatters.rules.roles import OrganisationKind, Role

REGISTERED = Path(__file__).parent / "registered_names.txt"
COMMON = {"care", "support", "gofal", "cymorth", "the", "invented", "dychmygol"}


def _own_words(name):
    """What is particular to a name: its words without those that half the trade uses."""
    return tuple(word for word in re.findall(r"\w+", name.lower()) if word not in COMMON)


@pytest.fixture(scope="module")
def cast():
    return build_cast(read_locality("leeds"), seed=1)


def test_names_say_that_they_are_invented(cast):
    for provider in cast.providers:
        assert provider.name_en.endswith(" (invented)")
        assert provider.name_cy.endswith(" (dychmygol)")


def test_no_invented_name_is_a_real_one(cast):
    lines = REGISTERED.read_text(encoding="utf-8").splitlines()
    real = {_own_words(line) for line in lines if not line.startswith("#")}
    assert len(real) > 200
    for provider in cast.providers:
        for name in (provider.name_en, provider.name_cy):
            words = _own_words(name)
            assert len(words) >= 2
            assert not any(" ".join(words) in " ".join(other) for other in real)


def test_every_patch_has_one_lead_provider(cast):
    led = [code for provider in cast.providers for code in provider.patch_codes]
    assert sorted(led) == sorted(patch.code for patch in read_locality("leeds").patches)


def test_fewer_providers_share_the_patches():
    cast = build_cast(read_locality("gwynedd"), seed=1, providers=2)
    homes = [p for p in cast.providers if p.kind is OrganisationKind.PROVIDER]
    assert [len(p.patch_codes) for p in homes] == [4, 4]


@pytest.mark.parametrize("providers", [0, 11])
def test_as_many_providers_as_are_invented(providers):
    with pytest.raises(ValueError, match="1 to 10"):
        build_cast(read_locality("gwynedd"), seed=1, providers=providers)


def test_there_are_two_to_pay_and_third_sector_bodies(cast):
    roles = [worker.role for worker in cast.council_officers]
    assert roles.count(Role.FINANCE_OFFICER) == 2
    assert sum(p.kind is OrganisationKind.THIRD_SECTOR for p in cast.providers) == 3


def test_each_team_has_a_manager_and_no_name_comes_twice(cast):
    workers = [worker for provider in cast.providers for worker in provider.workers]
    assert all(p.workers[0].role is Role.PROVIDER_MANAGER for p in cast.providers)
    assert len({worker.full_name for worker in workers}) == len(workers)


def test_welsh_is_spoken_by_the_workers_of_gwynedd():
    cast = build_cast(read_locality("gwynedd"), seed=1)
    workers = [worker for provider in cast.providers for worker in provider.workers]
    welsh = sum(Language.WELSH in worker.languages for worker in workers)
    assert 0.6 < welsh / len(workers) < 0.95


def test_same_seed_same_cast(cast):
    assert build_cast(read_locality("leeds"), seed=1) == cast
    assert build_cast(read_locality("leeds"), seed=2) != cast
