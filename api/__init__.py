"""The JSON API: thin routes over the public views of the published file."""

from api.registration import close, register

__all__ = ["close", "register"]
