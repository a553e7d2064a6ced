"""The dashboard: pages and charts over the rows that the API serves."""

from dashboard.pages import register
from dashboard.waiting_page import register_waiting

__all__ = ["register", "register_waiting"]
