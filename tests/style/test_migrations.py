"""A new place is made in as few steps as there are tables."""

import pytest
from django.db.migrations import AddConstraint, AddIndex, CreateModel
from django.db.migrations.loader import MigrationLoader

# Its tables would be the same and their columns in another order than where they are already.
AS_IT_WAS = {("funds", "0001_initial")}
OWN = [
    migration
    for key, migration in sorted(MigrationLoader(None).disk_migrations.items())
    if type(migration).__module__.startswith("whatmatters.") and key not in AS_IT_WAS
]


@pytest.mark.parametrize("migration", OWN, ids=str)
def test_a_table_is_made_with_its_constraints(migration) -> None:
    """Not after: `scripts/fold_migrations.py` puts them there."""
    made = {one.name_lower for one in migration.operations if isinstance(one, CreateModel)}
    after = [one for one in migration.operations if isinstance(one, AddConstraint | AddIndex)]
    assert [str(one) for one in after if one.model_name_lower in made] == []
