"""The base of all errors that a user can do something about."""


class UserFacingError(Exception):
    """Its message is one Dutch line for the user: what, where, what was expected, what to do."""


class IngestError(UserFacingError):
    """A document that cannot be read, with the reason."""
