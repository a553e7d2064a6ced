"""One module for each command; each holds `command`, which the command line loads when it is called for."""
