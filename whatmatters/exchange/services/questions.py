"""What is asked of the officer about rows that look like somebody: a question, never an error."""

from whatmatters.exchange.queries.alike_told import Alike
from whatmatters.exchange.queries.known import external_ids
from whatmatters.exchange.services.run import Run
from whatmatters.people.queries import person_facts
from whatmatters.people.queries.alike import alike_before
from whatmatters.rules.file_kinds import FileKind

MOST_QUESTIONS = 200


def ask(run: Run) -> None:
    """Look for people who came in new and may be here already, or stand in an earlier row."""
    if not run.unsure:
        return
    found: list[tuple[int, int]] = []
    for pair in alike_before(run.council_id, run.unsure):
        run.alike_count += 1
        if len(found) < MOST_QUESTIONS:
            found.append(pair)
    keys = external_ids(run.council_id, FileKind.PEOPLE, {pk for pair in found for pk in pair})
    who = person_facts([pk for pair in found for pk in pair])
    seen = run.seen.get(FileKind.PEOPLE, {})
    for new, other in found:
        if new not in keys:
            continue  # its row was refused after all
        file, row = seen[keys[new]]
        before = seen.get(keys.get(other, ""))
        run.alike.append(
            Alike(
                file=file,
                row=row,
                external_id=keys[new],
                name=who[new].full_name,
                other_id=other,
                other_name=who[other].full_name,
                other_born=who[other].born,
                other_key=keys.get(other, "") if before else "",
                other_row=before[1] if before else None,
            )
        )
