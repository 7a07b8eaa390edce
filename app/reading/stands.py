# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""How far all of a kind are: "hoe staat het met de moties?"; of one motion its field is asked, see app/reading/fields.py."""

import re

from app.reading.draft import Draft
from app.reading.naming import set_of_kind

_STAND_OF_KINDS = re.compile(
    r"^(?:en )?(?:hoe (?:staat|is|gaat|ver is|ver staat) het (?:er |nu |eigenlijk |inmiddels |voor )*met|wat is de (?:stand van zaken|voortgang) (?:van|bij)) (?P<x>.*«k\d+».*?)(?: [?!.])*$"
)


def read_stand_of_kinds(draft: Draft) -> None:
    """Groups by status of all motions, studies ...; what else the question says are conditions."""
    line = draft.line
    match = _STAND_OF_KINDS.match(line.text)
    if match and set_of_kind(draft, match.start("x"), match["x"]):
        draft.ask, draft.group_by, draft.measures_named = "groups", ("status",), True
        line.use((0, match.start("x") + match["x"].index("«k")))
