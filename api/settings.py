"""What of the API can be set; the front door fills these fields from the settings file and the environment."""

from dataclasses import dataclass, field
from pathlib import Path

from analytics.sql_workers import SqlLimits


@dataclass(frozen=True)
class ApiSettings:
    """The API's settings.

    `cors_origins`: addresses whose pages may read the API from a browser; none by default.
    `sql`: whether queries may be sent; `sql_limits`: what each may use, and how many run at once.
    `trusted_hosts`: the names by which the server may be asked, “.example.org” for all below it; by any where
    there are none.
    `tokens`: where there are any, every request but those for health must bring one of them.
    `downloads`: how many files are sent at the same time; a client that dawdles keeps a thread of the server.
    `requests_per_minute`: how many requests one client address gets answered; 0 for any number.
    `json_logs`: whether each request is logged as a line of JSON on standard error.
    `lexicon`: the folder of lexicon tables that drafts are read with; None for the shipped one.
    """

    cors_origins: tuple[str, ...] = ()
    trusted_hosts: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    downloads: int = 4
    requests_per_minute: int = 0
    json_logs: bool = False
    lexicon: Path | None = None
    sql: bool = True
    sql_limits: SqlLimits = field(default_factory=SqlLimits)
