"""What is done with the rows of each kind of file."""

from whatmatters.exchange.services.run import Taker
from whatmatters.exchange.services.takers.bodies import Providers, Workers
from whatmatters.exchange.services.takers.contracts import Contracts, Rates
from whatmatters.exchange.services.takers.outcomes import Outcomes
from whatmatters.exchange.services.takers.packages import Packages
from whatmatters.exchange.services.takers.people import People
from whatmatters.exchange.services.takers.plans import Plans
from whatmatters.exchange.services.takers.relationships import Relationships
from whatmatters.rules.file_kinds import FileKind

TAKERS: dict[FileKind, Taker] = {
    FileKind.PROVIDERS: Providers(),
    FileKind.PEOPLE: People(),
    FileKind.WORKERS: Workers(),
    FileKind.CONTRACTS: Contracts(),
    FileKind.RATES: Rates(),
    FileKind.RELATIONSHIPS: Relationships(),
    FileKind.PACKAGES: Packages(),
    FileKind.OUTCOMES: Outcomes(),
    FileKind.PLANS: Plans(),
}
