"""The dashboard: pages and charts over the rows that the API serves."""
