"""Where things stand on disk: the shipped data, and the folder that builds write to."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
DATA = PROJECT / "data"


def default_home() -> Path:
    """The folder of models and indexes: `MAATWIJZER_HOME`, or `var` beside the source."""
    named = os.environ.get("MAATWIJZER_HOME")
    return Path(named).expanduser() if named else PROJECT / "var"
