"""The front door: settings, command line, serving, documents and commands that docs show."""
