"""The commands that the README shows, and a way to run them as a reader would."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
README = REPOSITORY / "README.md"


@dataclass(frozen=True)
class ReadmeCommand:
    """One line of a shell block, without its comment."""

    line: str

    @property
    def serves(self) -> bool:
        """Whether it runs until it is stopped."""
        return self.line.split()[1:2] in (["demo"], ["serve"])


def readme_commands() -> list[ReadmeCommand]:
    """Return the commands of the README's shell blocks in their order."""
    blocks = re.findall(r"```sh\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line.split("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [ReadmeCommand(line) for line in lines if line]
