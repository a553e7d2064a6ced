"""The one error that a build ends with."""


class BuildError(Exception):
    """A build could not be made; the message is one line that names the place and the remedy."""


class SlowBuildError(BuildError):
    """A build in memory took longer than it may."""


class LargeBuildError(BuildError):
    """A build was given up because it needed more memory than it may take."""


def is_locked(error: Exception) -> bool:
    """Whether a file could not be opened because another program holds it open for writing."""
    return "Could not set lock" in str(error)


def first_line(error: Exception) -> str:
    """Give the first line of an error's text without the name of its class, for a message of one line."""
    return str(error).strip().partition("\n")[0].removeprefix("Invalid Input Error: ").removeprefix("IO Error: ")
