"""Which of the loaded reports a message names, and the message without that name."""

import re
from collections.abc import Sequence

from ingest.records import Report

_NAMED = re.compile(
    r"(?:\b(?:volgens|in|uit|van|bij|voor|en) )*\b(?:(?:de|het|die) )?(?:eerdere |oude |vorige )?"
    r"(?:(?:voortgangs)?rapportage|(?:voortgangs)?rapport|bijlage|editie|verslag)(?: emancipatie)?"
    r"(?: (?:van|uit|over|voor|het|jaar|januari|februari|maart|april|mei|juni|"
    r"juli|augustus|september|oktober|november|december|najaar|voorjaar))*"
    r" (?P<year>(?:19|20)\d\d)\b(?! ?[-–/])[,:]?",
    re.IGNORECASE,
)


def report_named(message: str, reports: Sequence[Report]) -> tuple[str, str | None]:
    """The message without the report that it names, and that report's key; None where it names none that is loaded."""
    match = _NAMED.search(message) if len(reports) > 1 else None
    if match is None:
        return message, None
    year = match["year"]
    keys = [r.key for r in reports if r.key == year] or [r.key for r in reports if str(r.reference_date.year) == year]
    if len(keys) != 1:
        return message, None
    return " ".join(f"{message[: match.start()]} {message[match.end() :]}".split()), keys[0]
