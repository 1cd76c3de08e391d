"""Questions about places: published geography by file, and the council's areas as recorded."""

from whatmatters.places.queries.age_bands import AGE_BANDS, AgeBand, AgeBands, AgesBasis
from whatmatters.places.queries.apportion import largest_remainder
from whatmatters.places.queries.area_facts import AreaFacts
from whatmatters.places.queries.councils import CouncilFacts, council, council_by_code, council_ids
from whatmatters.places.queries.distances import distance_km
from whatmatters.places.queries.locality import Locality
from whatmatters.places.queries.patches import PatchPlan
from whatmatters.places.queries.place_names import LOCALITIES
from whatmatters.places.queries.postcode_point import PostcodePoint
from whatmatters.places.queries.published_areas import Lsoa, Msoa, Ward
from whatmatters.places.queries.reading import read_locality
from whatmatters.places.queries.recorded import PatchFacts, areas, patches
from whatmatters.places.queries.shape_map import Shape, ShapeMap
from whatmatters.places.queries.shapes import map_shapes
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
