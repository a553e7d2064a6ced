"""What of the API can be set; the front door fills these fields from the settings file and the environment."""

from dataclasses import dataclass, field

from analytics.sql_door import SqlLimits


@dataclass(frozen=True)
class ApiSettings:
    """The API's settings.

    `cors_origins`: addresses whose pages may read the API from a browser; none by default.
    `sql`: whether queries may be sent; `sql_limits`: what each may use, and how many run at once.
    """

    cors_origins: tuple[str, ...] = ()
    sql: bool = True
    sql_limits: SqlLimits = field(default_factory=SqlLimits)
