"""One function a chart: rows in, an Altair chart out."""
