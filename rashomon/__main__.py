"""`python -m rashomon` is the command `rashomon`."""

from rashomon.command_line import main

if __name__ == "__main__":
    main()
