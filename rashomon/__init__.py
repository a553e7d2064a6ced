"""The front door: settings, the command line and the application that joins the rooms."""

__version__ = "0.1.0"
