"""What can go wrong with models and indexes; each message is one Dutch line that says what to do."""

from ingest.errors import UserFacingError


class IndexFault(UserFacingError):
    """The index on disk is missing, damaged or made from something else."""


class ModelFault(UserFacingError):
    """The search model cannot be found, unpacked or loaded."""
