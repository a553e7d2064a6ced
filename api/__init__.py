"""The JSON API: thin routes over the public views of the published file."""

from api.registration import register

__all__ = ["register"]
