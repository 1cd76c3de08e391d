"""Every kind of file with its columns: the one place where they are declared."""

from whatmatters.exchange.queries.columns import Kind
from whatmatters.exchange.queries.kinds_of_care import OUTCOMES, PACKAGES, PLANS
from whatmatters.exchange.queries.kinds_of_contracts import CONTRACTS, PROVIDERS, RATES, WORKERS
from whatmatters.exchange.queries.kinds_of_people import PEOPLE, RELATIONSHIPS
from whatmatters.rules.file_kinds import FileKind

KINDS: dict[FileKind, Kind] = {
    kind.code: kind
    for kind in (
        PROVIDERS,
        PEOPLE,
        WORKERS,
        CONTRACTS,
        RATES,
        RELATIONSHIPS,
        PACKAGES,
        OUTCOMES,
        PLANS,
    )
}
