"""The words of data/*.toml that reading needs, each file loaded once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def load(name: str) -> dict[str, Any]:
    """The contents of data/<name>.toml."""
    with (DATA / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
