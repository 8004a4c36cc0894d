"""Why a site cannot be begun, or its program not be exchanged."""


class FoundingError(ValueError):
    """What is in the way and what would do, in Chinese."""
