"""Charts: one Altair function each, rows in and a Vega-Lite spec out; the same spec draws page, PNG and SVG."""

from dashboard.charts.catalogue import CHARTS, UnknownChartError, chart_spec
from dashboard.charts.pictures import PictureError, picture

__all__ = ["CHARTS", "PictureError", "UnknownChartError", "chart_spec", "picture"]
