"""The JSON API: thin routes over the public views of the published file."""

from api.registration import close, prepare, register, register_waiting

__all__ = ["close", "prepare", "register", "register_waiting"]
