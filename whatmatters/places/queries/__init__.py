"""Questions about places: published geography by file, and the council's areas as recorded."""

from whatmatters.places.queries.apportion import largest_remainder
from whatmatters.places.queries.geometry import distance_km
from whatmatters.places.queries.locality import (
    AGE_BANDS,
    AgeBand,
    AgeBands,
    AgesBasis,
    Locality,
    Lsoa,
    Msoa,
    PatchPlan,
    PostcodePoint,
    Ward,
)
from whatmatters.places.queries.reading import LOCALITIES, read_locality
from whatmatters.places.queries.recorded import (
    AreaFacts,
    CouncilFacts,
    PatchFacts,
    areas,
    council,
    council_by_code,
    council_ids,
    patches,
)
from whatmatters.places.queries.shapes import Shape, ShapeMap, map_shapes
from whatmatters.places.queries.sources import DataSource, data_sources

__all__ = [
    "AGE_BANDS",
    "LOCALITIES",
    "AgeBand",
    "AgeBands",
    "AgesBasis",
    "AreaFacts",
    "CouncilFacts",
    "DataSource",
    "Locality",
    "Lsoa",
    "Msoa",
    "PatchFacts",
    "PatchPlan",
    "PostcodePoint",
    "Shape",
    "ShapeMap",
    "Ward",
    "areas",
    "council",
    "council_by_code",
    "council_ids",
    "data_sources",
    "distance_km",
    "largest_remainder",
    "map_shapes",
    "patches",
    "read_locality",
]
