"""The rule for a turn that asks which of the groups on the table has most or least: "waar zijn de meeste?".

The words are data (`[ranked_groups]` in `data/operations.toml`); a turn that names a kind of group is no bare question.
"""

from dataclasses import replace

from app.dialogue.bags import bag
from app.dialogue.moment import Moment, Problem, Step


def most_of_groups(m: Moment) -> Step | Problem | None:
    """The group with most or least of the numbers per group that were shown last; None where more is asked."""
    query, said = m.last.query, bag(m.plain, "ranked_groups")
    if query is None or query.ask not in ("groups", "rank") or len(query.group_by) != 1 or query.extreme == "first":
        return None
    if not said.only() or not said.says("asks") or said.says("most") == said.says("least"):
        return None
    return Step(replace(query, ask="rank", extreme="most" if said.says("most") else "least", limit=None, place=1))
