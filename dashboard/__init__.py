"""The dashboard: pages and charts over the rows that the API serves."""

from dashboard.pages import register

__all__ = ["register"]
