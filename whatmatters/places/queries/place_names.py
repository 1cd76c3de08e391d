"""Which places are packaged."""

from pathlib import Path

from whatmatters.places.queries.tables import DATA


def names_in(folder: Path) -> tuple[str, ...]:
    """Names of the places of a folder, by its `lsoa_NAME.geojson` files."""
    return tuple(sorted(path.stem.removeprefix("lsoa_") for path in folder.glob("lsoa_*.geojson")))


LOCALITIES: tuple[str, ...] = tuple(name.lower() for name in names_in(DATA))
