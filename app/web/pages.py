"""Templates to HTML: every value is escaped unless it is markup already."""

import re
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

NAVIGATION = (
    ("/", "Vragen"),
    ("/uitleg", "Uitleg"),
    ("/documenten", "Documenten"),
    ("/koppelen", "Koppelen"),
    ("/toegankelijkheid", "Toegankelijkheid"),
)


def attribute_lines(text: str) -> Markup:
    """Text with its line ends kept inside an attribute, written so that they survive on one line."""
    return Markup(str(escape(text)).replace("\r", "").replace("\n", "&#10;"))


def lower_first(text: str) -> str:
    """Text that goes on within a sentence: "Zonder einddatum" becomes "zonder einddatum"."""
    return text[:1].lower() + text[1:]


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, which escape whatever they are given."""
    made = Environment(
        loader=PackageLoader("app.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["attribute_lines"] = attribute_lines
    made.filters["lower_first"] = lower_first
    made.globals["navigation"] = NAVIGATION
    return made


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - whatever the template shows
    """The template with these values."""
    return environment().get_template(template).render(**values)


def on_one_line(html: str) -> str:
    """HTML without line ends: Markdown ends an HTML block at the first empty line."""
    return re.sub(r"\s*\n\s*", " ", html).strip()
