"""What of the API can be set; the front door fills these fields from the settings file and the environment."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ApiSettings:
    """The API's settings.

    `cors_origins`: addresses whose pages may read the API from a browser; none by default.
    """

    cors_origins: tuple[str, ...] = ()
