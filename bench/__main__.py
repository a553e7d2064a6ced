"""`python -m bench COMMAND`: measures what the project promises; each command lives in a module of its own."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click


class _CommandFolder(click.Group):
    """A group whose commands are the modules beside this one that hold a `command`, imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        files = Path(__file__).parent.glob("*.py")
        return sorted(path.stem for path in files if "\n@click.command" in path.read_text(encoding="utf-8"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"bench.{cmd_name}").command
        return command


main = _CommandFolder(name="bench", help=__doc__)

if __name__ == "__main__":
    main(prog_name="python -m bench")
